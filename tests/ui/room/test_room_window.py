"""The room display as a window: what wakes it, what it repaints, what it says."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import begin
from kiosk.domain.room_settings import RoomSign
from kiosk.services.room import RoomState, RoomTotals, RoomView
from kiosk.ui.room import words
from kiosk.ui.room.board import layout_of, turning_of
from kiosk.ui.room.painter import Screen, look_of, render_view
from kiosk.ui.room.presenter import RoomPresenter, slide_of
from kiosk.ui.room.window import COUNTING_LOOK, IDLE_LOOK, RoomWindow
from tests.helpers.days import an_event
from tests.helpers.rooms import a_snapshot, view_at

SIZES = (
    QSize(1920, 1080),
    QSize(1366, 768),
    QSize(1024, 768),
    QSize(1080, 1920),
    QSize(3440, 1440),
)
FRAMES = [Screen(size.width(), size.height()).frame for size in SIZES]


def at(position: int, gone: float, count: int = 32) -> RoomView:
    shown = a_snapshot(count)
    return view_at(shown, position, shown.phases[position].seconds - gone)


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


@pytest.fixture
def repaints(window: RoomWindow, monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """What the window asked to have painted anew; a whole picture counts as its whole area."""
    asked: list[QRect] = []
    monkeypatch.setattr(window, "update", lambda *area: asked.append(*(area or (window.rect(),))))
    return asked


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
    turning = turning_of(Screen(1920, 1080).frame, at(3, 10, 100).scene)
    assert turning.pages * turning.seconds <= 60
    assert turning.seconds >= 6


def test_nothing_is_repainted_while_nothing_visible_changed() -> None:
    frame = Screen(1920, 1080).frame
    first, soon, later = at(2, 10.0), at(2, 10.01), at(2, 11.0)
    assert look_of(first, 0, frame) == look_of(soon, 0, frame)
    assert look_of(first, 0, frame) != look_of(later, 0, frame)


def test_the_last_minute_comes_without_a_fade() -> None:
    assert slide_of(at(2, 280).scene, 0) == slide_of(at(2, 365).scene, 0)
    assert slide_of(at(2, 400).scene, 0) != slide_of(at(3, 0).scene, 0)


def test_the_window_follows_the_countdown(
    window: RoomWindow, clock: SimulatedClock, qtbot: QtBot
) -> None:
    countdown = begin(2, 420, clock)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run), countdown)
    assert window.accessibleDescription().startswith(words_in(window, 1))
    clock.advance(365)
    window.refresh()
    assert window._look is not None
    assert window._look.scene.state is RoomState.LAST_MINUTE
    assert window._look.figures == 55


def words_in(window: RoomWindow, number: int) -> str:
    assert window._look is not None
    return words.round_parts(window._look.scene)[0]


def test_while_it_counts_it_looks_at_the_clock_often_enough_for_any_stall(
    window: RoomWindow, clock: SimulatedClock
) -> None:
    countdown = begin(2, 420, clock)
    window.set_still(still=True)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run), countdown)
    assert window._timer.interval() == COUNTING_LOOK * 1000 == 200
    window.show_snapshot(a_snapshot())
    assert window._timer.interval() == IDLE_LOOK * 1000


def test_a_look_at_the_clock_repaints_nothing_while_nothing_changed(
    window: RoomWindow, clock: SimulatedClock, repaints: list[QRect]
) -> None:
    countdown = begin(2, 420, clock)
    window.set_still(still=True)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run), countdown)
    window.grab()
    repaints.clear()
    for _ in range(3):
        clock.advance(0.01)
        window.refresh()
    assert repaints == []


def test_only_the_ring_is_repainted_when_a_second_has_passed(
    window: RoomWindow, clock: SimulatedClock, repaints: list[QRect]
) -> None:
    countdown = begin(2, 420, clock)
    window.set_still(still=True)
    clock.advance(1)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run), countdown)
    repaints.clear()
    clock.advance(1)
    window.refresh()
    (area,) = repaints
    assert area.width() * area.height() < window.width() * window.height() / 2


def test_after_a_stall_of_five_seconds_the_next_look_is_right(
    window: RoomWindow, clock: SimulatedClock
) -> None:
    countdown = begin(2, 420, clock)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run), countdown)
    clock.advance(5)
    window.refresh()
    assert window._look is not None
    assert window._look.figures == 415


def test_a_dark_room_stays_black_without_a_repaint(
    window: RoomWindow, clock: SimulatedClock, repaints: list[QRect], seconds: Seconds
) -> None:
    countdown = begin(2, 420, clock)
    window.set_still(still=True)
    dark = replace(a_snapshot(sign=RoomSign(blackout=True)), run=countdown.run)
    window.show_snapshot(dark, countdown)
    shown = window.grab().toImage()
    repaints.clear()
    for _ in range(5):
        clock.advance(60)
        window.refresh()
    assert repaints == []
    assert {shown.pixel(x, y) & 0xFFFFFF for x in (0, 480, 900) for y in (0, 60, 500)} == {0}
    assert window.accessibleDescription()


def test_the_ring_swells_in_steps_of_a_frame_and_then_rests(
    window: RoomWindow, clock: SimulatedClock
) -> None:
    shown = a_snapshot()
    countdown = begin(8, shown.phases[8].seconds, clock)
    clock.advance(shown.phases[8].seconds + 1.5)
    window.show_snapshot(replace(shown, run=countdown.run), countdown)
    assert window._timer.interval() == 17
    clock.advance(3)
    window.refresh()
    window._fade.stop()
    window.refresh()
    assert window._timer.interval() > 100


def test_without_motion_nothing_swells(window: RoomWindow, clock: SimulatedClock) -> None:
    shown = a_snapshot()
    countdown = begin(8, shown.phases[8].seconds, clock)
    clock.advance(shown.phases[8].seconds + 1.5)
    window.set_still(still=True)
    window.show_snapshot(replace(shown, run=countdown.run), countdown)
    assert window._view is not None
    assert window._view.pulse == 0


def test_hidden_it_does_not_wake_at_all(window: RoomWindow, clock: SimulatedClock) -> None:
    window.hide()
    window.show_snapshot(a_snapshot())
    assert not window._timer.isActive()


def test_another_picture_fades_in_and_the_old_one_is_let_go(
    window: RoomWindow, clock: SimulatedClock, seconds: Seconds, qtbot: QtBot
) -> None:
    window.show_snapshot(a_snapshot())
    countdown = begin(2, 420, clock)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run), countdown)
    window.grab()
    assert window._fade.is_running
    seconds.now += 1
    window.refresh()
    window.grab()
    assert not window._fade.is_running


def test_hold_says_back_soon_until_released(window: RoomWindow, clock: SimulatedClock) -> None:
    countdown = begin(2, 420, clock)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run))
    window.hold()
    assert window._look is not None
    assert window._look.scene.state is RoomState.BACK_SOON
    window.release()
    assert window._look.scene.state is RoomState.ROUND


def test_someone_checking_in_does_not_tie_the_countdown_anew(clock: SimulatedClock) -> None:
    presenter = RoomPresenter(clock)
    shown = replace(a_snapshot(), run=begin(2, 420, clock).run)
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


def test_minimised_in_mid_fade_it_does_not_go_on_at_sixty_frames_a_second(
    window: RoomWindow, clock: SimulatedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_snapshot(a_snapshot())
    countdown = begin(2, 420, clock)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run), countdown)
    assert window._fade.is_running
    monkeypatch.setattr(window.windowHandle(), "isExposed", lambda: False)
    window.refresh()
    assert window._timer.interval() > 100


def test_a_frame_that_the_system_asks_for_before_any_timer_shows_this_very_second(
    window: RoomWindow, clock: SimulatedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    countdown = begin(2, 420, clock)
    window.set_still(still=True)
    window.show_snapshot(replace(a_snapshot(), run=countdown.run), countdown)
    shown: list[str] = []
    digits = words.digits
    monkeypatch.setattr(words, "digits", lambda left: (shown.append(digits(left)), digits(left))[1])
    clock.advance(720)
    window.repaint()
    assert shown == ["+5:00"]
    assert window._timer.interval() == 0
