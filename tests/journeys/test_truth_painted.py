"""What is painted after the program stood still is right from the first frame on."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.i18n import use_language
from kiosk.ui.room import words
from tests.helpers.days import small_day
from tests.helpers.truth_windows import PaintedRoom, Running, running

BREAK, ROUND, BOARD = 5, 2, 3
MINUTE = 60


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> PaintedRoom:
    return PaintedRoom(monkeypatch)


@pytest.fixture
def program(
    event_file: EventFile, clock: SimulatedClock, painted: PaintedRoom, qapp: QApplication
) -> Iterator[Running]:
    make_application()
    use_language("en")
    with event_file.unit() as unit:
        small_day(unit)
        unit.commit()
    with running(event_file, clock, painted) as program:
        yield program
    use_language("nl")


def by_itself(program: Running, qtbot: QtBot) -> None:
    """The windows wake by their own timers."""
    qtbot.waitUntil(
        lambda: bool(program.room_painted.frames and program.host_painted.seen), timeout=5_000
    )


def uncovered(program: Running, qtbot: QtBot) -> None:
    """The system asks for the room's picture before any timer comes."""
    program.program.room.repaint()
    program.host_painted.seen.clear()
    by_itself(program, qtbot)


@pytest.mark.parametrize("position", [ROUND, BOARD, BREAK])
def test_the_first_frame_after_standing_still_shows_the_right_second(
    program: Running, qtbot: QtBot, position: int
) -> None:
    """Stalled for seconds, asleep for minutes: no frame is about a moment that has gone by."""
    program.go_to(position)
    program.clock.advance(7.25)
    program.settle()
    for asleep, wakes in product((5, 12 * MINUTE), (by_itself, uncovered)):
        program.forget_paintings()
        program.clock.advance(asleep)
        wakes(program, qtbot)
        right = words.digits(program.countdown.remaining(program.clock))
        assert set(program.host_painted.seen) == {right}
        assert set(program.room_painted.seen) <= {right}


def test_a_check_in_after_the_clock_was_set_does_not_move_the_room(program: Running) -> None:
    """The room's board is read anew; the time goes on by the countdown that the host has."""
    program.go_to(ROUND)
    program.clock.advance(6)
    program.conductor.time.write_down()
    program.settle()
    program.jump(timedelta(days=1))
    program.clock.advance(4)
    program.program.refresh_room()
    program.settle()
    program.program.room.refresh()
    program.program.room.repaint()
    assert program.room_painted.seen[-1] == "6:50"
