"""Waits until nothing was typed for a while, even when the program itself stood still."""

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

LATE_MS = 50
"""A timer later than this was held up; what was typed meanwhile may still be in the queue."""
AGAIN_MS = 100
"""Long enough for all of that queue to arrive first."""


class Silence(QObject):
    """``over`` after a while of listening, counted anew from each ``begin``."""

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._end)

    @property
    def is_on(self) -> bool:
        """Whether it is still being waited for."""
        return self._timer.isActive()

    def begin(self, milliseconds: int) -> None:
        """Something was typed just now."""
        self._since.start()
        self._timer.start(milliseconds)

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._timer.stop()

    def _end(self) -> None:
        if self._since.elapsed() > self._timer.interval() + LATE_MS:
            self.begin(AGAIN_MS)
        else:
            self.over.emit()
