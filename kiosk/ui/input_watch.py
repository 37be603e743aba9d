"""Sees every key and movement that the program gets: when was anybody here, and is it panic?

One filter for both, because each costs about a microsecond for every event of the application.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.domain.clock import Clock

PANIC_KEY = Qt.Key.Key_F12
_STIRRING = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class InputWatch(QObject):
    """``panicked`` when the panic key went down, in whatever window or pop-up of ours."""

    panicked = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self.last = clock.monotonic()

    def begin(self) -> None:
        """Watch from now on."""
        self.note()
        _application().installEventFilter(self)

    def end(self) -> None:
        """Watch no more."""
        _application().removeEventFilter(self)

    def note(self) -> None:
        """Somebody is here, though no key or movement says so: a camera has read a badge."""
        self.last = self._clock.monotonic()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _STIRRING:
            return False
        self.last = self._clock.monotonic()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() != PANIC_KEY:
            return False
        if not event.isAutoRepeat():
            self.panicked.emit()
        return True


def _application() -> QCoreApplication:
    found = QCoreApplication.instance()
    assert found is not None
    return found
