"""The grid of the plan: who is where in which round."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from kiosk.i18n import _
from kiosk.services.ports import SeatOf
from kiosk.ui.organiser.plan.cell_looks import signs
from kiosk.ui.organiser.plan.cell_painter import GAP, CellPainter, cell_area
from kiosk.ui.organiser.plan.gestures import GestureTable
from kiosk.ui.organiser.plan.headers import NameHeader, RoundHeader
from kiosk.ui.organiser.plan.model import PlanModel
from kiosk.ui.organiser.plan.painting import CellState, cell_height, paint_cell
from kiosk.ui.organiser.plan.state import GridFace, HandFace
from kiosk.ui.theme.style import text_scale

LEAST_COLUMN = 88
LEAST_ROW = 44
NARROW = 760
NAMES_WIDE = 148
NAMES_NARROW = 132
GHOST = 0.75


class PlanGridView(GestureTable):
    """A table to look through and change with arrow keys or the mouse; headings stay in sight."""

    def __init__(
        self, judge: Callable[[SeatOf], bool | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = PlanModel(self)
        self._names = NameHeader(NAMES_WIDE, self)
        self._rounds = RoundHeader(self)
        self._painter = CellPainter(judge, self)
        self.setHorizontalHeader(self._rounds)
        self.setVerticalHeader(self._names)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self._rounds.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget())
        self._fitted: tuple[float, ...] = ()
        self._fitted_grid: GridFace | None = None
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._fit_rows)

    def retranslate(self) -> None:
        """Name the grid in the language in use."""
        self.setAccessibleName(_("Plan: people by round"))
        self.setAccessibleDescription(
            _(
                "Arrow keys move. Space picks a place up and sets it down, Escape puts it back."
                " Enter shows the employers, L locks, Delete clears, Ctrl+Z undoes."
            )
        )

    def show_grid(self, grid: GridFace) -> None:
        """Show another plan, or the same one after a change."""
        self._model.show_grid(grid)
        self._fit()

    def show_hand(self, face: HandFace) -> None:
        """Show what is picked up, and where it can go."""
        self.held = face.held
        self._painter.set_held(face.held)
        self.viewport().update()

    def area_of(self, seat: SeatOf) -> QRect:
        """Where a place is, in the viewport."""
        return self.visualRect(self._model.index_of(seat))

    def go_to(self, seat: SeatOf) -> None:
        """Make a place the current one, and bring it into sight."""
        index = self._model.index_of(seat)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()

    def go_to_person(self, candidate_id: UUID) -> None:
        """The same for the first round of a person."""
        if self._model.grid.rounds:
            self.go_to((candidate_id, self._model.grid.rounds[0].number))

    def _fit(self) -> None:
        scale = text_scale()
        narrow = self.width() < NARROW * scale
        self._names.set_width(round((NAMES_NARROW if narrow else NAMES_WIDE) * scale))
        self._rounds.setMinimumSectionSize(round(LEAST_COLUMN * scale))
        self._rounds.fit()
        self._fit_rows()
        self._settling.start()

    def _fit_rows(self) -> None:
        """Each row as high as its words need; the same words are measured once."""
        columns = range(self._model.columnCount())
        widths = [self.columnWidth(column) - GAP for column in columns]
        grid, fitted = self._model.grid, (text_scale(), *widths)
        if grid is self._fitted_grid and fitted == self._fitted:
            return
        self._fitted_grid, self._fitted = grid, fitted
        heights: dict[tuple[int, str, int], int] = {}
        for at, row in enumerate(grid.rows):
            highest = LEAST_ROW
            for face, width in zip(row.cells, widths, strict=True):
                key = (width, face.text, len(signs(face)))
                if key not in heights:
                    heights[key] = cell_height(face, width) + GAP
                highest = max(highest, heights[key])
            if self.rowHeight(at) != highest:
                self.setRowHeight(at, highest)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.drag_at is not None and self.held is not None:
            self._paint_ghost()

    def _paint_ghost(self) -> None:
        """What is being dragged, at the pointer."""
        index = self._model.index_of(self.held) if self.held else None
        if index is None or not index.isValid() or self.drag_at is None:
            return
        area = QRectF(cell_area(self.visualRect(index)))
        area.moveCenter(self.drag_at.toPointF())
        painter = QPainter(self.viewport())
        painter.setOpacity(GHOST)
        paint_cell(painter, area, self._model.face(index), CellState())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A screen reader and the arrow keys need a place to begin at."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.grid.rows:
            self.setCurrentIndex(self._model.index(0, 0))
