"""What the host puts over the room's picture, and what the room would see next."""

from dataclasses import replace

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState, changed
from kiosk.domain.programme import PhaseKind
from kiosk.domain.room_settings import RoomSettings, RoomSign
from kiosk.services.room import (
    RoomSnapshot,
    RoomState,
    RoomView,
    following_moment,
    room_view,
)
from tests.helpers.rooms import CHANGEOVER, LAST_ROUND, ROUND_1, a_snapshot, running, view_at

SAID = RoomSign("Wie is de sleutels kwijt?")
DARK = RoomSign("Niemand leest dit", blackout=True)


def next_view(
    snapshot: RoomSnapshot, countdown: Countdown | None, clock: SimulatedClock
) -> RoomView:
    return room_view(*following_moment(snapshot, countdown, clock), clock)


def test_a_message_lies_over_the_picture_and_the_countdown_goes_on() -> None:
    view = view_at(a_snapshot(sign=SAID), ROUND_1, 298)
    assert (view.scene.state, view.scene.message) == (RoomState.MESSAGE, SAID.message)
    assert (view.remaining, view.scene.round_number) == (298, 1)


def test_no_name_is_left_below_a_message() -> None:
    assert view_at(a_snapshot(sign=SAID), CHANGEOVER, 30).scene.board == ()


def test_a_message_can_be_shown_before_the_day_begins() -> None:
    shown = a_snapshot(sign=SAID)
    clock = SimulatedClock(shown.event.moment(shown.phases[0].starts))
    view = room_view(shown, None, clock)
    assert (view.scene.state, view.remaining) == (RoomState.MESSAGE, None)


def test_we_will_be_right_back_goes_before_a_message() -> None:
    shown, _, clock = running(a_snapshot(sign=SAID), ROUND_1, 298)
    assert room_view(shown, None, clock).scene.state is RoomState.BACK_SOON


def test_a_dark_room_shows_nothing_else_and_nothing_of_it_ever_changes() -> None:
    shown, countdown, clock = running(a_snapshot(sign=DARK), ROUND_1, 298)
    views = set()
    for _ in range(20):
        views.add(room_view(shown, countdown, clock))
        clock.advance(60)
    (view,) = views
    assert view.scene.state is RoomState.BLACKOUT
    assert not any((view.scene.message, view.scene.event_title, view.scene.round_number))
    assert view.remaining is None


def test_dark_goes_before_we_will_be_right_back() -> None:
    shown, _, clock = running(a_snapshot(sign=DARK), ROUND_1, 298)
    assert room_view(shown, None, clock).scene.state is RoomState.BLACKOUT


def test_next_is_the_following_phase_with_its_whole_time_and_nothing_over_it() -> None:
    view = next_view(*running(a_snapshot(sign=SAID), ROUND_1, 298))
    assert (view.scene.state, view.scene.round_number) == (RoomState.BOARD, 2)
    assert view.remaining == 60


def test_next_leaves_out_what_is_skipped() -> None:
    shown = a_snapshot()
    skipped = replace(shown.phases[CHANGEOVER], skipped=True)
    phases = (*shown.phases[:CHANGEOVER], skipped, *shown.phases[CHANGEOVER + 1 :])
    view = next_view(*running(replace(shown, phases=phases), ROUND_1, 298))
    assert (view.scene.state, view.scene.round_number) == (RoomState.ROUND, 2)


def test_before_the_day_the_first_phase_is_next_and_after_the_last_one_thanks() -> None:
    shown = a_snapshot()
    clock = SimulatedClock(shown.event.moment(shown.phases[0].starts))
    assert next_view(shown, None, clock).scene.kind is PhaseKind.WELCOME
    last = len(shown.phases) - 1
    view = next_view(*running(shown, last, 20))
    assert (view.scene.state, view.scene.is_over) == (RoomState.CELEBRATION, True)


def test_after_a_crash_next_still_follows_the_phase_that_was_interrupted() -> None:
    shown, _, clock = running(a_snapshot(), ROUND_1, 298)
    assert next_view(shown, None, clock).scene.state is RoomState.BOARD


def test_two_minutes_before_the_end_the_room_is_told_for_a_moment() -> None:
    told = {
        left: view_at(a_snapshot(), ROUND_1, left).scene.two_minutes for left in range(130, 100, -1)
    }
    assert [left for left, tells in told.items() if tells] == list(range(120, 110, -1))


def test_a_round_that_stands_still_is_not_told_that_it_soon_ends() -> None:
    shown, countdown, clock = running(a_snapshot(), ROUND_1, 118)
    paused = changed(countdown, clock, state=RunState.PAUSED)
    view = room_view(replace(shown, run=paused.run), paused, clock)
    assert not view.scene.two_minutes


def test_a_round_of_two_minutes_does_not_begin_with_its_end() -> None:
    shown = a_snapshot()
    short = replace(shown.phases[ROUND_1], seconds=120)
    phases = (*shown.phases[:ROUND_1], short, *shown.phases[ROUND_1 + 1 :])
    assert not view_at(replace(shown, phases=phases), ROUND_1, 119).scene.two_minutes


def test_the_ring_swells_once_at_the_end_and_slower_than_any_flash() -> None:
    swells = [view_at(a_snapshot(), LAST_ROUND, -tenths / 10).pulse for tenths in range(100)]
    top = swells.index(max(swells))
    assert swells[:top] == sorted(swells[:top])
    assert swells[top:] == sorted(swells[top:], reverse=True)
    assert top / 10 >= 1
    assert max(swells[40:]) == 0


def test_in_a_quiet_room_nothing_swells() -> None:
    quiet = a_snapshot(settings=RoomSettings(quiet=True))
    assert {view_at(quiet, LAST_ROUND, -tenths / 10).pulse for tenths in range(40)} == {0.0}
