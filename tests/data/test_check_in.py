"""What the desk answers, on a real encrypted file."""

from dataclasses import replace
from uuid import uuid4

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import new_code
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Attendee, ConsentKind, Standing
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.services.desk.check_in import DeskPost, check_in_person, scan
from kiosk.services.desk.state import desk_state
from kiosk.services.desk.undoing import last_welcomed, undo
from kiosk.services.ports import UnitFactory
from tests.helpers.days import (
    MORNING,
    a_candidate,
    a_representative,
    an_employer,
    found,
    register,
    small_day,
)

DESK = "desk 1"


def scanned(units: UnitFactory, clock: SimulatedClock, text: str, station: str = DESK) -> Verdict:
    return scan(units(), clock, text, desk=DeskPost(station, "Els"))


def undone_last(units: UnitFactory, clock: SimulatedClock) -> Attendee:
    someone = last_welcomed(units(), station=DESK)
    return undo(units(), clock, someone, station=DESK).attendee


@pytest.fixture
def samira(units: UnitFactory) -> str:
    """Her badge code."""
    with units() as unit:
        found(unit)
        code = register(unit, a_candidate(17))
        unit.commit()
    return code


def test_a_first_scan_welcomes(units: UnitFactory, clock: SimulatedClock, samira: str) -> None:
    verdict = scanned(units, clock, samira)
    assert verdict.code is VerdictCode.WELCOME
    assert verdict.record is not None
    assert verdict.record.attendee.public_name == "Samira"


def test_a_second_scan_changes_nothing(
    units: UnitFactory, clock: SimulatedClock, samira: str
) -> None:
    scanned(units, clock, samira)
    clock.advance(60)
    verdict = scanned(units, clock, samira.lower(), station="desk 2")
    assert verdict.code is VerdictCode.ALREADY_HERE
    assert verdict.check_in is not None
    assert (verdict.check_in.at, verdict.check_in.station) == (MORNING, DESK)
    assert verdict.check_in.volunteer == "Els"


def test_a_badge_number_counts_as_a_scan(
    units: UnitFactory, clock: SimulatedClock, samira: str
) -> None:
    assert scanned(units, clock, "17").code is VerdictCode.WELCOME
    assert scanned(units, clock, "18").code is VerdictCode.UNKNOWN_CODE


@pytest.mark.parametrize("text", ["", "0", "²", "https://example.org", "x" * 10_000, "\x00"])
def test_anything_else_is_an_unknown_code(
    units: UnitFactory, clock: SimulatedClock, samira: str, text: str
) -> None:
    assert scanned(units, clock, text).code is VerdictCode.UNKNOWN_CODE


def test_half_a_code_is_damaged(units: UnitFactory, clock: SimulatedClock, samira: str) -> None:
    assert scanned(units, clock, samira[:-1]).code is VerdictCode.DAMAGED_CODE
    assert scanned(units, clock, new_code()).code is VerdictCode.OTHER_EVENT


def test_somebody_who_cancelled_is_not_checked_in(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        code = register(unit, replace(a_candidate(3), standing=Standing.CANCELLED))
        unit.commit()
    assert scanned(units, clock, code).code is VerdictCode.NOT_COMING
    with units() as unit:
        assert not unit.people.check_ins()


def test_without_consent_nobody_is_checked_in(units: UnitFactory, clock: SimulatedClock) -> None:
    person = a_candidate(3)
    with units() as unit:
        code = register(unit, person)
        unit.people.set_consent(person.id, ConsentKind.TAKE_PART, False, MORNING)
        unit.commit()
    assert scanned(units, clock, code).code is VerdictCode.CONSENT_MISSING


def test_a_lost_badge_is_refused_as_replaced(units: UnitFactory, clock: SimulatedClock) -> None:
    person = a_candidate(3)
    with units() as unit:
        old = register(unit, person)
        unit.people.give_code(person.id, new_code(), MORNING)
        unit.commit()
    assert scanned(units, clock, old).code is VerdictCode.REPLACED_BADGE


def test_every_scan_is_in_the_journal_but_no_code_is(
    units: UnitFactory, clock: SimulatedClock, samira: str
) -> None:
    for text in (samira, samira, "rubbish"):
        scanned(units, clock, text)
    with units() as unit:
        entries = unit.journal.latest(["scan"], 9)
    assert [entry.facts["verdict"] for entry in reversed(entries)] == [
        "welcome",
        "already-here",
        "unknown-code",
    ]
    assert samira not in str(entries)


def test_a_choice_from_the_list_gets_the_same_answer(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    person = a_candidate(9)
    with units() as unit:
        register(unit, person)
        unit.commit()
    first, second = (
        check_in_person(units(), clock, person.id, desk=DeskPost(DESK)) for _ in range(2)
    )
    assert (first.code, second.code) == (VerdictCode.WELCOME, VerdictCode.ALREADY_HERE)
    with pytest.raises(Refusal) as refused:
        check_in_person(units(), clock, uuid4(), desk=DeskPost(DESK))
    assert refused.value.code is RefusalCode.UNKNOWN_ATTENDEE


def test_an_undone_check_in_can_be_done_again(
    units: UnitFactory, clock: SimulatedClock, samira: str
) -> None:
    someone = scanned(units, clock, samira).attendee_id
    assert someone is not None
    undo(units(), clock, someone, station=DESK)
    with pytest.raises(Refusal) as refused:
        undo(units(), clock, someone, station=DESK)
    assert refused.value.code is RefusalCode.NOTHING_TO_UNDO
    assert scanned(units, clock, samira).code is VerdictCode.WELCOME


def test_undo_takes_the_newest_of_this_desk_only(units: UnitFactory, clock: SimulatedClock) -> None:
    with units() as unit:
        codes = list(small_day(unit).values())
        unit.commit()
    for code, station in zip(codes, [DESK, DESK, "desk 2"], strict=False):
        clock.advance(5)
        scanned(units, clock, code, station)
    assert undone_last(units, clock).badge_number == 2
    assert undone_last(units, clock).badge_number == 1
    with pytest.raises(Refusal):
        undone_last(units, clock)


def test_counters_follow_the_scans_without_reading_all_again(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        codes = list(small_day(unit, candidates=2, employers=2).values())
        unit.commit()
    state = desk_state(units(), clock)
    assert (state.candidates.here, state.candidates.expected, state.missing) == (0, 2, 4)
    for text in (codes[0], codes[0], codes[2], "rubbish"):
        state = state.after(scanned(units, clock, text))
    fresh = desk_state(units(), clock)
    assert state == fresh
    assert (state.candidates.here, state.employers.here, state.missing) == (1, 1, 2)
    assert [line.code for line in state.recent] == [
        VerdictCode.UNKNOWN_CODE,
        VerdictCode.WELCOME,
        VerdictCode.ALREADY_HERE,
        VerdictCode.WELCOME,
    ]
    assert (state.recent[1].organisation, state.recent[1].table_number) == ("Werkgever 1", 1)


def test_an_employer_is_here_when_one_of_its_people_is(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    employer = an_employer(4)
    with units() as unit:
        found(unit)
        unit.employers.save(employer)
        codes = [register(unit, a_representative(n, employer)) for n in (1, 2)]
        unit.commit()
    for code in codes:
        scanned(units, clock, code)
    assert desk_state(units(), clock).employers.here == 1


def test_an_undone_check_in_shows_among_the_last_scans(
    units: UnitFactory, clock: SimulatedClock, samira: str
) -> None:
    scanned(units, clock, samira)
    undone_last(units, clock)
    newest, before = desk_state(units(), clock).recent
    assert (newest.code, before.code) == (None, VerdictCode.WELCOME)
    assert newest.attendee is not None
