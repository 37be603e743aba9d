"""Everything the plan page needs, read in one go on the worker thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.event import Event
from kiosk.domain.plan import RuleCode, SeatingBoard
from kiosk.i18n import speaking
from kiosk.services.overview import PlanOverview, plan_overview
from kiosk.services.ports import SeatOf, UnitOfWork
from kiosk.ui.organiser.plan.grid_faces import grid_face
from kiosk.ui.organiser.plan.state import GridFace


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The overview, with the plan on a board; ``broken`` are seats that break a rule now.

    ``people`` are badge numbers and public names, ``employers`` names.
    """

    overview: PlanOverview
    event: Event
    people: Mapping[UUID, tuple[int, str]]
    employers: Mapping[UUID, str]
    board: SeatingBoard
    broken: Mapping[SeatOf, RuleCode]
    grid: GridFace | None


def read_plan(spoken: str, unit: UnitOfWork) -> PlanReading:
    """The newest plan, be it a draft, and what its people and tables allow.

    The grid is put into words here as well, in the language ``spoken``: of a large plan that takes
    longer than a screen may stand still.
    """
    overview = plan_overview(unit)
    with unit.reading():
        event = unit.events.get()
        employers = {employer.id: employer.name for employer in unit.employers.all()}
    rows = overview.grid.rows if overview.grid else ()
    people = {row.candidate_id: (row.badge_number, row.name) for row in rows}
    board = SeatingBoard(overview.request)
    left_out = board.fill(overview.conversations)
    broken = {(c.candidate_id, c.round_number): rule for c, rule in left_out}
    with speaking(spoken):
        grid = grid_face(overview.grid, broken) if overview.grid else None
    return PlanReading(overview, event, people, employers, board, broken, grid)
