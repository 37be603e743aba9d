"""Whatever somebody drops on the import, it answers with rows or a refusal, never with a crash."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.config import DEMO
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.registration import RowIssue
from kiosk.i18n import speaking
from kiosk.i18n.import_messages import issue_text, place_text, problem_text
from kiosk.importing.registrations import read_content, read_registrations
from kiosk.importing.tables import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, TableTrouble

WORKBOOK = (DEMO / "werkgevers.xlsx").read_bytes()
HEADINGS = [
    "Voornaam",
    "Familienaam",
    "E-mailadres",
    "Gsm",
    "Talen",
    "Sector",
    "Zeker ontmoeten",
    "Noden",
    "Neem deel",
    "Tijdstempel",
    "Contact via",
]
EMPLOYER_HEADINGS = ["Nr", "Organisatie", "Contactpersoon", "Plaatsen", "Talen", "Opmerkingen"]


def refused(content: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_content(content)
    return caught.value


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", TableTrouble.EMPTY),
        (b" \r\n\n ", TableTrouble.EMPTY),
        (b"\xef\xbb\xbf", TableTrouble.EMPTY),
        (bytes(range(32)) * 40, TableTrouble.NOT_TEXT),
        (WORKBOOK[:4000], TableTrouble.DAMAGED),
        (b"PK\x03\x04 and no archive", TableTrouble.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), TableTrouble.DAMAGED),
        (b"naam;mail\n" * (MAX_ROWS + 5), TableTrouble.TOO_MANY_ROWS),
        (b";".join([b"naam"] * (MAX_COLUMNS + 5)), TableTrouble.TOO_MANY_COLUMNS),
        (b"naam;" * 1_000_000, TableTrouble.TOO_MANY_COLUMNS),
        (b'naam;mail\n"' + b"x" * 200_000, TableTrouble.DAMAGED),
        (b'naam;mail\n"Jan;jan@mail.example\nEls;els@mail.example\n', TableTrouble.OPEN_QUOTE),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_its_reason(content, trouble):
    refusal = refused(content)
    assert (refusal.code, refusal.facts) == (
        RefusalCode.UNREADABLE_TABLE,
        {"reason": trouble.value},
    )
    assert problem_text(refusal.facts)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_the_last_row_counts_however_the_file_ends(end):
    content = f'Voornaam;E-mail\nJan;jan@mail.example\nEls;"els@mail.example"{end}'
    assert [row.given_name for row in read_content(content.encode()).rows] == ["Jan", "Els"]


def test_one_stray_nul_keeps_nobody_out():
    content = b"Voornaam;E-mail\nJa\x00n;jan@mail.example\n" + b"Els;els@mail.example\n" * 9
    assert read_content(content).rows[0].given_name == "Jan"


def test_text_without_headings_is_refused():
    assert refused(b"dag allemaal\ntot morgen").code is RefusalCode.NO_HEADER


def test_headings_without_people_are_refused():
    assert refused(b"Voornaam;Familienaam\n;\n").code is RefusalCode.NO_PEOPLE


def test_a_refusal_names_the_file(tmp_path):
    path = tmp_path / "leeg.csv"
    path.write_bytes(b"")
    with pytest.raises(Refusal) as caught:
        read_registrations(path)
    assert caught.value.facts["path"] == str(path)


def test_a_missing_file_a_folder_and_a_giant_are_refused(tmp_path):
    giant = tmp_path / "groot.csv"
    with giant.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    codes = []
    for path in (tmp_path / "weg.csv", tmp_path, giant):
        with pytest.raises(Refusal) as caught:
            read_registrations(path)
        codes.append(caught.value.code)
    assert codes[0] is RefusalCode.FILE_NOT_FOUND
    assert codes[1] in {RefusalCode.FILE_UNREADABLE, RefusalCode.UNREADABLE_TABLE}
    assert codes[2] is RefusalCode.UNREADABLE_TABLE


def repacked(replaced: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as old, zipfile.ZipFile(buffer, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, content if name == replaced else old.read(name))
    return buffer.getvalue()


def test_one_cell_at_the_far_end_of_a_sheet_does_not_take_the_program_down():
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    far = sheet.replace(b'r="A20"', b'r="XFD1048576"').replace(b'r="B20"', b'r="XFD1048576"')
    assert far != sheet
    assert refused(repacked("xl/worksheets/sheet1.xml", far)).facts["reason"] in {
        TableTrouble.DAMAGED,
        TableTrouble.TOO_MANY_COLUMNS,
    }


def test_a_zip_bomb_is_not_unpacked():
    bomb = repacked("xl/worksheets/sheet1.xml", bytes(250_000_000))
    assert refused(bomb).facts["reason"] == TableTrouble.TOO_LARGE


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(content):
    with suppress(Refusal):
        read_content(content)


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_workbook_with_any_damage_is_read_or_refused(data):
    content = bytearray(WORKBOOK)
    for place in data.draw(st.lists(st.integers(4, len(content) - 1), min_size=1, max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    with suppress(Refusal):
        read_content(bytes(content))


def quoted(cells: list[str]) -> str:
    return ";".join('"' + cell.replace('"', '""') + '"' for cell in cells)


@pytest.mark.parametrize("headings", [HEADINGS, EMPLOYER_HEADINGS])
@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_in_cells_gives_rows_and_issues_with_words(headings, data):
    cells = st.lists(st.text(max_size=40), min_size=len(headings), max_size=len(headings))
    rows = data.draw(st.lists(cells, max_size=3))
    text = "\n".join([";".join(headings), quoted(["Jo"] * len(headings)), *map(quoted, rows)])
    try:
        file = read_content(text.encode("utf-8", "surrogatepass"))
    except Refusal:
        return
    issues: list[RowIssue] = [*file.issues, *(issue for row in file.rows for issue in row.issues)]
    for language in ("nl", "en"):
        with speaking(language):
            assert all(issue_text(issue) and place_text(issue) for issue in issues)
