"""A plain repair for tests of the day: keep what can stay, fill holes for the neediest first."""

from collections.abc import Callable, Sequence
from uuid import UUID

from kiosk.domain.plan import Conversation, PlanRequest, SeatingBoard, SeatingPlan


def mend(request: PlanRequest, former: Sequence[Conversation]) -> tuple[Conversation, ...]:
    """The conversations of the open rounds after a change."""
    board = SeatingBoard(request)
    board.fill(former)
    for number in request.open_rounds:
        for seeker in sorted(request.seekers, key=lambda s: board.turns[s.candidate_id]):
            _seat(board, seeker.candidate_id, number)
    return board.conversations()


def _seat(board: SeatingBoard, candidate_id: UUID, number: int) -> None:
    for table in board.request.tables:
        if board.why_not(candidate_id, table.employer_id, number) is None:
            board.put(candidate_id, table.employer_id, number)
            return


class MendsByHand:
    """Mends a day as :func:`mend` does; a better rest of it comes when a test says so."""

    def __init__(self) -> None:
        self.request: PlanRequest | None = None
        self.stopped = 0
        self._then: Callable[[SeatingPlan | None], None] | None = None

    def repair(
        self, request: PlanRequest, former: Sequence[Conversation], /
    ) -> tuple[Conversation, ...]:
        """At once."""
        return mend(request, former)

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
