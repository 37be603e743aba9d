"""What somebody finds who opens the workbook."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kiosk.exporting import write_workbook
from kiosk.services.export import DayExport

SHEETS = ["Attendance", "Conversations", "Interest", "Matches", "Figures", "About"]
SHEETS_NL = ["Aanwezigheid", "Gesprekken", "Interesse", "Matches", "Cijfers", "Over dit bestand"]


def written(day: DayExport, folder: Path, language: str = "en") -> CalamineWorkbook:
    path = folder / "results.xlsx"
    write_workbook(day, path, language)
    return CalamineWorkbook.from_path(path)


def wall(*clock: int) -> datetime:
    return datetime.combine(date(2023, 3, 21), time(*clock))


def part(folder: Path, name: str) -> str:
    with zipfile.ZipFile(folder / "results.xlsx") as book:
        return book.read(name).decode()


def test_it_has_a_sheet_for_each_question_in_the_language_asked_for(day, tmp_path):
    assert written(day, tmp_path).sheet_names == SHEETS
    assert written(day, tmp_path, "nl").sheet_names == SHEETS_NL


def test_times_are_times_and_numbers_are_numbers(day, tmp_path):
    book = written(day, tmp_path)
    attendance = book.get_sheet_by_name("Attendance").to_python()
    assert attendance[1] == [5, "Samira", "candidate", "", wall(13, 35, 9)]
    conversation = book.get_sheet_by_name("Conversations").to_python()[1]
    assert conversation[1] == time(14, 20)
    about = dict(row[:2] for row in book.get_sheet_by_name("About").to_python())
    assert about["Date"] == date(2023, 3, 21)
    assert about["Made at"] == wall(17, 30, 12)


def test_a_match_shows_both_sides_and_the_chosen_route(day, tmp_path):
    row = written(day, tmp_path).get_sheet_by_name("Matches").to_python()[1]
    assert row[1:5] == ["Bakkerij De Smet & Zonen", "Lotte, Mo", 5, "Samira"]
    assert row[5:] == ["directly", "", "0470 12 34 56", "samira@example.org"]


def test_a_split_that_is_hidden_is_said_to_be(day, tmp_path):
    rows = written(day, tmp_path).get_sheet_by_name("Interest").to_python()
    assert rows[1] == ["candidates", 40, 36, 20, 7, 9]
    assert rows[2] == ["employers", 40, 11, "not shown", "not shown", "not shown"]


def test_every_figure_says_what_it_counts(day, tmp_path):
    rows = written(day, tmp_path).get_sheet_by_name("Figures").to_python()
    assert rows[1][:3] == ["Candidates here", 1, 2]
    assert all(row[3].endswith(".") for row in rows[1:])


@pytest.mark.parametrize(
    "name", ["=1+1", "+32", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "{=1}", "007"]
)
def test_a_name_is_never_a_formula_a_number_or_a_link(named, tmp_path, name: str):
    first = written(named(name), tmp_path).get_sheet_by_name("Attendance").to_python()[1][1]
    assert isinstance(first, str)
    assert first.removeprefix("'") == name
    assert first[0] not in "=+-@\t"
    sheet = part(tmp_path, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_it_prints_with_its_header_on_every_page(day, tmp_path):
    written(day, tmp_path)
    sheet = part(tmp_path, "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in sheet
    assert 'orientation="landscape"' in sheet
    assert "<autoFilter" in sheet
    assert "Print_Titles" in part(tmp_path, "xl/workbook.xml")


def test_its_properties_say_what_it_is(day, tmp_path):
    written(day, tmp_path, "nl")
    properties = part(tmp_path, "docProps/core.xml")
    assert "Careerdating Gent: resultaten" in properties
    assert "Vertrouwelijk" in properties


def test_it_can_be_made_anew_over_itself(
    day: DayExport, named: Callable[[str], DayExport], tmp_path
):
    written(day, tmp_path)
    again = written(named("Bilal"), tmp_path)
    assert again.get_sheet_by_name("Attendance").to_python()[1][1] == "Bilal"
    assert [path.name for path in tmp_path.iterdir()] == ["results.xlsx"]
