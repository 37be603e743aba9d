"""The matches as a Qt table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.i18n import _
from kiosk.ui.organiser.results_state import MatchRow
from kiosk.ui.theme.style import text_font
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
EMPLOYER, NAME = 1, 4


class MatchesModel(QAbstractTableModel):
    """One row for each mutual yes with consent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MatchRow, ...] = ()

    def show_rows(self, rows: tuple[MatchRow, ...]) -> None:
        """Take over other rows; equal ones leave the view where it is."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(_cells(MatchRow("", "", "", "", "", "")))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = _cells(self._rows[index.row()])[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(text)
            case Qt.ItemDataRole.FontRole if index.column() in (EMPLOYER, NAME):
                tokens = load_tokens().font
                return text_font(tokens.size.body, tokens.weights.semibold)
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        titles = (
            _("Table"),
            _("Employer"),
            _("Contact persons"),
            _("Badge"),
            _("Name"),
            _("How to reach"),
        )
        return titles[section]


def _cells(row: MatchRow) -> tuple[str, ...]:
    return row.table, row.employer, row.contacts, row.badge, row.name, row.route
