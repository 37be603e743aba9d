"""When the desk checks people in: from the day's first minute, or as the organisers say."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from kiosk.config import DEMO
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.event import Event
from kiosk.domain.verdicts import VerdictCode
from kiosk.importing.event_description import read_event_description
from kiosk.services.desk.check_in import check_in_person, scan
from kiosk.services.desk.hours import set_desk_hours
from kiosk.services.desk.state import desk_state
from kiosk.services.founding import EventDescription, found_event
from kiosk.services.ports import UnitFactory
from tests.helpers.days import a_candidate, register
from tests.helpers.desks import DESK, POST, arrival, journal

SAMIRA = a_candidate(17)
SECOND = timedelta(seconds=1)
GHENT_BEGINS = datetime(2023, 3, 20, 23, 0, tzinfo=UTC)
"""In March it is midnight in Ghent an hour before it is in Greenwich."""


def description(**hours: time) -> EventDescription:
    return replace(read_event_description(DEMO / "event.toml"), **hours)  # type: ignore[arg-type]


def founded(units: UnitFactory, clock: SimulatedClock, **hours: time) -> Event:
    event = found_event(units(), clock, description(**hours))
    with units() as unit:
        register(unit, SAMIRA)
        unit.commit()
    return event


def answer_at(units: UnitFactory, moment: datetime) -> VerdictCode:
    return check_in_person(units(), SimulatedClock(moment), SAMIRA.id, desk=POST).code


def test_a_desk_of_which_nothing_is_said_opens_as_the_day_begins_and_never_closes(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    event = founded(units, clock)
    assert (event.desk_opens, event.desk_closes) == (GHENT_BEGINS, None)
    with units() as unit:
        assert unit.events.get() == event


def test_a_badge_that_is_tried_the_evening_before_checks_nobody_in(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    founded(units, clock)
    assert answer_at(units, GHENT_BEGINS - SECOND) is VerdictCode.TOO_EARLY
    assert arrival(units, SAMIRA.id) is None
    assert answer_at(units, GHENT_BEGINS) is VerdictCode.WELCOME


def test_hours_that_are_described_are_those_on_the_wall_of_the_venue(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    event = founded(units, clock, desk_opens=time(13, 0), desk_closes=time(17, 30))
    assert event.desk_opens == datetime(2023, 3, 21, 12, 0, tzinfo=UTC)
    assert event.desk_closes == datetime(2023, 3, 21, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "code"),
    [
        (time(12, 59, 59), VerdictCode.TOO_EARLY),
        (time(13, 0), VerdictCode.WELCOME),
        (time(17, 29, 59), VerdictCode.WELCOME),
        (time(17, 30), VerdictCode.EVENT_CLOSED),
        (time(23, 0), VerdictCode.EVENT_CLOSED),
    ],
)
def test_the_desk_keeps_to_its_hours_to_the_second(
    units: UnitFactory, clock: SimulatedClock, local: time, code: VerdictCode
) -> None:
    event = founded(units, clock, desk_opens=time(13, 0), desk_closes=time(17, 30))
    assert answer_at(units, event.moment(local)) is code


def test_another_opening_counts_from_the_next_scan_on(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    founded(units, clock)
    now = clock.now()
    with units() as unit:
        code = unit.people.codes()[SAMIRA.id]
    set_desk_hours(units(), clock, now + SECOND, None, station=DESK)
    assert scan(units(), clock, code, desk=POST).code is VerdictCode.TOO_EARLY
    set_desk_hours(units(), clock, None, now, station=DESK)
    assert scan(units(), clock, code, desk=POST).code is VerdictCode.EVENT_CLOSED
    set_desk_hours(units(), clock, None, None, station=DESK)
    verdict = scan(units(), clock, code, desk=POST)
    assert verdict.code is VerdictCode.WELCOME


def test_whoever_is_here_when_the_desk_closes_stays_here(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    founded(units, clock)
    check_in_person(units(), clock, SAMIRA.id, desk=POST)
    set_desk_hours(units(), clock, None, clock.now(), station=DESK)
    again = check_in_person(units(), clock, SAMIRA.id, desk=POST)
    assert again.code is VerdictCode.ALREADY_HERE
    assert desk_state(units(), clock).candidates.here == 1


def test_the_journal_says_when_the_desk_is_open_and_the_event_is_else_the_same(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    event = founded(units, clock)
    opens, closes = clock.now(), clock.now() + timedelta(hours=4)
    changed = set_desk_hours(units(), clock, opens, closes, station=DESK)
    assert changed == replace(event, desk_opens=opens, desk_closes=closes)
    entry = journal(units)[-1]
    assert (entry.what, entry.station, entry.subjects) == ("desk-hours-set", DESK, ())
    assert entry.facts == {"opens": opens.isoformat(), "closes": closes.isoformat()}
    set_desk_hours(units(), clock, None, None, station=DESK)
    assert journal(units)[-1].facts == {"opens": "", "closes": ""}
