"""The seating plan: who meets whom, at which table, in which round, and by which rules."""

from kiosk.domain.plan.board import RuleCode, SeatingBoard, broken_rules, pair_rule
from kiosk.domain.plan.day import (
    ChangeKind,
    DayChange,
    PlanDiff,
    RoundStanding,
    SeatChange,
    plan_diff,
    with_changes,
)
from kiosk.domain.plan.demands import (
    Clash,
    ClashReason,
    Demand,
    DemandKind,
    demands_of,
    without,
)
from kiosk.domain.plan.figures import (
    PlanFigures,
    UnmetReason,
    UnmetWish,
    figures_of,
    points_in,
    unmet_wishes,
)
from kiosk.domain.plan.planner import Repair, SeatingPlanner
from kiosk.domain.plan.points import points_of
from kiosk.domain.plan.room import spot_of
from kiosk.domain.plan.values import (
    Conversation,
    Helper,
    PlanBound,
    PlanMethod,
    PlanOrigin,
    PlanRequest,
    PlanState,
    PlanStep,
    Progress,
    SeatingPlan,
    Seeker,
    TableOffer,
    no_progress,
)

__all__ = [
    "ChangeKind",
    "Clash",
    "ClashReason",
    "Conversation",
    "DayChange",
    "Demand",
    "DemandKind",
    "Helper",
    "PlanBound",
    "PlanDiff",
    "PlanFigures",
    "PlanMethod",
    "PlanOrigin",
    "PlanRequest",
    "PlanState",
    "PlanStep",
    "Progress",
    "Repair",
    "RoundStanding",
    "RuleCode",
    "SeatChange",
    "SeatingBoard",
    "SeatingPlan",
    "SeatingPlanner",
    "Seeker",
    "TableOffer",
    "UnmetReason",
    "UnmetWish",
    "broken_rules",
    "demands_of",
    "figures_of",
    "no_progress",
    "pair_rule",
    "plan_diff",
    "points_in",
    "points_of",
    "spot_of",
    "unmet_wishes",
    "with_changes",
    "without",
]
