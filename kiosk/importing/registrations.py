"""Reading a registration file: whatever form it has, it comes out as typed rows and issues."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.registration import (
    WHOLE_FILE,
    EmployerRow,
    IssueCode,
    PersonRow,
    RowIssue,
)
from kiosk.importing.columns import FileKind, Header, find_header
from kiosk.importing.delimited import read_delimited
from kiosk.importing.employer_rows import read_employers
from kiosk.importing.mapping import ColumnMapping
from kiosk.importing.people_rows import read_people
from kiosk.importing.tables import Table, TableTrouble, about, read_bytes, unreadable
from kiosk.importing.values.text import tidy_line
from kiosk.importing.workbooks import is_workbook, read_workbook

AnyRow = TypeVar("AnyRow", PersonRow, EmployerRow)


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """People who registered, and the issues that belong to none of them."""

    rows: tuple[PersonRow, ...]
    issues: tuple[RowIssue, ...]


@dataclass(frozen=True, slots=True)
class EmployersFile:
    """Organisations with a table, and the issues that belong to none of them."""

    rows: tuple[EmployerRow, ...]
    issues: tuple[RowIssue, ...]


RegistrationFile: TypeAlias = PeopleFile | EmployersFile


def read_registrations(path: Path, mapping: ColumnMapping | None = None) -> RegistrationFile:
    """Read a people's or employers' file; it is told which by its headings.

    Raises:
        Refusal: the file is missing, no table, without headings or without anybody in it. The
            facts name its path.
    """
    with about(path):
        return read_content(read_bytes(path), mapping)


def read_content(content: bytes, mapping: ColumnMapping | None = None) -> RegistrationFile:
    """The same for the bytes of a file."""
    tables = _tables(content)
    table, header = _choose(tables, mapping)
    issues = [*_other_sheets(tables, table), *_unused_columns(header)]
    if header.kind is FileKind.PEOPLE:
        people, more = read_people(table, header)
        return PeopleFile(_somebody(people), (*issues, *more))
    employers, more = read_employers(table, header)
    return EmployersFile(_somebody(employers), (*issues, *more))


def _tables(content: bytes) -> tuple[Table, ...]:
    if not content.strip():
        raise unreadable(TableTrouble.EMPTY)
    return read_workbook(content) if is_workbook(content) else (read_delimited(content),)


def _choose(tables: Sequence[Table], mapping: ColumnMapping | None) -> tuple[Table, Header]:
    """The table with the most recognised columns; with a mapping, the one that suits it."""
    if mapping:
        return _mapped(tables, mapping)
    found = [(table, header) for table in tables if (header := find_header(table))]
    if not found:
        raise Refusal(RefusalCode.NO_HEADER)
    return max(found, key=_recognised)


def _mapped(tables: Sequence[Table], mapping: ColumnMapping) -> tuple[Table, Header]:
    """The table and row that hold the columns named by hand; else what the mapping asks in vain."""
    found: list[tuple[Table, Header]] = []
    in_vain: list[Refusal] = []
    for table in tables:
        for row in mapping.candidate_rows(table):
            try:
                found.append((table, mapping.header(row)))
            except Refusal as refusal:
                in_vain.append(refusal)
    if not found:
        raise in_vain[0] if in_vain else Refusal(RefusalCode.NO_HEADER)
    return max(found, key=_recognised)


def _recognised(found: tuple[Table, Header]) -> int:
    return len(found[1].columns)


def _other_sheets(tables: Sequence[Table], chosen: Table) -> list[RowIssue]:
    """Sheets such as notes are passed over, but not in silence; blank ones say nothing."""
    return [
        RowIssue(WHOLE_FILE, IssueCode.OTHER_SHEET, {"sheet": table.name})
        for table in tables
        if table is not chosen and not all(row.is_blank for row in table.rows)
    ]


def _unused_columns(header: Header) -> list[RowIssue]:
    return [
        RowIssue(header.row.number, IssueCode.COLUMN_UNUSED, {"column": tidy_line(heading)[:80]})
        for heading in header.unused
    ]


def _somebody(rows: Sequence[AnyRow]) -> tuple[AnyRow, ...]:
    if not rows:
        raise Refusal(RefusalCode.NO_PEOPLE)
    return tuple(rows)
