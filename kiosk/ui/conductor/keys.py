"""Keys for everything, in a room where a badge scanner types too.

A scanner types the letters of a badge code and then Enter, among them N and G, and some type as
slowly as a person. So a letter counts as the host's only when it stands alone: no other came just
before it and none follows. Letters and Enter are taken from what nobody else wanted, not by
shortcuts: those would take them out of the scanner's code.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.conductor.rhythm import Rhythm
from kiosk.ui.conductor.silence import Silence
from kiosk.ui.conductor.state import Gesture

HELD_MS = 500
"""A letter that everyone in the room sees or hears waits so long for another to follow."""
HELD_BRIEFLY_MS = 250
"""One that opens a panel, which harms nobody: a message can be written soon after M."""

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
REACHES_ROOM = {Gesture.NEXT, Gesture.GONG, Gesture.BLACKOUT, Gesture.ACCEPT_RECOVERY}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HELD_DOWN = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
}
"""Pressed together with another key, by scanners too."""


NOT_TYPING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""A letter with one of these is somebody's menu or shortcut, though it may carry its text."""


class HostKeys(QObject):
    """Turns keys on ``page`` into gestures; space pauses whatever has the focus."""

    gestured = Signal(Gesture)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._has_acted = False
        self._waiting: Gesture | None = None
        self._rhythm, self._nothing_after = Rhythm(self), Silence(self)
        self._nothing_after.over.connect(self._release)
        for gesture, keys in AT_ONCE.items():
            for key in keys:
                self._bind(key, partial(self.gestured.emit, gesture))

    @property
    def is_calm(self) -> bool:
        """Whether a letter that comes now would stand alone, as far as is known."""
        return self._rhythm.is_calm

    @property
    def is_waiting(self) -> bool:
        """Whether a letter is held until it is clear that it stands alone."""
        return self._waiting is not None

    def note_key(self, event: QKeyEvent) -> None:
        """Some key is about to arrive, whoever will get it."""
        if event.isAutoRepeat() or event.key() in HELD_DOWN:
            return
        self._let_go()
        if _is_letter(event):
            self._has_acted = False
            self._rhythm.note_letter(event.timestamp())
        elif self._is_scans_enter(event):
            self._keep_enter_from_button()

    def take(self, event: QKeyEvent) -> bool:
        """Whether this key, which no widget wanted, is one of ours."""
        if event.isAutoRepeat() or event.modifiers() & NOT_TYPING:
            return False
        gesture = LETTERS.get(event.text().upper())
        if gesture is not None:
            self._hold(gesture)
        elif event.key() in ENTER:
            self._press_focused(event)
        else:
            return False
        return True

    def _is_scans_enter(self, event: QKeyEvent) -> bool:
        """Enter right after a letter that was the host's is the host's too: P, then Enter."""
        is_enter = event.key() in ENTER and not self._has_acted
        return is_enter and self._rhythm.follows_letter(event.timestamp())

    def _bind(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self._page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _hold(self, gesture: Gesture) -> None:
        if self._rhythm.was_alone:
            self._waiting = gesture
            self._nothing_after.begin(HELD_MS if gesture in REACHES_ROOM else HELD_BRIEFLY_MS)

    def _let_go(self) -> None:
        self._waiting = None
        self._nothing_after.stop()

    def _release(self) -> None:
        gesture, self._waiting = self._waiting, None
        self._has_acted = True
        if gesture is not None and self._page.isVisible():
            self.gestured.emit(gesture)

    def _press_focused(self, event: QKeyEvent) -> None:
        if self._is_scans_enter(event):
            return
        focused = self._page.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isVisible():
            focused.click()

    def _keep_enter_from_button(self) -> None:
        """On some desktops Enter presses a button before the page hears of it."""
        focused = self._page.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        watched.removeEventFilter(self)
        return self._is_scans_enter(event)


def _is_letter(event: QKeyEvent) -> bool:
    """Whatever a scanner may read, but for the signs that give and take time."""
    text = event.text()
    return bool(text.strip()) and text.isprintable() and text not in "+-"
