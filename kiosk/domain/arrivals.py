"""How people arrive: how many in each five minutes, and how long a desk takes for one of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from kiosk.domain.clock import Clock

SLOT = timedelta(minutes=5)
SLOTS = 18
PACE_OVER = timedelta(hours=1)
LONGEST_TURN = timedelta(minutes=2)
"""After a longer wait nobody stood in line: that gap says nothing about the desk."""


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """Somebody came to a desk for the first time today."""

    at: datetime
    station: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Five minutes of the day and how many arrived in them."""

    starts: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The arrivals of the last hour and a half, oldest first."""

    times: tuple[Arrival, ...] = ()

    @classmethod
    def of(cls, arrivals: Iterable[Arrival]) -> "Arrivals":
        """In order of time."""
        return cls(tuple(sorted(arrivals)))

    @staticmethod
    def first_of_interest(clock: Clock) -> datetime:
        """What came before this moment is in none of the figures."""
        return _slot_of(clock.now()) - (SLOTS - 1) * SLOT

    def with_one(self, arrival: Arrival) -> "Arrivals":
        """Somebody more; the newest comes last."""
        return Arrivals((*self.times, arrival))

    def by_slot(self, now: datetime) -> tuple[Slot, ...]:
        """One slot for each five minutes up to now, empty ones included."""
        newest = _slot_of(now)
        starts = [newest - back * SLOT for back in range(SLOTS - 1, -2, -1)]
        places = [self._place(start) for start in starts]
        counts = (after - before for before, after in pairwise(places))
        return tuple(map(Slot, starts, counts))

    def seconds_per_person(self, now: datetime) -> float | None:
        """Median seconds between two arrivals at one desk in the last hour; None for too few."""
        recent = self.times[self._place(now - PACE_OVER, bisect_right) :]
        turns = [turn for desk in _by_station(recent) for turn in _turns(desk)]
        return median(turns) if turns else None

    def _place(self, moment: datetime, side: Callable[..., int] = bisect_left) -> int:
        """How many came before; a day of thousands is counted once a second."""
        return side(self.times, moment, key=lambda arrival: arrival.at)


def _slot_of(moment: datetime) -> datetime:
    minute = moment.minute - moment.minute % (SLOT // timedelta(minutes=1))
    return moment.replace(minute=minute, second=0, microsecond=0)


def _by_station(arrivals: Iterable[Arrival]) -> Iterable[list[datetime]]:
    stations: dict[str, list[datetime]] = {}
    for arrival in arrivals:
        stations.setdefault(arrival.station, []).append(arrival.at)
    return stations.values()


def _turns(moments: Sequence[datetime]) -> list[float]:
    gaps = (after - before for before, after in pairwise(moments))
    return [gap.total_seconds() for gap in gaps if gap <= LONGEST_TURN]
