"""The best plan: the most preference that fairness allows, proven, in a kind order.

Pairs and rounds decouple exactly (reference/planning.md, 0.1): first a linear program chooses who
meets whom, then every pair is placed in a round, then the order is made comfortable. Only windows
and shared companions can come between; then another of the best choices is tried.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.domain.plan import (
    Clash,
    PlanBound,
    PlanRequest,
    PlanStep,
    Progress,
    SeatingPlan,
    in_order,
    no_progress,
    points_in,
)
from kiosk.planning.chance import chance_of

if TYPE_CHECKING:
    from kiosk.planning.pairs import PairChoice


class Best:
    """Fills :class:`kiosk.domain.plan.SeatingPlanner`. Same request and seed, same plan."""

    def plan(self, request: PlanRequest, progress: Progress = no_progress) -> SeatingPlan:
        """The best plan that was found, and what none can beat.

        A request whose demands clash (:meth:`clash`) gets a plan that keeps the hard rules, but
        not all of its musts.
        """
        from kiosk.planning.choices import best_placed  # numpy and HiGHS, first needed here
        from kiosk.planning.comfort import make_comfortable
        from kiosk.planning.instance import instance_of

        progress(PlanStep.PAIRS)
        instance = instance_of(request)
        best = best_placed(instance, request.seed, progress)
        progress(PlanStep.COMFORT)
        make_comfortable(best.placement, chance_of(request.seed), waits_only=bool(request.former))
        seats = (instance.conversation(seat) for seat in best.placement.seats())
        # what is kept of a former plan was worth something in the choice, but proves nothing
        proof = self.bound(replace(request, former=())) if request.former else None
        return SeatingPlan(in_order(seats), proof or _bound(request, best.choice))

    def bound(self, request: PlanRequest) -> PlanBound | None:
        """What no plan of this request can beat."""
        from kiosk.planning.instance import instance_of
        from kiosk.planning.pairs import choose_pairs

        return _bound(request, choose_pairs(instance_of(request), seed=request.seed))

    def clash(self, request: PlanRequest) -> Clash | None:
        """The smallest set of demands that can't all be met; None when all can."""
        from kiosk.planning.clashes import smallest_clash

        return smallest_clash(request)


def _bound(request: PlanRequest, choice: "PairChoice") -> PlanBound:
    return PlanBound(choice.least, choice.points + points_in(request, request.held))
