"""A request as numbers: people, tables and open rounds by index. Index 0 is the first open round.

Plain lists do for repairing a plan in milliseconds; what only the making of one needs comes as
arrays (``arrays.py``), and numpy with it, when it is first asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import dist
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from kiosk.domain.plan import Conversation, PlanRequest, Seeker, TableOffer

if TYPE_CHECKING:
    from kiosk.planning.arrays import Allowed, Points

Pair: TypeAlias = tuple[int, int]
"""A seeker and a table, by index."""
Seat: TypeAlias = tuple[int, int, int]
"""A seeker and a table in a round, by index."""


@dataclass(frozen=True)
class SharedHelper:
    """An interpreter or coach: for whom, and for how many at once in each open round."""

    seekers: tuple[int, ...]
    capacity: tuple[int, ...]


@dataclass(frozen=True)
class Instance:
    """What planners compute with.

    ``present`` and ``seats`` have a row for each person and table, with a value for each round.
    ``apart`` are the tables that somebody must not meet, or has met. ``turns`` are conversations
    that they have had already.
    """

    seekers: tuple[Seeker, ...]
    tables: tuple[TableOffer, ...]
    rounds: tuple[int, ...]
    present: list[list[bool]]
    seats: list[list[int]]
    apart: list[set[int]]
    turns: list[int]
    musts: tuple[Pair, ...]
    locks: tuple[Seat, ...]
    former: tuple[Seat, ...]
    helpers: tuple[SharedHelper, ...]
    breaks: frozenset[int]

    @cached_property
    def points(self) -> "Points":
        """What each pair is worth, a row a person."""
        from kiosk.planning.arrays import points_of_pairs

        return points_of_pairs(self.seekers, self.tables)

    @cached_property
    def allowed(self) -> "Allowed":
        """The pairs that no rule keeps apart, and that have a round in common."""
        from kiosk.planning.arrays import allowed_pairs

        return allowed_pairs(self)

    @cached_property
    def walks(self) -> list[list[float]]:
        """Metres from each table to each other."""
        return [[dist(one.spot, other.spot) for other in self.tables] for one in self.tables]

    @property
    def free_rounds(self) -> list[int]:
        """In how many open rounds each seeker is there."""
        return [sum(row) for row in self.present]

    @property
    def loads(self) -> list[int]:
        """How many conversations each table takes in all open rounds together."""
        return [sum(row) for row in self.seats]

    @property
    def room(self) -> int:
        """The most conversations in all rounds: in none more than there are people, or seats."""
        people = (sum(row[r] for row in self.present) for r in range(len(self.rounds)))
        seats = (sum(row[r] for row in self.seats) for r in range(len(self.rounds)))
        return sum(map(min, people, seats))

    def conversation(self, seat: Seat) -> Conversation:
        """The conversation at a seat."""
        seeker, table = self.seekers[seat[0]], self.tables[seat[1]]
        number = self.rounds[seat[2]]
        return Conversation(number, table.table_number, seeker.candidate_id, table.employer_id)


class Index:
    """Finds the numbers of people, tables and rounds; what is not in the request has none."""

    def __init__(self, request: PlanRequest) -> None:
        self.seekers = {seeker.candidate_id: i for i, seeker in enumerate(request.seekers)}
        self.tables = {table.employer_id: j for j, table in enumerate(request.tables)}
        self.rounds = {number: r for r, number in enumerate(request.open_rounds)}

    def seats(self, conversations: Iterable[Conversation]) -> list[Seat]:
        """The seats of conversations in open rounds."""
        found = (
            (
                self.seekers.get(c.candidate_id, -1),
                self.tables.get(c.employer_id, -1),
                self.rounds.get(c.round_number, -1),
            )
            for c in conversations
        )
        return [seat for seat in found if min(seat) >= 0]


def instance_of(request: PlanRequest, index: Index | None = None) -> Instance:
    """The numbers of a request. Musts and locks that the hard rules forbid are left out."""
    index = index or Index(request)
    seekers, tables, rounds = request.seekers, request.tables, tuple(request.open_rounds)
    present = [[number in seeker.rounds for number in rounds] for seeker in seekers]
    seats = [[table.seats_in(number) for number in rounds] for table in tables]
    apart, turns = _apart(request, index.tables), [0] * len(seekers)
    for c in request.held:
        i = index.seekers.get(c.candidate_id)
        if i is not None:
            turns[i] += 1
            apart[i].add(index.tables.get(c.employer_id, -1))
    locks = [
        (i, j, r)
        for i, j, r in index.seats(request.locked)
        if j not in apart[i] and present[i][r] and seats[j][r]
    ]
    musts = [
        (i, j)
        for i, seeker in enumerate(seekers)
        for j in sorted(index.tables.get(employer_id, -1) for employer_id in seeker.musts)
        if j >= 0 and j not in apart[i] and any(map(_both, present[i], seats[j]))
    ]
    return Instance(
        seekers=seekers,
        tables=tables,
        rounds=rounds,
        present=present,
        seats=seats,
        apart=apart,
        turns=turns,
        musts=tuple(dict.fromkeys([*musts, *((i, j) for i, j, _ in locks)])),
        locks=tuple(locks),
        former=tuple(index.seats(request.former)),
        helpers=_helpers(request, index.seekers),
        breaks=frozenset(index.rounds[n] for n in request.breaks if n in index.rounds),
    )


def _both(here: bool, seats: int) -> bool:
    return here and seats > 0


def _apart(request: PlanRequest, table_at: Mapping[UUID, int]) -> list[set[int]]:
    """For each person the tables that rules keep them from."""
    with_steps = {j for j, table in enumerate(request.tables) if not table.step_free}
    apart = []
    for seeker in request.seekers:
        named = {table_at[e] for e in seeker.never | seeker.met if e in table_at}
        apart.append(named | with_steps if seeker.step_free else named)
    return apart


def _helpers(request: PlanRequest, seeker_at: Mapping[UUID, int]) -> tuple[SharedHelper, ...]:
    return tuple(
        SharedHelper(
            tuple(sorted(seeker_at[each] for each in helper.candidates if each in seeker_at)),
            tuple(
                helper.capacity if number in helper.rounds else 0 for number in request.open_rounds
            ),
        )
        for helper in request.helpers
    )
