"""A part before a fixed clock time lasts until then: the room counts to when it goes on."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState, begin, changed
from kiosk.domain.programme import PhaseKind, PhaseLine, lay_out
from kiosk.services.room import RoomSnapshot, RoomState, RoomView, room_view, until_we_go_on
from tests.helpers.rooms import a_snapshot

MINUTE = 60.0
LINES = (
    PhaseLine(PhaseKind.ROUND, 7, starts=time(14, 8)),
    PhaseLine(PhaseKind.BREAK, 15, "Pauze"),
    PhaseLine(PhaseKind.ROUND, 7, starts=time(14, 45), count=2),
    PhaseLine(PhaseKind.CELEBRATION, 30, starts=time(15, 10)),
)
BREAK, LAST_ROUND = 1, 3


@pytest.fixture
def room() -> RoomSnapshot:
    """A break from 14:15 to 14:30, and rounds at 14:45 whatever happens."""
    return replace(a_snapshot(), phases=lay_out(LINES))


def begun(room: RoomSnapshot, position: int) -> tuple[SimulatedClock, Countdown]:
    phase = room.phases[position]
    clock = SimulatedClock(room.event.moment(phase.starts))
    return clock, begin(position, phase.seconds, clock)


def seen(room: RoomSnapshot, countdown: Countdown, clock: SimulatedClock) -> RoomView:
    return room_view(replace(room, run=countdown.run), countdown, clock)


def test_a_break_counts_down_to_the_clock_time_of_the_round_after_it(room: RoomSnapshot) -> None:
    clock, countdown = begun(room, BREAK)
    clock.advance(2 * MINUTE)
    view = seen(room, countdown, clock)
    assert view.remaining == pytest.approx(28 * MINUTE)
    assert (view.scene.next_at, view.scene.minutes) == (time(14, 45), 28)
    assert view.share == pytest.approx(2 / 30)


def test_its_own_length_being_over_the_break_goes_on(room: RoomSnapshot) -> None:
    clock, countdown = begun(room, BREAK)
    clock.advance(17 * MINUTE)
    view = seen(room, countdown, clock)
    assert not view.scene.is_over
    assert view.scene.state is RoomState.BREAK
    assert view.remaining == pytest.approx(13 * MINUTE)
    clock.advance(13 * MINUTE)
    assert seen(room, countdown, clock).scene.is_over


def test_a_minute_more_is_within_what_the_room_waits_anyway(room: RoomSnapshot) -> None:
    clock, countdown = begun(room, BREAK)
    longer = changed(countdown, clock, add=MINUTE)
    assert seen(room, longer, clock).remaining == pytest.approx(30 * MINUTE)
    too_long = changed(countdown, clock, add=20 * MINUTE)
    assert seen(room, too_long, clock).remaining == pytest.approx(35 * MINUTE)


def test_what_stands_still_shows_its_own_time(room: RoomSnapshot) -> None:
    clock, countdown = begun(room, BREAK)
    paused = changed(countdown, clock, state=RunState.PAUSED)
    clock.advance(MINUTE)
    assert seen(room, paused, clock).remaining == 15 * MINUTE


def test_a_conversation_ends_when_it_ends(room: RoomSnapshot) -> None:
    clock, countdown = begun(room, LAST_ROUND)
    clock.advance(7 * MINUTE)
    assert seen(room, countdown, clock).scene.state is RoomState.TIME_UP


def test_a_part_that_just_follows_is_not_waited_for(room: RoomSnapshot) -> None:
    free = tuple(replace(phase, fixed=False) for phase in room.phases)
    clock, countdown = begun(room, BREAK)
    assert until_we_go_on(room.event, free, countdown, clock) == countdown


def test_on_another_day_the_clock_times_mean_nothing(room: RoomSnapshot) -> None:
    clock, _countdown = begun(room, BREAK)
    another_day = SimulatedClock(clock.now() - timedelta(days=3))
    rehearsed = begin(BREAK, 15 * MINUTE, another_day)
    assert until_we_go_on(room.event, room.phases, rehearsed, another_day) == rehearsed
