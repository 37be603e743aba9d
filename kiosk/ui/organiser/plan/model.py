"""The plan as a Qt table: candidates down, rounds across."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.services.ports import SeatOf
from kiosk.ui.organiser.plan.grid_faces import spoken
from kiosk.ui.organiser.plan.state import CellFace, GridFace, RoundFace, RowFace
from kiosk.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class PlanModel(QAbstractTableModel):
    """Holds one grid; each cell also says in words what it means."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = GridFace((), ())

    @property
    def grid(self) -> GridFace:
        """What is shown."""
        return self._grid

    def show_grid(self, grid: GridFace) -> None:
        """Take over another grid; of the same people and rounds only cells change."""
        before, self._grid = self._grid, grid
        if grid == before:
            return
        if _outline(grid) != _outline(before):
            self.beginResetModel()
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before.rows, grid.rows, strict=True)):
            if old.cells != new.cells:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(grid.rounds) - 1))
        if grid.rounds != before.rounds:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(grid.rounds) - 1)

    def face(self, index: Index) -> CellFace:
        """What stands in a cell."""
        return self._grid.rows[index.row()].cells[index.column()]

    def seat(self, index: Index) -> SeatOf:
        """Whose place it is, in which round."""
        return self._grid.seat(index.row(), index.column())

    def index_of(self, seat: SeatOf) -> QModelIndex:
        """Where a place is; an invalid index when it is not in the grid."""
        candidate_id, number = seat
        rows = (at for at, row in enumerate(self._grid.rows) if row.candidate_id == candidate_id)
        columns = (at for at, each in enumerate(self._grid.rounds) if each.number == number)
        row, column = next(rows, None), next(columns, None)
        return NOWHERE if row is None or column is None else self.index(row, column)

    def row_face(self, row: int) -> RowFace:
        """Whose row it is."""
        return self._grid.rows[row]

    def round_face(self, column: int) -> RoundFace:
        """Which round it is."""
        return self._grid.rounds[column]

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
                return plain_tip(spoken(face))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(face)
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            face = self._grid.rounds[section]
            short, whole = face.text, face.spoken
        else:
            row = self._grid.rows[section]
            short, whole = f"{row.badge} {row.name}", row.name
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return short
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(whole)
            case Qt.ItemDataRole.AccessibleTextRole:
                return whole
            case _:
                return None


def _outline(grid: GridFace) -> tuple[object, ...]:
    people = tuple((row.candidate_id, row.badge, row.name) for row in grid.rows)
    return people, tuple(each.number for each in grid.rounds)
