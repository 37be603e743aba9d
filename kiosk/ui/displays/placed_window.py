"""One window of the room display, and where it was put."""

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

WINDOW_SHARE = 0.27
"""On a laptop alone the room display is a small window over the list of last scans."""
MARGIN = 24


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a window was put: all over a screen, or as a small window on it."""

    screen: str
    area: QRect
    fills: bool


class PlacedWindow:
    """Moves its window only when it is not where it belongs."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._spot: Spot | None = None

    @property
    def is_out(self) -> bool:
        """Whether it was put somewhere, and not away."""
        return self._spot is not None

    @property
    def screen_name(self) -> str:
        """The screen that it fills; empty when it fills none."""
        return self._spot.screen if self._spot and self._spot.fills else ""

    @property
    def shown_on(self) -> str:
        """The screen that it is on, large or small; empty when it was put away."""
        return self._spot.screen if self._spot else ""

    @property
    def has_shrunk(self) -> bool:
        """Whether somebody made a small window of what fills a screen, or an icon."""
        return bool(self.screen_name) and not self._is_full()

    def fill(self, name: str, screen: QScreen) -> bool:
        """Fill a screen; True when the window had to move."""
        spot = Spot(name, screen.geometry(), fills=True)
        # Qt moves the windows of a lost screen by itself, so what we last did proves nothing
        if spot == self._spot and self._is_full() and self.window.screen() is screen:
            return False
        self.put_away()
        # the screen comes first, and a full-screen window does not move to another one
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.setScreen(screen)
        self.window.setGeometry(spot.area)
        self.window.showFullScreen()
        self._spot = spot
        return True

    def stand_beside(self, name: str, screen: QScreen) -> bool:
        """Be a small window on a screen; one that a person moved stays where they put it."""
        spot = Spot(name, screen.availableGeometry(), fills=False)
        if spot == self._spot and self.window.isVisible():
            return False
        self.put_away()
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.setScreen(screen)
        self.window.setGeometry(_corner_of(spot.area))
        self.window.show()
        self._spot = spot
        return True

    def put_away(self) -> None:
        """Hide it; first forget the spot, so that whoever watches knows that we did it."""
        self._spot = None
        self.window.hide()

    def _is_full(self) -> bool:
        window = self.window
        return window.isVisible() and window.isFullScreen() and not window.isMinimized()


def _corner_of(area: QRect) -> QRect:
    width = round(area.width() * WINDOW_SHARE)
    free = area.marginsRemoved(QMargins(0, 0, MARGIN, MARGIN))
    corner = QRect(0, 0, width, round(width * 9 / 16))
    corner.moveBottomRight(free.bottomRight())
    return corner
