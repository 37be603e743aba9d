"""The room display's real window: what it costs while it counts, and how long its frames take."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from time import thread_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.room_views import BOARD, ROUND, begun
from kiosk.domain.clock import SimulatedClock
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.room.window import RoomWindow
from tests.helpers.days import MORNING

FRAME = 1 / 60
SECONDS = 8
FADE_FRAMES = 24
TIMES = 6
CHANGEOVER = 55.0
PREPARED_MS = 700
"""Frames here come faster than real ones: this long the room has to paint the next page ahead."""
SIZES = ((1920, 1080), (3840, 2160))

Note = Callable[..., None]


@pytest.mark.parametrize(("width", "height"), SIZES, ids=["1080p", "4k"])
def test_processor_time_while_a_round_counts(width: int, height: int, figure: Note) -> None:
    """A millisecond here is a thousandth of one core."""
    floor = seconds_of_a_second("nothing", width, height)
    what, aim = "an empty window, repainted each second", "next to nothing"
    for name, kind in (("only the second", "still"), ("the ring, too", "moving")):
        ours = seconds_of_a_second(kind, width, height)
        figure(f"room, CPU in 1 s: {name}, {height}p", ours, floor, what, aim)


def seconds_of_a_second(what: str, width: int, height: int) -> list[float]:
    """Processor seconds of each second, in a process that does nothing else."""
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "benchmarks.room_share",
            what,
            str(width),
            str(height),
            str(SECONDS),
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(line) for line in run.stdout.split()]


class Screening:
    """A window on a clock by hand, so that each frame can be timed alone.

    Processor time counts: a frame waits for nothing, and other work on this machine is not ours.
    """

    def __init__(self, width: int, height: int) -> None:
        self._clock = SimulatedClock(MORNING)
        presenter = RoomPresenter(self._clock)
        self.window = RoomWindow(presenter, seconds=self._clock.monotonic)
        self.window.resize(width, height)
        self.window.show()
        QApplication.processEvents()

    def begin(self, position: int) -> float:
        """A phase begins: seconds until its first frame is painted."""
        snapshot, countdown = begun(position, self._clock)
        begin = thread_time()
        self.window.show_snapshot(snapshot, countdown)
        self._paint()
        return thread_time() - begin

    def frame(self, later: float = FRAME) -> float:
        """A little later: seconds to look at the clock and to paint what changed."""
        self._clock.advance(later)
        begin = thread_time()
        self.window.refresh()
        self._paint()
        return thread_time() - begin

    def page_turns(self, seconds: float) -> Iterator[list[float]]:
        """The frames of each page turn in so many seconds; the event loop runs in between."""
        count, page = 0, self.page
        while count * FRAME < seconds:
            took = self.frame()
            count += 1
            if self.page != page:
                yield [took, *self.frames(FADE_FRAMES)]
                count += FADE_FRAMES
                page = self.page
            QApplication.processEvents()

    @property
    def page(self) -> int:
        """Which page of the board is shown."""
        look = self.window._look  # noqa: SLF001
        return look.page if look else 0

    def frames(self, count: int) -> list[float]:
        """So many frames, one after the other."""
        return [self.frame() for _ in range(count)]

    def _paint(self) -> None:
        """Everything on the way to the screen's own memory, as at the end of an event loop."""
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.UpdateRequest)


@pytest.fixture(params=SIZES, ids=["1080p", "4k"])
def screening(
    request: pytest.FixtureRequest,
    qapp: QApplication,  # noqa: ARG001 - there must be one
) -> Screening:
    return Screening(*request.param)


def test_frames_while_the_ring_moves(screening: Screening, figure: Note) -> None:
    screening.begin(ROUND)
    screening.frames(2 * FADE_FRAMES)
    # the ring's next pixel comes after several frames: only those that paint something count
    ours = [screening.frame(later=0.2) for _ in range(300)]
    beside_a_frame(figure, "the ring and the seconds move", screening, ours)


def test_frames_of_a_fade(screening: Screening, figure: Note) -> None:
    screening.begin(ROUND)
    first, others = [], []
    for position in (BOARD, ROUND) * TIMES:
        screening.frames(2 * FADE_FRAMES)
        first.append(screening.begin(position))
        others += screening.frames(FADE_FRAMES)
    beside_a_frame(figure, "a fade, its first frame", screening, first)
    beside_a_frame(figure, "a fade, every other frame", screening, others)


def test_frames_of_a_turning_page(screening: Screening, figure: Note) -> None:
    """A whole changeover, with 32 people on two pages."""
    first, others = [], []
    screening.begin(BOARD)
    screening.frames(2 * FADE_FRAMES)
    QTest.qWait(PREPARED_MS)
    for turn in screening.page_turns(CHANGEOVER):
        first.append(turn[0])
        others += turn[1:]
    beside_a_frame(figure, "a page turns, its first frame", screening, first)
    beside_a_frame(figure, "a page turns, every other frame", screening, others)


def beside_a_frame(figure: Note, name: str, screening: Screening, ours: list[float]) -> None:
    height = screening.window.height()
    figure(f"room, {name}, {height}p", ours, [FRAME], "one 60 Hz frame", "under one frame")
