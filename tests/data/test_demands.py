"""What organisers ask about a person and an employer, beside the person's own wishes."""

from uuid import uuid4

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Wish, WishKind, WishSource
from kiosk.services.ports import UnitFactory
from kiosk.services.seating import plan_request
from kiosk.services.seating.demands import set_demand
from tests.helpers.days import small_day
from tests.helpers.seats import candidates_of, employers_of, representatives_of


@pytest.fixture(autouse=True)
def day(units: UnitFactory) -> None:
    with units() as unit:
        small_day(unit)
        unit.commit()


def ask(units: UnitFactory, clock: SimulatedClock, kind: WishKind | None) -> None:
    person, employer = candidates_of(units())[0], employers_of(units())[0]
    set_demand(units(), clock, person.id, employer.id, kind, station="office")


def test_a_must_reaches_the_planner_and_can_be_taken_back(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    employer = employers_of(units())[0]
    ask(units, clock, WishKind.MUST)
    assert plan_request(units()).seekers[0].musts == {employer.id}
    ask(units, clock, None)
    assert plan_request(units()).seekers[0].musts == frozenset()


def test_another_demand_takes_the_place_of_the_one_before(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    ask(units, clock, WishKind.MUST)
    ask(units, clock, WishKind.NEVER)
    with units() as unit:
        (wish,) = unit.people.wishes()
    assert (wish.kind, wish.source) == (WishKind.NEVER, WishSource.ORGANISER)


def test_the_wish_of_the_person_stays(units: UnitFactory, clock: SimulatedClock) -> None:
    person, employer = candidates_of(units())[0], employers_of(units())[0]
    with units() as unit:
        unit.people.save_wish(Wish(person.id, employer.id, 4))
        unit.commit()
    ask(units, clock, WishKind.MUST)
    ask(units, clock, None)
    with units() as unit:
        assert unit.people.wishes() == [Wish(person.id, employer.id, 4)]


def test_the_journal_says_about_whom_and_not_what(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    person, employer = candidates_of(units())[0], employers_of(units())[0]
    ask(units, clock, WishKind.NEVER)
    with units() as unit:
        (entry,) = unit.journal.latest(["demand-set"], 1)
    assert set(entry.subjects) == {person.id, employer.id}
    assert dict(entry.facts) == {}


def test_nothing_is_asked_about_somebody_unknown(units: UnitFactory, clock: SimulatedClock) -> None:
    person, employer = candidates_of(units())[0], employers_of(units())[0]
    contact = representatives_of(units())[0]
    for who, whom, code in (
        (uuid4(), employer.id, RefusalCode.UNKNOWN_ATTENDEE),
        (contact.id, employer.id, RefusalCode.UNKNOWN_ATTENDEE),
        (person.id, uuid4(), RefusalCode.UNKNOWN_EMPLOYER),
    ):
        with pytest.raises(Refusal) as refusal:
            set_demand(units(), clock, who, whom, WishKind.MUST, station="office")
        assert refusal.value.code is code
    with units() as unit:
        assert unit.people.wishes() == []
