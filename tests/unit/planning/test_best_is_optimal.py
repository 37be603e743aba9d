"""An exact solver of another make confirms that no plan of a small day is better.

It runs in a process of its own, because it can't be imported beside ours.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest

from benchmarks.instances import Size, plain, windowed
from kiosk.domain.plan import (
    Clash,
    Conversation,
    DemandKind,
    PlanRequest,
    figures_of,
)
from kiosk.planning.best import Best
from tests.helpers import wild
from tests.helpers.ask_oracle import ask_oracle, problem_of
from tests.helpers.fairness import fair_least

SMALL = Size("small", 10, 6, 6)
FEW = Size("few", 6, 6, 6)
SEEDS = range(6)
WILD_SEEDS = range(40)
CLASHES = range(120)
CLOSE = 0.99


class Worth(NamedTuple):
    """What a plan is judged by, in this order."""

    least: int
    musts: int
    points: int


def small_days(kind: Callable[[Size, int], PlanRequest]) -> list[PlanRequest]:
    return [kind(size, seed) for size in (SMALL, FEW) for seed in SEEDS]


def beside_the_best(requests: Sequence[PlanRequest]) -> list[tuple[Worth, Worth]]:
    """For each request what we reach, and what can be reached."""
    problems = [problem_of(request, "plan") for request in requests]
    return [
        (worth(request, Best().plan(request).conversations), Worth(**answer))
        for request, answer in zip(requests, ask_oracle(problems), strict=True)
    ]


def worth(request: PlanRequest, plan: Sequence[Conversation]) -> Worth:
    reached = figures_of(replace(request, held=()), plan)
    return Worth(fair_least(request, plan), reached.musts_met, reached.points)


@pytest.mark.parametrize(
    "requests",
    [small_days(plain), [wild.all_day(seed) for seed in WILD_SEEDS]],
    ids=["a day like others", "wishes of all kinds"],
)
def test_no_plan_is_better_while_everyone_is_there_all_day(requests: list[PlanRequest]) -> None:
    for number, (ours, best) in enumerate(beside_the_best(requests)):
        assert ours == best, f"day {number}"


@pytest.mark.parametrize(
    "requests",
    [
        small_days(windowed),
        [wild.in_and_out(seed) for seed in WILD_SEEDS],
        [wild.everything(seed) for seed in WILD_SEEDS],
    ],
    ids=["a day like others", "wishes of all kinds", "helpers and locks too"],
)
def test_hardly_any_plan_is_better_when_people_come_and_go(requests: list[PlanRequest]) -> None:
    for number, (ours, best) in enumerate(beside_the_best(requests)):
        assert ours[:2] == best[:2], f"day {number}"
        assert ours.points >= CLOSE * best.points, f"day {number}"


def test_demands_that_clash_are_found_and_none_too_many() -> None:
    requests = [wild.at_odds(seed) for seed in CLASHES]
    smallest = ask_oracle([problem_of(request, "clash") for request in requests])
    found = [Best().clash(request) for request in requests]
    for seed, clash, oracle in zip(CLASHES, found, smallest, strict=True):
        assert (clash is None) == (oracle is None), f"seed {seed}"
        if clash is not None:
            assert len(made_by_name(clash)) == len(oracle), f"seed {seed}"


def test_demands_that_are_said_to_clash_really_do() -> None:
    alone = [
        only(request, clash)
        for request, clash in (
            (wild.at_odds(seed), Best().clash(wild.at_odds(seed))) for seed in CLASHES
        )
        if clash is not None
    ]
    assert None not in ask_oracle([problem_of(request, "clash") for request in alone])


def test_a_never_is_named_with_the_must_that_it_forbids() -> None:
    request = next(
        wild.at_odds(seed)
        for seed in CLASHES
        if any(seeker.musts & seeker.never for seeker in wild.at_odds(seed).seekers)
    )
    clash = Best().clash(request)
    assert clash is not None
    assert {demand.kind for demand in clash.demands} == {DemandKind.MUST, DemandKind.NEVER}


def made_by_name(clash: Clash) -> list[object]:
    """The demands in it that may yield; a never is there to explain."""
    return [demand for demand in clash.demands if demand.can_be_set_aside]


def only(request: PlanRequest, clash: Clash) -> PlanRequest:
    """The same day with no other demands than those of a clash."""
    asked = {(d.kind, d.candidate_id, d.employer_id, d.round_number) for d in clash.demands}
    return replace(
        request,
        seekers=tuple(
            replace(
                seeker,
                musts=frozenset(
                    must
                    for must in seeker.musts
                    if (DemandKind.MUST, seeker.candidate_id, must, 0) in asked
                ),
            )
            for seeker in request.seekers
        ),
        locked=tuple(
            c
            for c in request.locked
            if (DemandKind.LOCK, c.candidate_id, c.employer_id, c.round_number) in asked
        ),
    )
