"""The hard rules once more, written without the planner's own board, so that one checks the other.

Slow and plain on purpose: each rule is one question over all conversations.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kiosk.domain.plan import Conversation, PlanRequest, Seeker, TableOffer


def violations(request: PlanRequest, plan: Sequence[Conversation]) -> list[str]:
    """Every hard rule that a plan breaks, in words; empty for a sound plan."""
    return [
        *_strangers(request, plan),
        *_one_at_a_time(request, plan),
        *_apart(request, plan),
        *_unhelped(request, plan),
        *_unlocked(request, plan),
    ]


def may_meet(seeker: Seeker, table: TableOffer) -> bool:
    """Whether nothing keeps these two apart for good."""
    barred = seeker.never | seeker.met
    return table.employer_id not in barred and (table.step_free or not seeker.step_free)


def _strangers(request: PlanRequest, plan: Sequence[Conversation]) -> Iterator[str]:
    """Conversations in a round that is over, with somebody who is away, or at a closed table."""
    seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
    tables = {table.employer_id: table for table in request.tables}
    for c in plan:
        seeker, table = seekers.get(c.candidate_id), tables.get(c.employer_id)
        if seeker is None or table is None:
            yield f"{_named(c)}: nobody of that name"
        elif c.round_number not in range(request.first_round, request.rounds + 1):
            yield f"{_named(c)}: no open round"
        elif c.round_number not in seeker.rounds:
            yield f"{_named(c)}: is away"
        elif not table.seats[c.round_number - 1]:
            yield f"{_named(c)}: the table is closed"
        elif c.table_number != table.table_number:
            yield f"{_named(c)}: sits at another table"


def _one_at_a_time(request: PlanRequest, plan: Sequence[Conversation]) -> Iterator[str]:
    """People in two places at once, and tables with more guests than seats."""
    places = Counter((c.candidate_id, c.round_number) for c in plan)
    yield from (f"{place} in {count} places" for place, count in places.items() if count > 1)
    guests = Counter((c.employer_id, c.round_number) for c in plan)
    for table in request.tables:
        for number, seats in enumerate(table.seats, 1):
            count = guests[table.employer_id, number]
            if count > seats:
                yield f"table {table.table_number} round {number}: {count} guests, {seats} seats"


def _apart(request: PlanRequest, plan: Sequence[Conversation]) -> Iterator[str]:
    """Pairs that meet twice, or should not meet at all."""
    pairs = Counter((c.candidate_id, c.employer_id) for c in (*request.held, *plan))
    yield from (f"{pair} meet {count} times" for pair, count in pairs.items() if count > 1)
    seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
    tables = {table.employer_id: table for table in request.tables}
    known = (c for c in plan if c.candidate_id in seekers and c.employer_id in tables)
    for c in known:
        if not may_meet(seekers[c.candidate_id], tables[c.employer_id]):
            yield f"{_named(c)}: these two must not meet"


def _unhelped(request: PlanRequest, plan: Sequence[Conversation]) -> Iterator[str]:
    """Rounds in which a helper is away, or has more people to help than hands."""
    for helper in request.helpers:
        for number in request.open_rounds:
            helped = sum(
                c.round_number == number and c.candidate_id in helper.candidates for c in plan
            )
            if helped > (helper.capacity if number in helper.rounds else 0):
                yield f"helper {helper.helper_id.int % 10_000} round {number}: helps {helped}"


def _unlocked(request: PlanRequest, plan: Sequence[Conversation]) -> Iterator[str]:
    """Locks that were not kept although they can be: they are legal, seen on their own."""
    keys = {c.key for c in plan}
    for lock in request.locked:
        alone = [c for c in request.locked if c.key == lock.key]
        legal = not any(
            [
                *_strangers(request, alone),
                *_one_at_a_time(request, _beside(request, lock)),
                *_apart(request, alone),
                *_unhelped(request, _beside(request, lock)),
            ]
        )
        if legal and lock.key not in keys:
            yield f"{_named(lock)}: the lock was not kept"
    yield from (f"{_named(c)}: locked elsewhere" for c in plan if _locked_elsewhere(request, c))


def _beside(request: PlanRequest, lock: Conversation) -> list[Conversation]:
    """The locks of the same round, with this one among them."""
    return [c for c in request.locked if c.round_number == lock.round_number]


def _locked_elsewhere(request: PlanRequest, c: Conversation) -> bool:
    """Whether an organiser locked this person, or this pair, to something else."""
    return any(
        lock.key != c.key
        and lock.candidate_id == c.candidate_id
        and (lock.round_number == c.round_number or lock.employer_id == c.employer_id)
        for lock in request.locked
    )


def _named(c: Conversation) -> str:
    return f"round {c.round_number}, table {c.table_number}, person {c.candidate_id.int % 10_000}"
