"""An employers' list's rows as organisations."""

from kiosk.domain.registration import EmployerRow, IssueCode, RowIssue
from kiosk.importing.cells import RowReader
from kiosk.importing.columns import Columns, Header
from kiosk.importing.people_rows import read_presence
from kiosk.importing.rows import filled_rows
from kiosk.importing.tables import Row, Table
from kiosk.importing.values.names import several_people
from kiosk.importing.values.seats import parse_seats
from kiosk.importing.values.text import listed
from kiosk.importing.vocabulary import EmployerField

_HIGHEST_TABLE = 999


def read_employers(table: Table, header: Header) -> tuple[list[EmployerRow], list[RowIssue]]:
    """Every organisation in the list, and the issues that belong to none."""
    rows, issues = filled_rows(table, header)
    return [read_employer(row, header.columns) for row in rows], issues


def read_employer(row: Row, columns: Columns) -> EmployerRow:
    """One organisation."""
    cells = RowReader(row, columns)
    remark = cells.text(EmployerField.REMARK)
    return EmployerRow(
        row=row.number,
        name=cells.line(EmployerField.NAME),
        number=_table_number(cells),
        sectors=listed(cells.text(EmployerField.SECTORS)),
        representatives=several_people(cells.text(EmployerField.REPRESENTATIVE)),
        email=cells.email(EmployerField.EMAIL),
        phone=cells.phone(EmployerField.PHONE),
        seats=_seats(cells),
        languages=cells.languages(EmployerField.LANGUAGES),
        jobs=cells.text(EmployerField.JOBS),
        remark=remark,
        presence=read_presence(cells, remark),
        step_free=cells.answer(EmployerField.STEP_FREE) is not False,
        quiet=cells.answer(EmployerField.QUIET) is True,
        issues=tuple(cells.issues),
    )


def _table_number(cells: RowReader) -> int | None:
    written = cells.line(EmployerField.NUMBER)
    digits = written.removesuffix(".0").rstrip(".").strip()
    if digits.isdecimal() and 1 <= int(digits[:9]) <= _HIGHEST_TABLE:
        return int(digits)
    if written:
        cells.note(IssueCode.TABLE_NUMBER_UNREADABLE, written=written)
    return None


def _seats(cells: RowReader) -> int:
    """The seats, one when the cell does not say it clearly: a table holds at least one talk."""
    written = cells.line(EmployerField.SEATS)
    seats = parse_seats(written)
    if not written:
        cells.note(IssueCode.SEATS_MISSING)
        return 1
    if seats is None:
        cells.note(IssueCode.SEATS_UNREADABLE, "1", written=written)
        return 1
    if seats.rest:
        cells.note(IssueCode.SEATS_WITH_TEXT, seats.rest, written=written, seats=seats.count)
    return seats.count
