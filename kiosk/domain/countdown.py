"""The countdown of the running phase: a monotonic deadline, and what is stored of it.

While the program runs, only the monotonic clock counts: setting the laptop's clock changes
nothing. What is stored at each change (wall time, remaining time) serves one purpose: to find the
same second again after a crash.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.clock import Clock

LAST_MINUTE = 60.0


class RunState(StrEnum):
    """Whether the running phase counts down or stands still."""

    RUNNING = "running"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class StoredRun:
    """What the event file holds: the phase, its state, the seconds left at ``changed_at``.

    ``remaining`` is negative in overtime. ``started_at`` is when the phase began, ``seconds`` its
    length with all added and taken minutes. ``changes`` counts what was done to it since it began;
    writing down anew where it is changes nothing.
    """

    position: int
    state: RunState
    remaining: float
    seconds: float
    started_at: datetime
    changed_at: datetime
    changes: int = 0

    def is_same(self, other: "StoredRun | None") -> bool:
        """Whether both are one countdown, perhaps written down at different moments.

        Then a screen keeps its own, on the monotonic clock: only a restart may ask the wall clock.
        """
        return other is not None and (self.position, self.started_at, self.changes) == (
            other.position,
            other.started_at,
            other.changes,
        )

    def remaining_at(self, moment: datetime) -> float:
        """Seconds left at a wall-clock moment, as if the program had never stopped.

        A clock that was set back counts as no time gone by, never as time won.
        """
        if self.state is RunState.PAUSED:
            return self.remaining
        return self.remaining - max(0.0, (moment - self.changed_at).total_seconds())


@dataclass(frozen=True, slots=True)
class Countdown:
    """A StoredRun tied to this process's monotonic clock."""

    run: StoredRun
    anchor: float

    @classmethod
    def resume(cls, run: StoredRun, clock: Clock) -> "Countdown":
        """Tie a stored run to the clock at the second where it would be by now."""
        elapsed = run.remaining - run.remaining_at(clock.now())
        return cls(run, clock.monotonic() - elapsed)

    def remaining(self, clock: Clock) -> float:
        """Seconds left, negative in overtime."""
        if self.run.state is RunState.PAUSED:
            return self.run.remaining
        return self.run.remaining - (clock.monotonic() - self.anchor)

    def elapsed(self, clock: Clock) -> float:
        """Seconds that the phase has counted down; no setting of the laptop's clock changes it."""
        return self.run.seconds - self.remaining(clock)

    def elapsed_share(self, clock: Clock) -> float:
        """How much of the phase is over, between 0 and 1."""
        if self.run.seconds <= 0:
            return 1.0
        return min(1.0, max(0.0, 1 - self.remaining(clock) / self.run.seconds))

    def ends_at(self, clock: Clock) -> datetime:
        """The wall-clock moment at which the phase will be over, seen from now."""
        return clock.now() + timedelta(seconds=self.remaining(clock))


def begin(position: int, seconds: float, clock: Clock) -> Countdown:
    """Start a phase now with its full time."""
    now = clock.now()
    run = StoredRun(position, RunState.RUNNING, seconds, seconds, now, now)
    return Countdown(run, clock.monotonic())


def changed(
    countdown: Countdown, clock: Clock, *, state: RunState | None = None, add: float = 0.0
) -> Countdown:
    """The same phase from now on, paused, running again, or with ``add`` seconds more or less."""
    run = countdown.run
    fresh = StoredRun(
        run.position,
        state or run.state,
        countdown.remaining(clock) + add,
        max(0.0, run.seconds + add),
        run.started_at,
        clock.now(),
        run.changes + 1,
    )
    return Countdown(fresh, clock.monotonic())


def written_down(countdown: Countdown, clock: Clock) -> Countdown:
    """The same countdown, with where it is now: for a record that a crash can be resumed from."""
    left = countdown.remaining(clock)
    fresh = replace(countdown.run, remaining=left, changed_at=clock.now())
    return Countdown(fresh, clock.monotonic())


def shown_seconds(remaining: float) -> int:
    """Whole seconds for the face: rounded up, so that 0 appears exactly when time is up."""
    return -int(-remaining // 1)
