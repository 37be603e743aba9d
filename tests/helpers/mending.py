"""A plain repair for tests of the day: keep what can stay, fill holes for the neediest first."""

from collections.abc import Sequence

from kiosk.domain.plan import Conversation, PlanRequest, SeatingBoard


def mend(request: PlanRequest, former: Sequence[Conversation]) -> tuple[Conversation, ...]:
    """The conversations of the open rounds after a change."""
    board = SeatingBoard(request)
    board.fill(former)
    for number in request.open_rounds:
        for seeker in sorted(request.seekers, key=lambda s: board.turns[s.candidate_id]):
            _seat(board, seeker.candidate_id, number)
    return board.conversations()


def _seat(board: SeatingBoard, candidate_id, number: int) -> None:
    for table in board.request.tables:
        if board.why_not(candidate_id, table.employer_id, number) is None:
            board.put(candidate_id, table.employer_id, number)
            return
