"""A page with names locks itself when nobody has been at it for a while."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.clock import Clock
from kiosk.ui.input_watch import InputWatch

WARNING = 15
"""Seconds before it locks, in which any movement keeps it open."""
LOOK_MS = 1000


class IdleWatch(QObject):
    """Looks at the clock once a second; nothing is set anew when a mouse moves.

    ``warned`` carries the seconds left, once a second at the end, and 0 when the warning is over.
    ``concerns`` says whether the page in front is one that locks itself.
    """

    warned = Signal(int)
    fell_idle = Signal()

    def __init__(
        self,
        clock: Clock,
        watch: InputWatch,
        minutes: float,
        concerns: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._clock, self._watch, self._concerns = clock, watch, concerns
        self._limit = 0.0
        self._left = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: float) -> None:
        """Fall idle after so many minutes from now on; 0 never does."""
        self._limit = minutes * 60
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()
            self._warn(0)

    def look(self) -> None:
        """Is anybody here?"""
        if not self._limit:
            return
        if not self._concerns():
            self._watch.note()
        left = math.ceil(self._watch.last + self._limit - self._clock.monotonic())
        self._warn(max(0, left) if left <= WARNING else 0)
        if left <= 0:
            self._watch.note()
            self.fell_idle.emit()

    def _warn(self, left: int) -> None:
        if left != self._left:
            self._left = left
            self.warned.emit(left)
