"""The seating plan beside its own bound and beside what others would do, on the same days."""

from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from typing import TypeAlias

import pytest

from benchmarks.baselines import assignment_per_round, greedy
from benchmarks.instances import (
    CANDIDATES_SCARCE,
    SEATS_SCARCE,
    S,
    Size,
    demanding,
    plain,
    windowed,
)
from benchmarks.plan_figures import RepairRow, plan_row, repair_row, timed
from kiosk.domain.plan import (
    Conversation,
    DayChange,
    PlanBound,
    PlanRequest,
    broken_rules,
    with_changes,
)
from kiosk.planning.best import Best
from kiosk.planning.carousel import Carousel
from kiosk.planning.repair import repair
from tests.helpers.calm import robbed
from tests.helpers.storms import after_a_round, any_event, shock

Days: TypeAlias = Callable[[Size, int], PlanRequest]

DAYS: dict[str, Days] = {"all day": plain, "windows": windowed}
SEEDS = {"S": 20, "M": 20, "L": 10, "XL": 3}
SEEDS_OF_OTHERS = {"S": 5, "M": 3, "L": 2, "XL": 1}
"""The carousel alone takes some twenty seconds for a thousand people."""
REPAIRED_DAYS = {"S": 5, "M": 3, "L": 2, "XL": 1}
EVENTS = {"S": 10, "M": 10, "L": 5, "XL": 3}
BEFORE_ROUND = 4


def days(size: Size, kind: str, seeds: dict[str, int]) -> list[PlanRequest]:
    return [DAYS[kind](size, seed) for seed in range(seeds[size.name.split()[-1]])]


@pytest.fixture(scope="module", autouse=True)
def solvers_are_warm() -> None:
    """Importing them is not planning."""
    Best().plan(plain(S, 0))
    assignment_per_round(plain(S, 0))


@pytest.fixture(scope="module")
def bounds() -> dict[tuple[str, str, int], PlanBound]:
    """What our plans of these days could be at most, for whoever plans them after us."""
    return {}


@pytest.mark.parametrize("kind", DAYS)
@pytest.mark.parametrize("size", [*SEATS_SCARCE, *CANDIDATES_SCARCE], ids=str)
def test_best(size: Size, kind: str, bounds: dict[tuple[str, str, int], PlanBound]) -> None:
    row = plan_row(size, kind, "best", ours=True)
    for request in days(size, kind, SEEDS):
        plan, seconds = timed(partial(Best().plan, request))
        assert plan.bound is not None
        assert broken_rules(request, plan.conversations) == []
        row.note(request, plan.conversations, plan.bound, seconds)
        bounds[size.name, kind, request.seed] = plan.bound


@pytest.mark.parametrize("size", SEATS_SCARCE, ids=str)
def test_best_with_every_demand(size: Size) -> None:
    row = plan_row(size, "every demand", "best")
    for seed in range(SEEDS_OF_OTHERS[size.name]):
        request = demanding(size, seed)
        plan, seconds = timed(partial(Best().plan, request))
        assert plan.bound is not None
        assert broken_rules(request, plan.conversations) == []
        row.note(request, plan.conversations, plan.bound, seconds)


OTHERS: dict[str, Callable[[PlanRequest], tuple[Conversation, ...]]] = {
    "carousel": lambda request: Carousel().plan(request).conversations,
    "greedy": greedy,
    "per-round assignment": assignment_per_round,
}


@pytest.mark.parametrize("method", OTHERS)
@pytest.mark.parametrize("size", [*SEATS_SCARCE, *CANDIDATES_SCARCE], ids=str)
def test_others(size: Size, method: str, bounds: dict[tuple[str, str, int], PlanBound]) -> None:
    row = plan_row(size, "windows", method)
    for request in days(size, "windows", SEEDS_OF_OTHERS):
        plan, seconds = timed(partial(OTHERS[method], request))
        assert broken_rules(request, plan) == []
        row.note(request, plan, bounds[size.name, "windows", request.seed], seconds)


@pytest.mark.parametrize("kind", DAYS)
@pytest.mark.parametrize("size", SEATS_SCARCE, ids=str)
def test_repair(size: Size, kind: str) -> None:
    one = repair_row(size, kind, "one event")
    many = repair_row(size, kind, "10 % gone, 5 % late")
    for asked in days(size, kind, REPAIRED_DAYS):
        rng = Random(asked.seed)
        now, planned = under_way(rng, asked)
        for _ in range(EVENTS[size.name]):
            mend(one, now, planned, (any_event(rng, now),))
        mend(many, now, planned, shock(rng, now))


def under_way(rng: Random, asked: PlanRequest) -> tuple[PlanRequest, tuple[Conversation, ...]]:
    """A day with its first rounds over, and the plan it was begun with."""
    planned = Best().plan(asked).conversations
    while asked.first_round < BEFORE_ROUND:
        asked = after_a_round(rng, asked, planned)
    return asked, planned


def mend(
    row: RepairRow,
    now: PlanRequest,
    planned: Sequence[Conversation],
    changes: Sequence[DayChange],
) -> None:
    changed = with_changes(now, changes)
    mended, seconds = timed(partial(repair, changed, planned))
    assert broken_rules(changed, mended) == []
    anew = Best().plan(changed).bound
    assert anew is not None
    row.note(changed, mended, anew, seconds)
    row.robbed += len(robbed(changed, planned, mended))
