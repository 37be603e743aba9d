"""Who is missing and whom to call, on a real encrypted file."""

from dataclasses import replace
from datetime import time
from uuid import UUID

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import (
    Attendee,
    ConsentKind,
    ContactRoute,
    Presence,
    RouteKind,
    Side,
    Standing,
)
from kiosk.services.desk.call_list import call_list
from kiosk.services.desk.check_in import check_in_person
from kiosk.services.desk.edits import set_standing
from kiosk.services.desk.leaving import check_out
from kiosk.services.desk.undoing import undo
from kiosk.services.ports import UnitFactory
from tests.helpers.days import (
    MORNING,
    a_candidate,
    a_representative,
    an_employer,
    found,
    register,
)
from tests.helpers.desks import DESK, POST

BAKERY, LAUNDRY = an_employer(4), an_employer(2, "Wasserij Helder")
LOTTE, PIET = a_representative(1, BAKERY), a_representative(2, BAKERY, "Piet")
ANKE = a_representative(3, LAUNDRY, "Anke")
SAMIRA = replace(
    a_candidate(17),
    phone="+32470123456",
    email="samira@mail.example",
    route=ContactRoute(RouteKind.ORGANISATION, "Jobroad"),
    presence=Presence(arrives=time(15, 30)),
)
BRAM = replace(a_candidate(9, "Bram"), route=ContactRoute(RouteKind.COMPANION))
KARIM = replace(a_candidate(5, "Karim"), side=Side.COMPANION, companion_of=BRAM.id)
EVERYONE = (LOTTE, PIET, ANKE, SAMIRA, BRAM, KARIM)


@pytest.fixture(autouse=True)
def day(units: UnitFactory) -> None:
    with units() as unit:
        found(unit)
        for employer in (BAKERY, LAUNDRY):
            unit.employers.save(employer)
        for person in EVERYONE:
            register(unit, person)
        unit.commit()


def missing(units: UnitFactory) -> list[UUID]:
    return [line.attendee_id for line in call_list(units())]


def ids(*people: Attendee) -> list[UUID]:
    return [person.id for person in people]


def test_employers_come_first_by_table_then_candidates_then_companions(units: UnitFactory) -> None:
    assert missing(units) == ids(ANKE, LOTTE, PIET, BRAM, SAMIRA, KARIM)


def test_a_line_says_how_to_reach_somebody_and_when_they_said_to_come(units: UnitFactory) -> None:
    lines = {line.attendee_id: line for line in call_list(units())}
    samira, lotte = lines[SAMIRA.id], lines[LOTTE.id]
    assert (samira.name, samira.badge_number) == ("Samira Benali", 17)
    assert (samira.phone, samira.email) == ("+32470123456", "samira@mail.example")
    assert (samira.through, samira.arrives) == ("Jobroad", "15:30")
    assert (lotte.organisation, lotte.table_number) == ("Bakkerij De Smet", 4)
    assert (lotte.through, lotte.arrives) == ("", "")


def test_who_is_reached_through_a_companion_has_the_companion_named(units: UnitFactory) -> None:
    bram = next(line for line in call_list(units()) if line.attendee_id == BRAM.id)
    assert bram.through == "Karim"


def test_a_chosen_name_of_several_words_is_not_made_longer(units: UnitFactory) -> None:
    with units() as unit:
        unit.people.save(replace(SAMIRA, chosen_name="Samira Benali"))
        unit.commit()
    assert "Samira Benali" in [line.name for line in call_list(units())]


def test_one_who_sits_at_the_table_is_enough(units: UnitFactory, clock: SimulatedClock) -> None:
    check_in_person(units(), clock, PIET.id, desk=POST)
    assert missing(units) == ids(ANKE, BRAM, SAMIRA, KARIM)
    check_out(units(), clock, PIET.id, station=DESK)
    assert missing(units) == ids(ANKE, LOTTE, BRAM, SAMIRA, KARIM)


def test_who_came_and_left_is_not_missing(units: UnitFactory, clock: SimulatedClock) -> None:
    check_in_person(units(), clock, SAMIRA.id, desk=POST)
    check_out(units(), clock, SAMIRA.id, station=DESK)
    assert SAMIRA.id not in missing(units)


def test_who_was_checked_in_by_mistake_is_missing_again(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    check_in_person(units(), clock, SAMIRA.id, desk=POST)
    undo(units(), clock, SAMIRA.id, station=DESK)
    assert SAMIRA.id in missing(units)


def test_nobody_is_called_who_said_no(units: UnitFactory, clock: SimulatedClock) -> None:
    set_standing(units(), clock, SAMIRA.id, Standing.CANCELLED, desk=POST)
    with units() as unit:
        unit.people.set_consent(BRAM.id, ConsentKind.TAKE_PART, False, MORNING)
        unit.commit()
    assert missing(units) == ids(ANKE, LOTTE, PIET, KARIM)
