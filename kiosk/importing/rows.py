"""Which rows of a table are about somebody; the others are passed over with a reason."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kiosk.domain.registration import IssueCode, RowIssue, folded
from kiosk.importing.cells import RowReader
from kiosk.importing.columns import Columns, Header
from kiosk.importing.tables import Row, Table
from kiosk.importing.vocabulary import EmployerField, PersonField

_TOTALS = frozenset({"totaal", "total", "totale", "totaux", "som", "subtotaal", "algemeen totaal"})
_NAMES = (
    PersonField.FULL_NAME,
    PersonField.GIVEN_NAME,
    PersonField.FAMILY_NAME,
    EmployerField.NAME,
)


def filled_rows(table: Table, header: Header) -> tuple[list[Row], list[RowIssue]]:
    """The rows below the header with a name in them, and why the others are not taken."""
    below = [row for row in table.rows if row.number > header.row.number]
    kept: list[Row] = []
    issues = list(_blank_stretches(below))
    for row in below:
        reason = None if row.is_blank else _reason(row, header)
        if reason is not None:
            issues.append(RowIssue(row.number, reason))
        elif not row.is_blank:
            kept.append(row)
    return kept, issues


def _blank_stretches(rows: Sequence[Row]) -> Iterator[RowIssue]:
    """One issue for each run of blank rows; those at the very end are no news."""
    runs = [(blank, list(run)) for blank, run in groupby(rows, key=lambda row: row.is_blank)]
    for blank, run in runs[:-1]:
        if blank:
            yield RowIssue(run[0].number, IssueCode.BLANK_ROWS, {"last": run[-1].number})


def _reason(row: Row, header: Header) -> IssueCode | None:
    if _same_cells(row, header.row):
        return IssueCode.REPEATED_HEADER
    names = _names(row, header.columns)
    if not names:
        return IssueCode.NO_NAME
    return IssueCode.TOTAL_ROW if folded(names[0]) in _TOTALS else None


def _same_cells(row: Row, other: Row) -> bool:
    return [cell.strip() for cell in row.cells] == [cell.strip() for cell in other.cells]


def _names(row: Row, columns: Columns) -> list[str]:
    cells = RowReader(row, columns)
    return [name for field in _NAMES if (name := cells.line(field))]
