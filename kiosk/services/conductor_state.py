"""What the host's screen and the room display show: the programme, the countdown, the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.event import Event
from kiosk.domain.programme import Phase, rounds_of
from kiosk.services.day_position import PHASE_STARTED, is_finished
from kiosk.services.ports import UnitOfWork
from kiosk.services.room_seating import RoomSeating, read_room


class PhaseStanding(StrEnum):
    """Where the day is, seen from one phase."""

    DONE = "done"
    RUNNING = "running"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """One line of the programme: as planned, and when it really started."""

    phase: Phase
    standing: PhaseStanding
    started_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ConductorState:
    """Everything the host's screen and the room display show, at one moment.

    ``room`` is the seating of the running round, else of the next one; None after the last round.
    """

    event: Event
    rows: tuple[PhaseRow, ...]
    countdown: Countdown | None
    room: RoomSeating | None
    finished: bool

    @property
    def position(self) -> int | None:
        """The running phase's position, to hand back with the next gesture."""
        return self.countdown.run.position if self.countdown else None

    @property
    def running(self) -> Phase | None:
        """The phase that runs or is paused."""
        return None if self.position is None else self.rows[self.position].phase

    @property
    def following(self) -> Phase | None:
        """The phase that "next" will start; None in the last phase and after the end."""
        index = 0 if self.position is None else self.position + 1
        coming = not self.finished and index < len(self.rows)
        return self.rows[index].phase if coming else None

    @property
    def round_count(self) -> int:
        """How many rounds the day has."""
        return len(rounds_of([row.phase for row in self.rows]))

    def minutes_behind(self, clock: Clock) -> int | None:
        """Whole minutes that the running phase will end after its planned end; negative is early.

        Overtime counts on. None while nothing runs and on any day but the event's own, when the
        planned times mean nothing.
        """
        phase = self.running
        if self.countdown is None or phase is None:
            return None
        if self.event.local(clock.now()).date() != self.event.date:
            return None
        ends = max(self.countdown.ends_at(clock), clock.now())
        return round((ends - self.event.moment(phase.ends)).total_seconds() / 60)


def read_state(unit: UnitOfWork, countdown: Countdown | None) -> ConductorState:
    """The state around ``countdown``, the one in force; inside an open unit of work."""
    phases = unit.programme.phases()
    finished = countdown is None and is_finished(unit)
    position = countdown.run.position if countdown else len(phases) if finished else -1
    started = actual_starts(unit)
    rows = tuple(
        PhaseRow(phase, _standing(phase.position, position), started.get(phase.position))
        for phase in phases
    )
    number = _round_to_show(phases, position)
    room = None if number is None else read_room(unit, number)
    return ConductorState(unit.events.get(), rows, countdown, room, finished)


def _standing(position: int, running: int) -> PhaseStanding:
    if position == running:
        return PhaseStanding.RUNNING
    return PhaseStanding.DONE if position < running else PhaseStanding.COMING


def actual_starts(unit: UnitOfWork) -> dict[int, datetime]:
    """The latest start of each phase, from the journal; inside an open unit of work."""
    starts: dict[int, datetime] = {}
    for entry in unit.journal.latest((PHASE_STARTED,), 10_000):
        starts.setdefault(int(entry.facts["position"] or 0), entry.at)
    return starts


def _round_to_show(phases: Sequence[Phase], position: int) -> int | None:
    coming = (phase.round_number for phase in rounds_of(phases) if phase.position >= position)
    return next(coming, None)
