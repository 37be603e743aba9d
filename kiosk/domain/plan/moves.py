"""Changes by hand: swapping two places of the grid, or seating somebody; is it legal, what is lost.

A place is a person in a round. Swapping gives each person what the other has, in the other's round;
within one row it moves a conversation to another round, within one column it swaps two people.
"""

from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.plan.board import RuleCode, SeatAt, SeatingBoard
from kiosk.domain.plan.points import points_of


@dataclass(frozen=True, slots=True)
class MoveCheck:
    """Whether a change by hand is legal, and what it changes in points and conversations."""

    rule: RuleCode | None
    points: int = 0
    turns: int = 0

    @property
    def is_legal(self) -> bool:
        """Whether no hard rule stands in the way."""
        return self.rule is None


def check_swap(board: SeatingBoard, one: SeatAt, other: SeatAt) -> MoveCheck:
    """What swapping two places would do; the board is as before when this answers."""
    here, there = board.place.get(one), board.place.get(other)
    wanted = [(place, employer) for place, employer in ((one, there), (other, here)) if employer]
    return _check(board, [one, other], wanted)


def check_seat(board: SeatingBoard, place: SeatAt, employer_id: UUID | None) -> MoveCheck:
    """What seating somebody with an employer would do; None is rest."""
    return _check(board, [place], [(place, employer_id)] if employer_id else [])


def _check(
    board: SeatingBoard, emptied: list[SeatAt], wanted: list[tuple[SeatAt, UUID]]
) -> MoveCheck:
    locked = any(board.is_locked(*place) for place in emptied)
    if locked or any(number < board.request.first_round for _, number in emptied):
        return MoveCheck(RuleCode.LOCKED if locked else RuleCode.ROUND_OVER)
    before = [(place, board.take(*place)) for place in emptied if place in board.place]
    rule, put = None, []
    for (candidate_id, number), employer_id in wanted:
        rule = rule or board.why_not(candidate_id, employer_id, number)
        if rule is None:
            board.put(candidate_id, employer_id, number)
            put.append((candidate_id, number))
    for place in put:
        board.take(*place)
    for (candidate_id, number), employer_id in before:
        board.put(candidate_id, employer_id, number)
    if rule:
        return MoveCheck(rule)
    points = _points(board, wanted) - _points(board, before)
    return MoveCheck(None, points, len(wanted) - len(before))


def _points(board: SeatingBoard, seats: list[tuple[SeatAt, UUID]]) -> int:
    return sum(
        points_of(board.seekers[candidate_id], board.tables[employer_id])
        for (candidate_id, _), employer_id in seats
    )
