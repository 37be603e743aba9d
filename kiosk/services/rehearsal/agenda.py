"""What is still to happen, in order of time; every step may put more on the agenda."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from heapq import heappop, heappush
from itertools import count
from typing import TypeAlias

from kiosk.services.ports import UnitOfWork

Act: TypeAlias = Callable[[UnitOfWork], None]


class StepKind(StrEnum):
    """Which station a step belongs to, for whoever shows the rehearsal."""

    PLAN = "plan"
    SCAN = "scan"
    HOST = "host"
    INTEREST = "interest"
    REPORT = "report"


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """Something to do once ``at`` has come; steps of one moment keep their order."""

    at: datetime
    order: int
    kind: StepKind = field(compare=False)
    act: Act = field(compare=False)


class Agenda:
    """Iterating hands out the earliest step, until nothing is left."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._orders = count()

    def add(self, at: datetime, kind: StepKind, act: Act) -> None:
        """Put something on the agenda."""
        heappush(self._steps, Step(at, next(self._orders), kind, act))

    def __iter__(self) -> Iterator[Step]:
        while self._steps:
            yield heappop(self._steps)
