"""Who meets whom, at which table, in which round, and the protocol that planners fill."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class PlanMethod(StrEnum):
    """``carousel``: everyone moves on one table."""

    CAROUSEL = "carousel"


@dataclass(frozen=True, slots=True)
class TableOffer:
    """One employer's table: how many conversations it holds in a round, and in which rounds."""

    employer_id: UUID
    table_number: int
    seats: int
    rounds: frozenset[int]


@dataclass(frozen=True, slots=True)
class Seeker:
    """One candidate: the rounds in which they are there, and whom they wish to meet or not."""

    candidate_id: UUID
    rounds: frozenset[int]
    wanted: frozenset[UUID] = frozenset()
    avoided: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """Everything a planner may know. Rounds are numbered from 1; order decides ties."""

    tables: tuple[TableOffer, ...]
    seekers: tuple[Seeker, ...]
    rounds: int


@dataclass(frozen=True, slots=True, order=True)
class Conversation:
    """One candidate at one employer's table in one round."""

    round_number: int
    table_number: int
    candidate_id: UUID = field(compare=False)
    employer_id: UUID = field(compare=False)


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What an organiser may ask of a plan.

    ``least`` and ``most`` are conversations for anyone; wishes met are out of those made.
    """

    conversations: int
    least: int
    most: int
    wishes_met: int
    wishes: int
    empty_seats: int


class SeatingPlanner(Protocol):
    """Makes conversations out of a request. Same request, same answer.

    Every answer keeps the hard rules: one place per person and round, seats, nobody meets the
    same employer twice, nobody meets whom they avoid, presence.
    """

    def plan(self, request: PlanRequest) -> tuple[Conversation, ...]:
        """The conversations, sorted by round and table."""
        ...


def broken_rules(request: PlanRequest, conversations: Iterable[Conversation]) -> list[str]:
    """Every hard rule that a plan breaks, in words for developers; empty for a sound plan."""
    tables = {table.employer_id: table for table in request.tables}
    seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
    held = list(conversations)
    trouble = [
        f"{c} outside presence"
        for c in held
        if c.round_number not in tables[c.employer_id].rounds & seekers[c.candidate_id].rounds
    ]
    trouble += [f"{c} is avoided" for c in held if c.employer_id in seekers[c.candidate_id].avoided]
    places = Counter((c.candidate_id, c.round_number) for c in held)
    pairs = Counter((c.candidate_id, c.employer_id) for c in held)
    loads = Counter((c.employer_id, c.round_number) for c in held)
    trouble += [f"two places: {key}" for key, count in places.items() if count > 1]
    trouble += [f"meets twice: {key}" for key, count in pairs.items() if count > 1]
    trouble += [f"too full: {key}" for key, count in loads.items() if count > tables[key[0]].seats]
    return trouble


def figures_of(request: PlanRequest, conversations: Sequence[Conversation]) -> PlanFigures:
    """Count what the plan gives."""
    per_person = Counter(c.candidate_id for c in conversations)
    counts = [per_person[seeker.candidate_id] for seeker in request.seekers]
    pairs = {(c.candidate_id, c.employer_id) for c in conversations}
    wishes = {(s.candidate_id, wanted) for s in request.seekers for wanted in s.wanted}
    seats = sum(len(table.rounds) * table.seats for table in request.tables)
    return PlanFigures(
        conversations=len(conversations),
        least=min(counts, default=0),
        most=max(counts, default=0),
        wishes_met=len(wishes & pairs),
        wishes=len(wishes),
        empty_seats=seats - len(conversations),
    )
