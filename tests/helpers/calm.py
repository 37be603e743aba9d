"""What a repaired plan is judged by: nobody lost a seat without need, no seat is left unused."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from uuid import UUID

from kiosk.domain.plan import Conversation, PlanRequest
from kiosk.domain.plan.values import SeatKey
from tests.helpers.hard_rules import may_meet, violations


def robbed(
    request: PlanRequest, former: Sequence[Conversation], mended: Sequence[Conversation]
) -> list[str]:
    """Tables where more people lost their seat in an open round than had to.

    Each guest who may still sit there stays; where seats went, or somebody is back whose place was
    locked, only as many leave as there are seats too few.
    """
    kept, had = {c.key for c in mended}, {c.key for c in former}
    locked = {lock.key for lock in request.locked}
    back = [c for c in mended if c.key in locked and c.key not in had]
    tables = {table.employer_id: table for table in request.tables}
    guests: defaultdict[tuple[UUID, int], list[SeatKey]] = defaultdict(list)
    for c in _still_possible(request, former):
        if not any(_needs_helper_of(request, c, other) for other in back):
            guests[c.employer_id, c.round_number].append(c.key)
    taken = Counter((c.employer_id, c.round_number) for c in back)
    return [
        f"round {number}, table {tables[employer].table_number}"
        for (employer, number), legal in guests.items()
        if len(kept.intersection(legal))
        < min(len(legal), tables[employer].seats_in(number) - taken[employer, number])
    ]


def _needs_helper_of(request: PlanRequest, c: Conversation, other: Conversation) -> bool:
    """Whether two conversations of a round need the same helper."""
    both = {c.candidate_id, other.candidate_id}
    return c.round_number == other.round_number and any(
        both <= helper.candidates for helper in request.helpers
    )


def _still_possible(request: PlanRequest, former: Sequence[Conversation]) -> Iterator[Conversation]:
    seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
    tables = {table.employer_id: table for table in request.tables}
    held = {(c.candidate_id, c.employer_id) for c in request.held}
    for c in former:
        seeker, table = seekers[c.candidate_id], tables[c.employer_id]
        there = c.round_number in seeker.rounds and c.round_number in request.open_rounds
        met = (c.candidate_id, c.employer_id) in held
        if there and not met and may_meet(seeker, table):
            yield c


def holes(request: PlanRequest, plan: Sequence[Conversation]) -> Iterator[Conversation]:
    """Every free seat that somebody who rests in that round could take without breaking a rule.

    A seat at a table where they would rather not sit is no hole to them.
    """
    busy = {(c.candidate_id, c.round_number) for c in plan}
    guests = Counter((c.employer_id, c.round_number) for c in plan)
    for number in request.open_rounds:
        free = [t for t in request.tables if guests[t.employer_id, number] < t.seats_in(number)]
        resting = [
            seeker
            for seeker in request.seekers
            if number in seeker.rounds and (seeker.candidate_id, number) not in busy
        ]
        for seeker, table in product(resting, free):
            extra = Conversation(number, table.table_number, seeker.candidate_id, table.employer_id)
            welcome = table.employer_id not in seeker.rather_not and may_meet(seeker, table)
            if welcome and not violations(request, (*plan, extra)):
                yield extra
