"""What a repaired plan is judged by: nobody lost a seat without need, no seat is left unused."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from uuid import UUID

from kiosk.domain.plan import Conversation, PlanRequest
from kiosk.domain.plan.values import SeatKey
from tests.helpers.hard_rules import may_meet, violations


def robbed(
    request: PlanRequest, former: Iterable[Conversation], mended: Iterable[Conversation]
) -> list[str]:
    """Tables where more people lost their seat in an open round than had to.

    Each guest who may still sit there stays; where seats went, only as many leave as there are
    seats too few.
    """
    kept = {c.key for c in mended}
    tables = {table.employer_id: table for table in request.tables}
    guests: defaultdict[tuple[UUID, int], list[SeatKey]] = defaultdict(list)
    for c in _still_possible(request, former):
        guests[c.employer_id, c.round_number].append(c.key)
    return [
        f"round {number}, table {tables[employer].table_number}"
        for (employer, number), legal in guests.items()
        if len(kept.intersection(legal)) < min(len(legal), tables[employer].seats_in(number))
    ]


def _still_possible(request: PlanRequest, former: Iterable[Conversation]) -> Iterator[Conversation]:
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
