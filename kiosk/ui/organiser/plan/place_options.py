"""The list of employers in the panel of a place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kiosk.i18n import _
from kiosk.i18n.plan_messages import wish_name
from kiosk.ui.organiser.plan.row_painting import paint_row_ground
from kiosk.ui.organiser.plan.state import PlaceFace, PlaceOption
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens

OPTION = Qt.ItemDataRole.UserRole
ROW = 52
SIGN = 18
TEXT = 16
NOTE = 14
Index = QModelIndex | QPersistentModelIndex


class PlaceOptions(QListWidget):
    """Rest first, then what is possible; ``left`` when Escape was pressed."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_OptionPainter(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def show_face(self, face: PlaceFace, *, keep: bool) -> None:
        """Show the employers for a place; ``keep`` stays at the employer that was chosen."""
        chosen = self.chosen() if keep else None
        self.clear()
        self.setAccessibleName(face.title)
        for option in face.options:
            item = QListWidgetItem(option.text)
            item.setData(OPTION, option)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(option))
            self.addItem(item)
            if option.is_current if chosen is None else option.employer_id == chosen.employer_id:
                self.setCurrentItem(item)

    def chosen(self) -> PlaceOption | None:
        """The line with the cursor."""
        option = self.currentIndex().data(OPTION)
        return option if isinstance(option, PlaceOption) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _OptionPainter(QStyledItemDelegate):
    """A tick or a cross, the employer, and below it what it gains or why it can't be."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(ROW * text_scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = index.data(OPTION)
        assert isinstance(place, PlaceOption)
        tokens, size = load_tokens(), SIGN * text_scale()
        painter.save()
        area = paint_row_ground(painter, option)
        sign = QRectF(area.left(), area.center().y() - size / 2, size, size)
        name, ink = ("check", tokens.state.ok) if place.is_legal else ("cross", tokens.light.muted)
        if place.is_current:
            name, ink = "chair", tokens.light.primary
        draw_icon(painter, name, sign, ink)
        words = area.adjusted(round(size) + 10, 3, 0, -3)
        half = words.height() // 2
        weight = tokens.font.weights.semibold if place.is_legal else tokens.font.weights.regular
        _write(painter, words.adjusted(0, 0, 0, -half), _title(place), TEXT, weight)
        painter.setPen(QColor(tokens.light.muted))
        _write(
            painter, words.adjusted(0, half, 0, 0), place.note, NOTE, tokens.font.weights.regular
        )
        painter.restore()


def _write(painter: QPainter, area: QRect, text: str, size: int, weight: int) -> None:
    face = text_font(size, weight)
    painter.setFont(face)
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def _title(option: PlaceOption) -> str:
    """The employer, and what is asked about it."""
    asked = ", ".join(wish_name(kind) for kind in sorted(option.asked))
    return f"{option.text} \N{MIDDLE DOT} {asked}" if asked else option.text


def _spoken(option: PlaceOption) -> str:
    possible = _("possible") if option.is_legal else _("not possible")
    return f"{_title(option)}: {possible}, {option.note}"
