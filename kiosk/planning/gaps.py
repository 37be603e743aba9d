"""Whoever lost a conversation to somebody's hours gets another, at the least cost to all.

A free seat may be of no use to the person who lacks a conversation: it is in a round in which they
are away. But somebody else may move there, and leave a seat that they can use. Such chains of moves
are looked for from the free seats on, a few steps deep, and the one worth most is taken. Nobody
else has fewer conversations than before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.planning.instance import Pair, Seat
from kiosk.planning.placement import IDLE, Placement

STEPS = 4
"""How many people may move to make room for one."""
STEPS_IF_MANY = 1
MANY = 10_000
"""People times seats beyond which a deep search costs more than it gains."""

Hole: TypeAlias = tuple[int, int]
"""A seat that is free: a table, in a round."""


@dataclass(frozen=True)
class _Chain:
    """Moves that bring a hole to another place, and what they are worth.

    Each move is somebody's old round, and the seat that they take instead.
    """

    worth: int
    moves: tuple[tuple[int, Seat], ...] = ()

    def moves_somebody(self, i: int) -> bool:
        return any(seat[0] == i for _, seat in self.moves)


def fill_gaps(placement: Placement, left: list[Pair]) -> None:
    """A conversation for everyone who lacks one, those with the fewest first."""
    points: list[list[int]] = placement.instance.points.tolist()
    for i in sorted((i for i, _ in left), key=lambda i: (_turns(placement, i), i)):
        _seat_by_chain(placement, points, i)


def _turns(placement: Placement, i: int) -> int:
    return placement.instance.turns[i] + sum(j != IDLE for j in placement.table_at[i])


def _seat_by_chain(placement: Placement, points: list[list[int]], i: int) -> None:
    """Seat somebody in the hole that is worth most, wherever a chain can bring one."""
    reached = _holes_within_reach(placement, points, i)
    offers = [
        (chain.worth + points[i][j], j, r)
        for (j, r), chain in reached.items()
        if placement.is_free(i, r) and _may_meet(placement, i, j)
    ]
    for _, j, r in sorted(offers, reverse=True):
        if _apply(placement, reached[j, r], (i, j, r)):
            return


def _holes_within_reach(
    placement: Placement, points: list[list[int]], i: int
) -> dict[Hole, _Chain]:
    """Every place to which a hole can be brought without moving ``i``, by the best chain."""
    tables = range(len(placement.instance.tables))
    reached = {
        (j, r): _Chain(0) for j in tables for r in placement.rounds if placement.has_room(j, r)
    }
    fresh = dict(reached)
    places = len(tables) * len(placement.rounds) * len(placement.table_at)
    for _ in range(STEPS if places <= MANY else STEPS_IF_MANY):
        found: dict[Hole, _Chain] = {}
        for hole, chain in fresh.items():
            for move, left_behind, gain in _moves_into(placement, points, hole):
                y = move[1][0]
                worth = chain.worth + gain
                known = found.get(left_behind) or reached.get(left_behind)
                if y == i or (known and known.worth >= worth) or chain.moves_somebody(y):
                    continue
                found[left_behind] = _Chain(worth, (*chain.moves, move))
        reached |= found
        fresh = found
    return reached


def _moves_into(
    placement: Placement, points: list[list[int]], hole: Hole
) -> Iterator[tuple[tuple[int, Seat], Hole, int]]:
    """Whoever could sit in a hole instead of where they sit now: move, new hole, points won."""
    j, r = hole
    for y, row in enumerate(placement.table_at):
        if not placement.instance.present[y][r] or not _may_meet(placement, y, j):
            continue
        rounds = [r] if row[r] != IDLE else placement.rounds if placement.is_free(y, r) else ()
        for before in rounds:
            k = row[before]
            if k not in (IDLE, j) and (y, before) not in placement.locked:
                yield (before, (y, j, r)), (k, before), points[y][j] - points[y][k]


def _may_meet(placement: Placement, i: int, j: int) -> bool:
    return j not in placement.instance.apart[i] and j not in placement.table_at[i]


def _apply(placement: Placement, chain: _Chain, last: Seat) -> bool:
    """Do the moves and seat the last; False, and nothing done, when somebody lacks a companion."""
    mark = placement.mark()
    for before, (y, _, _) in chain.moves:
        placement.take(y, before)
    for i, j, r in (*(seat for _, seat in chain.moves), last):
        if not (placement.is_free(i, r) and placement.has_room(j, r)):
            placement.rollback(mark)
            return False
        placement.put(i, j, r)
    return True
