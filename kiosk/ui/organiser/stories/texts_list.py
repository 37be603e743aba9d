"""The list of texts: a title with what it is below it, and whether the room sees it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kiosk.ui.organiser.plan.row_painting import paint_row_ground
from kiosk.ui.organiser.stories.state import TextRow
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import plain_tip

ROW = 64
TITLE, DETAIL = 17, 14.5
SIGN = 20
GAP = 8
LINE = Qt.ItemDataRole.UserRole
SIGNS = {"ok": "check-circle", "warn": "warning-triangle", "muted": "minus"}
Index = QModelIndex | QPersistentModelIndex


class TextsList(QListWidget):
    """``chosen`` carries the id of the text that is looked at."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TextRow, ...] = ()
        self.setItemDelegate(_RowPainter(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._choose)

    def show_rows(self, rows: tuple[TextRow, ...], selected: str) -> None:
        """Show these; the place in the list stays while the texts are the same."""
        self.blockSignals(True)
        if [row.story_id for row in rows] != [row.story_id for row in self._rows]:
            self.clear()
            for _row in rows:
                self.addItem(QListWidgetItem())
        self._rows = rows
        for at, row in enumerate(rows):
            _fill(self.item(at), row)
            if row.story_id == selected and self.currentRow() != at:
                self.setCurrentRow(at)
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is looked at stays in sight."""
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self._rows[self.row(item)].story_id)


def _fill(item: QListWidgetItem, row: TextRow) -> None:
    item.setText(row.title)
    item.setData(LINE, row)
    item.setToolTip(plain_tip(row.title))
    spoken = f"{row.title}, {row.detail}, {row.state}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)


class _RowPainter(QStyledItemDelegate):
    """Title and detail at the left, the state with its sign at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(ROW * text_scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        assert isinstance(row, TextRow)
        painter.save()
        area = paint_row_ground(painter, option)
        words = area.adjusted(0, 0, -_paint_state(painter, area, row) - GAP, 0)
        tokens = load_tokens()
        half = words.height() // 2
        upper, lower = words.adjusted(0, 4, 0, -half + 4), words.adjusted(0, half, 0, -8)
        _paint_line(painter, upper, row.title, TITLE, tokens.light.ink, is_strong=True)
        _paint_line(painter, lower, row.detail, DETAIL, tokens.light.muted)
        painter.restore()


def _paint_state(painter: QPainter, area: QRect, row: TextRow) -> int:
    """The state in words, with a sign beside the colour; returns the width that it takes."""
    tokens = load_tokens()
    inks = {"ok": tokens.state.ok, "warn": tokens.state.warn}
    ink = inks.get(row.tone, tokens.light.muted)
    painter.setFont(text_font(DETAIL, tokens.font.weights.semibold))
    painter.setPen(QColor(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.state)
    side = SIGN * text_scale()
    taken = painter.fontMetrics().horizontalAdvance(row.state) + GAP + side
    top = area.center().y() - side / 2
    draw_icon(painter, SIGNS[row.tone], QRectF(area.right() - taken, top, side, side), ink)
    return round(taken)


def _paint_line(
    painter: QPainter, area: QRect, text: str, size: float, ink: str, *, is_strong: bool = False
) -> None:
    weights = load_tokens().font.weights
    face = text_font(size, weights.semibold if is_strong else weights.regular)
    painter.setFont(face)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
