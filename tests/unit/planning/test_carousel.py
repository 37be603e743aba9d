"""The carousel keeps every hard rule, and wastes no seat that it need not waste."""

from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings

from kiosk.domain.plan import (
    Conversation,
    PlanRequest,
    Seeker,
    TableOffer,
    broken_rules,
    figures_of,
)
from kiosk.planning.carousel import Carousel
from tests.helpers.requests import plan_requests, table_id

GHENT_SEATS = (1, 2, 1, 2, 3, 1, 2, 1, 2, 1, 2, 1, 2, 2, 1)


def a_day(seats: tuple[int, ...], candidates: int, rounds: int) -> PlanRequest:
    everyone = frozenset(range(1, rounds + 1))
    tables = tuple(
        TableOffer.steady(table_id(index), index + 1, count, everyone, rounds)
        for index, count in enumerate(seats)
    )
    seekers = tuple(Seeker(UUID(int=1 + index), everyone) for index in range(candidates))
    return PlanRequest(tables, seekers, rounds)


def carousel(request: PlanRequest) -> tuple[Conversation, ...]:
    return Carousel().plan(request).conversations


@given(plan_requests())
@settings(max_examples=300, deadline=None)
def test_every_hard_rule_holds_for_any_request(request: PlanRequest) -> None:
    assert broken_rules(request, carousel(request)) == []


@given(plan_requests())
@settings(max_examples=50, deadline=None)
def test_the_same_request_gives_the_same_plan(request: PlanRequest) -> None:
    first, again = carousel(request), carousel(request)
    assert [c.key for c in first] == [c.key for c in again]


@given(plan_requests())
@settings(max_examples=50, deadline=None)
def test_a_plan_is_sorted_by_round_and_table(request: PlanRequest) -> None:
    plan = carousel(request)
    assert list(plan) == sorted(plan)


def test_a_day_like_ghent_fills_every_seat_and_treats_all_alike() -> None:
    request = a_day(GHENT_SEATS, candidates=32, rounds=8)
    plan = carousel(request)
    figures = figures_of(request, plan)
    assert (figures.conversations, figures.empty_seats) == (192, 0)
    assert (figures.least, figures.most) == (6, 6)
    assert figures.longest_wait == 1


@pytest.mark.parametrize(
    ("seats", "candidates", "rounds", "conversations"),
    [
        ((1,) * 15, 10, 8, 80),
        ((1, 1, 1), 3, 8, 9),
        ((1,) * 5, 40, 8, 40),
        ((3,) * 8, 24, 8, 192),
        ((5, 5), 10, 8, 20),
        ((4, 1, 1), 6, 4, 14),
    ],
    ids=[
        "fewer people than seats",
        "more rounds than tables",
        "more people than seats",
        "seats fit exactly",
        "tables with more seats than fit",
        "one big table",
    ],
)
def test_as_many_conversations_as_can_be_had(
    seats: tuple[int, ...], candidates: int, rounds: int, conversations: int
) -> None:
    plan = carousel(a_day(seats, candidates, rounds))
    assert len(plan) == conversations


def test_everyone_moves_on_one_table() -> None:
    request = a_day((1,) * 6, candidates=6, rounds=4)
    plan = carousel(request)
    for seeker in request.seekers:
        tables = [c.table_number for c in plan if c.candidate_id == seeker.candidate_id]
        steps = {(after - before) % 6 for before, after in pairwise(tables)}
        assert steps == {1}


def test_wishes_choose_between_equal_places() -> None:
    everyone = frozenset({1, 2})
    tables = tuple(TableOffer.steady(table_id(i), i + 1, 1, everyone, 2) for i in range(6))
    seekers = tuple(Seeker(UUID(int=1 + i), everyone, {table_id((i + 3) % 6): 5}) for i in range(6))
    request = PlanRequest(tables, seekers, rounds=2)
    assert figures_of(request, carousel(request)).wishes_met == 6


def test_nobody_and_nothing_make_an_empty_plan() -> None:
    assert carousel(PlanRequest((), (), 0)) == ()
    assert carousel(a_day((1, 2), candidates=0, rounds=3)) == ()
    assert carousel(a_day((), candidates=3, rounds=3)) == ()
