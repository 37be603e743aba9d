"""The best plan keeps every hard rule, and is as fair, as good and as calm as it says."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from kiosk.domain.plan import (
    PlanRequest,
    PlanStep,
    SeatingPlan,
    broken_rules,
    figures_of,
)
from kiosk.planning.best import Best
from tests.helpers import wild
from tests.helpers.fairness import fair_least, own_limits, turns_of, water_level
from tests.helpers.hard_rules import violations
from tests.helpers.requests import plan_requests

PRINT_A_PLAN = """
from kiosk.planning.best import Best
from tests.helpers import wild

print([c.key for seed in range(20) for c in Best().plan(wild.everything(seed)).conversations])
"""

BLOCKS = range(10)
IN_A_BLOCK = 100
KINDS = (wild.all_day, wild.in_and_out, wild.everything)


@cache
def planned(kind: Callable[[int], PlanRequest], seed: int) -> tuple[PlanRequest, SeatingPlan]:
    """A day and its plan; several tests look at the same one."""
    request = kind(seed)
    return request, Best().plan(request)


def block(number: int) -> Iterator[tuple[PlanRequest, SeatingPlan]]:
    """A hundred of a thousand days, of all kinds in turn."""
    for seed in range(number * IN_A_BLOCK, (number + 1) * IN_A_BLOCK):
        yield planned(KINDS[seed % len(KINDS)], seed)


def whole_days(number: int) -> Iterator[tuple[PlanRequest, SeatingPlan]]:
    """Those among them in which everyone and every table is there all day."""
    for seed in range(number * IN_A_BLOCK, (number + 1) * IN_A_BLOCK):
        if KINDS[seed % len(KINDS)] is wild.all_day:
            yield planned(wild.all_day, seed)


@pytest.mark.parametrize("number", BLOCKS)
def test_no_plan_breaks_a_hard_rule(number: int) -> None:
    for request, plan in block(number):
        assert violations(request, plan.conversations) == [], f"seed {request.seed}"
        assert broken_rules(request, plan.conversations) == [], f"seed {request.seed}"


@given(plan_requests())
@settings(max_examples=100, deadline=None)
def test_a_day_of_any_shape_can_be_planned(request: PlanRequest) -> None:
    assert violations(request, Best().plan(request).conversations) == []


@pytest.mark.parametrize("number", BLOCKS)
def test_no_plan_is_better_than_its_bound(number: int) -> None:
    for request, plan in block(number):
        assert plan.bound is not None
        reached = figures_of(request, plan.conversations)
        assert reached.points <= plan.bound.points, f"seed {request.seed}"
        assert fair_least(request, plan.conversations) <= plan.bound.least, f"seed {request.seed}"


@pytest.mark.parametrize("number", BLOCKS)
def test_the_bound_is_reached_when_everyone_is_there_all_day(number: int) -> None:
    for request, plan in whole_days(number):
        assert plan.bound is not None
        reached = figures_of(request, plan.conversations)
        assert fair_least(request, plan.conversations) == plan.bound.least, f"seed {request.seed}"
        assert reached.points == plan.bound.points, f"seed {request.seed}"


@pytest.mark.parametrize("number", BLOCKS)
def test_turns_differ_by_one_at_most_when_seats_are_scarce(number: int) -> None:
    for request, plan in whole_days(number):
        limits, turns = own_limits(request), turns_of(request, plan.conversations)
        least = min(turns[seeker.candidate_id] for seeker in request.seekers)
        if scarce(request) and least < min(limits.values()):
            for seeker in request.seekers:
                most = max(least + 1, len(seeker.musts))
                assert turns[seeker.candidate_id] <= most, f"seed {request.seed}"


@pytest.mark.parametrize("number", BLOCKS)
def test_nobody_sits_where_they_would_rather_not_to_have_more_than_others(number: int) -> None:
    for request, plan in whole_days(number):
        level, turns = water_level(request), turns_of(request, plan.conversations)
        unwanted = {(s.candidate_id, each) for s in request.seekers for each in s.rather_not}
        for c in plan.conversations:
            if (c.candidate_id, c.employer_id) in unwanted:
                assert turns[c.candidate_id] <= level, f"seed {request.seed}"


@pytest.mark.parametrize("number", BLOCKS)
def test_nobody_waits_three_rounds_in_a_row_when_all_can_sit_in_half_of_them(number: int) -> None:
    for request, plan in whole_days(number):
        reached = figures_of(request, plan.conversations)
        if reached.least * 2 >= request.rounds:
            assert reached.longest_wait <= 2, f"seed {request.seed}"


@pytest.mark.parametrize("number", BLOCKS)
def test_the_same_request_and_seed_give_the_same_plan(number: int) -> None:
    for request, plan in list(block(number))[::3]:
        again = Best().plan(request)
        assert [c.key for c in again.conversations] == [c.key for c in plan.conversations]
        assert again.bound == plan.bound


def test_another_process_makes_the_same_plan() -> None:
    """Python orders sets of words differently each time it starts."""
    made = {
        subprocess.run(
            [sys.executable, "-c", PRINT_A_PLAN],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in (1, 2)
    }
    assert len(made) == 1
    assert made != {b""}


def test_progress_is_told_step_by_step() -> None:
    told: list[PlanStep] = []
    Best().plan(wild.in_and_out(1), told.append)
    assert told == sorted(told, key=list(PlanStep).index)
    assert told[0] is PlanStep.PAIRS
    assert told[-1] is PlanStep.COMFORT


def scarce(request: PlanRequest) -> bool:
    """Whether there are fewer seats than everyone together could use."""
    seats = sum(sum(table.seats) for table in request.tables)
    return seats < sum(own_limits(request).values())
