"""Small edits at the desk, with their history, on a real encrypted file."""

from dataclasses import replace
from functools import partial
from uuid import UUID, uuid4

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.edits import EditedField
from kiosk.domain.errors import RefusalCode
from kiosk.domain.people import ConsentKind, SeatNeed, Side, Standing
from kiosk.domain.print_jobs import Paper
from kiosk.domain.verdicts import VerdictCode
from kiosk.services.desk.check_in import check_in_person, scan
from kiosk.services.desk.edits import (
    PersonEdit,
    consent_and_check_in,
    edit_person,
    expect_and_check_in,
    person_details,
    replace_badge,
    set_standing,
)
from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING, a_candidate, found, register
from tests.helpers.desks import DESK, POST, arrival, attendee, journal, queue, refused

SAMIRA = replace(a_candidate(17), languages=("nl",), needs="tolk Arabisch")
KARIM = replace(a_candidate(5, "Karim"), side=Side.COMPANION)
AS_IT_IS = PersonEdit("Samira", ("nl",), "tolk Arabisch", {})


@pytest.fixture
def code(units: UnitFactory) -> str:
    """Samira's badge code; Karim is there too."""
    with units() as unit:
        found(unit)
        code = register(unit, SAMIRA)
        register(unit, KARIM)
        unit.commit()
    return code


def history(units: UnitFactory, attendee_id: UUID) -> list[tuple[EditedField, str, str]]:
    edits = person_details(units(), attendee_id).history
    return [(edit.field, edit.before, edit.after) for edit in edits]


def test_what_differs_is_taken_over_with_what_it_was_before(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    edit = PersonEdit("Sam", ("nl", "ar"), "geen tolk nodig", {ConsentKind.FOLLOW_UP: False})
    clock.advance(60)
    details = edit_person(units(), clock, SAMIRA.id, edit, desk=POST)
    kept = attendee(units, SAMIRA.id)
    assert (kept.public_name, kept.given_name, kept.family_name) == ("Sam", "Samira", "Benali")
    assert (kept.languages, kept.needs) == (("nl", "ar"), "geen tolk nodig")
    assert details == person_details(units(), SAMIRA.id)
    assert history(units, SAMIRA.id) == [
        (EditedField.CHOSEN_NAME, "Samira", "Sam"),
        (EditedField.LANGUAGES, "nl", "nl ar"),
        (EditedField.NEEDS, "tolk Arabisch", "geen tolk nodig"),
        (EditedField.FOLLOW_UP, "", "no"),
    ]
    newest = details.history[-1]
    assert (newest.at, newest.station, newest.volunteer) == (clock.now(), DESK, "Els")


def test_what_their_table_must_offer_has_a_history_of_its_own(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    for needs in ((SeatNeed.STEP_FREE, SeatNeed.QUIET), (SeatNeed.QUIET,)):
        edit_person(units(), clock, SAMIRA.id, replace(AS_IT_IS, seat_needs=needs), desk=POST)
    assert attendee(units, SAMIRA.id).seat_needs == (SeatNeed.QUIET,)
    assert history(units, SAMIRA.id) == [
        (EditedField.SEAT_NEEDS, "", "step-free quiet"),
        (EditedField.SEAT_NEEDS, "step-free quiet", "quiet"),
    ]


def test_saving_again_changes_nothing(units: UnitFactory, clock: SimulatedClock, code: str) -> None:
    edit = replace(AS_IT_IS, chosen_name="Sam", consents={ConsentKind.FOLLOW_UP: True})
    once = edit_person(units(), clock, SAMIRA.id, edit, desk=POST)
    entries = journal(units)
    assert edit_person(units(), clock, SAMIRA.id, edit, desk=POST) == once
    assert journal(units) == entries


def test_what_nobody_changed_is_left_alone_however_it_was_imported(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    odd = replace(SAMIRA, chosen_name="S" * 90, needs="tolk\nrustige plaats " + "x" * 400)
    with units() as unit:
        unit.people.save(odd)
        unit.commit()
    edit = replace(AS_IT_IS, chosen_name=odd.chosen_name, needs=odd.needs)
    edit_person(units(), clock, SAMIRA.id, edit, desk=POST)
    assert attendee(units, SAMIRA.id) == odd
    assert not history(units, SAMIRA.id)


def test_a_no_is_taken_as_easily_as_a_yes_and_silence_changes_nothing(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    for given in (False, True, None):
        consents = {ConsentKind.SHARE_CONTACT: given, ConsentKind.TAKE_PART: None}
        edit_person(units(), clock, SAMIRA.id, replace(AS_IT_IS, consents=consents), desk=POST)
    assert person_details(units(), SAMIRA.id).consents == {
        ConsentKind.TAKE_PART: True,
        ConsentKind.SHARE_CONTACT: True,
        ConsentKind.FOLLOW_UP: None,
    }
    assert history(units, SAMIRA.id) == [
        (EditedField.SHARE_CONTACT, "yes", "no"),
        (EditedField.SHARE_CONTACT, "no", "yes"),
    ]


def test_a_companion_is_tied_to_a_candidate_and_let_go_again(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    tied = PersonEdit("Karim", (), "", {}, companion_of=SAMIRA.id)
    details = edit_person(units(), clock, KARIM.id, tied, desk=POST)
    assert details.record.accompanies == "Samira"
    assert details.companions_of == {SAMIRA.id: "Samira"}
    edit_person(units(), clock, KARIM.id, replace(tied, companion_of=None), desk=POST)
    assert attendee(units, KARIM.id).companion_of is None
    assert history(units, KARIM.id) == [
        (EditedField.COMPANION_OF, "", str(SAMIRA.id)),
        (EditedField.COMPANION_OF, str(SAMIRA.id), ""),
    ]


def test_what_is_refused_changes_nothing(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    nameless = replace(AS_IT_IS, chosen_name=" \n", needs="anders")
    with_a_companion = PersonEdit("Karim", ("fr",), "", {}, companion_of=KARIM.id)
    for attendee_id, edit, expected in (
        (SAMIRA.id, nameless, RefusalCode.NAME_MISSING),
        (KARIM.id, with_a_companion, RefusalCode.UNKNOWN_ATTENDEE),
        (uuid4(), AS_IT_IS, RefusalCode.UNKNOWN_ATTENDEE),
    ):
        act = partial(edit_person, units(), clock, attendee_id, edit, desk=POST)
        assert refused(act) is expected
    assert attendee(units, SAMIRA.id) == SAMIRA
    assert attendee(units, KARIM.id) == KARIM
    assert not journal(units)
    assert refused(partial(person_details, units(), uuid4())) is RefusalCode.UNKNOWN_ATTENDEE


def test_the_journal_names_fields_and_nobody(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    edit = PersonEdit("Sam Geheim", ("nl", "ti"), "rolstoel", {ConsentKind.FOLLOW_UP: True})
    edit_person(units(), clock, SAMIRA.id, edit, desk=POST)
    (entry,) = journal(units)
    assert (entry.what, entry.subjects) == ("attendee-edited", (SAMIRA.id,))
    assert entry.facts == {"fields": "chosen-name languages needs follow-up"}


def test_a_lost_badge_is_refused_and_the_new_one_is_on_its_way(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    replace_badge(units(), clock, SAMIRA.id, desk=POST)
    with units() as unit:
        new = unit.people.codes()[SAMIRA.id]
    assert scan(units(), clock, code, desk=POST).code is VerdictCode.REPLACED_BADGE
    assert scan(units(), clock, new, desk=POST).code is VerdictCode.WELCOME
    assert scan(units(), clock, "17", desk=POST).code is VerdictCode.ALREADY_HERE
    assert [(job.paper, job.attendee_id) for job in queue(units)] == [(Paper.BADGE, SAMIRA.id)]


def test_no_badge_code_is_in_the_history_or_the_journal(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    replace_badge(units(), clock, SAMIRA.id, desk=POST)
    with units() as unit:
        new = unit.people.codes()[SAMIRA.id]
    assert history(units, SAMIRA.id) == [(EditedField.BADGE_CODE, "", "")]
    written = str(journal(units))
    assert code not in written
    assert new not in written


def test_a_yes_at_the_desk_checks_in_and_is_remembered_once(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    with units() as unit:
        unit.people.set_consent(SAMIRA.id, ConsentKind.TAKE_PART, False, MORNING)
        unit.commit()
    assert scan(units(), clock, code, desk=POST).code is VerdictCode.CONSENT_MISSING
    first, second = (consent_and_check_in(units(), clock, SAMIRA.id, desk=POST) for _ in "12")
    assert (first.code, second.code) == (VerdictCode.WELCOME, VerdictCode.ALREADY_HERE)
    assert history(units, SAMIRA.id) == [(EditedField.TAKE_PART, "no", "yes")]


def test_somebody_who_had_cancelled_comes_after_all(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    set_standing(units(), clock, SAMIRA.id, Standing.CANCELLED, desk=POST)
    assert scan(units(), clock, code, desk=POST).code is VerdictCode.NOT_COMING
    verdict = expect_and_check_in(units(), clock, SAMIRA.id, desk=POST)
    assert verdict.code is VerdictCode.WELCOME
    assert history(units, SAMIRA.id) == [
        (EditedField.STANDING, "expected", "cancelled"),
        (EditedField.STANDING, "cancelled", "expected"),
    ]


def test_nobody_who_came_is_marked_as_not_coming(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    check_in_person(units(), clock, SAMIRA.id, desk=POST)
    act = partial(set_standing, units(), clock, SAMIRA.id, Standing.CANCELLED, desk=POST)
    assert refused(act) is RefusalCode.CAME_ALREADY
    assert attendee(units, SAMIRA.id).standing is Standing.EXPECTED
    assert arrival(units, SAMIRA.id) is not None


def test_the_same_standing_again_leaves_no_trace(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    set_standing(units(), clock, SAMIRA.id, Standing.EXPECTED, desk=POST)
    assert not journal(units)


def test_a_person_who_is_erased_leaves_edits_that_say_nothing(
    units: UnitFactory, clock: SimulatedClock, code: str
) -> None:
    edit_person(units(), clock, SAMIRA.id, replace(AS_IT_IS, needs="rolstoel"), desk=POST)
    with units() as unit:
        unit.people.forget_edits(SAMIRA.id)
        unit.commit()
    assert history(units, SAMIRA.id) == [(EditedField.NEEDS, "", "")]
