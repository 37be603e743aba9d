"""Checking out and in again, and taking a check-in back, on a real encrypted file."""

from functools import partial
from uuid import uuid4

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.desk import UndoReason
from kiosk.domain.errors import RefusalCode
from kiosk.domain.verdicts import VerdictCode
from kiosk.services.desk.check_in import check_in_person, scan
from kiosk.services.desk.leaving import check_out
from kiosk.services.desk.undoing import FREE_MINUTES, last_welcomed, undo
from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING, a_candidate, found, register
from tests.helpers.desks import DESK, POST, arrival, journal, refused

SAMIRA = a_candidate(17)
LATE = FREE_MINUTES * 60 + 1


@pytest.fixture
def code(units: UnitFactory, clock: SimulatedClock) -> str:
    """Samira's badge code; she is here."""
    with units() as unit:
        found(unit)
        code = register(unit, SAMIRA)
        unit.commit()
    check_in_person(units(), clock, SAMIRA.id, desk=POST)
    return code


def test_somebody_who_left_is_welcomed_back_and_came_first_when_they_came_first(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    clock.advance(600)
    record = check_out(units(), clock, SAMIRA.id, station=DESK)
    assert record.check_in is not None
    assert record.check_in.left_at == clock.now()
    assert record.check_in == arrival(units, SAMIRA.id)
    clock.advance(600)
    verdict = scan(units(), clock, code, desk=POST)
    assert verdict.code is VerdictCode.WELCOME_BACK
    came = arrival(units, SAMIRA.id)
    assert came is not None
    assert (came.at, came.left_at) == (MORNING, None)


def test_nobody_leaves_twice_or_before_they_came(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    check_out(units(), clock, SAMIRA.id, station=DESK)
    entries = journal(units)
    for attendee_id, expected in (
        (SAMIRA.id, RefusalCode.NOT_HERE),
        (uuid4(), RefusalCode.UNKNOWN_ATTENDEE),
    ):
        assert refused(partial(check_out, units(), clock, attendee_id, station=DESK)) is expected
    assert journal(units) == entries
    assert [entry.what for entry in entries] == ["scan", "checked-out"]


def test_undo_is_free_for_ten_minutes_and_then_needs_a_reason(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    clock.advance(LATE)
    act = partial(undo, units(), clock, SAMIRA.id, station=DESK)
    assert refused(act) is RefusalCode.UNDO_TOO_LATE
    assert arrival(units, SAMIRA.id) is not None
    undo(units(), clock, SAMIRA.id, station=DESK, reason=UndoReason.WRONG_PERSON)
    assert arrival(units, SAMIRA.id) is None
    entry = journal(units)[-1]
    assert (entry.what, entry.subjects) == ("undo-check-in", (SAMIRA.id,))
    assert entry.facts == {"reason": "wrong-person"}


def test_undo_within_ten_minutes_gives_no_reason(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    clock.advance(LATE - 1)
    undo(units(), clock, SAMIRA.id, station=DESK)
    assert journal(units)[-1].facts == {}
    again = partial(undo, units(), clock, SAMIRA.id, station=DESK)
    assert refused(again) is RefusalCode.NOTHING_TO_UNDO


def test_to_undo_a_return_is_to_be_gone_again_since_they_left(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    clock.advance(60)
    check_out(units(), clock, SAMIRA.id, station=DESK)
    left = clock.now()
    clock.advance(3600)
    scan(units(), clock, code, desk=POST)
    record = undo(units(), clock, SAMIRA.id, station=DESK)
    came = arrival(units, SAMIRA.id)
    assert came is not None
    assert (came.at, came.left_at) == (MORNING, left)
    assert record.check_in == came
    assert scan(units(), clock, code, desk=POST).code is VerdictCode.WELCOME_BACK


def test_what_somebody_did_after_they_left_is_not_undone(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    check_out(units(), clock, SAMIRA.id, station=DESK)
    act = partial(undo, units(), clock, SAMIRA.id, station=DESK, reason=UndoReason.TEST)
    assert refused(act) is RefusalCode.NOTHING_TO_UNDO
    assert refused(partial(last_welcomed, units(), station=DESK)) is RefusalCode.NOTHING_TO_UNDO
