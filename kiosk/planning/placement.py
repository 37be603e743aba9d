"""Pairs in rounds: who sits where, and the moves that make room without losing anything.

Placing pairs in rounds is an edge colouring of a bipartite graph. When a person and a table have no
free round in common, a *Kempe chain* makes one: two rounds change places along a path of people
and tables. Without windows such a chain is always there (König 1916); with them it may end at
somebody who is not present, and another one is tried.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.planning.instance import Instance, Pair, Seat

IDLE = -1


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody's conversation with a table goes from one round to another."""

    seeker: int
    table: int
    before: int
    after: int


class Placement:
    """Who sits at which table in which open round; locked seats never move."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        n, rounds = len(instance.seekers), len(instance.rounds)
        self.table_at = [[IDLE] * rounds for _ in range(n)]
        self.guests: list[list[list[int]]] = [[[] for _ in range(rounds)] for _ in instance.tables]
        self.rounds = range(rounds)
        self._log: list[Seat] = []
        """What was done: a seat taken, or with ``~table`` given up."""
        self.locked = {(i, r) for i, _, r in instance.locks}
        self._helpers: list[list[int]] = [[] for _ in range(n)]
        for h, helper in enumerate(instance.helpers):
            for i in helper.seekers:
                self._helpers[i].append(h)
        self._helping = [[0] * rounds for _ in instance.helpers]

    def put(self, i: int, j: int, r: int) -> None:
        """Seat somebody."""
        self._log.append((i, j, r))
        self._seat(i, j, r)

    def take(self, i: int, r: int) -> int:
        """Let somebody get up, and tell from which table."""
        j = self.table_at[i][r]
        self._log.append((i, ~j, r))
        self._unseat(i, r)
        return j

    def mark(self) -> int:
        """A point to which :meth:`rollback` can return."""
        return len(self._log)

    def rollback(self, mark: int) -> None:
        """Undo everything since a mark."""
        while len(self._log) > mark:
            i, j, r = self._log.pop()
            if j >= 0:
                self._unseat(i, r)
            else:
                self._seat(i, ~j, r)

    def _seat(self, i: int, j: int, r: int) -> None:
        self.table_at[i][r] = j
        self.guests[j][r].append(i)
        for h in self._helpers[i]:
            self._helping[h][r] += 1

    def _unseat(self, i: int, r: int) -> None:
        self.guests[self.table_at[i][r]][r].remove(i)
        self.table_at[i][r] = IDLE
        for h in self._helpers[i]:
            self._helping[h][r] -= 1

    def seats(self) -> list[Seat]:
        """Every seat that is taken."""
        return [
            (i, j, r) for i, row in enumerate(self.table_at) for r, j in enumerate(row) if j != IDLE
        ]

    def has_room(self, j: int, r: int) -> bool:
        """Whether a table has a seat left in a round."""
        return len(self.guests[j][r]) < self.instance.seats[j][r]

    def room_left(self, j: int, r: int) -> int:
        """How many seats a table has left in a round."""
        return self.instance.seats[j][r] - len(self.guests[j][r])

    def is_free(self, i: int, r: int) -> bool:
        """Whether somebody could sit down in a round: there, idle, and helped if need be."""
        idle = self.table_at[i][r] == IDLE and self.instance.present[i][r]
        return idle and (not self._helpers[i] or self._is_helped(i, r))

    def _is_helped(self, i: int, r: int) -> bool:
        helpers = self.instance.helpers
        return all(self._helping[h][r] < helpers[h].capacity[r] for h in self._helpers[i])

    def insert(self, i: int, j: int) -> bool:
        """Place a pair in any round, with a Kempe chain where need be; False when none is found."""
        free = [r for r in self.rounds if self.is_free(i, r)]
        roomy = [r for r in self.rounds if self.has_room(j, r)]
        both = [r for r in free if r in roomy]
        if both:
            self.put(i, j, min(both, key=lambda r: len(self.guests[j][r])))
            return True
        return any(self.room_for(i, j, a) is not None for a in free) if roomy else False

    def moved(self, i: int, before: int, after: int) -> list[Shift] | None:
        """The chain by which somebody's conversation changes rounds; None when there is none."""
        j = self.table_at[i][before]
        if (i, before) in self.locked or not self.is_free(i, after):
            return None
        if not self.instance.seats[j][after]:
            return None
        first = Shift(i, j, before, after)
        if self.has_room(j, after):
            return [first]
        chain = self._chain(j, after, before)
        return [*chain, first] if chain else None

    def room_for(self, i: int, j: int, r: int) -> set[int] | None:
        """Seat somebody who is free in a round, making room; everyone who moved, or None."""
        if not self.is_free(i, r):
            return None
        shifts: list[Shift] = []
        if not self.has_room(j, r):
            others = (b for b in self.rounds if b != r and self.has_room(j, b))
            chains = (self._chain(j, r, b) for b in others)
            shifts = next((chain for chain in chains if chain and self.apply(chain)), [])
            if not shifts:
                return None
        self.put(i, j, r)
        return {move.seeker for move in shifts}

    def apply(self, shifts: Sequence[Shift]) -> bool:
        """Do all these shifts, unless somebody would then lack a companion; False if so."""
        mark = self.mark()
        for move in shifts:
            self.take(move.seeker, move.before)
        for move in shifts:
            self.put(move.seeker, move.table, move.after)
        if all(self._within(move) for move in shifts):
            return True
        self.rollback(mark)
        return False

    def _within(self, move: Shift) -> bool:
        helpers = self.instance.helpers
        return all(
            self._helping[h][move.after] <= helpers[h].capacity[move.after]
            for h in self._helpers[move.seeker]
        )

    def _chain(self, start: int, a: int, b: int) -> list[Shift] | None:
        """Shifts that give table ``start`` a seat in round ``a``; it has one to spare in ``b``.

        A guest of ``a`` goes to ``b``; whoever is busy in ``b`` brings that conversation to ``a``,
        at a table where it may push out the next guest, and so on. Breadth first: the shortest.
        """
        present, seats = self.instance.present, self.instance.seats
        came_from: dict[int, tuple[int, int]] = {}  # table -> (table before it, guest between)
        waiting = deque([start])
        seen = {start}
        while waiting:
            j = waiting.popleft()
            for guest in self.guests[j][a]:
                if (guest, a) in self.locked or not present[guest][b]:
                    continue
                other = self.table_at[guest][b]
                if other == IDLE:
                    return self._shifts(came_from, j, guest, a, b)
                if other in seen or not seats[other][a] or (guest, b) in self.locked:
                    continue
                seen.add(other)
                came_from[other] = (j, guest)
                if self.has_room(other, a):
                    return self._shifts(came_from, other, IDLE, a, b)
                waiting.append(other)
        return None

    def _shifts(
        self, came_from: dict[int, tuple[int, int]], last: int, guest: int, a: int, b: int
    ) -> list[Shift]:
        """The path back from table ``last``, whose ``guest`` is idle in ``b`` (or nobody moves)."""
        shifts = [] if guest == IDLE else [Shift(guest, last, a, b)]
        j = last
        while j in came_from:
            before, person = came_from[j]
            shifts.append(Shift(person, j, b, a))
            shifts.append(Shift(person, before, a, b))
            j = before
        return shifts


def place_locks(placement: Placement) -> set[Pair]:
    """Seat what is locked first; the pairs that are placed by that."""
    for i, j, r in placement.instance.locks:
        if placement.is_free(i, r) and placement.has_room(j, r):
            placement.put(i, j, r)
    return {(i, j) for i, j, _ in placement.seats()}
