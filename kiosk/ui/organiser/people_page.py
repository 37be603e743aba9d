"""The people page: everybody with a badge, and the ways in: import and badges."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)

from kiosk.i18n import _
from kiosk.ui.organiser.import_panel import ImportPanel
from kiosk.ui.organiser.page import SPACING, OrganiserPage
from kiosk.ui.organiser.people_model import COLUMNS, PeopleModel
from kiosk.ui.organiser.people_presenter import PeoplePresenter
from kiosk.ui.organiser.people_state import Column, ImportFace, ListFace, Shown
from kiosk.ui.organiser.search_box import SearchBox
from kiosk.ui.organiser.tables import dress_table, fit_table
from kiosk.ui.theme.style import text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, PlainLabel

NARROW = 1180
BESIDE = 900
"""A page narrower than this, at normal text size, has its tools in two rows."""
KINDS = "*.csv *.txt *.xlsx *.xls *.ods"
WIDTHS = {
    Column.BADGE: 84,
    Column.SIDE: 160,
    Column.PRESENCE: 190,
    Column.NEEDS: 76,
}
STRETCHED = (Column.NAME, Column.ORGANISATION, Column.LANGUAGES)


class PeoplePage(OrganiserPage):
    """``people_changed`` follows an import that was applied."""

    people_changed = Signal()

    def __init__(self, presenter: PeoplePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._model = PeopleModel(self)
        self._dialog: QFileDialog | None = None
        self.box = SearchBox()
        self.table = QTableView()
        self.panel = ImportPanel()
        self.importing = ActionButton(icon_name="import", role="primary")
        self.badges = ActionButton(icon_name="printer")
        self.filters = {shown: ActionButton(role="tab") for shown in Shown}
        self._empty = PlainLabel(tone="muted")
        self._arrange()
        self._connect(presenter)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.box.setPlaceholderText(_("Search a name or badge"))
        self.box.setAccessibleName(_("Search people"))
        self.table.setAccessibleName(_("People with a badge"))
        self.importing.setText(_("Import …"))
        self._name_badges()
        self.notice.retranslate()
        self.panel.retranslate()
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._presenter.retranslate()

    def render_list(self, face: ListFace) -> None:
        """Paint the list."""
        self._model.show_rows(face.rows)
        self._empty.setText(face.empty)
        self._stack.setCurrentIndex(0 if face.rows else 1)
        for shown, text in face.filters:
            self.filters[shown].setText(text)
            self.filters[shown].setChecked(shown is face.shown)
        order = Qt.SortOrder.DescendingOrder if face.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(COLUMNS.index(face.sorted_by), order)

    def render_import(self, face: ImportFace | None) -> None:
        """Paint the import's report; beside it the list needs fewer columns."""
        self.panel.show_face(face)
        self._fold()

    def _fold(self) -> None:
        """Where there is little room, the list keeps the columns that say who is here."""
        beside = self.width() >= BESIDE * text_scale()
        ways = QBoxLayout.Direction
        self._tools.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        for column in (Column.LANGUAGES, Column.ORGANISATION, Column.NEEDS):
            hidden = not beside or self.panel.isVisibleTo(self)
            self.table.setColumnHidden(COLUMNS.index(column), hidden)

    def _connect(self, presenter: PeoplePresenter) -> None:
        presenter.show = self.render_list
        presenter.show_import = self.render_import
        presenter.tell = self.notice.show_notice
        presenter.enrolled = self.people_changed.emit
        self.box.textChanged.connect(presenter.search)
        self.importing.clicked.connect(self._ask_for_files)
        self.badges.clicked.connect(presenter.print_badges)
        self.panel.applied.connect(presenter.apply_import)
        self.panel.closed.connect(presenter.close_import)
        self.notice.closed.connect(presenter.dismiss)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self._group.idClicked.connect(self._filter)

    def _sort(self, section: int) -> None:
        self._presenter.sort(COLUMNS[section])

    def _filter(self, at: int) -> None:
        self._presenter.filter(tuple(Shown)[at])

    def _ask_for_files(self) -> None:
        """Files of people and employers may be chosen together; they then go in together."""
        self._dialog = QFileDialog(self, _("Which files did you receive?"))
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._dialog.setNameFilter(_("Lists of people or employers ({kinds})").format(kinds=KINDS))
        self._dialog.filesSelected.connect(self._choose_files)
        self._dialog.open()

    def _choose_files(self, names: list[str]) -> None:
        self._presenter.choose_files([Path(name) for name in names])

    def _arrange(self) -> None:
        self.body.addLayout(self._tool_row())
        self._dress()
        card = Card()
        card.body.setContentsMargins(12, 8, 8, 10)
        self._stack = QStackedWidget()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        card.body.addWidget(self._stack)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(card, 1)
        row.addWidget(self.panel, 1)
        self.body.addLayout(row, 1)

    def _tool_row(self) -> QBoxLayout:
        """What finds people, and what is done with them; in two rows where text is very large."""
        self._group = QButtonGroup(self)
        gap = load_tokens().shape.gap.tight
        finding, doing = QHBoxLayout(), QHBoxLayout()
        finding.setSpacing(gap)
        finding.addWidget(self.box, 1)
        for at, button in enumerate(self.filters.values()):
            button.setCheckable(True)
            self._group.addButton(button, at)
            finding.addWidget(button)
        doing.setSpacing(gap)
        doing.addStretch()
        doing.addWidget(self.badges)
        doing.addWidget(self.importing)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.setSpacing(SPACING)
        self._tools.addLayout(finding, 1)
        self._tools.addLayout(doing)
        return self._tools

    def _dress(self) -> None:
        self.table.setModel(self._model)
        dress_table(self.table)
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        for column in STRETCHED:
            header.setSectionResizeMode(COLUMNS.index(column), QHeaderView.ResizeMode.Stretch)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.refresh()
        self.box.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_badges()
        fit_table(self.table, {COLUMNS.index(column): WIDTHS[column] for column in WIDTHS})
        self._fold()

    def _name_badges(self) -> None:
        self.badges.setText(_("Badges") if self.width() < NARROW else _("Print badges"))
