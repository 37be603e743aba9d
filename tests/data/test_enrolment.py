"""Importing the Ghent files into a real event file, once and again."""

from dataclasses import replace
from datetime import datetime
from itertools import count
from time import perf_counter

import pytest

from kiosk.config import DEMO
from kiosk.domain import codes
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import (
    WISH_WANTED,
    CheckIn,
    ConsentKind,
    SeatNeed,
    Side,
    Standing,
    WishKind,
)
from kiosk.domain.registration import EmployerRow, IssueCode, NamedWish, PersonRow
from kiosk.importing.registrations import RegistrationFile, read_registrations
from kiosk.services.desk.check_in import DeskPost
from kiosk.services.desk.edits import PersonEdit, edit_person
from kiosk.services.enrolment import Enrolled
from kiosk.services.ports import UnitFactory
from tests.helpers.office import Office, warned


@pytest.fixture(scope="module")
def people() -> RegistrationFile:
    return read_registrations(DEMO / "inschrijvingen.csv")


@pytest.fixture(scope="module")
def employers() -> RegistrationFile:
    return read_registrations(DEMO / "werkgevers.xlsx")


@pytest.fixture
def office(units: UnitFactory, clock: SimulatedClock) -> Office:
    return Office(units, clock)


JO = PersonRow(2, "Jo", "Maes", email="jo@mail.example", take_part=True, share_contact=True)
SPAAK = EmployerRow(4, "Fietsatelier Spaak", 1, representatives=("Tom Naessens",))
LYS = EmployerRow(5, "Brasserie Lys", 2, representatives=("Nele Cornelis",), email="n@lys.example")


def test_the_ghent_files_make_thirty_two_candidates_and_fifteen_employers(
    office, people, employers
):
    office.take(employers)
    report = office.take(people)
    totals = report.totals
    assert (totals.candidates, totals.employers, totals.representatives) == (32, 15, 15)
    assert totals.seats == 24
    assert report.count(Enrolled.ADDED) == 32
    assert report.count(Enrolled.NOT_KEPT) == 1


def test_everyone_gets_a_valid_code_and_a_number_of_their_own(office, people, employers):
    office.take(people)
    office.take(employers)
    with office.units() as unit:
        valid = unit.people.codes()
        numbers = {attendee.badge_number for attendee in unit.people.all()}
    assert len(valid) == len(set(valid.values())) == len(numbers) == 47
    assert all(codes.form_of(code) is codes.CodeForm.VALID for code in valid.values())
    assert numbers <= set(range(1, 100))


def test_warnings_come_with_row_numbers_and_suggestions(office, people, employers):
    on_employers = office.take(employers)
    report = office.take(people)
    said = [
        (issue.row, issue.code, issue.suggestion)
        for issue in (*report.issues, *on_employers.issues)
        if issue.severity == "warning"
    ]
    assert said == [
        (9, IssueCode.BAD_EMAIL, "dieter.vandenbroeck@mail.example"),
        (16, IssueCode.FORMULA, "klik"),
        (20, IssueCode.UNKNOWN_EMPLOYER, "Bakkerij De Korenbloem"),
        (12, IssueCode.SEATS_WITH_TEXT, "Jo + Fien"),
    ]


def test_nothing_is_kept_of_somebody_who_declines(office, people):
    report = office.take(people)
    (declined,) = warned(report, IssueCode.DECLINED)
    assert (declined.row, declined.facts) == (12, {})
    assert "Hanne" not in repr(report)
    assert "hanne" not in repr(office.content()).casefold()


def test_the_second_answer_of_the_same_person_counts(office, people):
    report = office.take(people)
    assert office.find("Mieke").phone == "+32470112233"
    (second,) = warned(report, IssueCode.SECOND_ANSWER)
    assert (second.row, second.facts["earlier"]) == (35, 4)


def test_importing_the_same_files_again_changes_nothing(office, people, employers):
    office.take(employers)
    office.take(people)
    before = office.content()
    office.clock.advance(3600)
    again = [office.take(file) for file in (people, employers, people)]
    assert office.content() == before
    assert all(report.changed_nothing for report in again)
    assert again[0].count(Enrolled.UNCHANGED) == 32


def test_a_dry_run_reports_the_same_and_writes_nothing(office, people, employers):
    before = office.content()
    rehearsed = office.take(employers, dry_run=True)
    assert office.content() == before
    assert replace(rehearsed, dry_run=False) == office.take(employers)
    before = office.content()
    rehearsed = office.take(people, dry_run=True)
    assert office.content() == before
    assert replace(rehearsed, dry_run=False) == office.take(people)


def test_wishes_are_found_when_the_employers_come_later(office, people, employers):
    first = office.take(people)
    assert warned(first, IssueCode.UNKNOWN_EMPLOYER)
    office.take(employers)
    second = office.take(people)
    assert [issue.row for issue in warned(second, IssueCode.UNKNOWN_EMPLOYER)] == [20]
    assert {change.fields for change in second.changes if change.outcome == "updated"} == {
        ("wishes",)
    }
    samira, olena = office.find("Samira"), office.find("Olena")
    with office.units() as unit:
        names = {employer.id: employer.name for employer in unit.employers.all()}
        wishes = {
            (wish.candidate_id, names[wish.employer_id]): (wish.kind, wish.weight)
            for wish in unit.people.wishes()
        }
    assert wishes[samira.id, "Stadsgroen Leie"] == (WishKind.WISH, WISH_WANTED)
    assert wishes[samira.id, "Haven Logistiek Noord"] == (WishKind.NEVER, 0)
    assert wishes[olena.id, "Bakkerij De Korenbloem"] == (WishKind.WISH, WISH_WANTED)
    assert office.take(people).changed_nothing


def test_the_journal_tells_no_names_and_no_codes(office, people, employers):
    office.take(employers)
    office.take(people)
    with office.units() as unit:
        written = repr(unit.journal.entries()).casefold()
        secret = list(unit.people.codes().values())
        assert unit.journal.first_broken() is None
    assert not [code for code in secret if code.casefold() in written]
    assert not [
        a
        for a in office.attendees()
        if len(a.family_name) > 3 and (a.family_name.casefold() in written)
    ]


def test_numbers_are_drawn_by_the_injected_chance(office):
    drawn = office.people([JO], choose_number=lambda free: free[16])
    assert drawn.count(Enrolled.ADDED) == 1
    assert office.find("Jo").badge_number == 17


def test_a_crowd_is_numbered_from_one_wide_range(office):
    counter = count(2)
    crowd = [
        PersonRow(next(counter), f"Jo{n}", "Maes", phone=f"+3247000{n:04d}", take_part=True)
        for n in range(70)
    ]
    office.people(crowd, choose_number=lambda free: free[-1])
    assert min(attendee.badge_number for attendee in office.attendees()) == 930


def test_a_changed_answer_updates_only_what_it_changes(office):
    office.people([JO])
    before = office.find("Jo")
    report = office.people([replace(JO, phone="+32470000000")])
    (change,) = report.changes
    after = office.find("Jo")
    assert (change.outcome, change.fields) == (Enrolled.UPDATED, ("phone",))
    assert after == replace(before, phone="+32470000000")


def test_what_the_desk_changed_survives_the_next_import(office):
    office.people([replace(JO, take_part=None)])
    jo = office.find("Jo")
    with office.units() as unit:
        unit.people.save(replace(jo, given_name="Joris", chosen_name="Joke"))
        unit.people.set_consent(jo.id, ConsentKind.TAKE_PART, True, office.clock.now())
        unit.people.set_consent(jo.id, ConsentKind.SHARE_CONTACT, False, office.clock.now())
        unit.commit()
    assert office.people([replace(JO, take_part=None)]).changed_nothing
    office.people([replace(JO, take_part=None, given_name="Joris", needs="Rolstoel")])
    joris = office.find("Joris")
    assert joris.needs == "Rolstoel"
    assert office.consent(joris) == {
        ConsentKind.TAKE_PART: True,
        ConsentKind.SHARE_CONTACT: False,
    }


def test_a_no_after_a_yes_cancels_and_keeps_the_day(office):
    office.people([JO])
    jo = office.find("Jo")
    arrival = CheckIn(office.clock.now(), "desk 1", "An")
    with office.units() as unit:
        unit.people.check_in(jo.id, arrival)
        unit.commit()
    declining = PersonRow(2, "Jo", "Maes", email="jo@mail.example", take_part=False)
    report = office.people([declining])
    assert report.count(Enrolled.CANCELLED) == 1
    assert warned(report, IssueCode.CANCELLED)[0].facts == {"badge_number": jo.badge_number}
    assert office.find("Jo").standing is Standing.CANCELLED
    assert office.consent(jo)[ConsentKind.TAKE_PART] is False
    with office.units() as unit:
        assert unit.people.check_ins() == {jo.id: arrival}
    assert office.people([declining]).changed_nothing


def test_of_somebody_who_withdraws_only_what_the_desk_must_know_is_kept(office):
    wishes = (NamedWish("Bakkerij De Smet"),)
    needing = replace(JO, needs="Rustige plek", seat_needs=(SeatNeed.QUIET,), wishes=wishes)
    office.people([needing])
    office.people([replace(JO, take_part=False)])
    jo = office.find("Jo")
    assert (jo.email, jo.phone, jo.needs, jo.languages, jo.sectors) == ("", "", "", (), ())
    assert jo.seat_needs == ()
    with office.units() as unit:
        assert [wish for wish in unit.people.wishes() if wish.candidate_id == jo.id] == []


def test_a_yes_after_a_no_is_expected_again(office):
    office.people([JO])
    office.people([replace(JO, take_part=False)])
    report = office.people([replace(JO, needs="Ik kom toch")])
    assert report.count(Enrolled.UPDATED) == 1
    assert office.find("Jo").standing is Standing.EXPECTED
    assert office.consent(office.find("Jo"))[ConsentKind.TAKE_PART] is True


def test_a_consent_taken_back_in_a_newer_answer_is_taken_back_and_said(office):
    office.people([JO])
    report = office.people([replace(JO, share_contact=False)])
    assert warned(report, IssueCode.CONSENT_WITHDRAWN)[0].facts == {"consent": "share-contact"}
    assert office.consent(office.find("Jo"))[ConsentKind.SHARE_CONTACT] is False


def test_namesakes_with_other_contact_details_are_two_people(office):
    other = replace(JO, row=3, email="jo.maes@mail.example")
    unclear = replace(JO, row=4, email="")
    report = office.people([JO, other, unclear])
    assert report.count(Enrolled.ADDED) == 2
    assert [issue.row for issue in warned(report, IssueCode.AMBIGUOUS_PERSON)] == [4]
    assert office.people([JO, other, unclear]).changed_nothing


def test_representatives_sit_with_their_employer_and_take_part(office):
    office.employers([SPAAK])
    tom = office.find("Tom")
    with office.units() as unit:
        (employer,) = unit.employers.all()
    assert (tom.side, tom.family_name, tom.employer_id) == (Side.EMPLOYER, "Naessens", employer.id)
    assert office.consent(tom) == {ConsentKind.TAKE_PART: True}


def test_a_clashing_or_missing_table_number_gets_the_next_free_table(office):
    silent = replace(LYS, number=None)
    clashing = EmployerRow(6, "Garage Meulestede", 1)
    report = office.employers([SPAAK, silent, clashing])
    assert office.tables() == {
        "Fietsatelier Spaak": 1,
        "Brasserie Lys": 2,
        "Garage Meulestede": 3,
    }
    assert warned(report, IssueCode.TABLE_NUMBER_TAKEN)[0].facts == {"wanted": 1, "given": 3}
    assert warned(report, IssueCode.TABLE_NUMBER_CHOSEN)[0].facts == {"given": 2}
    assert [issue.row for issue in warned(report, IssueCode.NO_REPRESENTATIVE)] == [6]


def test_two_employers_may_swap_tables(office):
    office.employers([SPAAK, LYS])
    report = office.employers([replace(SPAAK, number=2), replace(LYS, number=1)])
    assert office.tables() == {"Brasserie Lys": 1, "Fietsatelier Spaak": 2}
    assert report.count(Enrolled.UPDATED) == 2


def test_a_table_moved_on_the_day_stays_where_it_is(office):
    office.employers([SPAAK, LYS])
    with office.units() as unit:
        spaak = unit.employers.all()[0]
        unit.employers.save(replace(spaak, table_number=9))
        unit.commit()
    assert office.employers([SPAAK, LYS]).changed_nothing
    assert office.tables()["Fietsatelier Spaak"] == 9


def test_a_renamed_employer_at_the_same_table_and_address_stays_one(office):
    office.employers([LYS])
    office.employers([replace(LYS, name="Brasserie de la Lys")])
    assert office.tables() == {"Brasserie de la Lys": 2}
    assert len(office.attendees()) == 1


def test_a_replaced_representative_is_cancelled_and_said(office):
    office.employers([LYS])
    report = office.employers([replace(LYS, representatives=("Piet Cornelis",))])
    assert office.find("Nele").standing is Standing.CANCELLED
    assert office.find("Piet").standing is Standing.EXPECTED
    assert warned(report, IssueCode.REPRESENTATIVE_GONE)


def test_the_later_of_two_rows_about_one_employer_counts(office):
    report = office.employers(
        [SPAAK, replace(SPAAK, row=9, name="fietsatelier spaak vzw", seats=3)]
    )
    assert report.totals.seats == 3
    assert warned(report, IssueCode.DUPLICATE_EMPLOYER)[0].row == 9


def test_more_tables_than_the_event_has_is_a_warning(office):
    report = office.employers([replace(SPAAK, number=16)])
    assert warned(report, IssueCode.MORE_TABLES)[0].facts == {"needed": 16, "planned": 15}


def test_a_list_of_thousands_is_taken_and_known_again_within_seconds(office):
    rows = [
        PersonRow(row, "Jan", f"Maes {row}", email=f"jan{row}@mail.example", take_part=True)
        for row in range(2, 3002)
    ]
    began = perf_counter()
    assert office.people(rows).count(Enrolled.ADDED) == 3000
    assert office.people(rows).count(Enrolled.UNCHANGED) == 3000
    assert perf_counter() - began < 30  # comparing everybody with everybody took minutes


def test_somebody_on_both_sides_of_the_table_is_pointed_out(office):
    office.employers([EmployerRow(2, "Kringloop", representatives=("Jo Maes",), email=JO.email)])
    namesake = replace(JO, row=3, email="een.andere.jo@mail.example")
    both = warned(office.people([JO, namesake]), IssueCode.TWO_BADGES)
    assert [issue.row for issue in both] == [2]


def test_what_a_desk_changed_stands_against_an_older_answer(office: Office) -> None:
    office.people(
        [replace(JO, needs="tolk", answered_at=datetime.fromisoformat("2023-03-01T09:00"))]
    )
    jo = office.find("Jo")
    edit = PersonEdit("Joke", ("nl", "fr"), "grote letters", {ConsentKind.FOLLOW_UP: True})
    edit_person(office.units(), office.clock, jo.id, edit, desk=DeskPost("desk 1", "Els"))
    changed = replace(JO, needs="rolstoel", follow_up=False, phone="+32470123456")
    office.people([replace(changed, answered_at=datetime.fromisoformat("2023-03-02T09:00"))])
    kept = office.find("Jo")
    assert (kept.chosen_name, kept.languages, kept.needs) == ("Joke", ("nl", "fr"), "grote letters")
    assert kept.phone == "+32470123456"
    assert office.consent(kept)[ConsentKind.FOLLOW_UP]


def test_an_answer_given_after_the_desk_s_change_counts(office: Office) -> None:
    office.people(
        [replace(JO, needs="tolk", answered_at=datetime.fromisoformat("2023-03-01T09:00"))]
    )
    jo = office.find("Jo")
    edit = PersonEdit("Jo", (), "grote letters", {})
    edit_person(office.units(), office.clock, jo.id, edit, desk=DeskPost("desk 1", "Els"))
    office.people(
        [replace(JO, needs="rolstoel", answered_at=datetime.fromisoformat("2023-04-01T09:00"))]
    )
    assert office.find("Jo").needs == "rolstoel"


def test_of_somebody_who_withdraws_the_history_keeps_no_words(office: Office) -> None:
    office.people([JO])
    jo = office.find("Jo")
    edit = PersonEdit("Joke", (), "grote letters", {})
    edit_person(office.units(), office.clock, jo.id, edit, desk=DeskPost("desk 1", "Els"))
    office.people([replace(JO, take_part=False)])
    with office.units() as unit:
        edits = unit.people.edits(jo.id)
    assert {(line.before, line.after) for line in edits} == {("", "")}
