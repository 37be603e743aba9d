"""A short light on a new answer, so that a second scan of the same badge is seen as a new one."""

from PySide6.QtCore import QObject, QTimeLine, Signal
from PySide6.QtGui import QColor

from kiosk.ui.motion import wants_stillness

FADE_MS = 400
FRAME_MS = 33
LIGHT = 0.25
"""How far a ground starts on its way to white: seen at once, and the words stay readable."""


class Flash(QObject):
    """A colour that starts lighter and comes to rest; ``changed`` says to paint it.

    Words never wait for it: it only changes what is behind them. While it rests it costs nothing.
    It rests from the first where the system, or whoever owns it, asks for stillness.
    """

    changed = Signal()

    def __init__(self, ground: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = QColor(ground)
        self._still = wants_stillness()
        self._line = QTimeLine(FADE_MS, self)
        self._line.setUpdateInterval(FRAME_MS)
        self._line.valueChanged.connect(self._step)

    @property
    def colour(self) -> QColor:
        """What to paint now."""
        if self._line.state() is QTimeLine.State.NotRunning:
            return self._ground
        return _mixed(self._ground, LIGHT * (1 - self._line.currentValue()))

    @property
    def running(self) -> bool:
        """Whether it has not come to rest yet."""
        return self._line.state() is QTimeLine.State.Running

    def set_still(self, *, still: bool) -> None:
        """Show the colour itself at once, from now on."""
        self._still = still
        if still:
            self.stop()

    def start(self, ground: str) -> None:
        """A new answer: light up in its colour, unless nothing may move."""
        self._line.stop()
        self._ground = QColor(ground)
        if not self._still:
            self._line.start()

    def stop(self) -> None:
        """Come to rest now."""
        self._line.stop()
        self.changed.emit()

    def _step(self) -> None:
        self.changed.emit()


def _mixed(colour: QColor, white: float) -> QColor:
    parts = (colour.red(), colour.green(), colour.blue())
    return QColor(*(round(part + (255 - part) * white) for part in parts))
