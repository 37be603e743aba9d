"""What the host's screen and the room display show: the programme, the countdown, the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.event import Event
from kiosk.domain.programme import (
    Pace,
    Phase,
    fixed_start_after,
    last_begun_of,
    pace_of,
    phase_after,
    rounds_of,
)
from kiosk.domain.room_settings import RoomSign
from kiosk.services.day_position import is_finished
from kiosk.services.ports import UnitOfWork
from kiosk.services.room_seating import RoomSeating, read_room


class PhaseStanding(StrEnum):
    """Where the day is, seen from one phase."""

    DONE = "done"
    RUNNING = "running"
    COMING = "coming"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """One line of the programme, and where the day is seen from it."""

    phase: Phase
    standing: PhaseStanding


@dataclass(frozen=True, slots=True)
class ConductorState:
    """Everything the host's screen and the room display show, at one moment.

    ``room`` is the seating of the running round, else of the next one; None after the last round.
    ``sign`` is what the host has put over the room's picture. ``has_plan`` tells whether a seating
    plan is in force.
    """

    event: Event
    rows: tuple[PhaseRow, ...]
    countdown: Countdown | None
    room: RoomSeating | None
    finished: bool
    sign: RoomSign
    has_plan: bool

    @property
    def position(self) -> int | None:
        """The running phase's position, to hand back with the next gesture."""
        return self.countdown.run.position if self.countdown else None

    @property
    def begun(self) -> int:
        """The position of the last phase that has begun: only what comes after it can change.

        A host who went back to an earlier part has rounds behind it that were held.
        """
        return len(self.rows) - 1 if self.finished else last_begun_of(self.phases, self.position)

    @property
    def running(self) -> Phase | None:
        """The phase that runs or is paused."""
        return None if self.position is None else self.rows[self.position].phase

    @property
    def following(self) -> Phase | None:
        """The phase that "next" will start; None in the last phase and after the end."""
        if self.finished:
            return None
        return phase_after(self.phases, -1 if self.position is None else self.position)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The programme."""
        return tuple(row.phase for row in self.rows)

    @property
    def round_count(self) -> int:
        """How many rounds the day has."""
        return len(rounds_of(self.phases))

    def pace(self, clock: Clock) -> Pace | None:
        """How the day keeps to its programme; None while nothing runs and on any other day."""
        left = self.countdown.remaining(clock) if self.countdown else 0.0
        return pace_of(self.event, self.phases, self.position, left, clock.now())

    def fixed_start(self, clock: Clock) -> datetime | None:
        """The clock time that what follows is fixed at, in UTC; None where it just follows."""
        position = -1 if self.position is None else self.position
        return fixed_start_after(self.event, self.phases, position, clock.now())


def read_state(unit: UnitOfWork, countdown: Countdown | None) -> ConductorState:
    """The state around ``countdown``, the one in force; inside an open unit of work."""
    phases = unit.programme.phases()
    finished = countdown is None and is_finished(unit)
    position = countdown.run.position if countdown else len(phases) if finished else -1
    rows = tuple(PhaseRow(phase, _standing(phase, position)) for phase in phases)
    number = _round_to_show(phases, position)
    room = None if number is None else read_room(unit, number)
    sign = unit.room.sign()
    has_plan = unit.plans.current() is not None
    return ConductorState(unit.events.get(), rows, countdown, room, finished, sign, has_plan)


def _standing(phase: Phase, running: int) -> PhaseStanding:
    if phase.skipped:
        return PhaseStanding.SKIPPED
    if phase.position == running:
        return PhaseStanding.RUNNING
    return PhaseStanding.DONE if phase.position < running else PhaseStanding.COMING


def _round_to_show(phases: Sequence[Phase], position: int) -> int | None:
    coming = (phase.round_number for phase in rounds_of(phases) if phase.position >= position)
    return next(coming, None)
