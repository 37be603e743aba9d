"""The same conversations in a kinder order: no long waits, short walks, what matters early.

Nothing is lost by it: conversations only change rounds, with Kempe chains. A change stays when
the people whom it touches are better off together (reference/planning.md, D, order of rounds).
"""

from collections.abc import Iterable
from itertools import pairwise
from random import Random

from kiosk.planning.instance import Instance
from kiosk.planning.placement import IDLE, Placement

LONGEST_WAIT = 2
"""Rounds in a row that somebody may wait without it counting as long."""
LONG_WAIT = 1000.0
"""What each further round of waiting weighs, in metres: more than any walk."""
LATER = 0.05
"""What a round later weighs for each point of a conversation, in metres."""
PASSES = 30
"""How often long waits are looked at again; two or three times is usual."""
TRIES_EACH = 2
"""How many changes are tried for each conversation."""


def make_comfortable(placement: Placement, chance: Random, *, waits_only: bool = False) -> None:
    """Move conversations between rounds as long as it helps, waits first.

    With ``waits_only`` walks are left as they are: on the day itself, people know their way.
    """
    order = _Order(placement)
    _shorten_waits(order, chance)
    if waits_only:
        return
    seats = placement.seats()
    rounds = list(placement.rounds)
    for _ in range(TRIES_EACH):
        chance.shuffle(seats)
        for i, _, _ in seats:
            before, after = chance.choice(rounds), chance.choice(rounds)
            if before != after:
                order.improve(i, before, after)


def _shorten_waits(order: "_Order", chance: Random) -> None:
    """Nobody waits long: a wait is shortened, or handed to somebody who has more ways out of it."""
    for _ in range(PASSES):
        waiting = order.waiting_long()
        if not waiting:
            return
        chance.shuffle(waiting)
        for i in waiting:
            if not order.shorten_wait(i, chance, hand_on=False):
                order.shorten_wait(i, chance, hand_on=True)


class _Order:
    """What the order of a placement costs each person, and changes that lower it."""

    def __init__(self, placement: Placement) -> None:
        self._placement = placement
        self._instance: Instance = placement.instance
        self._points: list[list[int]] = placement.instance.points.tolist()
        self._costs = [self._cost_of(i) for i in range(len(placement.table_at))]

    def waiting_long(self) -> list[int]:
        """Everyone who waits more rounds in a row than is kind."""
        return [i for i, cost in enumerate(self._costs) if cost >= LONG_WAIT]

    def shorten_wait(self, i: int, chance: Random, *, hand_on: bool) -> bool:
        """Bring a conversation into somebody's long wait; False when none can be brought.

        ``hand_on`` allows that somebody else then waits as long instead.
        """
        if self._costs[i] < LONG_WAIT:
            return True
        row = self._placement.table_at[i]
        idle = [r for r, j in enumerate(row) if j == IDLE and self._instance.present[i][r]]
        busy = [r for r, j in enumerate(row) if j != IDLE]
        moves = [(before, after) for after in idle for before in busy]
        chance.shuffle(moves)
        allowed = LONG_WAIT / 2 if hand_on else 0.0
        return any(self.improve(i, *move, allowed) for move in moves)

    def improve(self, i: int, before: int, after: int, allowed: float = 0.0) -> bool:
        """Move what somebody has in one round to another, or swap the two; False if no gain.

        With ``allowed`` it may cost less than so much, if only it shortens this person's wait.
        """
        placement = self._placement
        mark = placement.mark()
        touched = self._swap(i, before, after)
        if touched is None:
            placement.rollback(mark)
            return False
        costs = {each: self._cost_of(each) for each in touched}
        added = sum(costs.values()) - sum(self._costs[each] for each in costs)
        shortens = costs[i] < self._costs[i] - LONG_WAIT / 2
        if added >= (allowed if allowed and shortens else -1e-9):
            placement.rollback(mark)
            return False
        for each, cost in costs.items():
            self._costs[each] = cost
        return True

    def _swap(self, i: int, before: int, after: int) -> set[int] | None:
        """Everyone whose day changes by it; None when it can't be done."""
        placement = self._placement
        if placement.table_at[i][before] == IDLE or (i, after) in placement.locked:
            return None
        back = placement.table_at[i][after]
        touched = {i}
        if back != IDLE:
            placement.take(i, after)
        shifts = placement.moved(i, before, after)
        if shifts is None or not placement.apply(shifts):
            return None
        touched.update(move.seeker for move in shifts)
        if back != IDLE:
            room = placement.room_for(i, back, before)
            if room is None:
                return None
            touched.update(room)
        return touched

    def _cost_of(self, i: int) -> float:
        instance, row = self._instance, self._placement.table_at[i]
        points = self._points[i]
        cost = LONG_WAIT * _long_waits(row, instance.present[i], instance.breaks)
        seats = [(r, j) for r, j in enumerate(row) if j != IDLE]
        cost += LATER * sum(points[j] * r for r, j in seats)
        for (before, here), (after, there) in pairwise(seats):
            if not instance.breaks or not any(before <= r < after for r in instance.breaks):
                cost += instance.walks[here][there]
        return cost


def _long_waits(row: list[int], present: Iterable[bool], breaks: frozenset[int]) -> int:
    """Rounds of waiting beyond what is kind, added up; a break ends a wait."""
    beyond = wait = 0
    for r, (j, here) in enumerate(zip(row, present, strict=True)):
        wait = wait + 1 if here and j == IDLE else 0
        beyond += wait > LONGEST_WAIT
        if r in breaks:
            wait = 0
    return beyond
