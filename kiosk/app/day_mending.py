"""The planner for a day that goes on: repairs at once, and a better rest in the background."""

from collections.abc import Callable, Sequence

from kiosk.app.plan_watch import PlanWatch
from kiosk.domain.plan import Clash, Conversation, PlanMethod, PlanRequest, SeatingPlan
from kiosk.planning import PLANNERS
from kiosk.planning.worker import PlanJob

USUAL = (PlanMethod.BEST, PlanMethod.CAROUSEL)


class DayMending:
    """Fills :class:`kiosk.ui.conductor.mender.MendsDay`."""

    def __init__(self) -> None:
        self._watch = PlanWatch()

    def repair(
        self, request: PlanRequest, former: Sequence[Conversation], /
    ) -> tuple[Conversation, ...]:
        """Mend a plan, on the thread that asks."""
        from kiosk.planning.repair import repair  # heavy, first needed here

        return repair(request, former)

    def improve(self, request: PlanRequest, then: Callable[[SeatingPlan | None], None], /) -> None:
        """Make the rest of the day anew; what can't be met is left out, as it was before."""

        def ended(_job: PlanJob, result: SeatingPlan | Clash) -> None:
            then(result if isinstance(result, SeatingPlan) else None)

        method = next(method for method in USUAL if method in PLANNERS)
        job = PlanJob(method, request, set_aside=True)
        self._watch.start(job, ended, failed=lambda: then(None))

    def stop(self) -> None:
        """Give up what is being looked for."""
        self._watch.cancel()
