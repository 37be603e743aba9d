"""Keys for everything, in a room where a badge scanner types too.

A scanner types the letters of a badge code and then Enter, among them N and G. A letter counts as
the host's only when it stands alone: nothing typed just before it and nothing right after. Letters
and Enter are taken from what nobody else wanted, not by shortcuts: those would take them out of
the scanner's code.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.conductor.state import Gesture

ALONE_MS = 120
"""Longer than the pause between two letters of any scanner, too short for a person to notice."""

AT_ONCE = {
    Gesture.PAUSE: ("Space", "Media Play", "Media Pause"),
    Gesture.NEXT: ("Right",),
    Gesture.MINUTE_MORE: ("+",),
    Gesture.MINUTE_LESS: ("-",),
    Gesture.HALF_MINUTE_MORE: ("Up",),
    Gesture.HALF_MINUTE_LESS: ("Down",),
    Gesture.UNDO_CHANGE: ("Ctrl+Z",),
}
LETTERS = {
    "N": Gesture.NEXT,
    "G": Gesture.GONG,
    "M": Gesture.MESSAGE,
    "B": Gesture.BLACKOUT,
    "P": Gesture.SHOW_PROGRAMME,
    "R": Gesture.SHOW_REST,
    "D": Gesture.SHOW_DAY,
    "W": Gesture.ACCEPT_RECOVERY,
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HostKeys(QObject):
    """Turns keys on ``page`` into gestures; space pauses whatever has the focus."""

    gestured = Signal(Gesture)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._since_key = QElapsedTimer()
        self._was_alone = True
        self._waiting: Gesture | None = None
        self._timer = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._timer.timeout.connect(self._release)
        for gesture, keys in AT_ONCE.items():
            for key in keys:
                self._bind(key, partial(self.gestured.emit, gesture))

    def note_key(self) -> None:
        """Some key is about to arrive, whoever will get it."""
        self._was_alone = not self._since_key.isValid() or self._since_key.elapsed() > ALONE_MS
        self._since_key.start()
        self._waiting = None
        self._timer.stop()

    def take(self, event: QKeyEvent) -> bool:
        """Whether this key, which no widget wanted, is one of ours."""
        if event.isAutoRepeat():
            return False
        gesture = LETTERS.get(event.text().upper())
        if gesture is not None:
            self._hold(gesture)
        elif event.key() in ENTER:
            self._press_focused()
        else:
            return False
        return True

    def _bind(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self._page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _hold(self, gesture: Gesture) -> None:
        if self._was_alone:
            self._waiting = gesture
            self._timer.start()

    def _release(self) -> None:
        gesture, self._waiting = self._waiting, None
        if gesture is not None:
            self.gestured.emit(gesture)

    def _press_focused(self) -> None:
        focused = self._page.focusWidget()
        if self._was_alone and isinstance(focused, QAbstractButton) and focused.isVisible():
            focused.click()
