"""The organisers' own export: the whole day as values, without anybody's one-sided answer.

The export leaves the encrypted file, so it is written down before it is handed out: an export
that then fails to reach the disk is in the journal, one that nobody knows of can't exist.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.event import Event
from kiosk.domain.indicators import SMALL_GROUP
from kiosk.domain.interest import Answer
from kiosk.domain.people import Attendee, Side, Standing
from kiosk.domain.plan import figures_of
from kiosk.domain.programme import rounds_of
from kiosk.services.matching import (
    InterestCounts,
    MatchContact,
    SideCounts,
    read_counts,
    read_matches,
)
from kiosk.services.ports import UnitOfWork
from kiosk.services.room_seating import employers_here
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
        day = _gather(unit, now)
        facts = {
            "kind": kind.value,
            "attendance": len(day.attendance),
            "conversations": len(day.conversations),
            "matches": len(day.matches),
        }
        unit.journal.append(now, station, EXPORT_MADE, facts=facts)
        unit.commit()
        return day


def without_remainders(counts: InterestCounts) -> InterestCounts:
    """The counts, without a split from which the list of matches can be subtracted.

    Every match is one yes of each side, and matches are listed by name. What remains of a side's
    yeses are one-sided ones (or lack consent), so a remainder of a few would point at somebody.
    """
    return replace(
        counts,
        candidates=_without_remainder(counts.candidates, counts.matches),
        employers=_without_remainder(counts.employers, counts.matches),
    )


def _without_remainder(side: SideCounts, matches: int) -> SideCounts:
    if side.by_answer is None or side.by_answer[Answer.YES] - matches >= SMALL_GROUP:
        return side
    return replace(side, by_answer=None)


def _gather(unit: UnitOfWork, now: datetime) -> DayExport:
    event, people = unit.events.get(), unit.people.all()
    here = unit.people.check_ins()
    present = [p for p in people if p.standing is Standing.EXPECTED or p.id in here]
    conversations = _conversations(unit)
    interest = without_remainders(read_counts(unit))
    return DayExport(
        event=event,
        made_at=event.local(now),
        attendance=_attendance(unit, event, present),
        cancelled=len(people) - len(present),
        conversations=conversations,
        interest=interest,
        matches=_matches(unit, present),
        figures=_figures(unit, present, conversations, interest),
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


def _conversations(unit: UnitOfWork) -> tuple[ConversationLine, ...]:
    plan, held = unit.plans.current(), unit.plans.held()
    planned = plan.conversations if plan else ()
    run = {c.round_number for c in planned if (c.candidate_id, c.employer_id) in held}
    starts = {phase.round_number: phase.starts for phase in rounds_of(unit.programme.phases())}
    people = {person.id: person for person in unit.people.all()}
    names = {employer.id: employer.name for employer in unit.employers.all()}
    lines = [
        ConversationLine(
            c.round_number,
            starts.get(c.round_number),
            c.table_number,
            names[c.employer_id],
            people[c.candidate_id].badge_number,
            people[c.candidate_id].public_name,
            _state((c.candidate_id, c.employer_id) in held, c.round_number in run),
        )
        for c in planned
    ]
    return tuple(sorted(lines, key=lambda c: (c.round_number, c.table_number, c.badge_number)))


def _state(held: bool, round_was_run: bool) -> ConversationState:
    if held:
        return ConversationState.HELD
    return ConversationState.NOT_HELD if round_was_run else ConversationState.PLANNED


def _matches(unit: UnitOfWork, present: list[Attendee]) -> tuple[MatchLine, ...]:
    at_table: defaultdict[UUID | None, list[str]] = defaultdict(list)
    for person in present:
        if person.side is Side.EMPLOYER:
            at_table[person.employer_id].append(person.public_name)
    return tuple(
        MatchLine(contact, tuple(at_table[contact.match.employer_id]))
        for contact in read_matches(unit)
    )


def _figures(
    unit: UnitOfWork,
    present: list[Attendee],
    conversations: tuple[ConversationLine, ...],
    interest: InterestCounts,
) -> tuple[Figure, ...]:
    here = unit.people.check_ins()
    candidates = [person for person in present if person.side is Side.CANDIDATE]
    held = [c for c in conversations if c.state is ConversationState.HELD]
    rounds = rounds_of(unit.programme.phases())
    plan = unit.plans.current()
    seated = figures_of(read_request(unit), plan.conversations if plan else ())
    counted = {
        FigureCode.CANDIDATES_HERE: (sum(p.id in here for p in candidates), len(candidates)),
        FigureCode.EMPLOYERS_HERE: (len(employers_here(unit)), len(unit.employers.all())),
        FigureCode.ROUNDS_HELD: (len({c.round_number for c in held}), len(rounds)),
        FigureCode.CONVERSATIONS_HELD: (len(held), len(conversations)),
        FigureCode.WISHES_MET: (seated.wishes_met, seated.wishes),
        FigureCode.CANDIDATE_ANSWERS: (interest.candidates.answered, interest.candidates.asked),
        FigureCode.EMPLOYER_ANSWERS: (interest.employers.answered, interest.employers.asked),
        FigureCode.MATCHES: (interest.matches, interest.candidates.asked),
    }
    return tuple(Figure(code, *numbers) for code, numbers in counted.items())
