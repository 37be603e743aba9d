"""What a plan's fairness is held to, worked out without the planner."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from uuid import UUID

from kiosk.domain.plan import Conversation, PlanRequest, Seeker
from tests.helpers.hard_rules import may_meet


def own_limits(request: PlanRequest) -> dict[UUID, int]:
    """The most conversations each could have if they were alone in the room, held ones included."""
    held = defaultdict(set)
    for c in request.held:
        held[c.candidate_id].add(c.employer_id)
    return {
        seeker.candidate_id: len(held[seeker.candidate_id])
        + _alone(request, seeker, held[seeker.candidate_id])
        for seeker in request.seekers
    }


def fair_least(request: PlanRequest, plan: Iterable[Conversation]) -> int:
    """The largest number that everyone reaches whose own limit allows as many."""
    limits = own_limits(request)
    turns = turns_of(request, plan)
    short = [turns[person] for person, limit in limits.items() if turns[person] < limit]
    return min(short, default=max(limits.values(), default=0))


def table_floors(request: PlanRequest) -> list[int]:
    """An employer too should have as many conversations as seats would give to everyone."""
    level = water_level(request)
    floors = []
    for table in request.tables:
        guests = sum(may_meet(s, table) and bool(s.rounds & table.rounds) for s in request.seekers)
        seats = sum(table.seats_in(number) for number in request.open_rounds)
        floors.append(min(level, seats, guests))
    return floors


def water_level(request: PlanRequest) -> int:
    """The most that everyone could have if only the room counted; nobody gets two more."""
    limits = own_limits(request).values()
    seats = len(request.held) + sum(room_in(request, number) for number in request.open_rounds)
    levels = range(max(limits, default=0), -1, -1)
    return next(level for level in levels if sum(min(level, own) for own in limits) <= seats)


def room_in(request: PlanRequest, number: int) -> int:
    """The most conversations in a round: no more than people who are there, or seats."""
    people = sum(number in seeker.rounds for seeker in request.seekers)
    return min(people, sum(table.seats_in(number) for table in request.tables))


def turns_of(request: PlanRequest, plan: Iterable[Conversation]) -> Counter[UUID]:
    """How many conversations everyone has, held ones included."""
    return Counter(c.candidate_id for c in (*request.held, *plan))


def _alone(request: PlanRequest, seeker: Seeker, held: set[UUID]) -> int:
    """A largest matching of rounds and employers, by augmenting paths."""
    tables = [t for t in request.tables if may_meet(seeker, t) and t.employer_id not in held]
    taken: dict[UUID, int] = {}

    def seated(number: int, tried: set[UUID]) -> bool:
        for table in tables:
            employer = table.employer_id
            if table.seats_in(number) and employer not in tried:
                tried.add(employer)
                if employer not in taken or seated(taken[employer], tried):
                    taken[employer] = number
                    return True
        return False

    return sum(seated(number, set()) for number in request.open_rounds if number in seeker.rounds)
