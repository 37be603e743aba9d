"""A small day that is planned, and what happens to it: in the words of its tests."""

from collections.abc import Callable
from uuid import UUID

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.plan import (
    ChangeKind,
    Conversation,
    DayChange,
    PlanMethod,
)
from kiosk.planning import Carousel
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.ports import UnitFactory
from kiosk.services.seating import make_plan
from kiosk.services.seating.effects import (
    DayEffect,
    change_day,
    take_back,
)
from tests.helpers.days import small_day
from tests.helpers.seats import (
    arrive,
    candidates_of,
    employers_of,
    representatives_of,
)

ROUND_1 = 2
"""Where the first round stands in the programme of a small day."""

Change = Callable[[UnitFactory], DayChange]


def plan_the_day(units: UnitFactory, clock: SimulatedClock) -> None:
    """Six people for four tables of one seat, four rounds, and a plan in force."""
    with units() as unit:
        small_day(unit)
        unit.commit()
    make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")


def planned(units: UnitFactory) -> tuple[Conversation, ...]:
    with units() as unit:
        plan = unit.plans.current()
        assert plan is not None
        return plan.conversations


def everyone_comes(units: UnitFactory, clock: SimulatedClock, *, but: UUID | None = None) -> None:
    people = [*candidates_of(units()), *representatives_of(units())]
    arrive(units(), clock, *(person.id for person in people if person.id != but))


def go_to(units: UnitFactory, clock: SimulatedClock, position: int) -> None:
    state = conducting.conductor_state(units(), clock)
    while state.position != position:
        state = conducting.next_phase(units(), clock, state.position)


def happens(units: UnitFactory, clock: SimulatedClock, *changes: DayChange) -> DayEffect:
    return change_day(units(), clock, repair, changes, station="host")


def undone(units: UnitFactory, clock: SimulatedClock) -> DayEffect:
    return take_back(units(), clock, repair, station="host")


def person(kind: ChangeKind, begins: int, ends: int | None = None, *, at: int = 0) -> Change:
    return lambda units: DayChange(kind, candidates_of(units())[at].id, begins, ends)


def table(
    kind: ChangeKind, begins: int, ends: int | None = None, seats: int | None = None
) -> Change:
    return lambda units: DayChange(kind, employers_of(units())[0].id, begins, ends, seats)


def day_itself(kind: ChangeKind, begins: int) -> Change:
    return lambda units: DayChange(kind, None, begins)
