"""Use cases of the seating plan: make it, keep it, and show who sits where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import (
    WISH_AVOID,
    WISH_WANTED,
    Attendee,
    ConsentKind,
    Presence,
    Side,
    Standing,
)
from kiosk.domain.plan import (
    Conversation,
    PlanFigures,
    PlanMethod,
    PlanRequest,
    SeatingPlanner,
    Seeker,
    TableOffer,
    figures_of,
)
from kiosk.domain.programme import Phase, rounds_of
from kiosk.services.ports import StoredPlan, UnitOfWork


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """A saved plan and what it gives."""

    plan: StoredPlan
    figures: PlanFigures


class CellKind(StrEnum):
    """Where somebody is in a round."""

    TABLE = "table"
    REST = "rest"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class GridCell:
    """One person in one round; the employer is empty for rest and away.

    ``wanted`` says that the person asked to meet this employer.
    """

    round_number: int
    kind: CellKind
    employer_id: UUID | None = None
    employer_name: str = ""
    table_number: int | None = None
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """One candidate, by public name and badge number, through all rounds."""

    candidate_id: UUID
    name: str
    badge_number: int
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class PlanGrid:
    """The plan as organisers read it and as route cards print it."""

    version: int
    method: PlanMethod
    rounds: tuple[Phase, ...]
    rows: tuple[GridRow, ...]
    figures: PlanFigures


def plan_request(unit: UnitOfWork) -> PlanRequest:
    """Everything the planner may know, read from the event file."""
    with unit:
        return read_request(unit)


def make_plan(
    unit: UnitOfWork, clock: Clock, planner: SeatingPlanner, method: PlanMethod, *, station: str
) -> PlanOutcome:
    """Make a plan and put it in force as the next version."""
    with unit:
        request = read_request(unit)
        if not (request.seekers and request.tables and request.rounds):
            raise Refusal(RefusalCode.NO_PEOPLE)
        conversations = planner.plan(request)
        now = clock.now()
        plan = unit.plans.add(method, conversations, now)
        figures = figures_of(request, conversations)
        unit.journal.append(
            now,
            station,
            "plan-made",
            facts={
                "version": plan.version,
                "method": method,
                "conversations": figures.conversations,
                "least": figures.least,
                "most": figures.most,
            },
        )
        unit.commit()
        return PlanOutcome(plan, figures)


def current_plan(unit: UnitOfWork) -> PlanOutcome:
    """The plan in force, with its figures.

    Raises:
        Refusal: ``NO_PLAN`` when none has been made.
    """
    with unit:
        plan = required_plan(unit)
        return PlanOutcome(plan, figures_of(read_request(unit), plan.conversations))


def plan_grid(unit: UnitOfWork) -> PlanGrid:
    """The plan in force as one row for each candidate, sorted by public name.

    Raises:
        Refusal: ``NO_PLAN`` when none has been made.
    """
    with unit:
        plan = required_plan(unit)
        request = read_request(unit)
        rounds = rounds_of(unit.programme.phases())
        names = {employer.id: employer.name for employer in unit.employers.all()}
        seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
        seats = {(c.candidate_id, c.round_number): c for c in plan.conversations}
        seated = {c.candidate_id for c in plan.conversations}
        people = [a for a in unit.people.all() if a.id in seekers or a.id in seated]
        people.sort(key=lambda person: (person.public_name.casefold(), person.badge_number))
        numbers = [phase.round_number for phase in rounds if phase.round_number is not None]
        rows = [
            GridRow(
                person.id,
                person.public_name,
                person.badge_number,
                tuple(
                    _cell(number, seats.get((person.id, number)), seekers.get(person.id), names)
                    for number in numbers
                ),
            )
            for person in people
        ]
        figures = figures_of(request, plan.conversations)
        return PlanGrid(plan.version, plan.method, rounds, tuple(rows), figures)


def _cell(
    number: int,
    conversation: Conversation | None,
    seeker: Seeker | None,
    names: Mapping[UUID, str],
) -> GridCell:
    if conversation is None:
        there = seeker is not None and number in seeker.rounds
        return GridCell(number, CellKind.REST if there else CellKind.AWAY)
    employer_id = conversation.employer_id
    return GridCell(
        number,
        CellKind.TABLE,
        employer_id,
        names.get(employer_id, ""),
        conversation.table_number,
        wanted=seeker is not None and employer_id in seeker.wanted,
    )


def read_request(unit: UnitOfWork) -> PlanRequest:
    """The request, inside an open unit of work."""
    rounds = rounds_of(unit.programme.phases())
    tables = tuple(
        TableOffer(e.id, e.table_number, e.seats, rounds_within(e.presence, rounds))
        for e in unit.employers.all()
    )
    wishes: defaultdict[tuple[UUID, int], set[UUID]] = defaultdict(set)
    for wish in unit.people.wishes():
        wishes[wish.candidate_id, wish.weight].add(wish.employer_id)
    seekers = tuple(
        Seeker(
            person.id,
            rounds_within(person.presence, rounds),
            frozenset(wishes[person.id, WISH_WANTED]),
            frozenset(wishes[person.id, WISH_AVOID]),
        )
        for person in expected_candidates(unit)
    )
    return PlanRequest(tables, seekers, len(rounds))


def expected_candidates(unit: UnitOfWork) -> list[Attendee]:
    """Candidates who come and agreed to take part, by badge number; inside an open unit."""
    consents = unit.people.consents()
    return [
        person
        for person in unit.people.all()
        if person.side is Side.CANDIDATE
        and person.standing is Standing.EXPECTED
        and consents.get(person.id, {}).get(ConsentKind.TAKE_PART, False)
    ]


def required_plan(unit: UnitOfWork) -> StoredPlan:
    """The plan in force, inside an open unit of work; a Refusal when there is none."""
    plan = unit.plans.current()
    if plan is None:
        raise Refusal(RefusalCode.NO_PLAN)
    return plan


def rounds_within(presence: Presence, rounds: Sequence[Phase]) -> frozenset[int]:
    """The numbers of the rounds for the whole of which somebody is there."""
    return frozenset(
        phase.round_number
        for phase in rounds
        if phase.round_number is not None and presence.covers(phase.starts, phase.ends)
    )
