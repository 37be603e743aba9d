"""How every list of rows on the organisers' pages looks and takes keys."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from kiosk.ui.theme.style import text_scale

ROW_HEIGHT = 46


def dress_table(table: QTableView) -> None:
    """Whole rows, no grid, arrow keys; Tab leaves the table."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setTextElideMode(Qt.TextElideMode.ElideRight)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)


def fit_table(table: QTableView, widths: Mapping[int, int]) -> None:
    """Rows and columns for the text size in use; a column not named takes what is left."""
    scale = text_scale()
    table.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT * scale))
    table.horizontalHeader().setMinimumHeight(round(ROW_HEIGHT * scale))
    for column, width in widths.items():
        table.setColumnWidth(column, round(width * scale))
