"""Tells a key that somebody presses from the keys that a scanner types.

A scanner's letters follow each other; a person who comes back to the desk presses one key. So a
key counts when nothing came just before it and nothing follows right after.
"""

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

ALONE_MS = 120
"""Longer than the pause between two letters of any scanner, too short for a person to notice."""

_SILENT = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_F12,
    }
)
"""A scanner holds Shift down for its letters, and whoever presses the panic key twice means it."""


class LoneKey(QObject):
    """``pressed`` when a key stood alone."""

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._waiting = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._waiting.timeout.connect(self.pressed)

    def take(self, event: QKeyEvent) -> None:
        """A key came."""
        if event.isAutoRepeat() or event.key() in _SILENT:
            return
        stands_alone = not self._since.isValid() or self._since.elapsed() > ALONE_MS
        self._since.start()
        if stands_alone:
            self._waiting.start()
        else:
            self._waiting.stop()

    def forget(self) -> None:
        """Nobody waits for it any more, and the next key is the first of its kind again."""
        self._waiting.stop()
        self._since.invalidate()
