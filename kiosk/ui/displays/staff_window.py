"""The window that the staff works in, and the screen that it belongs on."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QWidget

from kiosk.ui.displays.assigning import staff_home


class StaffWindow(QObject):
    """Knows which screen the staff looks at, and takes their window back to it.

    ``moved`` comes when the window is on another screen, whoever moved it.
    """

    moved = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._handle: QWindow | None = None
        self._home = ""
        self._lost: set[str] = set()

    @property
    def is_active(self) -> bool:
        """Whether keys, and a scanner's, go to it."""
        return self._window.isActiveWindow()

    def activate(self) -> None:
        """Let the keys go to it again."""
        self._window.activateWindow()

    def lose(self, name: str) -> None:
        """A screen went: whatever is on another one from now on, the system may have moved."""
        self._lost.add(name)

    def settle(self, screens: Mapping[str, QScreen]) -> str:
        """Go home if the screen there is back; the name of the screen the staff looks at now.

        Empty while there is no screen at all.
        """
        if not screens:
            return ""
        self._watch()
        actual = self._actual(screens)
        self._home = staff_home(self._home, actual, screens, self._lost)
        found = self._home if self._home in screens else actual
        if self._must_move(found, actual, screens):
            self._go_to(screens[found])
        if found == self._home:
            self._lost.clear()
        return found

    def _actual(self, screens: Mapping[str, QScreen]) -> str:
        """The primary screen, which is the first, where the window is on none of them."""
        here = self._window.screen()
        return next((name for name, each in screens.items() if each is here), next(iter(screens)))

    def _must_move(self, found: str, actual: str, screens: Mapping[str, QScreen]) -> bool:
        """Not every window manager brings what was on a lost screen into the picture again."""
        if self._home not in self._lost or not self._window.isVisible():
            return False
        area = screens[found].geometry()
        return found != actual or not area.contains(self._window.geometry().center())

    def _watch(self) -> None:
        """The widget has a window of the system only once it is shown, and may get another."""
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self.moved)

    def _go_to(self, screen: QScreen) -> None:
        """As large as it was: a full-screen window does not move, so it is small in between."""
        window = self._window
        state, size = window.windowState(), window.normalGeometry().size()
        area = screen.availableGeometry()
        if window.isFullScreen() or window.isMaximized() or size.isEmpty():
            area = screen.geometry() if window.isFullScreen() else area
            size = area.size()
        window.showNormal()
        window.setScreen(screen)
        window.setGeometry(QRect(area.topLeft(), size.boundedTo(area.size())))
        window.setWindowState(state)
