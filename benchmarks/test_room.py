"""One frame of the room display in the middle of a round, beside one 60 Hz frame."""

from collections.abc import Callable, Iterator
from time import perf_counter

import pytest
from PySide6.QtGui import QImage, QPainter

from benchmarks.room_views import BOARD, ROUND, begun
from kiosk.domain.clock import SimulatedClock
from kiosk.services.room import RoomView, room_view
from kiosk.ui.room.painter import RoomPainter, Screen
from tests.helpers.days import MORNING

FRAMES = 300
FRAME_60HZ = 1 / 60
SCREENS = [Screen(1920, 1080), Screen(3840, 2160)]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.parametrize("screen", SCREENS, ids=["1080p", "4k"]),
]


def test_a_frame_of_a_running_round(screen: Screen, figure: Callable[..., None]) -> None:
    """Every frame is a little later than the one before: the arc and the figures move."""
    painter = RoomPainter()
    views = list(moments(ROUND, FRAMES))
    paint(painter, screen, views[0])
    ours = [paint(painter, screen, view) for view in views]
    beside_a_frame(figure, f"room, a frame of a round, {screen.height}p", ours)


def test_a_new_picture(screen: Screen, figure: Callable[..., None]) -> None:
    """The first frame of a changeover: who sits where, for 32 people, painted from nothing."""
    view = next(moments(BOARD, 1))
    ours = [paint(RoomPainter(), screen, view) for _ in range(30)]
    beside_a_frame(figure, f"room, a new picture, {screen.height}p", ours)


def beside_a_frame(figure: Callable[..., None], name: str, ours: list[float]) -> None:
    figure(name, ours, [FRAME_60HZ], "one 60 Hz frame", "under one frame")


def moments(position: int, count: int) -> Iterator[RoomView]:
    """Views of a phase, 40 ms apart."""
    clock = SimulatedClock(MORNING)
    snapshot, countdown = begun(position, clock)
    for _ in range(count):
        clock.advance(0.04)
        yield room_view(snapshot, countdown, clock)


def paint(painter: RoomPainter, screen: Screen, view: RoomView) -> float:
    """Seconds to paint one frame."""
    image = QImage(screen.width, screen.height, QImage.Format.Format_RGB32)
    on = QPainter(image)
    begun = perf_counter()
    painter.paint(on, screen, view)
    on.end()
    return perf_counter() - begun
