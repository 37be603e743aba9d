"""The screens that are plugged in, by name, and when they have come to rest."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.ui.displays.assigning import Display, Make, ScreenNames

NAME = "stoelendans_name"
SETTLE_MS = 400
"""A projector that wakes up comes and goes a few times within a second."""


def make_of(screen: QScreen) -> Make:
    """What the screen says of itself."""
    return Make(screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())


class ScreenWatch(QObject):
    """Knows every screen by a name of its own, which is kept on the screen itself.

    A QScreen in Python's hands becomes invalid with any widget that was asked for its ``screen``,
    so none is held for longer than it takes to use it.

    ``lost`` comes at once, while Qt has not yet moved the windows of a screen that goes to
    another one. ``settled`` comes when nothing has changed for a moment: neither which screens
    there are, nor their place, size or scale.
    """

    lost = Signal(str)
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = ScreenNames()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.settled)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self.stir)
        for screen in app.screens():
            self._follow(screen)
        self._name_all()

    @property
    def screens(self) -> Mapping[str, QScreen]:
        """The screens that are plugged in, by name, in the order of the system."""
        return {_name_of(screen): screen for screen in QGuiApplication.screens()}

    @property
    def displays(self) -> tuple[Display, ...]:
        """The same as plain values."""
        return tuple(
            Display(name, screen.geometry().topLeft().toTuple())
            for name, screen in self.screens.items()
        )

    def stir(self) -> None:
        """Something may have changed: wait until it is at rest."""
        self._settle.start()

    def rest(self) -> None:
        """Somebody looks now, so nobody waits for what came before."""
        self._settle.stop()

    def _name_all(self) -> None:
        """Name those that are new; which of two is first depends on nothing but where they are."""
        screens = QGuiApplication.screens()
        for screen in sorted(screens, key=lambda each: (make_of(each), each.geometry().getRect())):
            if not _name_of(screen):
                taken = [_name_of(each) for each in screens]
                screen.setProperty(NAME, self._names.name(make_of(screen), taken))

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.stir)
        screen.availableGeometryChanged.connect(self.stir)
        screen.logicalDotsPerInchChanged.connect(self.stir)

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self._name_all()
        self.stir()

    def _removed(self, screen: QScreen) -> None:
        self.stir()
        self.lost.emit(_name_of(screen))


def _name_of(screen: QScreen) -> str:
    """Empty for a screen that is new."""
    return str(screen.property(NAME) or "")
