"""What a plan gives: counts, points, waiting and walking, and why a wish was not met."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import dist
from uuid import UUID

from kiosk.domain.plan.board import RuleCode, SeatingBoard, pair_rule
from kiosk.domain.plan.points import points_of
from kiosk.domain.plan.values import Conversation, PlanRequest, Seeker, Spot


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What an organiser may ask of a plan, held conversations included.

    ``least`` and ``most`` are conversations for anyone who is there for a round at least; wishes
    met are out of those made; ``points`` are as in ``points.py``; ``longest_wait`` counts rounds;
    ``walk`` is the mean way in metres from one table to the next.
    """

    conversations: int
    least: int
    most: int
    wishes_met: int
    wishes: int
    musts_met: int
    musts: int
    rather_not: int
    empty_seats: int
    points: int
    longest_wait: int
    walk: float


class UnmetReason(StrEnum):
    """Why a wish was not met."""

    NEVER = "never"
    NOT_STEP_FREE = "not-step-free"
    NO_COMMON_ROUND = "no-common-round"
    OWN_ROUNDS_FULL = "own-rounds-full"
    TABLE_TAKEN = "table-taken"
    HELPER_BUSY = "helper-busy"
    LOCKED = "locked"
    STILL_POSSIBLE = "still-possible"


@dataclass(frozen=True, slots=True)
class UnmetWish:
    """One wish that the plan does not meet; ``strength`` is 1 to 5."""

    candidate_id: UUID
    employer_id: UUID
    strength: int
    must: bool
    why: UnmetReason


def figures_of(request: PlanRequest, conversations: Sequence[Conversation]) -> PlanFigures:
    """Count what the plan gives."""
    everything = _with_held(request, conversations)
    turns = Counter(c.candidate_id for c in everything)
    counts = [turns[s.candidate_id] for s in request.seekers if s.rounds]
    pairs = {(c.candidate_id, c.employer_id) for c in everything}
    wishes = {(s.candidate_id, wanted) for s in request.seekers for wanted in s.wanted}
    musts = {(s.candidate_id, must) for s in request.seekers for must in s.musts}
    unwished = {(s.candidate_id, each) for s in request.seekers for each in s.rather_not}
    seats = sum(sum(table.seats) for table in request.tables)
    return PlanFigures(
        conversations=len(everything),
        least=min(counts, default=0),
        most=max(counts, default=0),
        wishes_met=len(wishes & pairs),
        wishes=len(wishes),
        musts_met=len(musts & pairs),
        musts=len(musts),
        rather_not=len(unwished & pairs),
        empty_seats=seats - len(everything),
        points=points_in(request, everything),
        longest_wait=max(longest_waits(request, everything).values(), default=0),
        walk=mean_walk(request, everything),
    )


def points_in(request: PlanRequest, conversations: Iterable[Conversation]) -> int:
    """The total preference of these conversations; whoever is no longer in the request is 0."""
    tables = {table.employer_id: table for table in request.tables}
    seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
    return sum(
        points_of(seekers[c.candidate_id], tables[c.employer_id])
        for c in conversations
        if c.candidate_id in seekers and c.employer_id in tables
    )


def longest_waits(request: PlanRequest, conversations: Iterable[Conversation]) -> dict[UUID, int]:
    """For each seeker the most rounds in a row in which they are there without a conversation."""
    busy = {(c.candidate_id, c.round_number) for c in conversations}
    return {s.candidate_id: _longest_wait(s, busy, request.breaks) for s in request.seekers}


def _longest_wait(seeker: Seeker, busy: set[tuple[UUID, int]], breaks: frozenset[int]) -> int:
    longest = wait = before = 0
    for number in sorted(seeker.rounds):
        apart = number != before + 1 or before in breaks
        idle = (seeker.candidate_id, number) not in busy
        wait = (1 if apart else wait + 1) if idle else 0
        longest, before = max(longest, wait), number
    return longest


def mean_walk(request: PlanRequest, conversations: Iterable[Conversation]) -> float:
    """Mean metres from one conversation to the next; a walk over a break does not count."""
    spots = {table.employer_id: table.spot for table in request.tables}
    routes: defaultdict[UUID, list[tuple[int, Spot]]] = defaultdict(list)
    for c in sorted(conversations):
        if c.employer_id in spots:
            routes[c.candidate_id].append((c.round_number, spots[c.employer_id]))
    walks = [
        dist(here, there)
        for route in routes.values()
        for (before, here), (after, there) in pairwise(route)
        if not any(before <= pause < after for pause in request.breaks)
    ]
    return sum(walks) / len(walks) if walks else 0.0


def unmet_wishes(
    request: PlanRequest, conversations: Sequence[Conversation]
) -> tuple[UnmetWish, ...]:
    """Every wish the plan does not meet, strongest first, each with the reason."""
    board = SeatingBoard(request)
    board.fill(conversations)
    unmet = [
        UnmetWish(
            seeker.candidate_id,
            employer_id,
            seeker.liking.get(employer_id, 5),
            employer_id in seeker.musts,
            _why_unmet(board, seeker, employer_id),
        )
        for seeker in request.seekers
        for employer_id in sorted(seeker.wanted)
        if employer_id in board.tables
        and employer_id not in seeker.met
        and not board.have_met(seeker.candidate_id, employer_id)
    ]
    return tuple(sorted(unmet, key=lambda wish: (not wish.must, -wish.strength)))


def _why_unmet(board: SeatingBoard, seeker: Seeker, employer_id: UUID) -> UnmetReason:
    table = board.tables[employer_id]
    rule = pair_rule(seeker, table)
    if rule in _PAIR_REASONS:
        return _PAIR_REASONS[rule]
    common = sorted(seeker.rounds & table.rounds)
    if not common:
        return UnmetReason.NO_COMMON_ROUND
    rules = {board.why_not(seeker.candidate_id, employer_id, number) for number in common}
    if None in rules:
        return UnmetReason.STILL_POSSIBLE
    return next(reason for rule, reason in _REASONS if rule in rules)


_PAIR_REASONS = {
    RuleCode.NEVER: UnmetReason.NEVER,
    RuleCode.NOT_STEP_FREE: UnmetReason.NOT_STEP_FREE,
}
_REASONS = (
    (RuleCode.TABLE_FULL, UnmetReason.TABLE_TAKEN),
    (RuleCode.HELPER_BUSY, UnmetReason.HELPER_BUSY),
    (RuleCode.PERSON_BUSY, UnmetReason.OWN_ROUNDS_FULL),
    (RuleCode.LOCKED, UnmetReason.LOCKED),
    (RuleCode.ROUND_OVER, UnmetReason.NO_COMMON_ROUND),
)
"""Of several reasons, the first of these tells most."""


def _with_held(request: PlanRequest, planned: Iterable[Conversation]) -> list[Conversation]:
    """What was held, and what is still to come: planned and not held does not count."""
    coming = (c for c in planned if c.round_number >= request.first_round)
    return list(_each_once((*request.held, *coming)))


def _each_once(conversations: Iterable[Conversation]) -> Iterator[Conversation]:
    seen = set()
    for c in conversations:
        if c.key not in seen:
            seen.add(c.key)
            yield c
