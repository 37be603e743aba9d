"""What a rehearsal reports: figures only, no names, the same for the same seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.event import Event
from kiosk.domain.people import Standing
from kiosk.domain.programme import PhaseKind, rounds_of
from kiosk.services.conductor_state import PhaseRow, read_state
from kiosk.services.ports import UnitOfWork
from kiosk.services.rehearsal.witness import Witness
from kiosk.services.results import gather_results
from kiosk.services.seating import current_plan


@dataclass(frozen=True, slots=True)
class PhaseFigures:
    """A phase as planned and as it went, local times as text."""

    kind: PhaseKind
    title: str
    round_number: int | None
    planned: str
    started: str
    seconds_late: int


@dataclass(frozen=True, slots=True)
class RehearsalReport:
    """The rehearsed day in figures. ``checks`` are promises of the house, each kept or not."""

    seed: int
    event: str
    date: str
    attendees: int
    candidates: int
    employers: int
    arrivals: int
    no_shows: int
    late: int
    verdicts: Mapping[str, int]
    rounds: int
    conversations_planned: int
    conversations_held: int
    least: int
    most: int
    wishes_met: int
    wishes: int
    answers: int
    mutual_yes: int
    matches: int
    phases: tuple[PhaseFigures, ...]
    journal_entries: int
    journal_whole: bool
    checks: Mapping[str, bool]

    @property
    def sound(self) -> bool:
        """Whether every promise was kept."""
        return all(self.checks.values())


def report_of(unit: UnitOfWork, witness: Witness, seed: int) -> RehearsalReport:
    """Ask the services what happened, and the witness whether that is true."""
    results, figures = gather_results(unit), current_plan(unit).figures
    checks = witness.checks(unit)
    attendees, late = _attendance(unit)
    with unit:
        rows = read_state(unit, None).rows
        entries = len(unit.journal.entries())
    return RehearsalReport(
        seed=seed,
        event=results.event.title,
        date=results.event.date.isoformat(),
        attendees=attendees,
        candidates=results.totals.candidates.expected,
        employers=results.totals.employers.expected,
        arrivals=len(witness.here),
        no_shows=attendees - len(witness.here),
        late=late,
        verdicts={code.value: count for code, count in sorted(witness.verdicts.items())},
        rounds=results.totals.rounds_held,
        conversations_planned=results.totals.conversations_planned,
        conversations_held=results.totals.conversations_held,
        least=figures.least,
        most=figures.most,
        wishes_met=figures.wishes_met,
        wishes=figures.wishes,
        answers=results.totals.answers_given,
        mutual_yes=len(witness.mutual()),
        matches=results.totals.matches,
        phases=tuple(
            _phase_figures(results.event, row, row.phase.started_at)
            for row in rows
            if row.phase.started_at
        ),
        journal_entries=entries,
        journal_whole=checks["journal_whole"],
        checks=checks,
    )


def _attendance(unit: UnitOfWork) -> tuple[int, int]:
    """How many were expected, and how many came unannounced after round 1 had begun."""
    with unit:
        people = [p for p in unit.people.all() if p.standing is Standing.EXPECTED]
        here, rounds = unit.people.check_ins(), rounds_of(unit.programme.phases())
    began = min((phase.started_at for phase in rounds if phase.started_at), default=None)
    late = [
        person
        for person in people
        if began and person.id in here and here[person.id].at > began
        if person.presence.arrives is None
    ]
    return len(people), len(late)


def _phase_figures(event: Event, row: PhaseRow, started_at: datetime) -> PhaseFigures:
    planned = event.moment(row.phase.starts)
    return PhaseFigures(
        row.phase.kind,
        row.phase.title,
        row.phase.round_number,
        f"{row.phase.starts:%H:%M}",
        f"{event.local(started_at):%H:%M:%S}",
        round((started_at - planned).total_seconds()),
    )
