"""What is measured of a seating plan, and how it is printed: each figure beside what it must be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import mean, median
from time import perf_counter
from typing import TypeVar

import pytest

from benchmarks.instances import Size
from kiosk.domain.plan import (
    Conversation,
    PlanBound,
    PlanRequest,
    figures_of,
    points_in,
)
from tests.helpers.fairness import fair_least, turns_of

Answer = TypeVar("Answer")

PLAN_AIMS = {"S": 50, "M": 150, "L": 700, "XL": 3_000}
REPAIR_AIMS = {"S": 5, "M": 10, "L": 20, "XL": 60}
"""Milliseconds."""
QUALITY_AIMS = {"S": 97, "M": 97, "L": 98, "XL": 98}
"""Percent of the bound of the rounds that are left, planned anew."""


@dataclass
class PlanRow:
    """One way to plan days of one kind; each list holds a figure for each day."""

    day: str
    method: str
    aim: int | None = None
    seconds: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    leasts: list[int] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)
    spreads: list[int] = field(default_factory=list)
    walks: list[float] = field(default_factory=list)

    def note(
        self,
        request: PlanRequest,
        plan: Sequence[Conversation],
        bound: PlanBound,
        seconds: float,
    ) -> None:
        """Add one day."""
        reached = figures_of(request, plan)
        least = fair_least(request, plan)
        self.seconds.append(seconds)
        self.shares.append(reached.points / bound.points)
        self.short.append(bound.least - least)
        self.leasts.append(reached.least)
        self.waits.append(reached.longest_wait)
        self.spreads.append(spread(request, plan))
        self.walks.append(reached.walk)

    def __str__(self) -> str:
        at_bound = sum(share == 1 for share in self.shares)
        aim = "" if self.aim is None else f"{self.aim}"
        return (
            f"{self.day:<28}{self.method:<22}{median(self.seconds) * 1e3:>9.1f}{aim:>6}"
            f"{mean(self.shares):>10.3%}{min(self.shares):>9.2%}"
            f"{at_bound:>6}/{len(self.shares):<3}{max(self.short):>7}{min(self.leasts):>7}"
            f"{max(self.waits):>6}{max(self.spreads):>8}{mean(self.walks):>8.1f}"
        )


PLAN_HEAD = (
    f"{'days':<28}{'method':<22}{'p50 ms':>9}{'aim':>6}{'of bound':>10}{'worst':>9}"
    f"{'at bound':>10}{'short':>7}{'least':>7}{'wait':>6}{'spread':>8}{'walk m':>8}"
)


@dataclass
class RepairRow:
    """How plans of one kind of day were mended after one kind of trouble."""

    day: str
    trouble: str
    aim: int
    quality_aim: int
    seconds: list[float] = field(default_factory=list)
    qualities: list[float] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    robbed: int = 0

    def note(
        self,
        request: PlanRequest,
        mended: Sequence[Conversation],
        bound: PlanBound,
        seconds: float,
    ) -> None:
        """Add one repair; the bound is that of the same rounds planned anew."""
        held = points_in(request, request.held)
        self.seconds.append(seconds)
        self.qualities.append(points_in(request, mended) / max(1, bound.points - held))
        self.short.append(bound.least - fair_least(request, mended))

    def __str__(self) -> str:
        return (
            f"{self.day:<28}{self.trouble:<22}{median(self.seconds) * 1e3:>9.2f}"
            f"{max(self.seconds) * 1e3:>9.2f}{self.aim:>6}{mean(self.qualities):>10.2%}"
            f"{min(self.qualities):>9.2%}{self.quality_aim:>6}{max(self.short):>7}{self.robbed:>8}"
        )


REPAIR_HEAD = (
    f"{'days, before round 4':<28}{'trouble':<22}{'p50 ms':>9}{'max ms':>9}{'aim':>6}"
    f"{'quality':>10}{'worst':>9}{'aim %':>6}{'short':>7}{'robbed':>8}"
)

PLANS: list[PlanRow] = []
REPAIRS: list[RepairRow] = []


def plan_row(size: Size, kind: str, method: str, *, ours: bool = False) -> PlanRow:
    """A new row of the table, for days of this size."""
    aim = PLAN_AIMS[size.name.split()[-1]] if ours else None
    PLANS.append(PlanRow(f"{size} {kind}", method, aim))
    return PLANS[-1]


def repair_row(size: Size, kind: str, trouble: str) -> RepairRow:
    """A new row of the table of repairs."""
    aims = REPAIR_AIMS[size.name], QUALITY_AIMS[size.name]
    REPAIRS.append(RepairRow(f"{size} {kind}", trouble, *aims))
    return REPAIRS[-1]


def timed(work: Callable[[], Answer]) -> tuple[Answer, float]:
    """What it answers, and the seconds it took."""
    begun = perf_counter()
    answer = work()
    return answer, perf_counter() - begun


def spread(request: PlanRequest, plan: Sequence[Conversation]) -> int:
    """Most less fewest conversations among the people who are there in each round."""
    turns = turns_of(request, plan)
    whole = [turns[s.candidate_id] for s in request.seekers if len(s.rounds) == request.rounds]
    return max(whole, default=0) - min(whole, default=0)


def write_plans(terminal: pytest.TerminalReporter) -> None:
    """The tables at the end of the run."""
    terminal.section("seating plans (short: conversations below the best possible least)")
    for line in (PLAN_HEAD, *PLANS):
        terminal.write_line(str(line))
    terminal.section("repairs (robbed: announced seats taken from people who could have stayed)")
    for line in (REPAIR_HEAD, *REPAIRS):
        terminal.write_line(str(line))
