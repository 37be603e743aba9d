"""Paints the cells of the grid, and where what was picked up can go."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kiosk.services.ports import SeatOf
from kiosk.ui.organiser.plan.model import Index, PlanModel
from kiosk.ui.organiser.plan.painting import CellState, paint_cell

GAP = 4
"""Between cells; a click on it counts for the cell above and left of it."""


class CellPainter(QStyledItemDelegate):
    """``judge`` says whether what is held may go to a place; only cells in sight ask it."""

    def __init__(self, judge: Callable[[SeatOf], bool | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._judge = judge
        self._held: SeatOf | None = None

    def set_held(self, held: SeatOf | None) -> None:
        """Show what is picked up from now on."""
        self._held = held

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, PlanModel)
        seat = model.seat(index)
        is_focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        target = self._judge(seat) if self._held is not None else None
        state = CellState(seat == self._held, target, is_focused)
        paint_cell(painter, cell_area(option.rect), model.face(index), state)


def cell_area(rect: QRect) -> QRectF:
    """What is painted of a cell."""
    return QRectF(rect).adjusted(0, 0, -GAP, -GAP)
