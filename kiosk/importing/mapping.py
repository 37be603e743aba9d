"""A mapping file: the organiser names the columns by hand where headings say too little.

::

    kind = "people"              # or "employers"
    sheet = "Antwoorden"         # only where a workbook has several tables
    header_row = 3               # only where the headings are not found

    [columns]
    given_name = "Wie ben je?"   # the heading, or the column's number, counted from 1
    needs = false                # read no column as this
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.registration import folded
from kiosk.importing.columns import SEARCHED_ROWS, FileKind, Header, recognise
from kiosk.importing.expected import Expected, line_of
from kiosk.importing.tables import Row, Table, about, read_bytes
from kiosk.importing.vocabulary import EmployerField, Field, PersonField

_KEYS = frozenset({"kind", "sheet", "header_row", "columns"})


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What the organiser said about a file; None leaves it to recognition."""

    kind: FileKind
    columns: Mapping[Field, str | int | None]
    sheet: str | None = None
    header_row: int | None = None

    def candidate_rows(self, table: Table) -> list[Row]:
        """The rows of a table that may hold the headings."""
        if self.sheet not in {None, table.name}:
            return []
        if self.header_row is not None:
            return [row for row in table.rows if row.number == self.header_row]
        return [row for row in table.rows[:SEARCHED_ROWS] if not row.is_blank]

    def header(self, row: Row) -> Header:
        """The header in this row, with the columns named by hand before the recognised ones."""
        found = {field: _index(row, field, said) for field, said in self.columns.items()}
        by_hand = {field: index for field, index in found.items() if index is not None}
        recognised = {
            field: index
            for field, index in recognise(row, self.kind).columns.items()
            if field not in found and index not in by_hand.values()
        }
        return Header(self.kind, row, recognised | by_hand)


def read_mapping(path: Path) -> ColumnMapping:
    """The mapping in a TOML file; whatever is wrong with it is a refusal that names the key."""
    with about(path):
        try:
            text = read_bytes(path).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise _refusal(path.name, Expected.TOML) from error
        return parse_mapping(text)


def parse_mapping(text: str) -> ColumnMapping:
    """The same for the text of such a file."""
    try:
        said = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refusal(line_of(error), Expected.TOML) from error
    for key in said:
        if key not in _KEYS:
            raise _refusal(key, Expected.KNOWN_KEY)
    kind = _kind(said.get("kind"))
    return ColumnMapping(kind, _columns(said.get("columns"), kind), _sheet(said), _header_row(said))


def _refusal(key: str, expected: Expected) -> Refusal:
    return Refusal(RefusalCode.MAPPING, key=key, expected=expected.value)


def _kind(said: object) -> FileKind:
    if not isinstance(said, str) or said not in {kind.value for kind in FileKind}:
        raise _refusal("kind", Expected.FILE_KIND)
    return FileKind(said)


def _sheet(said: Mapping[str, object]) -> str | None:
    sheet = said.get("sheet")
    if sheet is not None and not isinstance(sheet, str):
        raise _refusal("sheet", Expected.TEXT)
    return sheet


def _header_row(said: Mapping[str, object]) -> int | None:
    row = said.get("header_row")
    if row is not None and (not isinstance(row, int) or isinstance(row, bool) or row < 1):
        raise _refusal("header_row", Expected.ROW_NUMBER)
    return row


def _columns(said: object, kind: FileKind) -> dict[Field, str | int | None]:
    if not isinstance(said, dict):
        raise _refusal("columns", Expected.COLUMN_TABLE)
    fields: dict[str, Field] = {
        field.value: field for field in (PersonField if kind is FileKind.PEOPLE else EmployerField)
    }
    columns: dict[Field, str | int | None] = {}
    for key, value in said.items():
        if key not in fields:
            raise _refusal(f"columns.{key}", Expected.KNOWN_KEY)
        columns[fields[key]] = _column(key, value)
    return columns


def _column(key: str, value: object) -> str | int | None:
    if value is False:
        return None
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise _refusal(f"columns.{key}", Expected.COLUMN)


def _index(row: Row, field: Field, said: str | int | None) -> int | None:
    if said is None:
        return None
    headings = [folded(cell) for cell in row.cells]
    if isinstance(said, int) and said <= len(headings):
        return said - 1
    if isinstance(said, str) and folded(said) in headings:
        return headings.index(folded(said))
    raise _refusal(f"columns.{field.value}", Expected.COLUMN_IN_FILE)
