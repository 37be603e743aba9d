"""What hands do in the grid: drag a cell, or pick it up with a key and set it down elsewhere.

The drag is the grid's own and not the system's: nothing leaves the window, a key can end it, and
the places that are possible are seen while it lasts.
"""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from kiosk.services.ports import SeatOf
from kiosk.ui.lone_key import LoneKey
from kiosk.ui.organiser.plan.model import Index, PlanModel

EDGE = 28
SCROLL_MS = 30
SCROLL_STEP = 14
LEFT = Qt.MouseButton.LeftButton
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class GestureTable(QTableView):
    """Reports gestures with the place they are about: a person in a round.

    ``released`` ends a drag, ``dropped`` sets down what a key picked up. L counts only when it
    stands alone, because a badge scanner types letters too.
    """

    picked = Signal(object)
    considered = Signal(object)
    dropped = Signal(object)
    released = Signal(object)
    put_back = Signal()
    opened = Signal(object)
    lock_toggled = Signal(object)
    cleared = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held: SeatOf | None = None
        self.drag_at: QPoint | None = None
        self._pressed: tuple[QPoint, SeatOf] | None = None
        self._hovered: SeatOf | None = None
        self._to_lock: SeatOf | None = None
        self._lone = LoneKey(self)
        self._lone.pressed.connect(self._lock)
        self._scrolling = QTimer(self, interval=SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)
        self.setMouseTracking(True)

    def seat_at(self, point: QPoint) -> SeatOf | None:
        """The place under a point of the viewport."""
        return self._seat(self.indexAt(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        seat = self._seat(self.currentIndex())
        self._lone.take(event)
        self._to_lock = None
        if seat is None or event.isAutoRepeat() or not self._take(event, seat):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters lead nowhere: the first ones of a scan come here too."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        seat = self.seat_at(event.position().toPoint())
        if event.button() is LEFT and seat is not None:
            self._pressed = event.position().toPoint(), seat

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pressed is not None and event.buttons() & LEFT:
            self._drag(point, *self._pressed)
        if self.held is not None:
            self._hover(self.seat_at(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, dragged = self._pressed, self.drag_at is not None
        seat = self.seat_at(event.position().toPoint())
        self._end_drag()
        if dragged and seat is not None:
            self.released.emit(seat)
        elif dragged:
            self.put_back.emit()
        elif self.held is not None and pressed is not None and pressed[1] == seat:
            self.dropped.emit(seat)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        seat = self.seat_at(event.position().toPoint())
        if seat is not None and event.button() is LEFT:
            self.opened.emit(seat)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page or the lock comes in front: what was in hand is not set down below it."""
        super().hideEvent(event)
        self._end_drag()
        if self.held is not None:
            self.put_back.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if self.held is not None and self.drag_at is None:
            self._hover(self._seat(current))

    def _take(self, event: QKeyEvent, seat: SeatOf) -> bool:
        """Whether this key is one of ours."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key is Qt.Key.Key_L:
            self._to_lock = seat
            return True
        return self._take_plain(key, seat)

    def _take_plain(self, key: Qt.Key, seat: SeatOf) -> bool:
        if self.held is not None and key in (*ENTER, Qt.Key.Key_Space):
            self.dropped.emit(seat)
        elif self.held is not None and key is Qt.Key.Key_Escape:
            self._end_drag()
            self.put_back.emit()
        elif key is Qt.Key.Key_Space:
            self.picked.emit(seat)
        elif key in ENTER:
            self.opened.emit(seat)
        elif key in ERASE:
            self.cleared.emit(seat)
        else:
            return False
        return True

    def _drag(self, point: QPoint, begin: QPoint, seat: SeatOf) -> None:
        far = (point - begin).manhattanLength() >= QApplication.startDragDistance()
        if self.drag_at is None and far:
            if self.held is None:
                self.picked.emit(seat)
            if self.held is None:  # it can't be moved, and it was said why
                self._pressed = None
                return
            self._scrolling.start()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.drag_at is not None or far:
            self.drag_at = point
            self.viewport().update()

    def _end_drag(self) -> None:
        self._pressed = self.drag_at = self._hovered = None
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _hover(self, seat: SeatOf | None) -> None:
        if seat != self._hovered:
            self._hovered = seat
            if seat is not None:
                self.considered.emit(seat)

    def _scroll_on(self) -> None:
        """Held at an edge, the grid moves on."""
        if self.drag_at is None:
            return
        area, point = self.viewport().rect(), self.drag_at
        ways = (
            (self.horizontalScrollBar(), point.x() < EDGE, point.x() > area.width() - EDGE),
            (self.verticalScrollBar(), point.y() < EDGE, point.y() > area.height() - EDGE),
        )
        for bar, is_before, is_after in ways:
            bar.setValue(bar.value() + SCROLL_STEP * (is_after - is_before))

    def _lock(self) -> None:
        seat, self._to_lock = self._to_lock, None
        if seat is not None:
            self.lock_toggled.emit(seat)

    def _seat(self, index: Index) -> SeatOf | None:
        model = self.model()
        return model.seat(index) if index.isValid() and isinstance(model, PlanModel) else None
