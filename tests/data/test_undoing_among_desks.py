"""Undoing more than once, of others, and of people who come and go."""

from functools import partial
from uuid import UUID, uuid4

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.desk import UndoReason
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.verdicts import VerdictCode
from kiosk.services.desk.check_in import DeskPost, check_in_person
from kiosk.services.desk.leaving import check_out
from kiosk.services.desk.undoing import FREE_MINUTES, last_welcomed, undo
from kiosk.services.ports import JournalEntry, UnitFactory
from tests.helpers.days import MORNING, a_candidate, found, register
from tests.helpers.desks import DESK, POST, arrival, journal, refused

NEXT_DESK = DeskPost("desk 2", "Karim")
SAMIRA, JAN = a_candidate(17), a_candidate(8, "Jan")
TEN_MINUTES = FREE_MINUTES * 60


@pytest.fixture
def day(units: UnitFactory) -> None:
    """Samira and Jan are expected."""
    with units() as unit:
        found(unit)
        for person in (SAMIRA, JAN):
            register(unit, person)
        unit.commit()


def come(
    units: UnitFactory, clock: SimulatedClock, who: UUID, desk: DeskPost = POST
) -> VerdictCode:
    return check_in_person(units(), clock, who, desk=desk).code


def about(units: UnitFactory, who: UUID) -> list[JournalEntry]:
    return [entry for entry in journal(units) if who in entry.subjects]


def test_to_the_last_second_of_ten_minutes_it_is_free(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, SAMIRA.id)
    clock.advance(TEN_MINUTES)
    undo(units(), clock, SAMIRA.id, station=DESK)
    assert arrival(units, SAMIRA.id) is None


def test_ten_minutes_count_from_the_last_arrival(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, SAMIRA.id)
    check_out(units(), clock, SAMIRA.id, station=DESK)
    clock.advance(3600)
    assert come(units, clock, SAMIRA.id) is VerdictCode.WELCOME_BACK
    clock.advance(TEN_MINUTES)
    undo(units(), clock, SAMIRA.id, station=DESK)
    came = arrival(units, SAMIRA.id)
    assert came is not None
    assert (came.at, came.left_at) == (MORNING, MORNING)


def test_a_scan_of_somebody_already_here_does_not_make_it_free_again(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, SAMIRA.id)
    clock.advance(TEN_MINUTES + 1)
    assert come(units, clock, SAMIRA.id) is VerdictCode.ALREADY_HERE
    act = partial(undo, units(), clock, SAMIRA.id, station=DESK)
    assert refused(act) is RefusalCode.UNDO_TOO_LATE
    assert arrival(units, SAMIRA.id) is not None


def test_a_refused_undo_says_how_long_it_was_free_and_leaves_no_trace(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, SAMIRA.id)
    clock.advance(TEN_MINUTES + 1)
    entries = journal(units)
    with pytest.raises(Refusal) as caught:
        undo(units(), clock, SAMIRA.id, station=DESK)
    assert caught.value.facts == {"minutes": FREE_MINUTES}
    refused(partial(undo, units(), clock, JAN.id, station=DESK, reason=UndoReason.TEST))
    assert refused(partial(undo, units(), clock, uuid4(), station=DESK)) is (
        RefusalCode.UNKNOWN_ATTENDEE
    )
    assert journal(units) == entries


def test_a_reason_given_early_is_kept_as_well(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, SAMIRA.id)
    undo(units(), clock, SAMIRA.id, station=DESK, reason=UndoReason.NOT_HERE)
    assert journal(units)[-1].facts == {"reason": "not-here"}


def test_one_may_come_and_be_undone_twice(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    for _time in range(2):
        assert come(units, clock, SAMIRA.id) is VerdictCode.WELCOME
        clock.advance(60)
        record = undo(units(), clock, SAMIRA.id, station=DESK)
        assert record.check_in is None
    assert [entry.what for entry in about(units, SAMIRA.id)] == ["scan", "undo-check-in"] * 2
    assert come(units, clock, SAMIRA.id) is VerdictCode.WELCOME
    came = arrival(units, SAMIRA.id)
    assert came is not None
    assert came.at == clock.now()


def test_somebody_who_came_back_twice_is_gone_since_they_left_last(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, SAMIRA.id)
    for _time in range(2):
        clock.advance(600)
        check_out(units(), clock, SAMIRA.id, station=DESK)
        left = clock.now()
        clock.advance(600)
        come(units, clock, SAMIRA.id)
    undo(units(), clock, SAMIRA.id, station=DESK)
    came = arrival(units, SAMIRA.id)
    assert came is not None
    assert (came.at, came.left_at) == (MORNING, left)
    act = partial(undo, units(), clock, SAMIRA.id, station=DESK)
    assert refused(act) is RefusalCode.NOTHING_TO_UNDO


def test_two_undos_in_a_row_take_the_last_two_back(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    for person in (SAMIRA, JAN):
        clock.advance(5)
        come(units, clock, person.id)
    undone = []
    for _time in range(2):
        who = last_welcomed(units(), station=DESK)
        undo(units(), clock, who, station=DESK)
        undone.append(who)
    assert undone == [JAN.id, SAMIRA.id]
    assert refused(partial(last_welcomed, units(), station=DESK)) is RefusalCode.NOTHING_TO_UNDO


def test_a_check_in_of_another_desk_can_be_undone_by_whoever_has_them_in_front(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, SAMIRA.id, NEXT_DESK)
    undo(units(), clock, SAMIRA.id, station=DESK)
    assert arrival(units, SAMIRA.id) is None
    entry = journal(units)[-1]
    assert (entry.what, entry.station, entry.subjects) == ("undo-check-in", DESK, (SAMIRA.id,))


def test_but_the_last_check_in_of_a_desk_is_its_own(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, JAN.id)
    come(units, clock, SAMIRA.id)
    undo(units(), clock, SAMIRA.id, station=DESK)
    come(units, clock, SAMIRA.id, NEXT_DESK)
    assert last_welcomed(units(), station=DESK) == JAN.id
    assert last_welcomed(units(), station=NEXT_DESK.station) == SAMIRA.id


def test_leaving_is_noted_with_who_and_where_and_nothing_else(
    units: UnitFactory, clock: SimulatedClock, day: None
) -> None:
    come(units, clock, SAMIRA.id)
    clock.advance(60)
    check_out(units(), clock, SAMIRA.id, station="desk 2")
    entry = journal(units)[-1]
    assert (entry.what, entry.at, entry.station) == ("checked-out", clock.now(), "desk 2")
    assert (entry.subjects, entry.facts) == ((SAMIRA.id,), {})
    with units() as unit:
        assert unit.people.present() == frozenset()
        assert unit.journal.first_broken() is None
