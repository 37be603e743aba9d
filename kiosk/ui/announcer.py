"""Watches the running countdown and says, once each, what the room should hear."""

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, RunState
from kiosk.services.announcements import Announcement, due_announcements
from kiosk.ui.sound import Sound

TICK_MS = 200

SOUNDS = MappingProxyType(
    {
        Announcement.TWO_MINUTES: Sound.SOFT_GONG,
        Announcement.LAST_MINUTE: Sound.LAST_MINUTE,
        Announcement.TIME_UP: Sound.GONG,
    }
)


class Announcer(QObject):
    """``announced`` carries an Announcement at the moment it becomes true."""

    announced = Signal(object)

    def __init__(
        self, clock: Clock, play: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._play = play
        self._countdown: Countdown | None = None
        self._before = 0.0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    def follow(self, countdown: Countdown | None) -> None:
        """Watch this countdown from now on; what it has passed already is not said again."""
        self._countdown = countdown
        counts = countdown is not None and countdown.run.state is RunState.RUNNING
        if countdown is not None:
            self._before = countdown.remaining(self._clock)
        if counts:
            self._timer.start()
        else:
            self._timer.stop()

    def tick(self) -> None:
        """Look at the clock."""
        if self._countdown is None:
            return
        after = self._countdown.remaining(self._clock)
        for announcement in due_announcements(self._before, after):
            self._play(SOUNDS[announcement])
            self.announced.emit(announcement)
        self._before = after
