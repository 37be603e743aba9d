"""The organisers' own export: the whole day as values, without anybody's one-sided answer.

The export leaves the encrypted file, so it is written down before it is handed out: an export
that then fails to reach the disk is in the journal, one that nobody knows of can't exist.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.event import Event
from kiosk.domain.people import Attendee, Side, Standing
from kiosk.domain.plan import figures_of
from kiosk.domain.programme import rounds_of
from kiosk.services.joining import JoinedUnit
from kiosk.services.matching import InterestCounts, MatchContact
from kiosk.services.ports import UnitOfWork
from kiosk.services.results import Results, gather_results
from kiosk.services.seating import read_request

EXPORT_MADE = "export-made"
ORGANISER_STATION = "organiser"


class ExportKind(StrEnum):
    """One workbook, or a folder with a CSV file for each sheet."""

    WORKBOOK = "xlsx"
    FOLDER = "csv"


class ConversationState(StrEnum):
    """What became of a planned conversation; not held is only said of a round that was run."""

    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not-held"


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """Somebody expected or here; ``arrived_at`` is local to the venue, None for nobody seen."""

    badge_number: int
    name: str
    side: Side
    organisation: str
    arrived_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """One conversation of the plan in force.

    ``starts`` is the planned time, local; None when the programme has this round no longer.
    """

    round_number: int
    starts: time | None
    table_number: int
    employer: str
    badge_number: int
    name: str
    state: ConversationState


@dataclass(frozen=True, slots=True)
class MatchLine:
    """A mutual yes with consent, and who sits at the employer's table."""

    contact: MatchContact
    representatives: tuple[str, ...]


class FigureCode(StrEnum):
    """The indicators that the event file can answer for."""

    CANDIDATES_HERE = "candidates-here"
    EMPLOYERS_HERE = "employers-here"
    ROUNDS_HELD = "rounds-held"
    CONVERSATIONS_HELD = "conversations-held"
    WISHES_MET = "wishes-met"
    CANDIDATE_ANSWERS = "candidate-answers"
    EMPLOYER_ANSWERS = "employer-answers"
    MATCHES = "matches"


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator as n out of N."""

    code: FigureCode
    count: int
    out_of: int


@dataclass(frozen=True, slots=True)
class DayExport:
    """Everything that an export shows; ``made_at`` is local, ``cancelled`` are left out."""

    event: Event
    made_at: datetime
    attendance: tuple[AttendanceLine, ...]
    cancelled: int
    conversations: tuple[ConversationLine, ...]
    interest: InterestCounts
    matches: tuple[MatchLine, ...]
    figures: tuple[Figure, ...]


def export_day(
    unit: UnitOfWork, clock: Clock, kind: ExportKind, *, station: str = ORGANISER_STATION
) -> DayExport:
    """Gather the day for an export, and put into the journal that it was taken out."""
    with unit:
        now = clock.now()
        day = read_day(unit, now)
        facts = {
            "kind": kind.value,
            "attendance": len(day.attendance),
            "conversations": len(day.conversations),
            "matches": len(day.matches),
        }
        unit.journal.append(now, station, EXPORT_MADE, facts=facts)
        unit.commit()
        return day


def read_day(unit: UnitOfWork, now: datetime) -> DayExport:
    """The day as an export shows it, inside an open unit of work."""
    results = gather_results(JoinedUnit(unit))
    event, people = results.event, unit.people.all()
    here = unit.people.check_ins()
    present = [p for p in people if p.standing is Standing.EXPECTED or p.id in here]
    return DayExport(
        event=event,
        made_at=event.local(now),
        attendance=_attendance(unit, event, present),
        cancelled=len(people) - len(present),
        conversations=_conversations(unit, present),
        interest=results.interest,
        matches=_matches(results, present),
        figures=_figures(unit, results),
    )


def _attendance(
    unit: UnitOfWork, event: Event, present: list[Attendee]
) -> tuple[AttendanceLine, ...]:
    names = {employer.id: employer.name for employer in unit.employers.all()}
    here = unit.people.check_ins()
    return tuple(
        AttendanceLine(
            person.badge_number,
            person.public_name,
            person.side,
            names.get(person.employer_id, "") if person.employer_id else "",
            event.local(here[person.id].at) if person.id in here else None,
        )
        for person in present
    )


def _conversations(unit: UnitOfWork, present: list[Attendee]) -> tuple[ConversationLine, ...]:
    """The plan, without the seats of people who cancelled: no sheet names them."""
    plan = unit.plans.current()
    held = {c.key for c in unit.plans.held_conversations()}
    planned = plan.conversations if plan else ()
    run = {number for number, _, _ in held}
    starts = {phase.round_number: phase.starts for phase in rounds_of(unit.programme.phases())}
    people = {person.id: person for person in present}
    names = {employer.id: employer.name for employer in unit.employers.all()}
    lines = [
        ConversationLine(
            c.round_number,
            starts.get(c.round_number),
            c.table_number,
            names[c.employer_id],
            people[c.candidate_id].badge_number,
            people[c.candidate_id].public_name,
            _state(c.key in held, c.round_number in run),
        )
        for c in planned
        if c.candidate_id in people
    ]
    return tuple(sorted(lines, key=lambda c: (c.round_number, c.table_number, c.badge_number)))


def _state(held: bool, round_was_run: bool) -> ConversationState:
    if held:
        return ConversationState.HELD
    return ConversationState.NOT_HELD if round_was_run else ConversationState.PLANNED


def _matches(results: Results, present: list[Attendee]) -> tuple[MatchLine, ...]:
    at_table: defaultdict[UUID | None, list[str]] = defaultdict(list)
    for person in present:
        if person.side is Side.EMPLOYER:
            at_table[person.employer_id].append(person.public_name)
    return tuple(
        MatchLine(contact, tuple(at_table[contact.match.employer_id]))
        for contact in results.matches
    )


def _figures(unit: UnitOfWork, results: Results) -> tuple[Figure, ...]:
    totals, interest = results.totals, results.interest
    plan = unit.plans.current()
    seated = figures_of(read_request(unit), plan.conversations if plan else ())
    counted = {
        FigureCode.CANDIDATES_HERE: (totals.candidates.here, totals.candidates.expected),
        FigureCode.EMPLOYERS_HERE: (totals.employers.here, totals.employers.expected),
        FigureCode.ROUNDS_HELD: (totals.rounds_held, len(results.rounds)),
        FigureCode.CONVERSATIONS_HELD: (totals.conversations_held, totals.conversations_planned),
        FigureCode.WISHES_MET: (seated.wishes_met, seated.wishes),
        FigureCode.CANDIDATE_ANSWERS: (interest.candidates.answered, interest.candidates.asked),
        FigureCode.EMPLOYER_ANSWERS: (interest.employers.answered, interest.employers.asked),
        FigureCode.MATCHES: (totals.matches, interest.candidates.asked),
    }
    return tuple(Figure(code, *numbers) for code, numbers in counted.items())
