"""The same content as CSV, for those who have no spreadsheet program or another one."""

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.exporting import kind_of, write_export, write_folder, write_workbook
from kiosk.services.export import ExportKind


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, delimiter=";"))


def test_each_sheet_is_a_file_with_the_same_text(day, tmp_path):
    write_folder(day, tmp_path / "uit", "nl")
    write_workbook(day, tmp_path / "uit.xlsx", "nl")
    book = CalamineWorkbook.from_path(tmp_path / "uit.xlsx")
    for name in book.sheet_names:
        rows = rows_of(tmp_path / "uit" / f"{name.casefold()}.csv")
        cells = book.get_sheet_by_name(name).to_python()
        assert len(rows) == len(cells)
        texts = [cell for row in cells for cell in row if isinstance(cell, str) and cell]
        assert set(texts) <= {cell for row in rows for cell in row}


def test_a_belgian_spreadsheet_opens_it_with_a_double_click(day, tmp_path):
    write_folder(day, tmp_path, "nl")
    content = (tmp_path / "gesprekken.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b";14:20;" in content


def test_a_formula_is_text_here_too(named, tmp_path):
    write_folder(named('=cmd|" /C calc"!A0'), tmp_path, "en")
    assert rows_of(tmp_path / "attendance.csv")[1][1] == '\'=cmd|" /C calc"!A0'


def test_a_name_with_a_semicolon_and_a_line_break_stays_one_cell(named, tmp_path):
    write_folder(named("Jo;\r\nFien"), tmp_path, "en")
    assert rows_of(tmp_path / "attendance.csv")[1][1] == "Jo;\r\nFien"


def test_the_name_of_the_target_says_what_is_wanted(day, tmp_path):
    assert kind_of(tmp_path / "Resultaten.XLSX") is ExportKind.WORKBOOK
    assert kind_of(tmp_path) is ExportKind.FOLDER
    write_export(day, tmp_path / "nieuw", "en")
    assert len(list((tmp_path / "nieuw").glob("*.csv"))) == 6


def test_a_folder_with_the_name_of_a_file_is_refused(day, tmp_path):
    (tmp_path / "uit").write_text("iets")
    with pytest.raises(Refusal) as refused:
        write_folder(day, tmp_path / "uit", "en")
    assert refused.value.code is RefusalCode.FILE_EXISTS
