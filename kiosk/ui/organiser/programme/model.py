"""The programme as a Qt list; each row also says in words all that is painted."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.ui.organiser.programme.state import RowFace
from kiosk.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RundownModel(QAbstractListModel):
    """Holds the rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RowFace, ...] = ()

    @property
    def rows(self) -> tuple[RowFace, ...]:
        """What is shown."""
        return self._rows

    @property
    def has_marks(self) -> bool:
        """Whether something is done, runs or is skipped."""
        return any(row.mark_text for row in self._rows)

    def show_rows(self, rows: tuple[RowFace, ...]) -> None:
        """Take over other rows; of as many as before only those that differ change."""
        before, self._rows = self._rows, rows
        if len(before) != len(rows):
            self.beginResetModel()
            self.endResetModel()
            return
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        face = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return face.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(face.spoken)
            case Qt.ItemDataRole.AccessibleTextRole:
                return face.spoken
            case _:
                return None
