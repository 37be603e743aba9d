"""The grid in words: a short text for each cell, and the whole of it for a screen reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.people import badge_label
from kiosk.domain.plan import RoundStanding, RuleCode
from kiosk.i18n import N_, _
from kiosk.i18n.plan_messages import rule_text
from kiosk.services.ports import SeatOf
from kiosk.services.seating import CellKind, GridCell, GridRow, PlanGrid
from kiosk.ui.organiser.plan.state import CellFace, GridFace, RoundFace, RowFace
from kiosk.ui.organiser.wording import NONE, short_name

STRENGTHS = {
    1: N_("wished a little"),
    2: N_("wished somewhat"),
    3: N_("wished"),
    4: N_("wished much"),
    5: N_("wished very much"),
}

_STANDINGS = {
    RoundStanding.DONE: N_("Round {number}, done"),
    RoundStanding.RUNNING: N_("Round {number}, running"),
    RoundStanding.ANNOUNCED: N_("Round {number}, announced"),
    RoundStanding.DRAFT: N_("Round {number}"),
}


def grid_face(grid: PlanGrid, broken: Mapping[SeatOf, RuleCode]) -> GridFace:
    """The whole grid; ``broken`` are seats that break a rule now."""
    faces = _Cells(_("rest"), broken, {})
    return GridFace(
        tuple(_round(number, standing) for number, standing in sorted(grid.standings.items())),
        tuple(faces.row(row) for row in grid.rows),
    )


def spoken(cell: CellFace) -> str:
    """All that a cell shows, in words."""
    where = {"name": cell.name, "number": cell.round_number}
    if cell.kind is CellKind.REST:
        return _("{name}, round {number}: rest").format(**where)
    if cell.kind is CellKind.AWAY:
        return _("{name}, round {number}: not there").format(**where)
    meeting = _("{name}, round {number}: {employer}, table {table}").format(
        **where, employer=cell.employer, table=cell.table
    )
    return ", ".join((meeting, *_marks(cell)))


@dataclass(frozen=True, slots=True)
class _Cells:
    """Makes the faces of cells; a name is shortened once for the whole grid."""

    rest: str
    broken: Mapping[SeatOf, RuleCode]
    short: dict[str, str]

    def row(self, row: GridRow) -> RowFace:
        cells = tuple(self._cell(row, cell) for cell in row.cells)
        return RowFace(row.candidate_id, badge_label(row.badge_number), row.name, cells)

    def _cell(self, row: GridRow, cell: GridCell) -> CellFace:
        number = cell.round_number
        return CellFace(
            cell.kind,
            self._text(cell),
            cell.strength,
            cell.must,
            cell.locked,
            self.broken.get((row.candidate_id, number)),
            row.name,
            number,
            cell.employer_name,
            cell.table_number,
        )

    def _text(self, cell: GridCell) -> str:
        if cell.kind is not CellKind.TABLE:
            return self.rest if cell.kind is CellKind.REST else NONE
        name = cell.employer_name
        if name not in self.short:
            self.short[name] = short_name(name)
        return self.short[name]


def _round(number: int, standing: RoundStanding) -> RoundFace:
    text = _("R{number}").format(number=number)
    return RoundFace(number, text, _(_STANDINGS[standing]).format(number=number), standing)


def _marks(cell: CellFace) -> list[str]:
    """What colours and icons say, in words."""
    marks = [_(STRENGTHS[cell.strength])] if cell.strength and not cell.must else []
    if cell.must:
        marks.append(_("must meet"))
    if cell.locked:
        marks.append(_("locked"))
    if cell.broken is not None:
        text = _("not possible any more: {reason}")
        marks.append(text.format(reason=rule_text(cell.broken)))
    return marks
