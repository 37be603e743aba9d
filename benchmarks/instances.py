"""Invented careerdatings of the sizes in reference/planning.md, D; the same seed, the same day.

No event data: popularity, likings and needs are made up. Most pairs are neutral, some employers
are wished for far more than others, and 2 % of all pairs must not meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from uuid import UUID

from kiosk.domain.plan import (
    Conversation,
    Helper,
    PlanRequest,
    SeatingBoard,
    Seeker,
    TableOffer,
)

SEATS = (1, 2, 3)
SEAT_WEIGHTS = (45, 30, 25)
FORBIDDEN = 0.02
CHOOSY = (0.45, 0.95)
"""What popularity and taste together must reach before somebody names an employer, from people
who would like to meet many to people who name hardly anyone."""
METRES = 3.0
IN_A_ROW = 5
LATE_OR_AWAY = 0.10
CLOSED_A_WHILE = 0.05
LOCKED = 0.05
SECTORS = ("bouw", "zorg", "horeca", "logistiek", "groen", "kantoor")
LANGUAGES = ("nl", "fr", "en", "ar")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a day is; ``name`` is for the table of figures."""

    name: str
    candidates: int
    employers: int
    rounds: int

    def __str__(self) -> str:
        return f"{self.name} {self.candidates}x{self.employers}x{self.rounds}"


S = Size("S", 30, 15, 8)
M = Size("M", 100, 40, 10)
L = Size("L", 300, 100, 12)
XL = Size("XL", 1000, 300, 12)
SEATS_SCARCE = (S, M, L, XL)

FEW_S = Size("few S", 20, 15, 8)
FEW_M = Size("few M", 60, 40, 10)
FEW_L = Size("few L", 150, 100, 12)
CANDIDATES_SCARCE = (FEW_S, FEW_M, FEW_L)


def plain(size: Size, seed: int) -> PlanRequest:
    """Everyone is there all day: the planner's exact case."""
    rng = Random(f"{size} {seed}")
    tables = tuple(_table(rng, index, size.rounds) for index in range(size.employers))
    popularity = {table.employer_id: rng.random() for table in tables}
    seekers = tuple(_seeker(rng, popularity, size.rounds) for _ in range(size.candidates))
    return PlanRequest(tables, seekers, size.rounds, seed=seed)


def windowed(size: Size, seed: int) -> PlanRequest:
    """10 % of the candidates come late, leave early or are away a while; 5 % of tables close."""
    request = plain(size, seed)
    rng = Random(f"windows {size} {seed}")
    seekers, tables = list(request.seekers), list(request.tables)
    for index in _some(rng, seekers, LATE_OR_AWAY):
        seekers[index] = _away(rng, seekers[index], size.rounds)
    for index in _some(rng, tables, CLOSED_A_WHILE):
        tables[index] = _closed(rng, tables[index])
    return replace(request, seekers=tuple(seekers), tables=tuple(tables))


def demanding(size: Size, seed: int) -> PlanRequest:
    """Windows and everything else one may ask: helpers, needs, musts, dislikes, locks, a break."""
    request = windowed(size, seed)
    rng = Random(f"demands {size} {seed}")
    request = replace(
        request,
        tables=tuple(_described(rng, table) for table in request.tables),
        breaks=frozenset({size.rounds // 2}),
    )
    with_steps = {table.employer_id for table in request.tables if not table.step_free}
    seekers = tuple(_wishful(rng, seeker, with_steps) for seeker in request.seekers)
    request = replace(request, seekers=seekers)
    request = replace(request, helpers=_helpers(rng, request))
    return replace(request, locked=_locks(rng, request))


def _table(rng: Random, index: int, rounds: int) -> TableOffer:
    seats = rng.choices(SEATS, SEAT_WEIGHTS)[0]
    steady = TableOffer.steady(_new_id(rng), index + 1, seats, range(1, rounds + 1), rounds)
    row, place = divmod(index, IN_A_ROW)
    return replace(steady, spot=(place * METRES, row * METRES))


def _seeker(rng: Random, popularity: dict[UUID, float], rounds: int) -> Seeker:
    scores = {employer: (known + rng.random()) / 2 for employer, known in popularity.items()}
    choosy = rng.uniform(*CHOOSY)
    never = {employer for employer in popularity if rng.random() < FORBIDDEN}
    liking = {
        employer: 1 + int((score - choosy) * 5 / (1 - choosy))
        for employer, score in scores.items()
        if score >= choosy and employer not in never
    }
    everyone = frozenset(range(1, rounds + 1))
    return Seeker(_new_id(rng), everyone, liking, never=frozenset(never))


def _away(rng: Random, seeker: Seeker, rounds: int) -> Seeker:
    longest = max(1, rounds // 2)
    gone = rng.randint(1, longest)
    first = rng.choice((1, rounds - gone + 1, rng.randint(1, rounds - gone + 1)))
    return replace(seeker, rounds=seeker.rounds - set(range(first, first + gone)))


def _closed(rng: Random, table: TableOffer) -> TableOffer:
    gone = rng.randint(1, min(2, len(table.seats)))
    first = rng.randint(1, len(table.seats) - gone + 1)
    closed = range(first, first + gone)
    seats = tuple(0 if number in closed else each for number, each in enumerate(table.seats, 1))
    return replace(table, seats=seats)


def _described(rng: Random, table: TableOffer) -> TableOffer:
    return replace(
        table,
        step_free=rng.random() < 0.7,
        quiet=rng.random() < 0.2,
        sectors=frozenset({rng.choice(SECTORS)}),
        languages=frozenset({"nl", rng.choice(LANGUAGES)}),
    )


def _wishful(rng: Random, seeker: Seeker, with_steps: set[UUID]) -> Seeker:
    step_free = rng.random() < 0.05
    named = [e for e in seeker.liking if not step_free or e not in with_steps]
    musts = rng.sample(named, min(len(named), rng.choice((0, 0, 0, 1, 2))))
    left = [employer for employer in named if employer not in musts]
    rather_not = rng.sample(left, min(len(left), rng.choice((0, 0, 1))))
    return replace(
        seeker,
        liking={e: strength for e, strength in seeker.liking.items() if e not in rather_not},
        musts=frozenset(musts),
        rather_not=frozenset(rather_not),
        sectors=frozenset(rng.sample(SECTORS, rng.choice((0, 1, 2)))),
        languages=frozenset({rng.choice(LANGUAGES)}),
        step_free=step_free,
        quiet=rng.random() < 0.10,
    )


def _helpers(rng: Random, request: PlanRequest) -> tuple[Helper, ...]:
    """One interpreter or coach for each 20 candidates, shared by three."""
    shared = rng.sample(request.seekers, len(request.seekers) // 20 * 3)
    threes = [shared[start : start + 3] for start in range(0, len(shared), 3)]
    return tuple(
        Helper(_new_id(rng), frozenset(s.candidate_id for s in three), _all_day(request))
        for three in threes
    )


def _locks(rng: Random, request: PlanRequest) -> tuple[Conversation, ...]:
    """A few conversations that can all be kept together."""
    board = SeatingBoard(request)
    for index in _some(rng, request.seekers, LOCKED):
        candidate_id = request.seekers[index].candidate_id
        table, number = rng.choice(request.tables), rng.randint(1, request.rounds)
        if board.why_not(candidate_id, table.employer_id, number) is None:
            board.put(candidate_id, table.employer_id, number)
    return board.conversations()


def _some(rng: Random, everything: Sequence[object], share: float) -> list[int]:
    """Where in the list this share of it stands, at least one."""
    return rng.sample(range(len(everything)), max(1, round(len(everything) * share)))


def _all_day(request: PlanRequest) -> frozenset[int]:
    return frozenset(range(1, request.rounds + 1))


def _new_id(rng: Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)
