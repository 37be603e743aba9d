"""The room moves smoothly and costs little: only what differs is painted, pages come prepared."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import begin
from kiosk.domain.programme import lay_out
from kiosk.services.room import BoardRow, RoomSnapshot, RoomTotals
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.room.window import RoomWindow
from tests.helpers.days import LINES, MORNING, an_event

ROUND, BOARD = 2, 3
ROUNDING = 8
"""Of 255: an arc that is drawn in two pieces is rounded otherwise along its soft edge."""
LESS_THAN_A_STEP = 80
"""The end of the arc, as long as it has moved by less than a pixel and so was left alone."""


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(MORNING)


@pytest.fixture
def room(qtbot: QtBot, clock: SimulatedClock) -> Iterator[RoomWindow]:
    window = RoomWindow(RoomPresenter(clock), seconds=clock.monotonic)
    window.resize(1280, 720)
    show(window, clock, ROUND)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    shiboken6.delete(window)


def show(window: RoomWindow, clock: SimulatedClock, position: int) -> None:
    rows = tuple(BoardRow(number, "Samira B.", number % 15 + 1) for number in range(1, 61))
    countdown = begin(position, lay_out(LINES)[position].seconds, clock)
    day = RoomSnapshot(
        an_event(), lay_out(LINES), None, False, (rows,) * 4, RoomTotals(50, 184, 4, 46)
    )
    window.show_snapshot(replace(day, run=countdown.run), countdown)


def on_screen(window: RoomWindow) -> QImage:
    """What was really painted, bit by bit."""
    device = window.backingStore().paintDevice()
    assert isinstance(device, QImage)
    return device.convertToFormat(QImage.Format.Format_RGB32)


def differing_pixels(one: QImage, other: QImage) -> int:
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return len({at // 4 for at, (a, b) in enumerate(pairs) if abs(a - b) > ROUNDING})


def test_what_is_painted_bit_by_bit_is_what_a_whole_frame_would_be(
    room: RoomWindow, clock: SimulatedClock, qapp: QApplication
) -> None:
    for _ in range(173):
        clock.advance(0.07)
        room.refresh()
        qapp.processEvents()
    whole = room.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert differing_pixels(on_screen(room), whole) < LESS_THAN_A_STEP


def test_between_two_seconds_only_the_end_of_the_ring_is_painted(
    room: RoomWindow, clock: SimulatedClock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.advance(1.01)
    room.refresh()
    qapp.processEvents()
    areas: list[QRect] = []
    monkeypatch.setattr(room, "update", areas.append)
    clock.advance(0.4)
    room.refresh()
    (area,) = areas
    assert area.width() * area.height() < room.width() * room.height() / 50


def test_a_still_room_is_painted_once_a_second(
    room: RoomWindow, clock: SimulatedClock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.set_still(still=True)
    clock.advance(0.01)
    room.refresh()
    qapp.processEvents()
    painted: list[object] = []
    monkeypatch.setattr(room, "update", lambda *area: painted.append(area))
    for _ in range(30):
        clock.advance(0.1)
        room.refresh()
    assert len(painted) == 3


def test_the_next_page_of_the_board_is_ready_before_it_is_wanted(
    room: RoomWindow, clock: SimulatedClock, qtbot: QtBot
) -> None:
    room.set_still(still=True)
    show(room, clock, BOARD)
    layers = room._painter._layers
    qtbot.waitUntil(lambda: {0, 1} <= {page for scene, page, _ in layers if scene.board})


def turn_a_page(room: RoomWindow, clock: SimulatedClock, qapp: QApplication) -> list[QRegion]:
    """Show a board to just after its page turned; returns what is asked for while it fades."""
    show(room, clock, BOARD)
    asked: list[QRegion] = []
    update = room.update

    def listen(*area: QRegion) -> None:
        asked.extend(area or [QRegion(room.rect())])
        update(*area)

    while room._look is None or room._look.page == 0:
        clock.advance(0.1)
        room.refresh()
        qapp.processEvents()
    room.update = listen  # type: ignore[method-assign]
    return asked


def area_of(region: QRegion) -> int:
    return sum(part.width() * part.height() for part in region)  # type: ignore[attr-defined]


def test_while_a_page_turns_only_what_differs_is_painted_and_the_whole_is_right(
    room: RoomWindow, clock: SimulatedClock, qapp: QApplication
) -> None:
    asked = turn_a_page(room, clock, qapp)
    for _ in range(10):
        clock.advance(0.03)
        room.refresh()
        qapp.processEvents()
        assert room._fade.is_running
    whole = room.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert differing_pixels(on_screen(room), whole) == 0
    half = room.width() * room.height() / 2
    assert sum(area_of(region) < half for region in asked) >= 8


def test_after_a_page_has_turned_nothing_of_the_former_one_is_left(
    room: RoomWindow, clock: SimulatedClock, qapp: QApplication
) -> None:
    turn_a_page(room, clock, qapp)
    for _ in range(30):
        clock.advance(0.03)
        room.refresh()
        qapp.processEvents()
    assert not room._fade.is_running
    whole = room.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert on_screen(room) == whole


def test_a_minute_that_passes_while_a_page_turns_leaves_no_shadow(
    room: RoomWindow, clock: SimulatedClock, qapp: QApplication
) -> None:
    turn_a_page(room, clock, qapp)
    clock.set_wall(clock.now() + timedelta(minutes=5))
    for _ in range(30):
        clock.advance(0.03)
        room.refresh()
        qapp.processEvents()
    whole = room.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert on_screen(room) == whole


def test_after_a_long_sleep_no_former_picture_is_shown(
    room: RoomWindow, clock: SimulatedClock, qapp: QApplication
) -> None:
    qapp.processEvents()
    clock.advance(12 * 60)
    show(room, clock, BOARD)
    assert not room._fade.is_running
