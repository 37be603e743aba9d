"""Which employer receives at which table: as the list says, unless it clashes or is silent."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeAlias
from uuid import UUID

from kiosk.domain.people import Employer
from kiosk.domain.registration import EmployerRow, IssueCode, RowIssue
from kiosk.services.ports import Employers

Pair: TypeAlias = tuple[EmployerRow, Employer | None]


def assign_tables(
    pairs: Sequence[Pair], employers: Iterable[Employer], settled: Collection[UUID]
) -> tuple[list[int], list[RowIssue]]:
    """A table for each pair, and what there is to say about it.

    Employers who are not in the list keep their table, and so do the ``settled``, whose row says
    nothing new. Then each row gets the number it asks for, the first come first; then each known
    employer keeps its own; the rest get free ones.
    """
    moving = {known.id for _, known in pairs if known and known.id not in settled}
    taken = {e.table_number for e in employers if e.id not in moving}
    tables = {
        place: known.table_number
        for place, (_, known) in enumerate(pairs)
        if known and known.id in settled
    }
    for wanted in (_asked_for, _had):
        for place, pair in enumerate(pairs):
            number = wanted(pair)
            if place not in tables and number is not None and number not in taken:
                tables[place] = number
                taken.add(number)
    free = (number for number in count(1) if number not in taken)
    for place in range(len(pairs)):
        if place not in tables:
            tables[place] = next(free)
    issues = [_remark(row, known, tables[i]) for i, (row, known) in enumerate(pairs)]
    return [tables[i] for i in range(len(pairs))], [issue for issue in issues if issue]


def _asked_for(pair: Pair) -> int | None:
    return pair[0].number


def _had(pair: Pair) -> int | None:
    return pair[1].table_number if pair[1] else None


def _remark(row: EmployerRow, known: Employer | None, given: int) -> RowIssue | None:
    if row.number is not None and row.number != given:
        facts = {"wanted": row.number, "given": given}
        return RowIssue(row.row, IssueCode.TABLE_NUMBER_TAKEN, facts)
    if row.number is None and known is None:
        return RowIssue(row.row, IssueCode.TABLE_NUMBER_CHOSEN, {"given": given})
    return None


def park(employers: Employers, pairs: Sequence[Pair], tables: Sequence[int]) -> None:
    """Take employers who change tables off theirs first, so that two can swap.

    A table number belongs to one employer at every moment; negative numbers are free for this.
    """
    for (_, known), number in zip(pairs, tables, strict=True):
        if known and known.table_number != number:
            employers.save(replace(known, table_number=-known.table_number))
