"""From what people wrote on their forms to a plan in force, and to the grid organisers read."""

from dataclasses import replace
from datetime import time

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import ConsentKind, Presence, Standing, Wish, WishKind
from kiosk.domain.plan import PlanMethod, broken_rules
from kiosk.planning import PLANNERS, Carousel
from kiosk.services import seating
from kiosk.services.ports import UnitFactory
from kiosk.services.seating import CellKind
from tests.helpers.days import MORNING, found, small_day
from tests.helpers.seats import candidates_of, employers_of


@pytest.fixture(autouse=True)
def day(units: UnitFactory) -> None:
    with units() as unit:
        small_day(unit)
        unit.commit()


def make(units: UnitFactory, clock: SimulatedClock) -> seating.PlanOutcome:
    return seating.make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")


def test_there_is_a_planner_for_every_method() -> None:
    assert set(PLANNERS) == set(PlanMethod)


def test_presence_becomes_rounds(units: UnitFactory) -> None:
    with units() as unit:
        person = unit.people.all()[0]
        unit.people.save(replace(person, presence=Presence(arrives=time(14, 27))))
        bakery = unit.employers.all()[0]
        unit.employers.save(replace(bakery, presence=Presence(leaves=time(15, 0))))
        unit.commit()
    request = seating.plan_request(units())
    assert request.rounds == 4
    assert request.seekers[0].rounds == {2, 3, 4}
    assert request.seekers[1].rounds == {1, 2, 3, 4}
    assert request.tables[0].rounds == {1, 2, 3}


def test_wishes_come_along(units: UnitFactory) -> None:
    person, tables = candidates_of(units())[0], employers_of(units())
    with units() as unit:
        wishes = [
            Wish(person.id, tables[0].id, 5),
            Wish(person.id, tables[1].id, kind=WishKind.NEVER),
        ]
        unit.people.replace_wishes(person.id, [*wishes, Wish(person.id, tables[2].id, 3)])
        unit.commit()
    seeker = seating.plan_request(units()).seekers[0]
    assert seeker.liking == {tables[0].id: 5, tables[2].id: 3}
    assert seeker.never == {tables[1].id}


def test_only_who_comes_and_agreed_to_take_part_is_seated(units: UnitFactory) -> None:
    people = candidates_of(units())
    with units() as unit:
        unit.people.save(replace(people[0], standing=Standing.CANCELLED))
        unit.people.set_consent(people[1].id, ConsentKind.TAKE_PART, False, MORNING)
        unit.commit()
    seekers = {seeker.candidate_id for seeker in seating.plan_request(units()).seekers}
    assert seekers == {person.id for person in people[2:]}


def test_a_plan_is_saved_as_the_next_version(units: UnitFactory, clock: SimulatedClock) -> None:
    first = make(units, clock)
    second = make(units, clock)
    assert (first.plan.version, second.plan.version) == (1, 2)
    assert seating.current_plan(units()) == second
    assert broken_rules(seating.plan_request(units()), second.plan.conversations) == []
    with units() as unit:
        entry = unit.journal.latest(["plan-made"], 1)[0]
    assert entry.facts["version"] == 2
    assert entry.facts["conversations"] == second.figures.conversations == 16


def test_without_a_plan_there_is_nothing_to_show(units: UnitFactory) -> None:
    for ask in (seating.current_plan, seating.plan_grid):
        with pytest.raises(Refusal) as refusal:
            ask(units())
        assert refusal.value.code is RefusalCode.NO_PLAN


def test_nobody_to_seat_is_said_and_nothing_is_saved(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        for person in unit.people.all():
            unit.people.save(replace(person, standing=Standing.CANCELLED))
        unit.commit()
    with pytest.raises(Refusal) as refusal:
        make(units, clock)
    assert refusal.value.code is RefusalCode.NO_PEOPLE
    with units() as unit:
        assert unit.plans.current() is None


class TestTheGrid:
    def test_it_has_a_row_for_each_candidate_and_a_cell_for_each_round(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        make(units, clock)
        grid = seating.plan_grid(units())
        assert [row.name for row in grid.rows] == [f"Kandidaat{n}" for n in range(1, 7)]
        assert [phase.round_number for phase in grid.rounds] == [1, 2, 3, 4]
        assert {len(row.cells) for row in grid.rows} == {4}
        seated = [cell for row in grid.rows for cell in row.cells if cell.kind is CellKind.TABLE]
        assert len(seated) == grid.figures.conversations
        assert {cell.employer_name for cell in seated} == {f"Werkgever {n}" for n in range(1, 5)}

    def test_rest_is_told_from_not_being_there(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        person = candidates_of(units())[0]
        with units() as unit:
            unit.people.save(replace(person, presence=Presence(leaves=time(14, 27))))
            unit.commit()
        make(units, clock)
        grid = seating.plan_grid(units())
        kinds = [cell.kind for cell in grid.rows[0].cells]
        assert kinds[1:] == [CellKind.AWAY] * 3
        others = {cell.kind for row in grid.rows[1:] for cell in row.cells}
        assert others == {CellKind.TABLE, CellKind.REST}

    def test_a_wish_that_was_met_is_marked(self, units: UnitFactory, clock: SimulatedClock) -> None:
        person, bakery = candidates_of(units())[2], employers_of(units())[0]
        with units() as unit:
            unit.people.replace_wishes(person.id, [Wish(person.id, bakery.id, 5)])
            unit.commit()
        make(units, clock)
        grid = seating.plan_grid(units())
        marked = [
            (row.candidate_id, cell.employer_id)
            for row in grid.rows
            for cell in row.cells
            if cell.wanted
        ]
        assert marked == [(person.id, bakery.id)]


def test_founding_the_programme_again_keeps_the_rounds(units: UnitFactory) -> None:
    with units() as unit:
        found(unit, unit.events.get())
        unit.commit()
    assert seating.plan_request(units()).rounds == 4
