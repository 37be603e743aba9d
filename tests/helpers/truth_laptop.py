"""The countdown and a laptop without a file: what is kept over a restart is a value."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState, StoredRun, begin, changed, written_down
from tests.helpers.truth import Act, Step

START = datetime(2023, 3, 21, 13, 30, tzinfo=UTC)
LENGTHS = (30 * 60_000, 7 * 60_000, 60_000, 7 * 60_000, 15 * 60_000)
"""A welcome, two rounds with a changeover between them, a break; in milliseconds."""

SWITCHED_ON_BEFORE = 86_399.123
"""A laptop was on for some time already: its monotonic seconds start anywhere."""


def switched_on(wall: datetime) -> SimulatedClock:
    """The clock of a process that has just begun."""
    clock = SimulatedClock(wall)
    clock.advance(SWITCHED_ON_BEFORE)
    clock.set_wall(wall)
    return clock


class Laptop:
    """The real countdown and the real clock; its memory is lost at a restart, the run is kept."""

    def __init__(self, lengths: Sequence[int], started: datetime = START) -> None:
        self._lengths = lengths
        self.clock = switched_on(started)
        self.countdown = begin(0, lengths[0] / 1000, self.clock)
        self.kept: StoredRun = self.countdown.run

    @property
    def left_ms(self) -> float:
        return self.countdown.remaining(self.clock) * 1000

    def take(self, step: Step) -> None:  # noqa: C901 - one case for each act
        match step.act:
            case Act.WAIT | Act.STALL | Act.SUSPEND:
                self.clock.advance(step.ms / 1000)
            case Act.JUMP:
                self._jump(step.ms)
            case Act.PAUSE:
                self._change(RunState.PAUSED)
            case Act.GO_ON:
                self._change(RunState.RUNNING)
            case Act.ADJUST:
                self._adjust(step.ms / 1000)
            case Act.NEXT if self.countdown.run.position + 1 < len(self._lengths):
                position = self.countdown.run.position + 1
                self._keep(begin(position, self._lengths[position] / 1000, self.clock))
            case Act.WRITE_DOWN if self.countdown.run.state is RunState.RUNNING:
                self._keep(written_down(self.countdown, self.clock))
            case Act.AS_IF_NOTHING:
                self._restart(step.ms)
                self._keep(changed(Countdown.resume(self.kept, self.clock), self.clock))
            case Act.WHERE_IT_STOPPED:
                self._restart(step.ms)
                stopped = replace(self.kept, state=RunState.PAUSED, changed_at=self.clock.now())
                self._keep(Countdown(stopped, self.clock.monotonic()))

    def _jump(self, ms: int) -> None:
        self.clock.set_wall(self.clock.now() + timedelta(milliseconds=ms))

    def _change(self, state: RunState) -> None:
        if self.countdown.run.state is not state:
            self._keep(changed(self.countdown, self.clock, state=state))

    def _adjust(self, seconds: float) -> None:
        left = self.countdown.remaining(self.clock)
        add = seconds + max(0.0, -left) if seconds > 0 else max(seconds, -max(0.0, left))
        if add:
            self._keep(changed(self.countdown, self.clock, add=add))

    def _restart(self, away_ms: int) -> None:
        self.clock = switched_on(self.clock.now() + timedelta(milliseconds=away_ms))

    def _keep(self, countdown: Countdown) -> None:
        self.countdown, self.kept = countdown, countdown.run
