"""The people as a Qt table."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from kiosk.i18n import _
from kiosk.ui.organiser.people_state import Column, PersonRow, Presence
from kiosk.ui.theme.icons import icon
from kiosk.ui.theme.style import text_font
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMNS = tuple(Column)
ICON = 20


class PeopleModel(QAbstractTableModel):
    """Holds the rows that are shown; the presenter sorts and filters them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PersonRow, ...] = ()
        light, state = load_tokens().light, load_tokens().state
        self._need = icon("heart", state.warn, ICON)
        self._signs = {
            Presence.HERE: icon("check-circle", state.ok, ICON),
            Presence.CANCELLED: icon("x-circle", light.muted, ICON),
            Presence.AWAITED: icon("clock", light.muted, ICON),
        }
        self._readers: dict[int, Callable[[PersonRow, Column], object]] = {
            Qt.ItemDataRole.DisplayRole: _shown_text,
            Qt.ItemDataRole.ToolTipRole: _tip,
            Qt.ItemDataRole.AccessibleTextRole: _text,
            Qt.ItemDataRole.DecorationRole: self._sign,
            Qt.ItemDataRole.ForegroundRole: _ink,
            Qt.ItemDataRole.FontRole: _font,
        }

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """Take over other rows; the same people in the same order keep their selection."""
        if [row.attendee_id for row in rows] == [row.attendee_id for row in self._rows]:
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        read = self._readers.get(role)
        return read(self._rows[index.row()], COLUMNS[index.column()]) if read else None

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
        return column_title(COLUMNS[section])

    def _sign(self, row: PersonRow, column: Column) -> QIcon | None:
        if column is Column.PRESENCE:
            return self._signs[row.presence]
        return self._need if column is Column.NEEDS and row.needs else None


def column_title(column: Column) -> str:
    """The heading of a column in the language in use."""
    titles = {
        Column.BADGE: _("Badge"),
        Column.NAME: _("Name"),
        Column.SIDE: _("Side"),
        Column.ORGANISATION: _("Organisation"),
        Column.LANGUAGES: _("Languages"),
        Column.PRESENCE: _("Here?"),
        Column.NEEDS: _("Need"),
    }
    return titles[column]


def _text(row: PersonRow, column: Column) -> str:
    texts = {
        Column.BADGE: row.badge,
        Column.NAME: row.name,
        Column.SIDE: row.side,
        Column.ORGANISATION: row.organisation,
        Column.LANGUAGES: row.languages,
        Column.PRESENCE: row.presence_text,
        Column.NEEDS: row.needs,
    }
    return texts[column]


def _shown_text(row: PersonRow, column: Column) -> str:
    """A need is shown as a sign; its words are for tool tips and screen readers."""
    return "" if column is Column.NEEDS else _text(row, column)


def _tip(row: PersonRow, column: Column) -> str:
    return plain_tip(_text(row, column))


def _font(_row: PersonRow, column: Column) -> QFont | None:
    tokens = load_tokens().font
    return text_font(tokens.size.body, tokens.weights.semibold) if column is Column.NAME else None


def _ink(row: PersonRow, column: Column) -> QColor:
    tokens = load_tokens()
    if column is Column.PRESENCE and row.presence is Presence.HERE:
        return QColor(tokens.state.ok)
    quiet = row.presence is Presence.CANCELLED or column not in (Column.NAME, Column.BADGE)
    return QColor(tokens.light.muted if quiet else tokens.light.ink)
