"""What mends a day for tests: the real repair, and a search that ends when a test says so."""

from collections.abc import Callable, Sequence

from kiosk.domain.plan import Conversation, PlanRequest, SeatingPlan
from kiosk.planning.repair import repair


class MendsByHand:
    """Repairs at once; a better rest of the day comes when a test says so."""

    def __init__(self) -> None:
        self.request: PlanRequest | None = None
        self.stopped = 0
        self._then: Callable[[SeatingPlan | None], None] | None = None

    def repair(
        self, request: PlanRequest, former: Sequence[Conversation], /
    ) -> tuple[Conversation, ...]:
        """At once."""
        return repair(request, former)

    def improve(self, request: PlanRequest, then: Callable[[SeatingPlan | None], None], /) -> None:
        """Remember who asked."""
        self.request, self._then = request, then

    def stop(self) -> None:
        """Nobody is answered any more."""
        self.stopped += 1
        self._then = None

    def answer(self, plan: SeatingPlan | None) -> None:
        """The search is over, if anybody still waits for it."""
        if self._then is not None:
            self._then(plan)
