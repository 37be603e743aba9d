"""Repairing a plan on the day: only what became impossible goes, and holes are filled.

Making the plan anew would move four out of five people for a gain of one to three per cent; filling
holes moves nobody who is not touched (reference/planning.md, 0.4 and D, replan). So a seat that is
still legal is never taken away, in an announced round or later. Who rests may get a seat that came
free: whoever has had least first, and among them the pair that is worth most.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from uuid import UUID

from kiosk.domain.plan import Conversation, PlanRequest, in_order, points_of
from kiosk.planning.instance import Index, Instance, Seat, instance_of
from kiosk.planning.placement import IDLE, Placement

CONSIDERED = 60
"""How many people without a wish are compared for one seat; they differ little."""


def repair(request: PlanRequest, former: Sequence[Conversation]) -> tuple[Conversation, ...]:
    """The conversations of the open rounds after a change (:data:`kiosk.domain.plan.Repair`)."""
    index = Index(request)
    mended = _Mended(instance_of(request, index), _locked_places(request, index))
    mended.keep(index.seats(former))
    for r in mended.placement.rounds:
        mended.fill_holes(r)
    return in_order(map(mended.instance.conversation, mended.placement.seats()))


def _locked_places(request: PlanRequest, index: Index) -> dict[tuple[int, int], int]:
    """For each locked place, a person in a round, the only table they may sit at (-1 is gone)."""
    places = {
        (index.seekers.get(lock.candidate_id, -1), index.rounds.get(lock.round_number, -1)): (
            index.tables.get(lock.employer_id, -1)
        )
        for lock in request.locked
    }
    return {place: table for place, table in places.items() if min(place) >= 0}


class _Mended:
    """A former plan with what is still possible in it, and then with its holes filled."""

    def __init__(self, instance: Instance, locked: dict[tuple[int, int], int]) -> None:
        self.instance = instance
        self.placement = Placement(instance)
        self._turns = list(instance.turns)
        self._met = [set(tables) for tables in instance.apart]
        self._locked = locked
        self._round_of = {(i, j): r for (i, r), j in locked.items()}

    def keep(self, former: Sequence[Seat]) -> None:
        """Seat everybody where they were, if they still can be; locks first.

        Where a table lost a seat, whoever has most conversations gives way.
        """
        self._seat_all(self.instance.locks)
        turns = Counter(i for i, _, _ in former)
        self._seat_all(sorted(former, key=lambda seat: self._turns[seat[0]] + turns[seat[0]]))

    def _seat_all(self, seats: Iterable[Seat]) -> None:
        for i, j, r in seats:
            if self._may_sit(i, j, r) and self.placement.has_room(j, r):
                self._seat(i, j, r)

    def fill_holes(self, r: int) -> None:
        """Seat whoever rests in a round, those with the fewest conversations first."""
        placement = self.placement
        tables = range(len(self.instance.tables))
        holes = {j: room for j in tables if (room := placement.room_left(j, r)) > 0}
        if not holes:
            return
        resting: defaultdict[int, list[int]] = defaultdict(list)
        for i, row in enumerate(placement.table_at):
            if row[r] == IDLE and self.instance.present[i][r]:
                resting[self._turns[i]].append(i)
        for turns in sorted(resting):
            self._seat_best_pairs(r, holes, resting[turns])
            if not holes:
                return

    def _seat_best_pairs(self, r: int, holes: dict[int, int], resting: Sequence[int]) -> None:
        """Seat as many of these equally needy people as there are holes: wishes first."""
        wished = [
            (-self._worth(j, i), i, j)
            for j in holes
            for i in self._who_wish(self.instance.tables[j].employer_id, resting)
        ]
        wished.sort()
        for _, i, j in wished:
            if j in holes and self._may_sit(i, j, r):
                self._take_hole(i, j, r, holes)
        for j in list(holes):
            while j in holes:
                free = (i for i in resting if self._may_sit(i, j, r))
                best = max(islice(free, CONSIDERED), key=partial(self._worth, j), default=None)
                if best is None:
                    break
                self._take_hole(best, j, r, holes)

    def _take_hole(self, i: int, j: int, r: int, holes: dict[int, int]) -> None:
        self._seat(i, j, r)
        holes[j] -= 1
        if not holes[j]:
            del holes[j]

    def _who_wish(self, employer_id: UUID, resting: Sequence[int]) -> list[int]:
        """Those who asked to meet an employer."""
        seekers = self.instance.seekers
        return [
            i
            for i in resting
            if employer_id in seekers[i].liking or employer_id in seekers[i].musts
        ]

    def _worth(self, j: int, i: int) -> int:
        return points_of(self.instance.seekers[i], self.instance.tables[j])

    def _may_sit(self, i: int, j: int, r: int) -> bool:
        """Whether somebody is free and may meet this table in this round, seats aside."""
        if j in self._met[i] or not self.placement.is_free(i, r):
            return False
        here, pair = self._locked.get((i, r), j), self._round_of.get((i, j), r)
        return here == j and pair == r

    def _seat(self, i: int, j: int, r: int) -> None:
        self.placement.put(i, j, r)
        self._met[i].add(j)
        self._turns[i] += 1
