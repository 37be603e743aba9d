"""Keep the room window on the right screen, whatever is plugged in or pulled out.

Screens are known by name: order and geometry change when a beamer is unplugged, its name does
not. A projector that wakes up comes and goes a few times within a second, so changes are waited
out before anything moves.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

SETTLE_MS = 400
WINDOW_SHARE = 0.27
"""On a laptop alone the room display is a small window over the list of last scans."""


def choose(names: Sequence[str], staff: str, preferred: str = "") -> str | None:
    """The screen for the room: the one it was on, else any that the staff does not look at.

    None when there is none but the staff's own.
    """
    others = [name for name in names if name != staff]
    if preferred in others:
        return preferred
    return others[0] if others else None


class RoomPlacer(QObject):
    """Places one window: full-screen on a screen of its own, else as a window beside the others.

    ``staff`` is the window that the volunteers work in; its screen is never taken.
    """

    placed = Signal(str)
    """The name of the screen that the room is shown on; empty when it is a window."""

    def __init__(self, window: QWidget, staff: QWidget | None = None, preferred: str = "") -> None:
        super().__init__(window)
        self._window = window
        self._staff = staff
        self._preferred = preferred
        self._current: str | None = None
        self._is_open = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.place)
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screens_changed)
        app.primaryScreenChanged.connect(self._screens_changed)

    @property
    def screen_name(self) -> str:
        """The screen that the room is on; empty when it is a window."""
        return self._current or ""

    def open(self) -> None:
        """Show the room display, and keep it placed from now on."""
        self._is_open = True
        self._current = None
        self.place()

    def close(self) -> None:
        """Put the room display away."""
        self._is_open = False
        self._window.hide()

    def prefer(self, name: str) -> None:
        """The organiser chose a screen."""
        self._preferred = name
        self.place()

    def place(self) -> None:
        """Put the window where it belongs now; where it is already, nothing moves."""
        if not self._is_open:
            return
        screens = {screen.name(): screen for screen in QGuiApplication.screens()}
        name = choose(tuple(screens), self._staff_screen(), self._preferred)
        if name is None:
            self._as_window()
        elif not self._fills(screens[name]):
            self._fill(screens[name])

    def _staff_screen(self) -> str:
        if self._staff is not None:
            return self._staff.screen().name()
        primary: QScreen | None = QGuiApplication.primaryScreen()
        return primary.name() if primary is not None else ""

    def _fills(self, screen: QScreen) -> bool:
        """Qt moves the windows of a lost screen by itself, so what we last did proves nothing."""
        window = self._window
        return window.isVisible() and window.isFullScreen() and window.screen() is screen

    def _fill(self, screen: QScreen) -> None:
        self._preferred = self._preferred or screen.name()
        self._current = screen.name()
        # the screen comes first, and a full-screen window does not move to another one
        if self._window.isFullScreen():
            self._window.showNormal()
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
        self.placed.emit(screen.name())

    def _as_window(self) -> None:
        if self._current == "" and self._window.isVisible() and not self._window.isFullScreen():
            return
        self._current = ""
        self._window.showNormal()
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            free = screen.availableGeometry()
            self._window.setScreen(screen)
            width = round(free.width() * WINDOW_SHARE)
            height = round(width * 9 / 16)
            left, top = free.right() - width - 24, free.bottom() - height - 24
            self._window.setGeometry(left, top, width, height)
        self.placed.emit("")

    def _screens_changed(self, _screen: QScreen) -> None:
        self._settle.start()
