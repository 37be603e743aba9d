"""The list of all phases, to look through and edit with keys or the mouse."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.programme.model import RundownModel
from kiosk.ui.organiser.programme.row_painter import RowPainter
from kiosk.ui.organiser.programme.state import RowFace
from kiosk.ui.theme.style import text_scale

Index = QModelIndex | QPersistentModelIndex

EARLIER, LATER = -1, 1
_STEPS = {Qt.Key.Key_Up: EARLIER, Qt.Key.Key_Down: LATER}


class RundownList(QListView):
    """``chosen`` carries the position of a row, ``opened`` asks for its fields.

    ``moved`` carries by how many places, ``removed`` and ``inserting`` are about the chosen row.
    """

    chosen = Signal(int)
    opened = Signal()
    moved = Signal(int)
    removed = Signal()
    inserting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RundownModel(self)
        self._is_showing = False
        self._looks: tuple[object, ...] = ()
        self.setModel(self._model)
        self.setItemDelegate(RowPainter(self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def retranslate(self) -> None:
        """Name the list in the language in use."""
        self.setAccessibleName(_("Programme"))
        self.setAccessibleDescription(
            _(
                "Arrow keys choose a part, Enter edits it. Alt with an arrow key moves it, Insert"
                " adds one after it, Delete removes it, Ctrl+Z undoes."
            )
        )

    def show_rows(self, rows: tuple[RowFace, ...], chosen: int) -> None:
        """Show the programme; nobody chose anything by that."""
        self._is_showing = True
        self._model.show_rows(rows)
        looks = (text_scale(), self._model.has_marks, *(_what_takes_room(row) for row in rows))
        if looks != self._looks:
            self._looks = looks
            self.doItemsLayout()
        index = self._model.index(chosen)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self._is_showing = False

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)
            if not self._is_showing:
                self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Insert:
            self.inserting.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


def _what_takes_room(row: RowFace) -> tuple[object, ...]:
    return row.title, row.detail, row.warning
