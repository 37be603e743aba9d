"""Plans that others might make, to print beside ours. They keep the hard rules, nothing else."""

from collections.abc import Iterator
from uuid import UUID

from kiosk.domain.plan import (
    Conversation,
    PlanRequest,
    SeatingBoard,
    Seeker,
    TableOffer,
    pair_rule,
    points_of,
)


def greedy(request: PlanRequest) -> tuple[Conversation, ...]:
    """Round by round, whoever like each other most first."""
    board = _with_locks(request)
    pairs = sorted(_pairs(request), key=lambda pair: -pair[0])
    for number in request.open_rounds:
        for _, candidate_id, employer_id in pairs:
            if (candidate_id, number) not in board.place:
                _put_if_legal(board, candidate_id, employer_id, number)
    return board.conversations()


def assignment_per_round(request: PlanRequest) -> tuple[Conversation, ...]:
    """Round by round, the most points that round can give: people against copies of seats."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    board = _with_locks(request)
    rows = {seeker.candidate_id: row for row, seeker in enumerate(request.seekers)}
    columns = {table.employer_id: column for column, table in enumerate(request.tables)}
    points = np.zeros((len(rows), len(columns)), dtype=np.int32)
    for worth, candidate_id, employer_id in _pairs(request):
        points[rows[candidate_id], columns[employer_id]] = worth
    for number in request.open_rounds:
        present = np.array(
            [row for row, s in enumerate(request.seekers) if number in s.rounds], int
        )
        copies = np.repeat(
            np.arange(len(columns)), [table.seats_in(number) for table in request.tables]
        )
        chosen = linear_sum_assignment(points[np.ix_(present, copies)], maximize=True)
        for row, column in zip(present[chosen[0]], copies[chosen[1]], strict=True):
            if points[row, column]:
                seeker, table = request.seekers[row], request.tables[column]
                _put_if_legal(board, seeker.candidate_id, table.employer_id, number)
                points[row, column] = 0
    return board.conversations()


def _pairs(request: PlanRequest) -> Iterator[tuple[int, UUID, UUID]]:
    """Everyone who may meet and gains by it."""
    for seeker in request.seekers:
        for table in request.tables:
            worth = _worth(seeker, table)
            if worth > 0:
                yield worth, seeker.candidate_id, table.employer_id


def _worth(seeker: Seeker, table: TableOffer) -> int:
    return points_of(seeker, table) if pair_rule(seeker, table) is None else 0


def _with_locks(request: PlanRequest) -> SeatingBoard:
    board = SeatingBoard(request)
    board.fill(request.locked)
    return board


def _put_if_legal(board: SeatingBoard, candidate_id: UUID, employer_id: UUID, number: int) -> None:
    if board.why_not(candidate_id, employer_id, number) is None:
        board.put(candidate_id, employer_id, number)
