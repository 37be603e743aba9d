"""What a seating plan is made from, and the conversations it is made of.

Rounds are numbered from 1. Everything here is a value: a planner gets a :class:`PlanRequest` and
answers with a :class:`SeatingPlan`; the same request and seed always give the same answer.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

Spot: TypeAlias = tuple[float, float]
"""Where a table stands, in metres."""


class PlanMethod(StrEnum):
    """``best``: provably the most that wishes and fairness allow. ``carousel``: all move on one."""

    BEST = "best"
    CAROUSEL = "carousel"


class PlanState(StrEnum):
    """A draft is the organisers' own; what is published is what people follow."""

    DRAFT = "draft"
    PUBLISHED = "published"


class PlanOrigin(StrEnum):
    """How a version came to be."""

    MADE = "made"
    BY_HAND = "by-hand"
    REPAIRED = "repaired"
    POLISHED = "polished"
    RESTORED = "restored"


class PlanStep(StrEnum):
    """How far the making of a plan has come, in this order."""

    PAIRS = "pairs"
    ROUNDS = "rounds"
    GAPS = "gaps"
    COMFORT = "comfort"


@dataclass(frozen=True, slots=True)
class TableOffer:
    """One employer's table. ``seats`` holds, for each round, how many conversations it takes."""

    employer_id: UUID
    table_number: int
    seats: tuple[int, ...]
    step_free: bool = True
    quiet: bool = False
    sectors: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    spot: Spot = (0.0, 0.0)

    @classmethod
    def steady(
        cls, employer_id: UUID, table_number: int, seats: int, rounds: Iterable[int], of: int
    ) -> "TableOffer":
        """A table with the same seats in each of ``rounds``, of a day with so many rounds."""
        there = frozenset(rounds)
        each = tuple(seats if number in there else 0 for number in range(1, of + 1))
        return cls(employer_id, table_number, each)

    @property
    def rounds(self) -> frozenset[int]:
        """The rounds in which it is open."""
        return frozenset(number for number, seats in enumerate(self.seats, 1) if seats)

    @property
    def most_seats(self) -> int:
        """The most conversations it takes in any round."""
        return max(self.seats, default=0)

    def seats_in(self, round_number: int) -> int:
        """How many conversations it takes in a round; 0 while closed."""
        return self.seats[round_number - 1] if 1 <= round_number <= len(self.seats) else 0


@dataclass(frozen=True, slots=True)
class Seeker:
    """One candidate, as far as a planner may know them.

    ``liking`` is 1 (a little) to 5 (very much); who is not in it is neutral. ``musts`` have to be
    met and ``never`` must not be; ``rather_not`` happens only where somebody would otherwise have
    fewer conversations than the others. ``met`` are employers they spoke with before.
    """

    candidate_id: UUID
    rounds: frozenset[int]
    liking: Mapping[UUID, int] = field(default_factory=dict)
    musts: frozenset[UUID] = frozenset()
    rather_not: frozenset[UUID] = frozenset()
    never: frozenset[UUID] = frozenset()
    met: frozenset[UUID] = frozenset()
    sectors: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    step_free: bool = False
    quiet: bool = False

    @property
    def wanted(self) -> frozenset[UUID]:
        """Every employer they asked to meet."""
        return self.musts | frozenset(self.liking)


@dataclass(frozen=True, slots=True)
class Helper:
    """An interpreter or coach whom several candidates share: so many of them at once."""

    helper_id: UUID
    candidates: frozenset[UUID]
    rounds: frozenset[int]
    capacity: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Conversation:
    """One candidate at one employer's table in one round."""

    round_number: int
    table_number: int
    candidate_id: UUID
    employer_id: UUID

    @property
    def key(self) -> "SeatKey":
        """Who meets whom when, wherever the table stands."""
        return self.round_number, self.candidate_id, self.employer_id


SeatKey: TypeAlias = tuple[int, UUID, UUID]


def in_order(conversations: Iterable[Conversation]) -> tuple[Conversation, ...]:
    """By round, table and person, as they sort by themselves, but in a tenth of the time."""
    return tuple(
        sorted(
            conversations,
            key=lambda c: (c.round_number, c.table_number, c.candidate_id.int),
        )
    )


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """Everything a planner may know; the order of tables and seekers decides ties.

    ``held`` are conversations that really took place: they count as turns and as met. Nothing is
    planned before ``first_round``. ``locked`` conversations stay; those of a ``former`` plan are
    kept where that costs little. ``breaks`` are the rounds that
    are followed by a break: nobody waits through it, and nobody minds a walk.
    """

    tables: tuple[TableOffer, ...]
    seekers: tuple[Seeker, ...]
    rounds: int
    helpers: tuple[Helper, ...] = ()
    held: tuple[Conversation, ...] = ()
    locked: tuple[Conversation, ...] = ()
    former: tuple[Conversation, ...] = ()
    breaks: frozenset[int] = frozenset()
    first_round: int = 1
    seed: int = 0

    @property
    def open_rounds(self) -> range:
        """The rounds that can still be planned."""
        return range(self.first_round, self.rounds + 1)


@dataclass(frozen=True, slots=True)
class PlanBound:
    """What no plan of this request can beat: the certificate of a linear program.

    ``least`` is the best possible least number of conversations, for those whose own time and
    pairs allow as many. ``points`` is the most total preference (``points.py``) with the same
    fairness: nobody has fewer than they could, nobody two more than the others, and an employer as
    many as a candidate as far as that can be.
    """

    least: int
    points: int


@dataclass(frozen=True, slots=True)
class SeatingPlan:
    """A planner's answer: conversations sorted by round and table, and what they can be held to."""

    conversations: tuple[Conversation, ...]
    bound: PlanBound | None = None


Progress: TypeAlias = Callable[[PlanStep], None]


def no_progress(_step: PlanStep) -> None:
    """For whoever does not watch."""
