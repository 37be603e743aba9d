"""The screens that are plugged in, by name, and when they have come to rest."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.ui.displays.assigning import Display, Make, ScreenNames

SETTLE_MS = 400
"""A projector that wakes up comes and goes a few times within a second."""


def make_of(screen: QScreen) -> Make:
    """What the screen says of itself."""
    return Make(screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())


class ScreenWatch(QObject):
    """Knows every screen by a name of its own.

    ``lost`` comes at once, while Qt has not yet moved the windows of a screen that goes to
    another one. ``settled`` comes when nothing has changed for a moment: neither which screens
    there are, nor their place, size or scale.
    """

    lost = Signal(str)
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = ScreenNames()
        self._screens: dict[str, QScreen] = {}
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self._settle.timeout.connect(self.settled)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self.stir)
        for screen in app.screens():
            self._follow(screen)
        self._look()

    @property
    def screens(self) -> Mapping[str, QScreen]:
        """The screens by name, in the order of the system."""
        return self._screens

    @property
    def displays(self) -> tuple[Display, ...]:
        """The same as plain values."""
        return tuple(
            Display(name, screen.geometry().topLeft().toTuple())
            for name, screen in self._screens.items()
        )

    def name_of(self, screen: QScreen | None) -> str:
        """The name of a screen; empty for one that is not plugged in."""
        return next((name for name, each in self._screens.items() if each is screen), "")

    def stir(self) -> None:
        """Something may have changed: wait until it is at rest, then look."""
        self._settle.start()

    def rest(self) -> None:
        """Look now; nobody waits for what came before."""
        self._settle.stop()
        self._look()

    def _look(self) -> None:
        screens = QGuiApplication.screens()
        # which of two equal ones is first must not depend on which one is the primary screen
        ranked = sorted(screens, key=lambda each: (make_of(each), each.geometry().getRect()))
        names = dict(zip(ranked, self._names.name_all([make_of(s) for s in ranked]), strict=True))
        self._screens = {names[screen]: screen for screen in screens}

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.stir)
        screen.availableGeometryChanged.connect(self.stir)
        screen.logicalDotsPerInchChanged.connect(self.stir)

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self.stir()

    def _removed(self, screen: QScreen) -> None:
        name = self.name_of(screen)
        self._screens.pop(name, None)
        self.stir()
        if name:
            self.lost.emit(name)
