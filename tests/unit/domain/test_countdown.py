"""The countdown cannot lie: it counts on the monotonic clock and finds its second again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState, begin, changed, shown_seconds

START = datetime(2023, 3, 21, 14, 20, tzinfo=UTC)


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(START)


def test_it_counts_down_and_on_into_overtime(clock: SimulatedClock) -> None:
    countdown = begin(3, 420, clock)
    clock.advance(400)
    assert countdown.remaining(clock) == 20
    clock.advance(50)
    assert countdown.remaining(clock) == -30


@given(jump=st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_setting_the_wall_clock_changes_nothing(jump: timedelta) -> None:
    clock = SimulatedClock(START)
    countdown = begin(3, 420, clock)
    clock.advance(100)
    clock.set_wall(clock.now() + jump)
    assert countdown.remaining(clock) == 320


def test_paused_it_stands_still(clock: SimulatedClock) -> None:
    countdown = begin(3, 420, clock)
    clock.advance(100)
    paused = changed(countdown, clock, state=RunState.PAUSED)
    clock.advance(1000)
    assert paused.remaining(clock) == 320
    assert paused.run.remaining_at(clock.now()) == 320


def test_added_time_lengthens_the_phase(clock: SimulatedClock) -> None:
    countdown = begin(3, 420, clock)
    clock.advance(100)
    longer = changed(countdown, clock, add=60)
    assert longer.remaining(clock) == 380
    assert longer.run.seconds == 480
    assert longer.run.started_at == START


@given(elapsed=st.floats(0, 10_000), away=st.floats(0, 10_000))
def test_after_a_restart_it_is_where_it_would_have_been(elapsed: float, away: float) -> None:
    clock = SimulatedClock(START)
    stored = changed(begin(3, 420, clock), clock).run
    clock.advance(elapsed + away)
    restarted = SimulatedClock(clock.now())
    resumed = Countdown.resume(stored, restarted)
    assert resumed.remaining(restarted) == pytest.approx(420 - elapsed - away, abs=1e-5)


def test_after_a_restart_with_the_clock_set_back_no_time_is_won(clock: SimulatedClock) -> None:
    stored = begin(3, 420, clock).run
    earlier = SimulatedClock(START - timedelta(hours=1))
    assert Countdown.resume(stored, earlier).remaining(earlier) == 420


def test_eight_hours_of_small_steps_do_not_drift(clock: SimulatedClock) -> None:
    countdown = begin(0, 8 * 3600, clock)
    for _ in range(8 * 3600 * 4):
        clock.advance(0.25)
    assert countdown.remaining(clock) == 0


def test_the_share_that_is_over_stays_between_nothing_and_all(clock: SimulatedClock) -> None:
    countdown = begin(3, 400, clock)
    assert countdown.elapsed_share(clock) == 0
    clock.advance(100)
    assert countdown.elapsed_share(clock) == 0.25
    clock.advance(1000)
    assert countdown.elapsed_share(clock) == 1
    assert begin(3, 0, clock).elapsed_share(clock) == 1


def test_it_knows_when_it_ends(clock: SimulatedClock) -> None:
    countdown = begin(3, 420, clock)
    clock.advance(100)
    assert countdown.ends_at(clock) == START + timedelta(seconds=420)


@pytest.mark.parametrize(
    ("remaining", "shown"), [(420, 420), (419.01, 420), (0.01, 1), (0, 0), (-0.5, 0), (-1, -1)]
)
def test_zero_is_shown_exactly_when_time_is_up(remaining: float, shown: int) -> None:
    assert shown_seconds(remaining) == shown
