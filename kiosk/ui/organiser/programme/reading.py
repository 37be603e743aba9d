"""What the programme page needs, read in one go on the worker thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.countdown import StoredRun
from kiosk.domain.programme import Expected, Pace, Phase, forecast, pace_of
from kiosk.services.ports import UnitOfWork
from kiosk.services.programme_editing import ProgrammeOverview, read_programme


@dataclass(frozen=True, slots=True)
class ProgrammeReading:
    """The programme, the phase that runs, and whether a seating plan is in force."""

    overview: ProgrammeOverview
    run: StoredRun | None
    has_plan: bool

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The programme as it stands."""
        return self.overview.phases

    @property
    def begun(self) -> int:
        """The position of the last phase that has begun."""
        return self.overview.begun

    def pace(self, now: datetime) -> Pace | None:
        """How the day keeps to its programme; None while nothing runs and on any other day."""
        return pace_of(self.overview.event, self.phases, *self._run_at(now), now)

    def expected(self, now: datetime) -> tuple[Expected, ...]:
        """When the running phase and all that come will begin and end; empty without a pace."""
        if self.pace(now) is None:
            return ()
        return forecast(self.overview.event, self.phases, *self._run_at(now), now)

    def _run_at(self, now: datetime) -> tuple[int | None, float]:
        run = self.run
        return (run.position, run.remaining_at(now)) if run else (None, 0.0)


def read(unit: UnitOfWork) -> ProgrammeReading:
    """The programme as it stands."""
    overview = read_programme(unit)
    with unit.reading():
        return ProgrammeReading(
            overview, unit.programme.run(), has_plan=unit.plans.current() is not None
        )


def position_like(phases: Sequence[Phase], before: Sequence[Phase], position: int) -> int:
    """Where a phase is in a programme that somebody else changed; the nearest place if it went."""
    if not phases:
        return -1
    place = min(max(position, 0), len(phases) - 1)
    if not 0 <= position < len(before):
        return place
    wanted = _alike(before[position])
    if _alike(phases[place]) == wanted:
        return place
    return next((phase.position for phase in phases if _alike(phase) == wanted), place)


def _alike(phase: Phase) -> tuple[object, ...]:
    return phase.kind, phase.title, phase.round_number, phase.skipped
