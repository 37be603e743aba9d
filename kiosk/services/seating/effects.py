"""What a change of the day means to people: who gets another table, who gains one, who loses.

The same use cases as in ``day.py``, answered by name and table for the host's screen.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.people import Attendee, Employer
from kiosk.domain.plan import (
    ChangeKind,
    DayChange,
    PlanRequest,
    Repair,
    RoundStanding,
    SeatingPlan,
    with_changes,
)
from kiosk.services.day_position import round_standings
from kiosk.services.ports import UnitOfWork
from kiosk.services.seating.day import (
    PlanRepair,
    accept_polish,
    apply_changes,
    changes_today,
    preview_changes,
    preview_polish,
    undo_change,
)
from kiosk.services.seating.request import read_request

LEAVING = frozenset({ChangeKind.NO_SHOW, ChangeKind.LATE, ChangeKind.GONE, ChangeKind.REST})
"""What people do to their own day: their own seats are no loss that the plan brings them."""


@dataclass(frozen=True, slots=True)
class NamedChange:
    """A change with whom it is about: a person has a badge, an employer a table, a round neither.

    ``name`` is a public name, or the employer's.
    """

    change: DayChange
    name: str = ""
    badge_number: int | None = None
    table_number: int | None = None


@dataclass(frozen=True, slots=True)
class SeatMove:
    """Somebody's table in a round, before and after; None is rest."""

    candidate_id: UUID
    name: str
    badge_number: int
    round_number: int
    before: int | None
    after: int | None

    @property
    def is_gain(self) -> bool:
        """Whether they had nowhere to sit before."""
        return self.before is None


@dataclass(frozen=True, slots=True)
class DayEffect:
    """What a change does, or would do.

    ``losing`` people end with fewer conversations; of the others ``moved`` get another table where
    they had one, and ``gained`` only get one where they had none. Whoever is away by this very
    change counts in none of these. ``least`` is the fewest conversations of anyone who is here all
    day.
    """

    repair: PlanRepair
    changes: tuple[NamedChange, ...]
    moves: tuple[SeatMove, ...]
    announced: int | None
    moved: int
    gained: int
    losing: int
    least: int

    @property
    def first_round(self) -> int | None:
        """The first round in which anything is otherwise; None when nothing is."""
        return self.moves[0].round_number if self.moves else None

    @property
    def better(self) -> float:
        """How much more of what people wish for it gives, as a share of what there was."""
        before = self.repair.before.points
        return (self.repair.after.points - before) / before if before else 0.0


def change_day(
    unit: UnitOfWork, clock: Clock, repair: Repair, changes: Sequence[DayChange], *, station: str
) -> DayEffect:
    """Write down what happened and mend the plan. Raises as :func:`apply_changes`."""
    mended = apply_changes(unit, clock, repair, changes, station=station)
    with unit.reading():
        return _told(unit, mended, changes, read_request(unit))


def foresee(
    unit: UnitOfWork, clock: Clock, repair: Repair, changes: Sequence[DayChange]
) -> DayEffect:
    """What these changes would do, with nothing done. Raises as :func:`apply_changes`."""
    mended = preview_changes(unit, clock, repair, changes)
    with unit.reading():
        return _told(unit, mended, changes, with_changes(read_request(unit), changes))


def take_back(unit: UnitOfWork, clock: Clock, repair: Repair, *, station: str) -> DayEffect:
    """Undo what happened last; the answer's changes are those that were undone."""
    standing = changes_today(unit)
    last = [each.change for each in standing if each.plan_version == standing[-1].plan_version]
    mended = undo_change(unit, clock, repair, station=station)
    with unit.reading():
        return _told(unit, mended, last, read_request(unit))


def foresee_polish(unit: UnitOfWork, request: PlanRequest, polished: SeatingPlan) -> DayEffect:
    """What a better rest of the day would change. Raises as :func:`preview_polish`."""
    mended = preview_polish(unit, request, polished)
    with unit.reading():
        return _told(unit, mended, (_polish(request),), read_request(unit))


def take_polish(
    unit: UnitOfWork, clock: Clock, request: PlanRequest, polished: SeatingPlan, *, station: str
) -> DayEffect:
    """Put the better rest of the day in force. Raises as :func:`accept_polish`."""
    mended = accept_polish(unit, clock, request, polished, station=station)
    with unit.reading():
        return _told(unit, mended, (_polish(request),), read_request(unit))


def _polish(request: PlanRequest) -> DayChange:
    return DayChange(ChangeKind.POLISH, None, request.first_round)


def _told(
    unit: UnitOfWork, mended: PlanRepair, changes: Sequence[DayChange], request: PlanRequest
) -> DayEffect:
    people = {person.id: person for person in unit.people.all()}
    employers = {employer.id: employer for employer in unit.employers.all()}
    moves = _moves(mended, people, employers)
    leaving = {change.subject for change in changes if change.kind in LEAVING}
    before = Counter(move.candidate_id for move in moves if move.before is not None)
    after = Counter(move.candidate_id for move in moves if move.after is not None)
    others = {move.candidate_id for move in moves} - leaving
    losing = {person for person in others if after[person] < before[person]}
    standings = round_standings(unit)
    return DayEffect(
        mended,
        tuple(_named(change, people, employers) for change in changes),
        moves,
        next((n for n, s in standings.items() if s is RoundStanding.ANNOUNCED), None),
        moved=sum(before[person] > 0 for person in others - losing),
        gained=sum(not before[person] for person in others),
        losing=len(losing),
        least=_least(unit, mended, request, changes),
    )


def _moves(
    mended: PlanRepair, people: dict[UUID, Attendee], employers: dict[UUID, Employer]
) -> tuple[SeatMove, ...]:
    def table(employer_id: UUID | None) -> int | None:
        return employers[employer_id].table_number if employer_id else None

    moves = [
        SeatMove(
            seat.candidate_id,
            people[seat.candidate_id].public_name,
            people[seat.candidate_id].badge_number,
            seat.round_number,
            table(seat.before),
            table(seat.after),
        )
        for seat in mended.diff.changes
    ]
    return tuple(sorted(moves, key=lambda move: (move.round_number, move.badge_number)))


def _named(
    change: DayChange, people: dict[UUID, Attendee], employers: dict[UUID, Employer]
) -> NamedChange:
    if change.subject in people:
        person = people[change.subject]
        return NamedChange(change, person.public_name, badge_number=person.badge_number)
    if change.subject in employers:
        employer = employers[change.subject]
        return NamedChange(change, employer.name, table_number=employer.table_number)
    return NamedChange(change)


def _least(
    unit: UnitOfWork, mended: PlanRepair, request: PlanRequest, changes: Iterable[DayChange]
) -> int:
    """Among those who came and stay all day; before anyone came, among all who are expected."""
    coming = (c for c in mended.conversations if c.round_number >= request.first_round)
    turns = Counter(c.candidate_id for c in (*request.held, *coming))
    happened = (*(each.change for each in unit.day_changes.standing()), *changes)
    joined = {each.subject for each in happened if each.kind is ChangeKind.WALK_IN}
    all_day = [
        seeker.candidate_id
        for seeker in request.seekers
        if len(seeker.rounds) == request.rounds and seeker.candidate_id not in joined
    ]
    here = unit.people.present()
    counted = [person for person in all_day if person in here] or all_day
    return min((turns[person] for person in counted), default=mended.after.least)
