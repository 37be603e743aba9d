"""Use cases: change a draft by hand. Every change is one transaction, and can be undone.

The plan in force is never edited: the first change to it begins a draft.
"""

from collections.abc import Collection
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import (
    Conversation,
    PlanOrigin,
    PlanState,
    RuleCode,
    SeatingBoard,
)
from kiosk.domain.plan.moves import MoveCheck, check_seat, check_swap
from kiosk.services.ports import PlanEdit, SeatOf, StoredPlan, UnitOfWork
from kiosk.services.seating.request import read_request

PLAN_EDITED = "plan-edited"
PLAN_EDIT_UNDONE = "plan-edit-undone"
PLAN_TAKEN_UP = "plan-taken-up"


def swap_places(
    unit: UnitOfWork, clock: Clock, one: SeatOf, other: SeatOf, *, station: str
) -> StoredPlan:
    """Give two places of the grid what the other has.

    Raises:
        Refusal: ``NO_PLAN``; ``MOVE_NOT_LEGAL`` with the rule that it would break.
    """
    with unit:
        plan, board = _draft(unit, clock)
        _require_legal(check_swap(board, one, other))
        here, there = board.place.get(one), board.place.get(other)
        if here is None and there is None:  # what was there has become impossible meanwhile
            raise Refusal(RefusalCode.MOVE_NOT_LEGAL, rule=RuleCode.PERSON_AWAY.value)
        removed = _seats(plan, (one, other))
        added = [_at(board, place, to) for place, to in ((one, there), (other, here)) if to]
        return _edited(unit, clock, plan, PlanEdit(removed, tuple(added)), station)


def seat_by_hand(
    unit: UnitOfWork, clock: Clock, place: SeatOf, employer_id: UUID | None, *, station: str
) -> StoredPlan:
    """Seat somebody with an employer in a round; None clears the place, which is then rest.

    Raises:
        Refusal: ``NO_PLAN``; ``MOVE_NOT_LEGAL`` with the rule that it would break.
    """
    with unit:
        plan, board = _draft(unit, clock)
        _require_legal(check_seat(board, place, employer_id))
        added = (_at(board, place, employer_id),) if employer_id else ()
        return _edited(unit, clock, plan, PlanEdit(_seats(plan, (place,)), added), station)


def set_lock(
    unit: UnitOfWork, clock: Clock, places: Collection[SeatOf], *, locked: bool, station: str
) -> StoredPlan:
    """Hold conversations fast through every plan that is made from now on, or let them go again."""
    with unit:
        plan, _ = _draft(unit, clock)
        seats = _seats(plan, places)
        known = frozenset((c.candidate_id, c.round_number) for c in seats)
        after = known if locked else frozenset()
        edit = PlanEdit(seats, seats, known & plan.locked, after)
        return _edited(unit, clock, plan, edit, station)


def undo_by_hand(unit: UnitOfWork, clock: Clock, *, station: str) -> StoredPlan:
    """Take back the newest change by hand.

    Raises:
        Refusal: ``NOTHING_TO_UNDO`` when the newest plan is no draft, or was not changed by hand.
    """
    with unit:
        plan = unit.plans.newest()
        if plan is None or plan.state is not PlanState.DRAFT:
            raise Refusal(RefusalCode.NOTHING_TO_UNDO)
        if unit.plans.undo_edit(plan.version) is None:
            raise Refusal(RefusalCode.NOTHING_TO_UNDO)
        facts = {"version": plan.version}
        unit.journal.append(clock.now(), station, PLAN_EDIT_UNDONE, facts=facts)
        return _committed(unit, plan.version)


def take_up_version(unit: UnitOfWork, clock: Clock, version: int, *, station: str) -> StoredPlan:
    """Begin a draft that is as an earlier version was; that one stays as it is.

    Raises:
        Refusal: ``NO_PLAN`` when there is no such version.
    """
    with unit:
        earlier = unit.plans.get(version)
        if earlier is None:
            raise Refusal(RefusalCode.NO_PLAN)
        now = clock.now()
        plan = unit.plans.add(
            earlier.method,
            earlier.conversations,
            now,
            state=PlanState.DRAFT,
            origin=PlanOrigin.RESTORED,
            locked=earlier.locked,
            seed=earlier.seed,
            bound=earlier.bound,
        )
        facts = {"version": plan.version, "taken_up": version}
        unit.journal.append(now, station, PLAN_TAKEN_UP, facts=facts)
        unit.commit()
        return plan


def _draft(unit: UnitOfWork, clock: Clock) -> tuple[StoredPlan, SeatingBoard]:
    """The draft to change, begun from the plan in force when there is none, and its board."""
    plan = unit.plans.newest()
    if plan is None:
        raise Refusal(RefusalCode.NO_PLAN)
    if plan.state is not PlanState.DRAFT:
        plan = unit.plans.add(
            plan.method,
            plan.conversations,
            clock.now(),
            state=PlanState.DRAFT,
            origin=PlanOrigin.BY_HAND,
            locked=plan.locked,
            seed=plan.seed,
            bound=plan.bound,
        )
    board = SeatingBoard(read_request(unit))
    board.fill(plan.conversations)
    return plan, board


def _require_legal(check: MoveCheck) -> None:
    if check.rule:
        raise Refusal(RefusalCode.MOVE_NOT_LEGAL, rule=check.rule.value)


def _seats(plan: StoredPlan, places: Collection[SeatOf]) -> tuple[Conversation, ...]:
    wanted = frozenset(places)
    return tuple(c for c in plan.conversations if (c.candidate_id, c.round_number) in wanted)


def _at(board: SeatingBoard, place: SeatOf, employer_id: UUID) -> Conversation:
    candidate_id, number = place
    return Conversation(number, board.tables[employer_id].table_number, candidate_id, employer_id)


def _edited(
    unit: UnitOfWork, clock: Clock, plan: StoredPlan, edit: PlanEdit, station: str
) -> StoredPlan:
    now = clock.now()
    unit.plans.edit(plan.version, edit, now)
    people = dict.fromkeys(c.candidate_id for c in (*edit.removed, *edit.added))
    unit.journal.append(now, station, PLAN_EDITED, tuple(people), {"version": plan.version})
    return _committed(unit, plan.version)


def _committed(unit: UnitOfWork, version: int) -> StoredPlan:
    plan = unit.plans.get(version)
    assert plan is not None
    unit.commit()
    return plan
