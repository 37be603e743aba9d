"""What planners are to the rest of the program: protocols that ``kiosk.planning`` fills."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from kiosk.domain.plan.demands import Clash
from kiosk.domain.plan.values import (
    Conversation,
    PlanBound,
    PlanRequest,
    Progress,
    SeatingPlan,
    no_progress,
)


class SeatingPlanner(Protocol):
    """Makes conversations out of a request. Every answer keeps the hard rules (``board.py``)."""

    def plan(self, request: PlanRequest, progress: Progress = no_progress) -> SeatingPlan:
        """The conversations of the open rounds, those that are locked included."""
        ...

    def clash(self, request: PlanRequest) -> Clash | None:
        """The smallest set of demands that can't all be met; None when all can."""
        ...

    def bound(self, request: PlanRequest) -> PlanBound | None:
        """What no plan of this request can beat; None from a planner that proves nothing."""
        ...


Repair: TypeAlias = Callable[[PlanRequest, Sequence[Conversation]], tuple[Conversation, ...]]
"""Mends a former plan after a change: the conversations of the open rounds, as they were wherever
they still can be, and the holes filled, neediest people first."""
