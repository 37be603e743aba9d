"""A request as numbers: people, tables and open rounds by index, what pairs are worth as arrays.

Index 0 of a round is the first open one. Arrays have a row a seeker and a column a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist
from typing import TypeAlias
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.plan import Conversation, PlanRequest, Seeker, TableOffer, points_of
from kiosk.domain.plan.points import affinity

Pair: TypeAlias = tuple[int, int]
"""A seeker and a table, by index."""
Seat: TypeAlias = tuple[int, int, int]
"""A seeker and a table in a round, by index."""
Points: TypeAlias = NDArray[np.int64]
Allowed: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class SharedHelper:
    """An interpreter or coach: for whom, and for how many at once in each open round."""

    seekers: tuple[int, ...]
    capacity: tuple[int, ...]


@dataclass(frozen=True)
class Instance:
    """What the planner computes with. ``turns`` are conversations that a seeker has had already."""

    seekers: tuple[Seeker, ...]
    tables: tuple[TableOffer, ...]
    rounds: tuple[int, ...]
    present: list[list[bool]]
    seats: list[list[int]]
    points: Points
    allowed: Allowed
    turns: list[int]
    musts: tuple[Pair, ...]
    locks: tuple[Seat, ...]
    former: tuple[Seat, ...]
    helpers: tuple[SharedHelper, ...]
    breaks: frozenset[int]
    walks: list[list[float]]

    @property
    def free_rounds(self) -> list[int]:
        """In how many open rounds each seeker is there."""
        return [sum(row) for row in self.present]

    @property
    def loads(self) -> list[int]:
        """How many conversations each table takes in all open rounds together."""
        return [sum(row) for row in self.seats]

    def conversation(self, seat: Seat) -> Conversation:
        """The conversation at a seat."""
        seeker, table = self.seekers[seat[0]], self.tables[seat[1]]
        number = self.rounds[seat[2]]
        return Conversation(number, table.table_number, seeker.candidate_id, table.employer_id)


def instance_of(request: PlanRequest) -> Instance:
    """The numbers of a request. Musts and locks that the hard rules forbid are left out."""
    seekers, tables, rounds = request.seekers, request.tables, tuple(request.open_rounds)
    seeker_at = {seeker.candidate_id: i for i, seeker in enumerate(seekers)}
    table_at = {table.employer_id: j for j, table in enumerate(tables)}
    round_at = {number: r for r, number in enumerate(rounds)}
    present = [[number in seeker.rounds for number in rounds] for seeker in seekers]
    seats = [[table.seats_in(number) for number in rounds] for table in tables]

    def indexed(conversations: Sequence[Conversation]) -> list[Seat]:
        return [
            (seeker_at[c.candidate_id], table_at[c.employer_id], round_at[c.round_number])
            for c in conversations
            if c.candidate_id in seeker_at
            and c.employer_id in table_at
            and c.round_number in round_at
        ]

    turns, held = [0] * len(seekers), set[Pair]()
    for c in request.held:
        if c.candidate_id in seeker_at:
            turns[seeker_at[c.candidate_id]] += 1
            if c.employer_id in table_at:
                held.add((seeker_at[c.candidate_id], table_at[c.employer_id]))
    allowed = _allowed(seekers, tables, table_at, present, seats)
    for pair in held:
        allowed[pair] = False
    locks = [(i, j, r) for i, j, r in indexed(request.locked) if allowed[i, j] and present[i][r]]
    musts = [
        (i, table_at[employer_id])
        for i, seeker in enumerate(seekers)
        for employer_id in sorted(seeker.musts)
        if employer_id in table_at and allowed[i, table_at[employer_id]]
    ]
    return Instance(
        seekers=seekers,
        tables=tables,
        rounds=rounds,
        present=present,
        seats=seats,
        points=_points(seekers, tables, table_at),
        allowed=allowed,
        turns=turns,
        musts=tuple(dict.fromkeys([*musts, *((i, j) for i, j, _ in locks)])),
        locks=tuple(locks),
        former=tuple(indexed(request.former)),
        helpers=_helpers(request, seeker_at),
        breaks=frozenset(round_at[number] for number in request.breaks if number in round_at),
        walks=[[dist(one.spot, other.spot) for other in tables] for one in tables],
    )


def _points(
    seekers: Sequence[Seeker], tables: Sequence[TableOffer], table_at: dict[UUID, int]
) -> Points:
    """What each pair is worth. People who told the same of themselves share a row to begin with."""
    rows: dict[tuple[frozenset[str], frozenset[str], bool], Points] = {}
    points = np.zeros((len(seekers), len(tables)), np.int64)
    for i, seeker in enumerate(seekers):
        told = (seeker.sectors, seeker.languages, seeker.quiet)
        if told not in rows:
            rows[told] = np.array([affinity(seeker, table) for table in tables], np.int64)
        points[i] = rows[told]
        for employer_id in seeker.wanted | seeker.rather_not:
            j = table_at.get(employer_id)
            if j is not None:
                points[i, j] = points_of(seeker, tables[j])
    return points


def _allowed(
    seekers: Sequence[Seeker],
    tables: Sequence[TableOffer],
    table_at: dict[UUID, int],
    present: list[list[bool]],
    seats: list[list[int]],
) -> Allowed:
    """The pairs that no rule keeps apart, and that have a round in common."""
    rounds = len(present[0]) if present else len(seats[0]) if seats else 0
    here = np.array(present, np.int64).reshape(len(seekers), rounds)
    opened = (np.array(seats, np.int64) > 0).astype(np.int64).reshape(len(tables), rounds)
    allowed: Allowed = here @ opened.T > 0
    with_steps = [j for j, table in enumerate(tables) if not table.step_free]
    for i, seeker in enumerate(seekers):
        apart = [table_at[e] for e in seeker.never | seeker.met if e in table_at]
        allowed[i, apart + with_steps if seeker.step_free else apart] = False
    return allowed


def _helpers(request: PlanRequest, seeker_at: dict[UUID, int]) -> tuple[SharedHelper, ...]:
    return tuple(
        SharedHelper(
            tuple(sorted(seeker_at[each] for each in helper.candidates if each in seeker_at)),
            tuple(
                helper.capacity if number in helper.rounds else 0 for number in request.open_rounds
            ),
        )
        for helper in request.helpers
    )
