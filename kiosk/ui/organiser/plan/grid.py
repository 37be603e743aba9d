"""The grid of the plan: who is where in which round."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.plan_model import PlanModel
from kiosk.ui.organiser.plan_painting import CellPainter, NameHeader, RoundHeader
from kiosk.ui.organiser.plan_state import GridFace
from kiosk.ui.theme.style import text_scale

LEAST_COLUMN = 88
NARROW = 760
NAMES_WIDE = 148
NAMES_NARROW = 132


class PlanGridView(QTableView):
    """A table to look through with arrow keys; names and rounds stay in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PlanModel(self)
        self._names = NameHeader(NAMES_WIDE, self)
        self._rounds = RoundHeader(self)
        self.setHorizontalHeader(self._rounds)
        self.setVerticalHeader(self._names)
        self.setModel(self._model)
        self.setItemDelegate(CellPainter(self))
        self._rounds.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget())
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self.resizeRowsToContents)

    def retranslate(self) -> None:
        """Name the grid in the language in use."""
        self.setAccessibleName(_("Plan: people by round"))

    def show_grid(self, grid: GridFace) -> None:
        """Show another plan."""
        self._model.show_grid(grid)
        self._fit()

    def _fit(self) -> None:
        scale = text_scale()
        narrow = self.width() < NARROW * scale
        self._names.set_width(round((NAMES_NARROW if narrow else NAMES_WIDE) * scale))
        self._rounds.setMinimumSectionSize(round(LEAST_COLUMN * scale))
        self._rounds.fit()
        self.resizeRowsToContents()
        self._settling.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
