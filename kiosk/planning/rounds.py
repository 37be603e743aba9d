"""Pairs into rounds, and what is left over when somebody's hours stand in the way.

Kempe chains place all pairs when everybody is there all day. With windows a few may be left:
*ejection chains* then put one conversation in the place of another and find that one a new place.
"""

from collections.abc import Iterable
from random import Random

from kiosk.planning.instance import Instance, Pair
from kiosk.planning.placement import IDLE, Placement, place_locks

DEPTH = 3
"""How many conversations in a row may be pushed out to place one."""
TRIES = 400
"""How often an ejection may be tried for one pair: what can't be placed is known soon."""


def in_rounds(
    instance: Instance, pairs: Iterable[Pair], chance: Random
) -> tuple[Placement, list[Pair]]:
    """Place pairs, the most constrained people and tables first; what is left over comes back."""
    placement = Placement(instance)
    placed = place_locks(placement)
    waiting = [pair for pair in pairs if pair not in placed]
    chance.shuffle(waiting)
    waiting.sort(key=_Slack(instance, waiting))
    _keep_former(placement, waiting)
    kept = {(i, j) for i, j, _ in placement.seats()}
    left = [pair for pair in waiting if pair not in kept and not placement.insert(*pair)]
    return placement, [pair for pair in left if not _Ejection(placement, chance).insert(*pair)]


class _Slack:
    """How many rounds a pair could do without: the fewer, the earlier it is placed."""

    def __init__(self, instance: Instance, pairs: list[Pair]) -> None:
        self._seekers, self._tables = instance.free_rounds, instance.loads
        for i, j in pairs:
            self._seekers[i] -= 1
            self._tables[j] -= 1

    def __call__(self, pair: Pair) -> tuple[int, int]:
        i, j = pair
        return min(self._seekers[i], self._tables[j]), self._seekers[i]


def _keep_former(placement: Placement, wanted: list[Pair]) -> None:
    """Seats of a former plan that are still wanted stay where they were."""
    still = set(wanted)
    for i, j, r in placement.instance.former:
        if (i, j) in still and placement.is_free(i, r) and placement.has_room(j, r):
            placement.put(i, j, r)
            still.discard((i, j))


class _Ejection:
    """Places one pair by pushing out others, each of which finds another place."""

    def __init__(self, placement: Placement, chance: Random) -> None:
        self._placement, self._chance = placement, chance
        self._left = TRIES

    def insert(self, i: int, j: int, depth: int = DEPTH) -> bool:
        """Whether the pair, and all that it pushed out, has a place; if not, all is as before."""
        if self._placement.insert(i, j):
            return True
        rounds = list(self._placement.rounds)
        self._chance.shuffle(rounds)
        return depth > 0 and any(
            self._push_out_own(i, j, r, depth) or self._push_out_guest(i, j, r, depth)
            for r in rounds
        )

    def _push_out_own(self, i: int, j: int, r: int, depth: int) -> bool:
        """There is a free seat in a round in which they talk with somebody else: that yields."""
        placement = self._placement
        other = placement.table_at[i][r]
        if other == IDLE or (i, r) in placement.locked or not placement.has_room(j, r):
            return False
        mark = placement.mark()
        placement.take(i, r)
        return self._instead(i, j, r, (i, other), depth, mark)

    def _push_out_guest(self, i: int, j: int, r: int, depth: int) -> bool:
        """They are free in a round, but the table is full: one of its guests yields."""
        placement = self._placement
        if not placement.is_free(i, r) or placement.has_room(j, r):
            return False
        guests = [guest for guest in placement.guests[j][r] if (guest, r) not in placement.locked]
        self._chance.shuffle(guests)
        for guest in guests:
            mark = placement.mark()
            placement.take(guest, r)
            if self._instead(i, j, r, (guest, j), depth, mark):
                return True
        return False

    def _instead(self, i: int, j: int, r: int, pushed: Pair, depth: int, mark: int) -> bool:
        placement = self._placement
        self._left -= 1
        if self._left >= 0 and placement.is_free(i, r):
            placement.put(i, j, r)
            if self.insert(*pushed, depth - 1):
                return True
        placement.rollback(mark)
        return False
