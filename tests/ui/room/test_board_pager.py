"""Everyone sees their page: the board turns in step with the countdown, whatever the host does."""

from dataclasses import dataclass

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState, changed
from kiosk.domain.room_settings import RoomSign
from kiosk.services.room import RoomSnapshot, RoomView, room_view
from kiosk.ui.room.board import turning_of
from kiosk.ui.room.paging import Pager, Turning
from kiosk.ui.room.painter import Screen
from tests.helpers.rooms import BREAK, CHANGEOVER, a_snapshot, running

HUNDRED = Turning(5, 12.0, 7.8)
FOUR = Turning(4, 15.0, 8.4)
STEP = 0.1


@dataclass
class Room:
    """A changeover of a minute, its countdown, and a pager that somebody looks at all the time."""

    snapshot: RoomSnapshot
    countdown: Countdown
    clock: SimulatedClock
    pager: Pager

    @property
    def view(self) -> RoomView:
        return room_view(self.snapshot, self.countdown, self.clock)

    def page(self, turning: Turning = HUNDRED) -> int:
        self.pager.see(self.view, self.clock.monotonic())
        return self.pager.page(turning, self.clock.monotonic())

    def page_stays(self) -> float:
        return self.pager.seconds_left(HUNDRED, self.clock.monotonic())

    def watch(self, seconds: float, turning: Turning = HUNDRED) -> list[float]:
        """Seconds for which each page is seen in this time."""
        seen = [0.0] * turning.pages
        for _ in range(round(seconds / STEP)):
            seen[self.page(turning)] += STEP
            self.clock.advance(STEP)
        return seen

    def give(self, seconds: float) -> None:
        self.countdown = changed(self.countdown, self.clock, add=seconds)

    def set_state(self, state: RunState) -> None:
        self.countdown = changed(self.countdown, self.clock, state=state)


@pytest.fixture
def room() -> Room:
    return Room(*running(a_snapshot(100), CHANGEOVER, 60), Pager())


def test_a_board_turns_from_its_first_page_to_its_last_just_as_the_round_begins(room: Room) -> None:
    assert room.watch(60) == pytest.approx([12.0] * 5, abs=0.3)


def test_time_that_the_host_takes_is_taken_from_all_pages_that_were_not_seen_yet(
    room: Room,
) -> None:
    before = room.watch(14)
    page = room.page()
    room.give(-14)
    assert room.page() == page == 1
    after = room.watch(32)
    assert all(a + b >= HUNDRED.needed - 0.3 for a, b in zip(before, after, strict=True))


def test_no_page_hurries_below_its_reading_time_even_where_the_last_one_is_not_reached(
    room: Room,
) -> None:
    room.page()
    room.give(-30)
    assert room.watch(30) == pytest.approx([7.8, 7.8, 7.8, 6.6, 0], abs=0.3)


@pytest.mark.parametrize("taken", [5.0, 10.0, 15.0, 20.0])
@pytest.mark.parametrize("after", [2.0, 11.9, 25.0, 40.0])
def test_every_page_is_seen_if_there_is_time_for_it(room: Room, taken: float, after: float) -> None:
    seen = room.watch(after)
    room.give(-taken)
    left = 60 - after - taken
    there_is_time = (after / 12.0) + left / HUNDRED.needed >= HUNDRED.pages
    rest = room.watch(max(0.0, left))
    assert not there_is_time or all(a + b >= 7.4 for a, b in zip(seen, rest, strict=True))


def test_time_that_the_host_gives_lets_pages_stay_longer_or_come_again(room: Room) -> None:
    room.watch(30)
    page = room.page()
    room.give(30)
    assert room.page() == page
    rest = room.watch(60)
    assert all(seconds >= 7.5 for seconds in rest)


def test_a_board_that_was_seen_whole_does_not_stand_on_its_last_page(room: Room) -> None:
    room.watch(59)
    room.give(30)
    assert min(room.watch(31)[:2]) > 5


def test_pages_turn_on_while_the_countdown_is_paused(room: Room) -> None:
    room.watch(6)
    room.set_state(RunState.PAUSED)
    assert all(seconds > 11 for seconds in room.watch(60))
    room.set_state(RunState.RUNNING)
    assert room.watch(54) == pytest.approx([6, 12, 12, 12, 12], abs=0.3)


def test_a_message_over_the_board_hides_no_page(room: Room) -> None:
    before = room.watch(20)
    plain = room.snapshot
    room.snapshot = a_snapshot(100, sign=RoomSign("Wie is de sleutels kwijt?"))
    room.watch(10)
    room.snapshot = plain
    after = room.watch(30)
    assert all(a + b >= 7.5 for a, b in zip(before, after, strict=True))


def test_screens_of_other_sizes_keep_their_own_pages_and_both_show_all_of_them(room: Room) -> None:
    seen: dict[int, set[int]] = {4: set(), 5: set()}
    for second in range(60):
        for turning in (FOUR, HUNDRED):
            seen[turning.pages].add(room.page(turning))
        room.clock.advance(1)
        if second == 10:
            room.give(-8)
        if room.view.remaining == 0:
            break
    assert seen == {4: {0, 1, 2, 3}, 5: {0, 1, 2, 3, 4}}


def test_another_board_begins_with_its_first_page(room: Room) -> None:
    room.watch(30)
    assert room.page() > 0
    room.snapshot, room.countdown, room.clock = running(a_snapshot(100), BREAK, 120)
    assert room.page() == 0


def test_it_says_how_long_the_page_stays(room: Room) -> None:
    room.watch(20)
    room.page()
    assert room.page_stays() == pytest.approx(4, abs=0.3)
    room.give(30)
    room.page()
    room.clock.advance(room.page_stays() + 0.01)
    assert room.page() == 2


def test_what_is_planned_is_what_happens(room: Room) -> None:
    turning = turning_of(Screen(1920, 1080).frame, room.view.scene)
    assert room.watch(60, turning) == pytest.approx([turning.seconds] * turning.pages, abs=0.3)
