"""The grid in words: a short text for each cell, and the whole of it for a screen reader."""

from collections.abc import Mapping
from functools import partial

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
    return GridFace(
        tuple(_round(number, standing) for number, standing in sorted(grid.standings.items())),
        tuple(_row(row, broken) for row in grid.rows),
    )


def _round(number: int, standing: RoundStanding) -> RoundFace:
    text = _("R{number}").format(number=number)
    return RoundFace(number, text, _(_STANDINGS[standing]).format(number=number), standing)


def _row(row: GridRow, broken: Mapping[SeatOf, RuleCode]) -> RowFace:
    face = partial(_cell, row, broken)
    cells = tuple(map(face, row.cells))
    return RowFace(row.candidate_id, badge_label(row.badge_number), row.name, cells)


def _cell(row: GridRow, broken: Mapping[SeatOf, RuleCode], cell: GridCell) -> CellFace:
    where = {"name": row.name, "number": cell.round_number}
    if cell.kind is CellKind.REST:
        spoken = _("{name}, round {number}: rest").format(**where)
        return CellFace(cell.kind, _("rest"), spoken)
    if cell.kind is CellKind.AWAY:
        return CellFace(cell.kind, NONE, _("{name}, round {number}: not there").format(**where))
    rule = broken.get((row.candidate_id, cell.round_number))
    meeting = _("{name}, round {number}: {employer}, table {table}").format(
        **where, employer=cell.employer_name, table=cell.table_number
    )
    return CellFace(
        cell.kind,
        short_name(cell.employer_name),
        ", ".join((meeting, *_marks(cell, rule))),
        cell.strength,
        cell.must,
        cell.locked,
        broken=rule is not None,
    )


def _marks(cell: GridCell, rule: RuleCode | None) -> list[str]:
    """What colours and icons say, in words."""
    marks = [_(STRENGTHS[cell.strength])] if cell.strength and not cell.must else []
    if cell.must:
        marks.append(_("must meet"))
    if cell.locked:
        marks.append(_("locked"))
    if rule is not None:
        marks.append(_("not possible any more: {reason}").format(reason=rule_text(rule)))
    return marks
