"""The room display as a window: what wakes it, what it repaints, what it says."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import begin
from kiosk.domain.programme import lay_out
from kiosk.services.room import (
    BoardRow,
    RoomSnapshot,
    RoomState,
    RoomTotals,
    RoomView,
    room_view,
)
from kiosk.ui.room import words
from kiosk.ui.room.board import layout_of
from kiosk.ui.room.painter import Screen, look_of, render_view
from kiosk.ui.room.presenter import PAGE_SECONDS, Pager, RoomPresenter, slide_of
from kiosk.ui.room.window import RoomWindow
from tests.helpers.days import LINES, an_event

SIZES = (
    QSize(1920, 1080),
    QSize(1366, 768),
    QSize(1024, 768),
    QSize(1080, 1920),
    QSize(3440, 1440),
)
FRAMES = [Screen(size.width(), size.height()).frame for size in SIZES]


def people(count: int, name: str = "Samira B.") -> tuple[BoardRow, ...]:
    return tuple(BoardRow(number, name, number % 15 + 1) for number in range(1, count + 1))


def snapshot(count: int = 32) -> RoomSnapshot:
    totals = RoomTotals(50, 184, 4, 46)
    return RoomSnapshot(an_event(), lay_out(LINES), None, False, (people(count),) * 4, totals)


def at(position: int, gone: float, count: int = 32) -> RoomView:
    shown = snapshot(count)
    clock = SimulatedClock(shown.event.moment(shown.phases[position].starts))
    countdown = begin(position, shown.phases[position].seconds, clock)
    clock.advance(gone)
    return room_view(replace(shown, run=countdown.run), countdown, clock)


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(an_event().moment(time(14, 20)))


class Seconds:
    """A clock for pages and fades."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def window(qtbot: QtBot, clock: SimulatedClock, seconds: Seconds) -> RoomWindow:
    window = RoomWindow(RoomPresenter(clock), seconds=seconds)
    qtbot.addWidget(window)
    window.resize(960, 540)
    with qtbot.waitExposed(window):
        window.show()
    return window


def painted(image: QImage) -> bool:
    """More than the bare ground."""
    ground = image.pixel(2, image.height() // 2)
    return any(
        image.pixel(x, y) != ground
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    )


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("position", range(10))
def test_every_phase_is_painted_on_every_screen(qtbot: QtBot, size: QSize, position: int) -> None:
    image = render_view(at(position, 30), size / 3)
    assert painted(image)


@pytest.mark.parametrize("frame", FRAMES, ids=str)
@pytest.mark.parametrize("count", [1, 8, 24, 32, 33, 56, 100])
def test_the_pages_of_the_board_hold_everyone_and_stay_on_the_screen(frame, count: int) -> None:
    layout = layout_of(frame, at(3, 10, count).scene)
    assert layout.per_page * layout.pages >= count
    assert layout.per_page * (layout.pages - 1) < count
    assert layout.row_height >= 82
    bottom = 238 + layout.rows * (layout.row_height + 14)
    assert bottom <= frame.height - 84 + 15


def test_a_hundred_people_are_seen_within_a_changeover_of_a_minute() -> None:
    layout = layout_of(Screen(1920, 1080).frame, at(3, 10, 100).scene)
    assert layout.pages * PAGE_SECONDS <= 60
    assert PAGE_SECONDS >= 6


def test_pages_turn_from_the_first_one_each_time_the_board_appears() -> None:
    pager, scene = Pager(), at(3, 10, 100).scene
    assert [pager.page(scene, 3, now) for now in (100.0, 107.9, 108.0, 116.0, 124.0)] == [
        0,
        0,
        1,
        2,
        0,
    ]
    later = replace(scene, round_number=3)
    assert pager.page(later, 3, 130.0) == 0


def test_nothing_is_repainted_while_nothing_visible_changed() -> None:
    frame = Screen(1920, 1080).frame
    first, soon, later = at(2, 10.0), at(2, 10.01), at(2, 11.0)
    assert look_of(first, 0, frame) == look_of(soon, 0, frame)
    assert look_of(first, 0, frame) != look_of(later, 0, frame)


def test_the_last_minute_comes_without_a_fade() -> None:
    assert slide_of(at(2, 300).scene, 0) == slide_of(at(2, 400).scene, 0)
    assert slide_of(at(2, 400).scene, 0) != slide_of(at(3, 0).scene, 0)


def test_the_window_follows_the_countdown(
    window: RoomWindow, clock: SimulatedClock, qtbot: QtBot
) -> None:
    countdown = begin(2, 420, clock)
    window.show_snapshot(replace(snapshot(), run=countdown.run), countdown)
    assert window.accessibleDescription().startswith(words_in(window, 1))
    clock.advance(365)
    window.refresh()
    assert window._look is not None
    assert window._look.scene.state is RoomState.LAST_MINUTE
    assert window._look.figures == 55


def words_in(window: RoomWindow, number: int) -> str:
    assert window._look is not None
    return words.round_parts(window._look.scene)[0]


def test_between_changes_it_sleeps(
    window: RoomWindow, clock: SimulatedClock, seconds: Seconds
) -> None:
    """Still, it wakes once a second; a picture without a countdown sleeps until the next minute."""
    countdown = begin(2, 420, clock)
    window.set_still(still=True)
    window.show_snapshot(replace(snapshot(), run=countdown.run), countdown)
    assert window._timer.interval() == 1000
    window.show_snapshot(snapshot())
    assert window._timer.interval() == 60_000


def test_hidden_it_does_not_wake_at_all(window: RoomWindow, clock: SimulatedClock) -> None:
    window.hide()
    window.show_snapshot(snapshot())
    assert not window._timer.isActive()


def test_another_picture_fades_in_and_the_old_one_is_let_go(
    window: RoomWindow, clock: SimulatedClock, seconds: Seconds, qtbot: QtBot
) -> None:
    window.show_snapshot(snapshot())
    countdown = begin(2, 420, clock)
    window.show_snapshot(replace(snapshot(), run=countdown.run), countdown)
    assert window._former is not None
    seconds.now += 1
    window.refresh()
    window.grab()
    assert window._former is None


def test_hold_says_back_soon_until_released(window: RoomWindow, clock: SimulatedClock) -> None:
    countdown = begin(2, 420, clock)
    window.show_snapshot(replace(snapshot(), run=countdown.run))
    window.hold()
    assert window._look is not None
    assert window._look.scene.state is RoomState.BACK_SOON
    window.release()
    assert window._look.scene.state is RoomState.ROUND


def test_someone_checking_in_does_not_tie_the_countdown_anew(clock: SimulatedClock) -> None:
    presenter = RoomPresenter(clock)
    shown = replace(snapshot(), run=begin(2, 420, clock).run)
    presenter.take(shown)
    clock.advance(100)
    clock.set_wall(an_event().moment(time(20, 0)))
    presenter.take(replace(shown, totals=RoomTotals(51, 0, 0, None)))
    view = presenter.view()
    assert view is not None
    assert view.remaining == 320


@pytest.mark.parametrize(
    ("remaining", "shown"),
    [(298, "4:58"), (0.2, "0:01"), (0, "0:00"), (-23, "+0:23"), (3_725, "1:02:05"), (-0.4, "0:00")],
)
def test_digits(remaining: float, shown: str) -> None:
    assert words.digits(remaining) == shown
