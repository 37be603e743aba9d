"""Repairing a plan on the day: only what became impossible goes, and holes are filled.

Making the plan anew would move four out of five people for a gain of one to three per cent; filling
holes moves nobody who is not touched (reference/planning.md, 0.4 and D, replan). So a seat that is
still legal is never taken away, in an announced round or later. Who rests may get a seat that came
free: whoever has had least first, and among them the pair that is worth most.
"""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from kiosk.domain.plan import Conversation, PlanRequest, SeatingBoard, points_of


def repair(request: PlanRequest, former: Sequence[Conversation]) -> tuple[Conversation, ...]:
    """The conversations of the open rounds after a change (:data:`kiosk.domain.plan.Repair`)."""
    board = SeatingBoard(request)
    board.fill((*request.locked, *former))
    for number in request.open_rounds:
        _fill_holes(board, number)
    return board.conversations()


def _fill_holes(board: SeatingBoard, number: int) -> None:
    """Seat whoever rests in a round, those with the fewest conversations first."""
    holes = {
        employer_id: free
        for employer_id in board.tables
        if (free := board.free_seats(employer_id, number)) > 0
    }
    resting: defaultdict[int, list[UUID]] = defaultdict(list)
    for candidate_id, seeker in board.seekers.items():
        if number in seeker.rounds and (candidate_id, number) not in board.place:
            resting[board.turns[candidate_id]].append(candidate_id)
    for turns in sorted(resting):
        if not holes:
            return
        _seat_best_pairs(board, number, holes, resting[turns])


def _seat_best_pairs(
    board: SeatingBoard, number: int, holes: dict[UUID, int], resting: Sequence[UUID]
) -> None:
    """Seat as many of these equally needy people as there are holes, the best pair first."""
    pairs = [
        (-points_of(board.seekers[candidate_id], board.tables[employer_id]), order, employer_id)
        for order, candidate_id in enumerate(resting)
        for employer_id in holes
        if board.may_meet(candidate_id, employer_id)
    ]
    pairs.sort(key=lambda pair: pair[:2])
    for _, order, employer_id in pairs:
        candidate_id = resting[order]
        if employer_id in holes and board.why_not(candidate_id, employer_id, number) is None:
            board.put(candidate_id, employer_id, number)
            holes[employer_id] -= 1
            if not holes[employer_id]:
                del holes[employer_id]
