"""Somebody who did not register, on a real encrypted file."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import is_valid
from kiosk.domain.desk import DeskSettings, PaperOnScan
from kiosk.domain.errors import RefusalCode
from kiosk.domain.people import Attendee, ConsentKind, Employer, Side
from kiosk.domain.print_jobs import Paper
from kiosk.domain.verdicts import VerdictCode
from kiosk.services.desk.check_in import scan
from kiosk.services.desk.walk_ins import WalkIn, organisations, register_walk_in
from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING, a_candidate, an_employer, an_event, found, register
from tests.helpers.desks import DESK, POST, arrival, attendee, everyone, journal, queue, refused

YES = {ConsentKind.TAKE_PART: True}
MAALIK = WalkIn(
    "Maalik",
    Side.CANDIDATE,
    languages=("nl", "ar"),
    needs="tolk Arabisch",
    contact="0470 12 34 56",
    consents={**YES, ConsentKind.SHARE_CONTACT: False, ConsentKind.FOLLOW_UP: None},
)


@pytest.fixture
def employer(units: UnitFactory) -> Employer:
    """A bakery at table 4, and Samira with badge 17."""
    bakery = an_employer(4)
    with units() as unit:
        found(unit)
        unit.employers.save(bakery)
        register(unit, a_candidate(17))
        unit.commit()
    return bakery


@pytest.fixture
def samira(units: UnitFactory, employer: Employer) -> Attendee:
    return everyone(units)[0]


def test_somebody_new_is_on_the_list_here_and_has_a_badge_on_its_way(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    verdict = register_walk_in(units(), clock, MAALIK, desk=POST)
    assert verdict.code is VerdictCode.WELCOME
    kept = attendee(units, MAALIK.id)
    assert (kept.public_name, kept.side, kept.languages) == (
        "Maalik",
        Side.CANDIDATE,
        ("nl", "ar"),
    )
    assert (kept.needs, kept.phone, kept.email) == ("tolk Arabisch", "+32470123456", "")
    came = arrival(units, MAALIK.id)
    assert came is not None
    assert (came.at, came.station, came.volunteer) == (MORNING, DESK, "Els")
    assert [(job.paper, job.attendee_id) for job in queue(units)] == [(Paper.BADGE, MAALIK.id)]


def test_a_question_that_was_not_asked_leaves_no_answer(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    register_walk_in(units(), clock, MAALIK, desk=POST)
    with units() as unit:
        answers = unit.people.consents_of(MAALIK.id)
    assert answers == {ConsentKind.TAKE_PART: True, ConsentKind.SHARE_CONTACT: False}


def test_the_badge_that_is_printed_opens_the_door(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    register_walk_in(units(), clock, MAALIK, desk=POST)
    with units() as unit:
        code = unit.people.codes()[MAALIK.id]
    assert is_valid(code)
    assert scan(units(), clock, code, desk=POST).code is VerdictCode.ALREADY_HERE


def test_a_form_that_is_sent_twice_registers_one_person(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    register_walk_in(units(), clock, MAALIK, desk=POST)
    again = register_walk_in(units(), clock, MAALIK, desk=POST)
    assert again.code is VerdictCode.ALREADY_HERE
    assert len(everyone(units)) == 2
    assert len(queue(units)) == 1


def test_a_desk_that_prints_at_each_scan_prints_one_badge(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    always = DeskSettings(PaperOnScan.ALWAYS, PaperOnScan.ALWAYS)
    register_walk_in(units(), clock, MAALIK, desk=replace(POST, settings=always))
    papers = [job.paper for job in queue(units)]
    assert sorted(papers) == [Paper.BADGE, Paper.ROUTE_CARD]


def test_the_badge_number_is_a_free_one(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    for _person in range(20):
        register_walk_in(units(), clock, replace(MAALIK, id=uuid4()), desk=POST)
    numbers = [person.badge_number for person in everyone(units)]
    assert len(set(numbers)) == len(numbers) == 21
    assert max(numbers) <= 99


def test_a_representative_sits_at_a_table_and_a_companion_comes_with_a_candidate(
    units: UnitFactory, clock: SimulatedClock, employer: Employer, samira: Attendee
) -> None:
    lotte = WalkIn("Lotte", Side.EMPLOYER, consents=YES, employer_id=employer.id)
    verdict = register_walk_in(units(), clock, lotte, desk=POST)
    assert verdict.record is not None
    assert verdict.record.organisation == employer.name
    karim = WalkIn("Karim", Side.COMPANION, consents=YES, companion_of=samira.id)
    verdict = register_walk_in(units(), clock, karim, desk=POST)
    assert verdict.record is not None
    assert verdict.record.accompanies == "Samira"
    assert organisations(units()) == (employer,)


def test_a_choice_that_belongs_to_another_side_is_left_out(
    units: UnitFactory, clock: SimulatedClock, employer: Employer, samira: Attendee
) -> None:
    mixed = replace(MAALIK, employer_id=employer.id, companion_of=samira.id)
    register_walk_in(units(), clock, mixed, desk=POST)
    kept = attendee(units, MAALIK.id)
    assert (kept.employer_id, kept.companion_of) == (None, None)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"chosen_name": "  \u202e "}, RefusalCode.NAME_MISSING),
        ({"consents": {}}, RefusalCode.CONSENT_NEEDED),
        ({"consents": {ConsentKind.TAKE_PART: False}}, RefusalCode.CONSENT_NEEDED),
        ({"contact": "bel mijn zus"}, RefusalCode.CONTACT_UNREADABLE),
        ({"contact": "maalik@"}, RefusalCode.CONTACT_UNREADABLE),
        ({"side": Side.EMPLOYER}, RefusalCode.EMPLOYER_MISSING),
        ({"side": Side.EMPLOYER, "employer_id": uuid4()}, RefusalCode.UNKNOWN_EMPLOYER),
        ({"side": Side.COMPANION, "companion_of": uuid4()}, RefusalCode.UNKNOWN_ATTENDEE),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    units: UnitFactory,
    clock: SimulatedClock,
    employer: Employer,
    changes: dict[str, object],
    code: RefusalCode,
) -> None:
    walk_in = replace(MAALIK, **changes)
    assert refused(partial(register_walk_in, units(), clock, walk_in, desk=POST)) is code
    assert len(everyone(units)) == 1
    assert not queue(units)
    assert not journal(units)


def test_a_companion_cannot_come_with_a_companion(
    units: UnitFactory, clock: SimulatedClock, employer: Employer, samira: Attendee
) -> None:
    karim = WalkIn("Karim", Side.COMPANION, consents=YES, companion_of=samira.id)
    register_walk_in(units(), clock, karim, desk=POST)
    buddy = WalkIn("Buddy", Side.COMPANION, consents=YES, companion_of=karim.id)
    act = partial(register_walk_in, units(), clock, buddy, desk=POST)
    assert refused(act) is RefusalCode.UNKNOWN_ATTENDEE


def test_before_the_doors_open_somebody_is_registered_but_not_here(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        found(unit, replace(an_event(), desk_opens=MORNING + timedelta(hours=1)))
        unit.commit()
    verdict = register_walk_in(units(), clock, MAALIK, desk=POST)
    assert verdict.code is VerdictCode.TOO_EARLY
    assert arrival(units, MAALIK.id) is None
    assert len(everyone(units)) == 1


def test_the_journal_says_that_somebody_walked_in_and_never_who(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    register_walk_in(units(), clock, MAALIK, desk=POST)
    entries = journal(units)
    assert [entry.what for entry in entries] == ["walked-in", "scan"]
    assert entries[0].subjects == (MAALIK.id,)
    written = str(entries)
    for secret in ("Maalik", "tolk", "470123456", "Els"):
        assert secret not in written
    with units() as unit:
        assert unit.journal.first_broken() is None


@pytest.mark.parametrize("name", ["<img src=x>", "=cmd|' /C calc'!A0", "مريم", "👩🏽‍🦱 Zoë", "Ng"])
def test_a_name_is_kept_as_it_is_wanted(
    units: UnitFactory, clock: SimulatedClock, employer: Employer, name: str
) -> None:
    register_walk_in(units(), clock, replace(MAALIK, chosen_name=name), desk=POST)
    assert attendee(units, MAALIK.id).public_name == name


def test_a_name_of_two_hundred_letters_is_cut_to_what_a_badge_can_hold(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    register_walk_in(units(), clock, replace(MAALIK, chosen_name="a" * 200), desk=POST)
    assert attendee(units, MAALIK.id).public_name == "a" * 80


def test_an_address_of_e_mail_goes_where_addresses_go(
    units: UnitFactory, clock: SimulatedClock, employer: Employer
) -> None:
    walk_in = replace(MAALIK, contact=" Maalik@MAIL.example ")
    register_walk_in(units(), clock, walk_in, desk=POST)
    kept = attendee(units, MAALIK.id)
    assert (kept.email, kept.phone) == ("Maalik@mail.example", "")
