"""Watches the running countdown and says, once each, what the room should hear."""

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, RunState, StoredRun
from kiosk.domain.programme import Phase
from kiosk.domain.room_settings import RoomSettings
from kiosk.services.announcements import (
    Announcement,
    PhaseEnd,
    Sentence,
    due_announcements,
    heard,
    is_worth_saying,
    seconds_to_next,
)

LOOK_MS = 200
"""Whatever stopped the program or the laptop, the room hears what is still true this soon."""
JUST_BEGUN = 15.0
"""A phase that began less than so many seconds ago is watched from its beginning."""
REPEAT_AFTER = 20.0
"""Minutes that are given and taken back at once don't make the same announcement twice."""


def _unspoken(_sentence: Sentence) -> None:
    """There is no voice: the chime before the sentence has to do."""


class Announcer(QObject):
    """``announced`` carries an Announcement at the moment it becomes true, heard or not."""

    announced = Signal(object)

    def __init__(
        self,
        clock: Clock,
        play: Callable[[str], None],
        parent: QObject | None = None,
        speak: Callable[[Sentence], None] = _unspoken,
    ) -> None:
        super().__init__(parent)
        self._clock, self._play, self._speak = clock, play, speak
        self._countdown: Countdown | None = None
        self._end, self._quiet = PhaseEnd(), False
        self._before = 0.0
        self._said_at: dict[Announcement, float] = {}
        self._left_off: tuple[StoredRun, float] | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    def follow(
        self,
        countdown: Countdown | None,
        phase: Phase | None = None,
        following: Phase | None = None,
        settings: RoomSettings = RoomSettings(),
    ) -> None:
        """Watch this countdown from now on; what it has passed already is not said again.

        The same phase may come again at any time: paused, going on, with a minute more or less,
        or only written down anew. It is watched from the second where it was last looked at, so
        that nothing is lost between two looks and nothing is said twice.
        """
        self._end, self._quiet = _end_of(phase, following), settings.quiet
        if countdown is not None and _run_of(countdown) != _run_of(self._countdown):
            self._before = max(_first_seen_at(countdown, self._clock), self._left_off_in(countdown))
            self._left_off = None
            self._said_at.clear()
        self._countdown = countdown
        self._look()

    def go_on_from(self, run: StoredRun) -> None:
        """The program was stopped in this phase, where it was last written down.

        When it goes on, of what passed meanwhile that is said which is still true: a room that
        waited for the gong hears it after all. Any other phase knows nothing of it.
        """
        self._left_off = (run, run.remaining)

    def _left_off_in(self, countdown: Countdown) -> float:
        """The seconds left when the program stopped in this phase, if it did."""
        if self._left_off is None:
            return float("-inf")
        run, left = self._left_off
        same = (run.position, run.started_at) == (countdown.run.position, countdown.run.started_at)
        return left if same else float("-inf")

    def tick(self) -> None:
        """Look at the clock. A phase that stands still says nothing until it goes on."""
        if self._countdown is None or self._countdown.run.state is RunState.PAUSED:
            return
        after = self._countdown.remaining(self._clock)
        due = due_announcements(self._before, after)
        self._before = after
        for announcement in due:
            if is_worth_saying(announcement, self._countdown.run.seconds):
                self._announce(announcement)

    def _look(self) -> None:
        """Look again no later than when the next one is due: the gong belongs to 0:00."""
        if self._countdown is None or self._countdown.run.state is not RunState.RUNNING:
            self._timer.stop()
            return
        self.tick()
        wait = min(seconds_to_next(self._before) * 1000, LOOK_MS)
        self._timer.start(math.ceil(wait))

    def _announce(self, announcement: Announcement) -> None:
        now = self._clock.monotonic()
        if now - self._said_at.get(announcement, float("-inf")) < REPEAT_AFTER:
            return
        self._said_at[announcement] = now
        sounds = heard(announcement, self._end, quiet=self._quiet)
        if sounds.chime is not None:
            self._play(sounds.chime)
        if sounds.sentence is not None:
            self._speak(sounds.sentence)
        self.announced.emit(announcement)


def _run_of(countdown: Countdown | None) -> tuple[int, datetime] | None:
    """Which phase of the day it is, and which time that it runs."""
    return (countdown.run.position, countdown.run.started_at) if countdown else None


def _first_seen_at(countdown: Countdown, clock: Clock) -> float:
    """The seconds left from which it is watched: all of them if it has only just begun."""
    remaining = countdown.remaining(clock)
    if _is_untouched(countdown.run) and countdown.run.remaining - remaining < JUST_BEGUN:
        return countdown.run.remaining
    return remaining


def _is_untouched(run: StoredRun) -> bool:
    return run.changed_at == run.started_at


def _end_of(phase: Phase | None, following: Phase | None) -> PhaseEnd:
    after = following.kind if following else None
    return PhaseEnd(phase.kind, phase.sound, after) if phase else PhaseEnd(following=after)
