"""Use cases of the seating plan: make it, change it by hand, and mend it on the day."""

from kiosk.services.seating.grid import CellKind, GridCell, GridRow, PlanGrid, plan_grid, read_grid
from kiosk.services.seating.making import (
    NamedDemand,
    PlanClash,
    PlanOutcome,
    current_plan,
    keep_plan,
    make_plan,
    plan_versions,
    publish_plan,
)
from kiosk.services.seating.names import Names, names_of
from kiosk.services.seating.request import (
    expected_candidates,
    plan_request,
    read_request,
    required_plan,
    rounds_within,
)

__all__ = [
    "CellKind",
    "GridCell",
    "GridRow",
    "NamedDemand",
    "Names",
    "PlanClash",
    "PlanGrid",
    "PlanOutcome",
    "current_plan",
    "expected_candidates",
    "keep_plan",
    "make_plan",
    "names_of",
    "plan_grid",
    "plan_request",
    "plan_versions",
    "publish_plan",
    "read_grid",
    "read_request",
    "required_plan",
    "rounds_within",
]
