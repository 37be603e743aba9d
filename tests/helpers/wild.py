"""Small days of every kind, for properties that must hold on all of them. Same seed, same day."""

from collections.abc import Sequence
from dataclasses import replace
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
from tests.helpers.requests import table_id

SECTORS = ("bouw", "zorg")
LANGUAGES = ("nl", "fr")


def all_day(seed: int, candidates: int = 12, employers: int = 6, rounds: int = 8) -> PlanRequest:
    """Everyone and every table is there in each round; wishes, needs and dislikes of all kinds."""
    rng = Random(seed)
    rounds = rng.randint(1, rounds)
    seats = [rng.randint(1, 3) for _ in range(rng.randint(1, employers))]
    tables = tuple(_table(rng, index, count, rounds) for index, count in enumerate(seats))
    people = range(rng.randint(1, candidates))
    seekers = tuple(_seeker(rng, index, tables, rounds) for index in people)
    return PlanRequest(tables, seekers, rounds, seed=seed)


def in_and_out(seed: int, candidates: int = 12, employers: int = 6, rounds: int = 8) -> PlanRequest:
    """As above, with people away for some rounds and tables that close and change their seats."""
    request = all_day(seed, candidates, employers, rounds)
    rng = Random(seed + 1)
    return replace(
        request,
        tables=tuple(_changing(rng, table) for table in request.tables),
        seekers=tuple(
            replace(seeker, rounds=_presence(rng, request.rounds)) for seeker in request.seekers
        ),
        breaks=frozenset({rng.randint(1, request.rounds)}),
    )


def everything(seed: int) -> PlanRequest:
    """As above, with shared helpers, conversations that are locked, and rounds that are over."""
    request = in_and_out(seed)
    rng = Random(seed + 2)
    request = replace(request, helpers=_helpers(rng, request))
    held = _legal(rng, request, rng.choice((0, 0, 5)))
    over = rng.randint(0, request.rounds - 1) if held else 0
    request = replace(
        request,
        held=tuple(c for c in held if c.round_number <= over),
        first_round=over + 1,
    )
    return replace(request, locked=_legal(rng, request, rng.choice((0, 1, 4))))


def at_odds(seed: int) -> PlanRequest:
    """Very few people with so many demands that often not all of them can be met."""
    rng = Random(seed)
    request = everything(seed) if rng.random() < 0.3 else in_and_out(seed, 4, 4, 3)
    employers = [table.employer_id for table in request.tables]
    seekers = list(request.seekers)
    for _ in range(rng.randint(1, 5)):
        index = rng.randrange(len(seekers))
        musts = seekers[index].musts | {rng.choice(employers)}
        seekers[index] = replace(seekers[index], musts=musts)
    request = replace(request, seekers=tuple(seekers))
    return replace(request, locked=request.locked + _any_locks(rng, request))


def _any_locks(rng: Random, request: PlanRequest) -> tuple[Conversation, ...]:
    """Locks as an organiser sets them, without a look at the rules: one for each person."""
    locked = {lock.candidate_id for lock in request.locked}
    free = [seeker.candidate_id for seeker in request.seekers if seeker.candidate_id not in locked]
    return tuple(
        Conversation(number, table.table_number, person, table.employer_id)
        for person in free[: rng.choice((0, 0, 1, 2))]
        for table in (rng.choice(request.tables),)
        for number in (rng.choice(request.open_rounds),)
    )


def _table(rng: Random, index: int, seats: int, rounds: int) -> TableOffer:
    steady = TableOffer.steady(table_id(index), index + 1, seats, range(1, rounds + 1), rounds)
    return replace(
        steady,
        step_free=rng.random() < 0.7,
        quiet=rng.random() < 0.3,
        sectors=frozenset(rng.sample(SECTORS, rng.randint(0, 1))),
        languages=frozenset(rng.sample(LANGUAGES, rng.randint(0, 2))),
        spot=(3.0 * index, 0.0),
    )


def _seeker(rng: Random, index: int, tables: Sequence[TableOffer], rounds: int) -> Seeker:
    said = {table.employer_id: rng.random() for table in tables}
    return Seeker(
        UUID(int=1 + index),
        frozenset(range(1, rounds + 1)),
        {e: rng.randint(1, 5) for e, word in said.items() if word < 0.4},
        musts=frozenset(e for e, word in said.items() if word < 0.06),
        rather_not=frozenset(e for e, word in said.items() if 0.4 <= word < 0.5),
        never=frozenset(e for e, word in said.items() if 0.5 <= word < 0.58),
        met=frozenset(e for e, word in said.items() if 0.58 <= word < 0.62),
        sectors=frozenset(rng.sample(SECTORS, rng.randint(0, 1))),
        languages=frozenset(rng.sample(LANGUAGES, rng.randint(0, 1))),
        step_free=rng.random() < 0.1,
        quiet=rng.random() < 0.2,
    )


def _changing(rng: Random, table: TableOffer) -> TableOffer:
    if rng.random() < 0.6:
        return table
    return replace(table, seats=tuple(rng.choice((0, each, 2)) for each in table.seats))


def _presence(rng: Random, rounds: int) -> frozenset[int]:
    everyone = range(1, rounds + 1)
    if rng.random() < 0.6:
        return frozenset(everyone)
    return frozenset(number for number in everyone if rng.random() < 0.7)


def _helpers(rng: Random, request: PlanRequest) -> tuple[Helper, ...]:
    """None to two, who may share the same person: an interpreter and a coach."""
    people = [seeker.candidate_id for seeker in request.seekers]
    return tuple(
        Helper(
            UUID(int=20_000 + index),
            frozenset(rng.sample(people, min(len(people), rng.randint(1, 4)))),
            _presence(rng, request.rounds),
            rng.choice((1, 1, 2)),
        )
        for index in range(rng.choice((0, 1, 2)))
    )


def _legal(rng: Random, request: PlanRequest, count: int) -> tuple[Conversation, ...]:
    """Some conversations in open rounds that break no rule together."""
    board = SeatingBoard(request)
    places = [
        (seeker.candidate_id, table.employer_id, number)
        for seeker in request.seekers
        for table in request.tables
        for number in request.open_rounds
    ]
    for place in rng.sample(places, min(len(places), count)):
        if board.why_not(*place) is None:
            board.put(*place)
    return board.conversations()
