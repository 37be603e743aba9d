"""How a phase is painted: times, what it is, length and sound in columns, warnings below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from kiosk.domain.programme import PhaseKind, PhaseSound
from kiosk.ui.organiser.plan.row_painting import paint_row_ground
from kiosk.ui.organiser.programme.columns import (
    GAP,
    LENGTH,
    SIGN,
    TEXT,
    TIMES,
    Columns,
    columns_in,
    detail_font,
    detail_of,
    is_detail_beside,
    needs_two_lines,
    row_font,
    title_lines,
)
from kiosk.ui.organiser.programme.model import Index, RundownModel
from kiosk.ui.organiser.programme.state import Mark, RowFace
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens

ONE_LINE, TWO_LINES = 46, 64
BAR = 5

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
    """Paints the rows of a list with a :class:`RundownModel`."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = _model(index)
        columns = columns_in(self._view.viewport().width(), has_marks=model.has_marks)
        high = TWO_LINES if needs_two_lines(model.rows[index.row()], columns) else ONE_LINE
        return QSize(200, round(high * text_scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = _model(index)
        face = model.rows[index.row()]
        painter.save()
        area = QRectF(paint_row_ground(painter, option))
        if face.mark is Mark.RUNNING:
            _paint_bar(painter, QRectF(option.rect))
        columns = columns_in(option.rect.width(), has_marks=model.has_marks)
        _Row(painter, face, columns, area).paint()
        painter.restore()


def _model(index: Index) -> RundownModel:
    model = index.model()
    assert isinstance(model, RundownModel)
    return model


def _paint_bar(painter: QPainter, rect: QRectF) -> None:
    """What runs now is seen from afar."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(load_tokens().light.primary))
    painter.drawRoundedRect(QRectF(rect.left() + 3, rect.top() + 7, BAR, rect.height() - 14), 2, 2)


class _Row:
    """One row being painted."""

    def __init__(self, painter: QPainter, face: RowFace, columns: Columns, area: QRectF) -> None:
        self._painter, self._face, self._columns = painter, face, columns
        self._scale, self._light = text_scale(), load_tokens().light
        self._origin = area.topLeft() + QPointF(2 * self._scale, 0)
        self._high = area.height()
        self._has_two = needs_two_lines(face, columns)
        is_quiet = face.mark in (Mark.DONE, Mark.SKIPPED)
        self._ink = self._light.muted if is_quiet else self._light.ink
        self._pin = self._light.muted if is_quiet else self._light.primary

    def paint(self) -> None:
        """All of it, from left to right."""
        face, columns = self._face, self._columns
        self._times()
        self._sign(KIND_ICONS[face.kind], columns.icon, self._ink)
        self._title()
        if face.fixed_text:
            words = face.fixed_text if columns.has_words else ""
            self._sign_with("pin", words, columns.fixed, self._pin)
        self._length()
        if columns.sound is not None:
            words = face.sound_text if columns.has_words else ""
            self._sign_with(SOUND_ICONS[face.sound], words, columns.sound, self._light.muted)
        self._mark()

    def _times(self) -> None:
        face = self._face
        planned = f"{face.starts}\N{EN DASH}{face.ends}" if face.ends else face.starts
        text = f"{face.starts} \N{RIGHTWARDS ARROW} {face.moved}" if face.moved else planned
        colour = load_tokens().state.warn if face.is_late else self._ink
        self._text(text, 0, TIMES * self._scale, row_font(face), colour)

    def _title(self) -> None:
        face, columns = self._face, self._columns
        bold = row_font(face, is_title=True)
        lines = title_lines(face, columns)
        for at, line in enumerate(lines):
            self._text(line, columns.title, columns.title_width, bold, self._ink, below=at > 0)
        is_beside = is_detail_beside(face, columns)
        if face.warning:
            self._warning(with_detail=not is_beside)
        if is_beside and len(lines) == 1:
            taken = QFontMetrics(bold).horizontalAdvance(face.title) + 2 * GAP * self._scale
            self._detail(columns.title + taken, below=False)
        elif len(lines) == 1 and not face.warning and self._has_two:
            self._detail(columns.title, below=True)

    def _warning(self, *, with_detail: bool) -> None:
        """What to look at comes first, and may take all the width."""
        columns, warn = self._columns, load_tokens().state.warn
        small, left = detail_font(), columns.title + (SIGN + 5) * self._scale
        self._sign("warning-triangle", columns.title, warn, below=True)
        wide = QFontMetrics(small).horizontalAdvance(self._face.warning) + 2
        room = self._last() - left
        self._text(self._face.warning, left, min(wide, room), small, warn, below=True)
        if with_detail:
            self._detail(left + wide + 2 * GAP * self._scale, below=True)

    def _detail(self, left: float, *, below: bool) -> None:
        room = (self._last() if below else self._columns.title_ends) - left
        if room > 0:
            text = detail_of(self._face, self._columns)
            self._text(text, left, room, detail_font(), self._light.muted, below=below)

    def _last(self) -> float:
        """Below the title there is room up to the marks."""
        columns = self._columns
        return columns.length if columns.mark is None else columns.mark

    def _length(self) -> None:
        strong = text_font(TEXT, load_tokens().font.weights.semibold)
        strong.setStrikeOut(self._face.mark is Mark.SKIPPED)
        wide = QFontMetrics(strong).horizontalAdvance(self._face.length) + 2
        right = self._columns.length + LENGTH * self._scale
        self._text(self._face.length, right - wide, wide, strong, self._ink)

    def _mark(self) -> None:
        face, columns = self._face, self._columns
        if columns.mark is None or face.mark not in MARK_ICONS:
            return
        colour = self._light.primary if face.mark is Mark.RUNNING else self._light.muted
        words = face.mark_text if columns.has_marks else ""
        self._sign_with(MARK_ICONS[face.mark], words, columns.mark, colour)

    def _sign_with(self, icon: str, words: str, left: float, colour: str) -> None:
        self._sign(icon, left, colour)
        small = detail_font()
        wide = QFontMetrics(small).horizontalAdvance(words) + 2
        self._text(words, left + (SIGN + 5) * self._scale, wide, small, colour)

    def _text(
        self,
        text: str,
        left: float,
        wide: float,
        face: QFont,
        colour: str,
        *,
        below: bool = False,
    ) -> None:
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, round(wide))
        self._painter.setFont(face)
        self._painter.setPen(QColor(colour))
        area = self._line(left, wide, below=below)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)

    def _sign(self, icon: str, left: float, colour: str, *, below: bool = False) -> None:
        side = SIGN * self._scale
        line = self._line(left, side, below=below)
        top = line.top() + (line.height() - side) / 2
        draw_icon(self._painter, icon, QRectF(line.left(), top, side, side), colour)

    def _line(self, left: float, wide: float, *, below: bool) -> QRectF:
        """The first line of the row, or the one below it."""
        origin = self._origin + QPointF(left, 0)
        if not self._has_two:
            return QRectF(origin.x(), origin.y(), wide, self._high)
        half, edge = self._high / 2, 5 * self._scale
        top = origin.y() + (half - edge / 2 if below else edge)
        return QRectF(origin.x(), top, wide, half - edge / 2)
