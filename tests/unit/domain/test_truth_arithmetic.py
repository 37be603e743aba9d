"""The countdown against exact arithmetic: whatever happens to it, it reads what it must."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.countdown import begin, shown_seconds, written_down
from tests.helpers.days import an_event
from tests.helpers.truth import (
    Act,
    Oracle,
    Step,
    live_through,
    seconds_allowed,
    seconds_shown,
    steps,
)
from tests.helpers.truth_laptop import LENGTHS, START, Laptop, switched_on

HAIR_MS = 0.01
"""Floats may be off by this: a thousandth of a frame."""


@given(day=steps(60))
def test_after_anything_that_can_happen_it_reads_the_right_second(day: list[Step]) -> None:
    laptop, oracle = Laptop(LENGTHS), Oracle(LENGTHS)
    for step in day:
        live_through([step], laptop, oracle)
        assert laptop.left_ms == pytest.approx(oracle.left, abs=HAIR_MS)
        assert shown_seconds(laptop.countdown.remaining(laptop.clock)) in seconds_allowed(
            oracle.left
        )
        assert laptop.countdown.run.position == oracle.position
        assert 0 <= laptop.countdown.elapsed_share(laptop.clock) <= 1


@given(day=steps(40), away=st.integers(0, 10 * 60_000))
def test_after_a_crash_at_any_moment_both_offers_are_right(day: list[Step], away: int) -> None:
    laptop, oracle = Laptop(LENGTHS), Oracle(LENGTHS)
    live_through(day, laptop, oracle)
    wall = laptop.clock.now() + timedelta(milliseconds=away)
    oracle.wall += away
    assert laptop.kept.remaining_at(wall) * 1000 == pytest.approx(
        oracle.left_after_restart, abs=HAIR_MS
    )
    assert laptop.kept.remaining * 1000 == pytest.approx(oracle.kept_left, abs=HAIR_MS)


def test_a_monotonic_clock_that_stood_still_in_a_suspend_is_a_jump_of_the_wall_clock() -> None:
    """Then nobody can tell the two apart; the countdown goes on where the lid was closed."""
    laptop, oracle = Laptop(LENGTHS), Oracle(LENGTHS)
    asleep = Step(Act.JUMP, 12 * 60_000)
    live_through([Step(Act.WAIT, 90_000), asleep, Step(Act.WAIT, 10_000)], laptop, oracle)
    assert seconds_shown(oracle.left) == 30 * 60 - 100
    assert shown_seconds(laptop.countdown.remaining(laptop.clock)) == 30 * 60 - 100


def test_eight_hours_with_a_checkpoint_every_five_seconds_do_not_drift() -> None:
    clock = switched_on(START)
    countdown = begin(0, 8 * 3600, clock)
    for _ in range(8 * 3600 // 5):
        clock.advance(5)
        countdown = written_down(countdown, clock)
    assert countdown.remaining(clock) == pytest.approx(0, abs=1e-6)
    assert shown_seconds(round(countdown.remaining(clock), 6)) == 0


SPRING, AUTUMN = date(2023, 3, 26), date(2023, 10, 29)


@pytest.mark.parametrize("day", [SPRING, AUTUMN], ids=["spring", "autumn"])
def test_the_countdown_does_not_notice_summer_time(day: date) -> None:
    """At one o'clock UTC the clocks of Brussels change."""
    event = replace(an_event(), date=day)
    change = datetime.combine(day, time(1, 0), UTC)
    laptop = Laptop(LENGTHS, change - timedelta(minutes=20))
    before = event.local(laptop.clock.now()).time()
    laptop.take(Step(Act.WAIT, 25 * 60_000))
    after = event.local(laptop.clock.now()).time()
    assert laptop.left_ms == pytest.approx(5 * 60_000)
    assert laptop.countdown.ends_at(laptop.clock) == change + timedelta(minutes=10)
    moved = {SPRING: (time(1, 40), time(3, 5)), AUTUMN: (time(2, 40), time(2, 5))}
    assert (before, after) == moved[day]


@pytest.mark.parametrize("day", [SPRING, AUTUMN], ids=["spring", "autumn"])
def test_after_a_restart_across_summer_time_it_is_where_it_would_have_been(day: date) -> None:
    change = datetime.combine(day, time(1, 0), UTC)
    laptop = Laptop(LENGTHS, change - timedelta(minutes=20))
    laptop.take(Step(Act.AS_IF_NOTHING, 25 * 60_000))
    assert laptop.left_ms == pytest.approx(5 * 60_000)
