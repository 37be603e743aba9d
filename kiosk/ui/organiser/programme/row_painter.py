"""How a phase is painted: times, what it is, length and sound in columns, the rest below."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kiosk.domain.programme import PhaseKind, PhaseSound
from kiosk.ui.organiser.plan.row_painting import paint_row_ground
from kiosk.ui.organiser.programme.model import Index, RundownModel
from kiosk.ui.organiser.programme.state import Mark, RowFace
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens

ONE_LINE, TWO_LINES = 46, 66
WIDE, TIGHT = 800, 580
"""From so much room on, words stand beside the signs; with less than the other, few signs do."""
TIMES, LENGTH, MARK, SOUND, FIXED = 142, 62, 104, 116, 74
SIGN, GAP = 20, 8
TEXT = 17

KIND_ICONS = {
    PhaseKind.WELCOME: "door-in",
    PhaseKind.INFO: "info",
    PhaseKind.ROUND: "chair",
    PhaseKind.CHANGEOVER: "arrow-right",
    PhaseKind.BREAK: "coffee",
    PhaseKind.INTEREST: "heart",
    PhaseKind.CELEBRATION: "star",
}
SOUND_ICONS = {
    PhaseSound.GONG: "gong",
    PhaseSound.SOFT_GONG: "gong",
    PhaseSound.SPOKEN: "speaker",
    PhaseSound.SILENT: "dash",
}
MARK_ICONS = {Mark.RUNNING: "play", Mark.DONE: "check", Mark.SKIPPED: "cross"}


class RowPainter(QStyledItemDelegate):
    """Paints rows of a :class:`RundownModel`."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = TWO_LINES if _face(index).has_second_line else ONE_LINE
        return QSize(200, round(high * text_scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        face = _face(index)
        area = paint_row_ground(painter, option)
        if face.mark is Mark.RUNNING:
            _bar(painter, option.rect)
        _Row(painter, face, area).paint()
        painter.restore()


def _face(index: Index) -> RowFace:
    model = index.model()
    assert isinstance(model, RundownModel)
    return model.rows[index.row()]


def _bar(painter: QPainter, rect: QRect) -> None:
    """What runs now is seen from afar."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(load_tokens().light.primary))
    painter.drawRoundedRect(QRectF(rect.left() + 2, rect.top() + 6, 5, rect.height() - 12), 2, 2)


class _Row:
    """One row being painted, from both sides towards the title in the middle."""

    def __init__(self, painter: QPainter, face: RowFace, area: QRect) -> None:
        self._painter, self._face = painter, face
        self._scale = text_scale()
        self._room = area.width() / self._scale
        self._left, self._right = area.left() + 4.0, float(area.right() - 2)
        self._low = face.has_second_line
        high = area.height() / 2 if self._low else area.height()
        self._first = (area.top() + (4 * self._scale if self._low else 0), high)
        self._second = (area.top() + high - 2 * self._scale, high)
        self._is_quiet = face.mark in (Mark.DONE, Mark.SKIPPED)
        light = load_tokens().light
        self._ink = light.muted if self._is_quiet else light.ink

    def paint(self) -> None:
        """All of it."""
        self._times()
        self._sign(KIND_ICONS[self._face.kind], self._left, self._ink)
        self._left += (SIGN + GAP + 4) * self._scale
        self._mark()
        if self._room >= TIGHT:
            self._sound()
        self._length()
        self._fixed()
        self._title()
        if self._low:
            self._words_below()

    def _times(self) -> None:
        face = self._face
        planned = f"{face.starts}\N{EN DASH}{face.ends}" if face.ends else ""
        text = f"{face.starts} \N{RIGHTWARDS ARROW} {face.moved}" if face.moved else planned
        is_late = bool(face.moved) and face.mark is Mark.COMING
        colour = load_tokens().state.warn if is_late else self._ink
        self._text(text, self._left, TIMES * self._scale, self._font(), colour)
        self._left += TIMES * self._scale

    def _mark(self) -> None:
        face, icon = self._face, MARK_ICONS.get(self._face.mark)
        wide = (MARK if self._room >= TIGHT else SIGN) * self._scale
        at = self._right - wide
        if icon:
            tone = load_tokens().light
            colour = tone.primary if face.mark is Mark.RUNNING else tone.muted
            self._sign(icon, at, colour)
            if self._room >= TIGHT:
                self._word(face.mark_text, at + (SIGN + 5) * self._scale, colour)
        self._right = at - GAP * self._scale

    def _sound(self) -> None:
        wide = (SOUND if self._room >= WIDE else SIGN) * self._scale
        at = self._right - wide
        muted = load_tokens().light.muted
        self._sign(SOUND_ICONS[self._face.sound], at, muted)
        if self._room >= WIDE:
            self._word(self._face.sound_text, at + (SIGN + 6) * self._scale, muted)
        self._right = at - 2 * GAP * self._scale

    def _length(self) -> None:
        wide = LENGTH * self._scale
        face = self._font(load_tokens().font.weights.semibold)
        right = Qt.AlignmentFlag.AlignRight
        self._text(self._face.length, self._right - wide, wide, face, self._ink, right)
        self._right -= wide + GAP * self._scale

    def _fixed(self) -> None:
        """The place is kept free in every row, so that lengths stand in a column."""
        wide = (FIXED if self._room >= WIDE else SIGN) * self._scale
        at = self._right - wide
        if self._face.fixed_text:
            primary = load_tokens().light.primary
            self._sign("pin", at, primary)
            if self._room >= WIDE:
                self._word(self._face.fixed_text, at + (SIGN + 4) * self._scale, primary)
        self._right = at - GAP * self._scale

    def _title(self) -> None:
        weights = load_tokens().font.weights
        is_small = self._face.kind is PhaseKind.CHANGEOVER or self._is_quiet
        face = self._font(weights.regular if is_small else weights.semibold)
        self._text(self._face.title, self._left, self._right - self._left, face, self._ink)

    def _words_below(self) -> None:
        """First what to look at, then what was decided."""
        face, tokens = self._face, load_tokens()
        caption = text_font(tokens.font.size.caption)
        left, end = self._left, self._right
        self._first, self._second = self._second, self._first
        if face.warning:
            self._sign("warning-triangle", left, tokens.state.warn)
            left += (SIGN + 5) * self._scale
            self._text(face.warning, left, end - left, caption, tokens.state.warn)
            left += QFontMetrics(caption).horizontalAdvance(face.warning) + 14 * self._scale
        if face.detail and left < end:
            self._text(face.detail, left, end - left, caption, tokens.light.muted)

    def _word(self, text: str, left: float, colour: str) -> None:
        caption = text_font(load_tokens().font.size.caption)
        wide = QFontMetrics(caption).horizontalAdvance(text) + 4
        self._text(text, left, wide, caption, colour)

    def _text(
        self,
        text: str,
        left: float,
        wide: float,
        face: QFont,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        top, high = self._first
        self._painter.setFont(face)
        self._painter.setPen(QColor(colour))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, round(wide))
        area = QRectF(left, top, wide, high)
        self._painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def _sign(self, icon: str, left: float, colour: str) -> None:
        top, high = self._first
        side = SIGN * self._scale
        draw_icon(self._painter, icon, QRectF(left, top + (high - side) / 2, side, side), colour)

    def _font(self, weight: int | None = None) -> QFont:
        face = text_font(TEXT, weight)
        face.setStrikeOut(self._face.mark is Mark.SKIPPED)
        return face
