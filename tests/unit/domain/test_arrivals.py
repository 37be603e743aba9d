"""How people arrive: five minutes at a time, and how long one of them takes."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.arrivals import SLOTS, Arrival, Arrivals
from kiosk.domain.clock import SimulatedClock
from tests.helpers.days import MORNING

NOW = MORNING.replace(hour=14, minute=2, second=30)


def came(*moments: datetime, station: str = "desk 1") -> list[Arrival]:
    return [Arrival(moment, station) for moment in moments]


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return MORNING.replace(hour=hour, minute=minute, second=second)


def every(seconds: int, count: int, station: str = "desk 1") -> list[Arrival]:
    """The last came just now."""
    return came(*(NOW - timedelta(seconds=seconds * n) for n in range(count)), station=station)


def counts(arrivals: Arrivals, now: datetime = NOW) -> dict[str, int]:
    """The slots in which somebody came."""
    return {f"{slot.starts:%H:%M}": slot.count for slot in arrivals.by_slot(now) if slot.count}


def test_each_five_minutes_begin_with_their_first_second_also_at_a_full_hour() -> None:
    arrivals = Arrivals.of(
        came(at(13, 54, 59), at(13, 55), at(13, 59, 59), at(14, 0), at(14, 0, 1), at(14, 2))
    )
    assert counts(arrivals) == {"13:50": 1, "13:55": 2, "14:00": 3}


def test_a_slot_in_which_nobody_came_stands_there_all_the_same() -> None:
    slots = Arrivals.of(came(at(13, 10))).by_slot(NOW)
    assert len(slots) == SLOTS
    steps = {later.starts - slot.starts for slot, later in pairwise(slots)}
    assert steps == {timedelta(minutes=5)}
    assert [slot.count for slot in slots].count(0) == SLOTS - 1
    assert [slot.count for slot in Arrivals().by_slot(NOW)] == [0] * SLOTS


def test_the_newest_slot_holds_this_very_moment_and_comes_last() -> None:
    newest = Arrivals.of(came(NOW)).by_slot(NOW)[-1]
    assert (newest.starts, newest.count) == (at(14, 0), 1)
    assert Arrivals.of(came(at(14, 5))).by_slot(at(14, 5))[-1].count == 1


def test_what_came_before_the_first_slot_is_not_counted() -> None:
    first = Arrivals.first_of_interest(SimulatedClock(NOW))
    slots = Arrivals.of(came(first - timedelta(seconds=1), first)).by_slot(NOW)
    assert slots[0].starts == first
    assert sum(slot.count for slot in slots) == slots[0].count == 1


def test_the_order_in_which_arrivals_are_read_does_not_matter() -> None:
    moments = came(at(14, 1), at(13, 30), at(13, 59))
    assert Arrivals.of(moments) == Arrivals.of(reversed(moments))
    assert counts(Arrivals.of(moments)) == {"13:30": 1, "13:55": 1, "14:00": 1}


def test_the_pace_is_the_median_of_the_waits_between_people() -> None:
    arrivals = Arrivals.of(came(at(14, 0), at(14, 0, 8), at(14, 0, 18), at(14, 2)))
    assert arrivals.seconds_per_person(NOW) == 10


@pytest.mark.parametrize("arrivals", [[], came(NOW)], ids=["nobody", "one person"])
def test_there_is_no_pace_before_the_second_person(arrivals: list[Arrival]) -> None:
    assert Arrivals.of(arrivals).seconds_per_person(NOW) is None


def test_a_pause_of_more_than_two_minutes_says_nothing_about_the_desk() -> None:
    paused = came(at(13, 30), at(13, 30, 10), at(13, 40), at(13, 40, 20))
    assert Arrivals.of(paused).seconds_per_person(NOW) == 15
    assert Arrivals.of(came(at(14, 0), at(14, 2))).seconds_per_person(NOW) == 120
    assert Arrivals.of(came(at(14, 0), at(14, 2, 1))).seconds_per_person(NOW) is None


def test_two_desks_side_by_side_are_each_as_fast_as_they_are_alone() -> None:
    one, other = every(20, 5), every(30, 5, station="desk 2")
    assert Arrivals.of(one).seconds_per_person(NOW) == 20
    assert Arrivals.of(one + other).seconds_per_person(NOW) == 25


def test_one_person_at_each_desk_is_no_pace_yet() -> None:
    both = [*came(at(14, 0)), *came(at(14, 0, 5), station="desk 2")]
    assert Arrivals.of(both).seconds_per_person(NOW) is None


def test_only_the_last_hour_counts_for_the_pace() -> None:
    slow_morning = came(at(13, 0), at(13, 1), at(13, 2))
    busy = came(at(13, 30), at(13, 30, 10))
    assert Arrivals.of(slow_morning).seconds_per_person(at(13, 59)) == 60
    assert Arrivals.of(slow_morning + busy).seconds_per_person(NOW) == 10
    assert Arrivals.of(slow_morning).seconds_per_person(NOW) is None
    exactly_an_hour_ago = came(at(13, 0), at(13, 1))
    assert Arrivals.of(exactly_an_hour_ago).seconds_per_person(at(14, 0)) is None


@given(st.lists(st.integers(0, 5_400), max_size=40))
def test_one_more_at_a_time_gives_the_same_as_reading_all_anew(seconds: list[int]) -> None:
    moments = sorted(NOW - timedelta(seconds=second) for second in seconds)
    growing = Arrivals()
    for moment in moments:
        growing = growing.with_one(Arrival(moment, "desk 1"))
    assert growing == Arrivals.of(came(*moments))
    assert growing.by_slot(NOW) == Arrivals.of(came(*moments)).by_slot(NOW)
    assert sum(slot.count for slot in growing.by_slot(NOW)) <= len(moments)
