"""The results page: figures, the logic model or the matches, and the way out."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)

from kiosk.i18n import _
from kiosk.ui.organiser.matches_model import MatchesModel
from kiosk.ui.organiser.model_view import ModelView
from kiosk.ui.organiser.page import SPACING, OrganiserPage
from kiosk.ui.organiser.results_presenter import ResultsPresenter
from kiosk.ui.organiser.results_state import ResultsFace, Tile
from kiosk.ui.organiser.tables import dress_table, fit_table
from kiosk.ui.widgets import ActionButton, Card, NumberTile, PlainLabel

TILES = 5
NARROW = 1180
MODEL, MATCHES, NO_MATCHES = range(3)
TABLE, EMPLOYER, CONTACTS, BADGE, NAME, ROUTE = range(6)
WIDTHS = {TABLE: 76, EMPLOYER: 250, CONTACTS: 140, BADGE: 84, NAME: 150}


class ResultsPage(OrganiserPage):
    """``exported`` carries where the organiser wants the workbook."""

    exported = Signal(Path)

    def __init__(self, presenter: ResultsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._face: ResultsFace | None = None
        self._dialog: QFileDialog | None = None
        self._matches = MatchesModel(self)
        self.tiles = [NumberTile() for _tile in range(TILES)]
        self.model = ModelView()
        self.table = QTableView()
        self.model_tab = ActionButton(role="tab")
        self.matches_tab = ActionButton(role="tab")
        self.exporting = ActionButton(icon_name="export", role="primary")
        self._empty = PlainLabel(tone="muted")
        self._rule = PlainLabel(look="caption", tone="muted")
        self._arrange()
        presenter.show = self.render_face
        presenter.tell = self.notice.show_notice
        self.notice.closed.connect(presenter.dismiss)
        self.exporting.clicked.connect(self._ask_where)
        self.exported.connect(presenter.export)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.notice.retranslate()
        self.model.retranslate()
        self.model_tab.setText(_("Logic model"))
        self.exporting.setText(_("Export …"))
        self.table.setAccessibleName(_("Matches"))
        self._empty.setText(_("There are no matches yet."))
        self._rule.setText(
            _("Only a mutual yes with consent is shown. Who else said yes stays secret.")
        )
        last = self._matches.columnCount() - 1
        self._matches.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self._presenter.retranslate()

    def render_face(self, face: ResultsFace) -> None:
        """Paint a state."""
        self._face = face
        for widget, tile in zip(self.tiles, face.tiles, strict=True):
            _fill(widget, tile)
        self.model.show_model(face.model)
        self._matches.show_rows(face.matches)
        self.matches_tab.setText(face.matches_title)
        self.exporting.setEnabled(face.can_export)
        self._turn()

    def _turn(self) -> None:
        some = self._matches.rowCount() > 0
        page = MODEL if self.model_tab.isChecked() else MATCHES if some else NO_MATCHES
        self._stack.setCurrentIndex(page)

    def _ask_where(self) -> None:
        if self._face is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._dialog = QFileDialog(self, _("Where shall the results be kept?"), folder)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setNameFilter(_("Workbook ({kinds})").format(kinds="*.xlsx"))
        self._dialog.setDefaultSuffix("xlsx")
        self._dialog.selectFile(self._face.file_name)
        self._dialog.fileSelected.connect(self._choose_file)
        self._dialog.open()

    def _choose_file(self, name: str) -> None:
        self.exported.emit(Path(name))

    def _arrange(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(SPACING - 2)
        for tile in self.tiles:
            tile.body.setContentsMargins(20, 10, 20, 10)
            tiles.addWidget(tile, 1)
        self.body.addLayout(tiles)
        self.body.addWidget(self._card(), 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACING)
        self._rule.setWordWrap(True)
        foot.addWidget(self.exporting)
        foot.addWidget(self._rule, 1)
        self.body.addLayout(foot)

    def _card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(14, 8, 10, 8)
        self._dress()
        self._stack = QStackedWidget()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (self.model, self.table, self._empty):
            self._stack.addWidget(page)
        self._group = QButtonGroup(self)
        tabs = QHBoxLayout()
        for tab in (self.model_tab, self.matches_tab):
            tab.setCheckable(True)
            self._group.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch()
        self.model_tab.setChecked(True)
        self._group.buttonClicked.connect(self._turn)
        card.body.addLayout(tabs)
        card.body.addWidget(self._stack, 1)
        return card

    def _dress(self) -> None:
        self.table.setModel(self._matches)
        dress_table(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(ROUTE, QHeaderView.ResizeMode.Stretch)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_table(self.table, WIDTHS)
        self.table.setColumnHidden(CONTACTS, self.width() < NARROW)


def _fill(widget: NumberTile, tile: Tile) -> None:
    widget.set_number(tile.number)
    widget.set_caption(tile.caption)
