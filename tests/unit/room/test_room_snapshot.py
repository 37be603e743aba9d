"""What the room reads from the event file, and what it never does."""

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.event import PublicNames
from kiosk.domain.interest import Answer, Interest
from kiosk.domain.people import Attendee, CheckIn, Side
from kiosk.domain.plan import ChangeKind, Conversation, DayChange, PlanMethod
from kiosk.domain.room_settings import RoomSettings, RoomSign
from kiosk.services.ports import UnitFactory, UnitOfWork
from kiosk.services.room import BoardRow, room_snapshot
from tests.helpers.days import (
    MORNING,
    a_candidate,
    a_representative,
    an_employer,
    an_event,
    found,
    register,
)


def arrive(unit: UnitOfWork, *people: Attendee) -> None:
    for person in people:
        unit.people.check_in(person.id, CheckIn(MORNING, "desk 1", "Noor"))


def a_room(unit: UnitOfWork, names: PublicNames = PublicNames.CHOSEN_NAME) -> None:
    """One table in rounds 1 and 2: Samira is here, Bilal is not, Lotte receives them."""
    found(unit, an_event(names))
    employer = an_employer(4)
    unit.employers.save(employer)
    samira, bilal = a_candidate(17, "Samira"), a_candidate(18, "Bilal")
    lotte = a_representative(40, employer, "Lotte")
    tolk = Attendee(
        a_candidate(0).id, Side.COMPANION, 51, "Ine", "Claes", "Ine", companion_of=samira.id
    )
    for person in (samira, bilal, lotte, tolk):
        register(unit, person)
    arrive(unit, samira, lotte, tolk)
    seats = [Conversation(1, 4, samira.id, employer.id), Conversation(2, 4, bilal.id, employer.id)]
    unit.plans.add(PlanMethod.CAROUSEL, seats, MORNING)
    for side in (Side.CANDIDATE, Side.EMPLOYER):
        unit.interests.save(Interest(samira.id, employer.id, side, Answer.YES), MORNING)
    unit.plans.mark_held(seats[:1], MORNING)


def test_the_board_has_both_sides_of_a_table_and_only_who_is_here(units: UnitFactory) -> None:
    with units() as unit:
        a_room(unit)
        unit.commit()
    first, second, *_ = room_snapshot(units()).boards
    assert first == (BoardRow(17, "Samira", 4), BoardRow(40, "Lotte", 4), BoardRow(51, "Ine", 4))
    assert second == (BoardRow(40, "Lotte", 4),)


def test_nobody_is_sent_to_a_table_that_is_closed(units: UnitFactory) -> None:
    with units() as unit:
        a_room(unit)
        closed = DayChange(ChangeKind.TABLE_CLOSED, unit.employers.all()[0].id, 2)
        unit.day_changes.add(closed, MORNING, "host", plan_version=None, former_version=None)
        unit.commit()
    first, second, *_ = room_snapshot(units()).boards
    assert BoardRow(40, "Lotte", 4) in first
    assert second == ()


def test_with_badge_numbers_chosen_no_name_leaves_the_file(units: UnitFactory) -> None:
    with units() as unit:
        a_room(unit, PublicNames.BADGE_NUMBER)
        unit.commit()
    shown = room_snapshot(units())
    assert {row.name for board in shown.boards for row in board} == {""}
    assert "Samira" not in repr(shown)


def test_one_match_is_too_few_to_be_shown(units: UnitFactory) -> None:
    with units() as unit:
        a_room(unit)
        unit.commit()
    totals = room_snapshot(units()).totals
    assert (totals.people, totals.conversations, totals.matches) == (3, 1, None)


def test_without_a_plan_every_board_is_empty(units: UnitFactory, clock: SimulatedClock) -> None:
    with units() as unit:
        found(unit)
        unit.commit()
    shown = room_snapshot(units())
    assert shown.boards == ((), (), (), ())
    assert (shown.run, shown.finished, shown.totals.rounds) == (None, False, 0)


def test_what_the_host_and_the_organisers_chose_for_the_room_is_read(units: UnitFactory) -> None:
    sign, settings = RoomSign("Even luisteren"), RoomSettings(100, 8.5, quiet=True)
    with units() as unit:
        found(unit)
        unit.room.save_sign(sign)
        unit.room.save_settings(settings)
        unit.commit()
    shown = room_snapshot(units())
    assert (shown.sign, shown.settings) == (sign, settings)
