"""The plan as a Qt table: candidates down, rounds across."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.ui.organiser.plan_state import CellFace, GridFace, RowFace
from kiosk.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class PlanModel(QAbstractTableModel):
    """Holds one grid; each cell also says in words what it means."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = GridFace((), ())

    def show_grid(self, grid: GridFace) -> None:
        """Take over another grid; an equal one leaves the view where it is."""
        if grid == self._grid:
            return
        self.beginResetModel()
        self._grid = grid
        self.endResetModel()

    def face(self, index: Index) -> CellFace:
        """What stands in a cell."""
        return self._grid.rows[index.row()].cells[index.column()]

    def row_face(self, row: int) -> RowFace:
        """Whose row it is."""
        return self._grid.rows[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._grid.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._grid.rounds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        face = self.face(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return face.text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(face.spoken)
            case Qt.ItemDataRole.AccessibleTextRole:
                return face.spoken
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            return self._grid.rounds[section] if role == Qt.ItemDataRole.DisplayRole else None
        row = self._grid.rows[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.badge} {row.name}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.name)
            case _:
                return None
