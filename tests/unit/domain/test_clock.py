"""Clocks: two readings that only agree as long as nobody sets the laptop's clock."""

from datetime import UTC, datetime, timedelta, timezone

from kiosk.domain.clock import AcceleratedClock, SimulatedClock, SystemClock

START = datetime(2023, 3, 21, 13, 30, tzinfo=UTC)


def test_simulated_time_passes_only_when_told() -> None:
    clock = SimulatedClock(START)
    clock.advance(90)
    assert clock.now() == START + timedelta(seconds=90)
    assert clock.monotonic() == 90


def test_advancing_to_a_moment_never_goes_back() -> None:
    clock = SimulatedClock(START)
    clock.advance_to(START + timedelta(minutes=1))
    clock.advance_to(START)
    assert clock.monotonic() == 60


def test_setting_the_wall_leaves_monotonic_time_alone() -> None:
    clock = SimulatedClock(START)
    clock.set_wall(START + timedelta(days=1))
    assert clock.monotonic() == 0
    assert clock.now() == START + timedelta(days=1)


def test_every_clock_speaks_utc() -> None:
    abroad = START.astimezone(timezone(timedelta(hours=5)))
    assert SimulatedClock(abroad).now().tzinfo is UTC
    assert AcceleratedClock(abroad, 60).now().tzinfo is UTC
    assert SystemClock().now().tzinfo is UTC


def test_the_system_clock_never_runs_backwards() -> None:
    clock = SystemClock()
    assert clock.monotonic() <= clock.monotonic()


def test_an_accelerated_clock_starts_where_it_was_told() -> None:
    clock = AcceleratedClock(START, speed=0)
    assert clock.now() == START
    assert clock.monotonic() == 0
