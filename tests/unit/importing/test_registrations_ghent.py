"""What organisers in Ghent really sent, in every form in which it could have come."""

import csv
import io
from pathlib import Path

import pytest

from kiosk.config import DEMO
from kiosk.domain.people import ContactRoute, Presence, RouteKind, SeatNeed, WishKind
from kiosk.domain.registration import (
    IssueCode,
    NamedWish,
    PersonRow,
    RowIssue,
    Severity,
    group_answers,
)
from kiosk.importing.registrations import (
    EmployersFile,
    PeopleFile,
    read_content,
    read_registrations,
)

PEOPLE = DEMO / "inschrijvingen.csv"
EMPLOYERS = DEMO / "werkgevers.xlsx"
BEYOND_1252 = str.maketrans("ıćŁŞş", "icLSs")


@pytest.fixture(scope="module")
def people() -> PeopleFile:
    file = read_registrations(PEOPLE)
    assert isinstance(file, PeopleFile)
    return file


@pytest.fixture(scope="module")
def employers() -> EmployersFile:
    file = read_registrations(EMPLOYERS)
    assert isinstance(file, EmployersFile)
    return file


def said(file: PeopleFile | EmployersFile, code: IssueCode) -> list[RowIssue]:
    own = [issue for row in file.rows for issue in row.issues]
    return [issue for issue in (*file.issues, *own) if issue.code is code]


def named(file: PeopleFile, name: str) -> PersonRow:
    return next(row for row in file.rows if f"{row.given_name} {row.family_name}" == name)


def test_thirty_four_rows_are_filled_in_by_thirty_three_people(people):
    groups, unclear = group_answers(people.rows)
    assert (len(people.rows), len(groups), unclear) == (34, 33, [])
    assert sum(group.newest.declines for group in groups) == 1


def test_the_newest_answer_of_mieke_counts(people):
    groups, _ = group_answers(people.rows)
    mieke = next(group for group in groups if len(group.rows) == 2)
    assert [row.row for row in mieke.rows] == [4, 35]
    assert mieke.newest.phone == "+32470112233"


def test_a_bad_address_is_left_out_and_one_is_suggested(people):
    (issue,) = said(people, IssueCode.BAD_EMAIL)
    assert (issue.row, issue.suggestion) == (9, "dieter.vandenbroeck@mail.example")
    assert named(people, "Dieter Van den Broeck").email == ""


def test_a_formula_stays_text(people):
    (issue,) = said(people, IssueCode.FORMULA)
    assert (issue.row, issue.suggestion, issue.severity) == (16, "klik", Severity.WARNING)
    assert named(people, "Marco Ferrari").needs == '=HYPERLINK("http://x.example";"klik")'


def test_rows_without_anybody_are_passed_over_with_a_reason(people, employers):
    skipped = {
        issue.row: issue.code
        for file in (people, employers)
        for issue in file.issues
        if issue.severity is Severity.SKIPPED
    }
    assert skipped == {
        0: IssueCode.OTHER_SHEET,
        19: IssueCode.BLANK_ROWS,
        20: IssueCode.TOTAL_ROW,
        36: IssueCode.BLANK_ROWS,
        37: IssueCode.NO_NAME,
    }


def test_rows_are_counted_as_a_spreadsheet_shows_them_after_a_line_break_in_a_cell(people):
    sofie = named(people, "Sofie Claeys")
    assert sofie.needs == "Leuk initiatief!\nIk kom met de trein; hopelijk op tijd."
    assert (sofie.row, people.rows[21].row) == (22, 23)


def test_cells_become_values(people):
    samira = named(people, "Samira Benali")
    assert samira.phone == "+32478804850"
    assert samira.route == ContactRoute(RouteKind.ORGANISATION, "Jobroad")
    assert samira.sectors == ("Voeding en horeca", "Groen en tuin")
    assert samira.wishes == (
        NamedWish("Stadsgroen Leie"),
        NamedWish("Haven Logistiek Noord", WishKind.NEVER),
    )
    assert (samira.take_part, samira.share_contact, samira.follow_up) == (True, False, True)
    assert named(people, "Jonas Vermeulen").languages == ("ar", "fr")
    assert named(people, "Bram Peeters").row == 7


def test_a_remark_about_time_is_read_and_said(people, employers):
    assert len(said(people, IssueCode.PRESENCE_READ)) == 2
    assert f"{named(people, 'Piet Janssens').presence.arrives}" == "14:30:00"
    assert f"{named(people, 'Björn Åkesson').presence.leaves}" == "15:30:00"
    present = [row.number for row in employers.rows if row.presence != Presence()]
    assert present == [12]


def test_what_a_table_must_offer_is_found_in_their_own_words_and_said(people):
    needed = {row.given_name: row.seat_needs for row in people.rows if row.seat_needs}
    assert needed == {"Bram": (SeatNeed.QUIET,), "Nadia": (SeatNeed.STEP_FREE,)}
    read = [(issue.row, issue.facts["need"]) for issue in said(people, IssueCode.SEAT_NEED_READ)]
    assert read == [(7, "quiet"), (17, "step-free")]


def test_nothing_but_the_identity_is_read_of_somebody_who_declines(people):
    (hanne,) = [row for row in people.rows if row.declines]
    assert (hanne.needs, hanne.wishes, hanne.languages, hanne.issues) == ("", (), (), ())


def test_fifteen_employers_bring_twenty_four_seats(employers):
    assert (len(employers.rows), sum(row.seats for row in employers.rows)) == (15, 24)
    (issue,) = said(employers, IssueCode.SEATS_WITH_TEXT)
    assert (issue.row, issue.facts["seats"], issue.suggestion) == (12, 2, "Jo + Fien")


def rewritten(
    delimiter: str, line_end: str = "\r\n", translate: dict[int, int] | None = None
) -> str:
    text = PEOPLE.read_text("utf-8-sig").translate(translate or {})
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=line_end)
    writer.writerows(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    return buffer.getvalue()


@pytest.mark.parametrize("delimiter", list(";,\t|"))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_delimiter_and_unicode_encoding_gives_the_same(people, delimiter, line_end, encoding):
    assert read_content(rewritten(delimiter, line_end).encode(encoding)) == people


def test_windows_1252_gives_the_same():
    western = rewritten(";", translate=BEYOND_1252)
    assert read_content(western.encode("cp1252")) == read_content(western.encode())


def test_mixed_line_ends_and_a_separator_line_give_the_same(people):
    half = rewritten(";", "\n").split("\n")
    mixed = "\r\n".join(half[:9]) + "\n" + "\n".join(half[9:])
    assert read_content(f"sep=;\r\n{mixed}".encode()) == people


def test_a_workbook_of_the_form_gives_the_same_people(people, tmp_path: Path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "antwoorden.xlsx"
    records = csv.reader(io.StringIO(PEOPLE.read_text("utf-8-sig"), newline=""), delimiter=";")
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Antwoorden")
        for number, record in enumerate(records):
            for column, cell in enumerate(record):
                sheet.write_string(number, column, cell)
    assert read_registrations(path) == people
