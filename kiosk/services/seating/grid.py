"""The plan as organisers read it: people down, rounds across."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kiosk.domain.people import Attendee
from kiosk.domain.plan import (
    Conversation,
    PlanBound,
    PlanFigures,
    PlanMethod,
    PlanOrigin,
    PlanRequest,
    PlanState,
    RoundStanding,
    Seeker,
    figures_of,
)
from kiosk.domain.plan.points import STRONGEST
from kiosk.domain.programme import Phase, rounds_of
from kiosk.services.day_position import round_standings
from kiosk.services.ports import StoredPlan, UnitOfWork
from kiosk.services.seating.making import share_of
from kiosk.services.seating.request import read_request, required_plan


class CellKind(StrEnum):
    """Where somebody is in a round."""

    TABLE = "table"
    REST = "rest"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class GridCell:
    """One person in one round; the employer is empty for rest and away.

    ``strength`` says how much the person asked to meet this employer: 0 not at all, 5 very much.
    """

    round_number: int
    kind: CellKind
    employer_id: UUID | None = None
    employer_name: str = ""
    table_number: int | None = None
    strength: int = 0
    must: bool = False
    locked: bool = False

    @property
    def wanted(self) -> bool:
        """Whether they asked for it at all."""
        return self.strength > 0


@dataclass(frozen=True, slots=True)
class GridRow:
    """One candidate, by public name and badge number, through all rounds."""

    candidate_id: UUID
    name: str
    badge_number: int
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class PlanGrid:
    """A plan as organisers read it and as route cards print it.

    ``bound`` is known for a plan that was made by the best method and not touched since the day
    changed. ``edits`` counts what was done by hand and can be undone.
    """

    version: int
    method: PlanMethod
    state: PlanState
    origin: PlanOrigin
    rounds: tuple[Phase, ...]
    rows: tuple[GridRow, ...]
    figures: PlanFigures
    bound: PlanBound | None
    edits: int
    standings: Mapping[int, RoundStanding]

    @property
    def share(self) -> float | None:
        """The points reached, as a share of what no plan can beat; None when that is not known."""
        return share_of(self.figures, self.bound)


def plan_grid(unit: UnitOfWork) -> PlanGrid:
    """The plan in force as one row for each candidate, sorted by public name.

    Raises:
        Refusal: ``NO_PLAN`` when none has been made.
    """
    with unit:
        return read_grid(unit, required_plan(unit))


def read_grid(unit: UnitOfWork, plan: StoredPlan, request: PlanRequest | None = None) -> PlanGrid:
    """Any plan as a grid, inside an open unit of work; who has read the request hands it in."""
    request = request or read_request(unit)
    rounds = rounds_of(unit.programme.phases())
    numbers = [phase.round_number for phase in rounds if phase.round_number is not None]
    names = {employer.id: employer.name for employer in unit.employers.all()}
    seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
    seats = {(c.candidate_id, c.round_number): c for c in plan.conversations}
    seated = {c.candidate_id for c in plan.conversations}
    people = [a for a in unit.people.all() if a.id in seekers or a.id in seated]
    people.sort(key=lambda person: (person.public_name.casefold(), person.badge_number))

    def cell(person: Attendee, number: int) -> GridCell:
        seat, locked = seats.get((person.id, number)), (person.id, number) in plan.locked
        return _cell(number, seat, seekers.get(person.id), names, locked=locked)

    return PlanGrid(
        plan.version,
        plan.method,
        plan.state,
        plan.origin,
        rounds,
        tuple(
            GridRow(
                person.id,
                person.public_name,
                person.badge_number,
                tuple(cell(person, number) for number in numbers),
            )
            for person in people
        ),
        figures_of(request, plan.conversations),
        plan.bound,
        unit.plans.edits(plan.version),
        round_standings(unit),
    )


def _cell(
    number: int,
    conversation: Conversation | None,
    seeker: Seeker | None,
    names: Mapping[UUID, str],
    *,
    locked: bool,
) -> GridCell:
    if conversation is None:
        there = seeker is not None and number in seeker.rounds
        return GridCell(number, CellKind.REST if there else CellKind.AWAY)
    employer_id = conversation.employer_id
    must = seeker is not None and employer_id in seeker.musts
    liking = seeker.liking.get(employer_id, 0) if seeker else 0
    return GridCell(
        number,
        CellKind.TABLE,
        employer_id,
        names.get(employer_id, ""),
        conversation.table_number,
        STRONGEST if must else liking,
        must,
        locked,
    )
