"""Two programs on one event, and one that was away: the room hears and reads what is true."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.i18n import use_language
from kiosk.services.announcements import Announcement
from kiosk.ui.conductor.state import Gesture
from tests.helpers.days import small_day
from tests.helpers.truth import seconds_allowed
from tests.helpers.truth_laptop import switched_on
from tests.helpers.truth_windows import PaintedRoom, Running, running

MINUTE = 60
ROUND = 2


@pytest.fixture
def day(event_file: EventFile, qapp: QApplication) -> Iterator[EventFile]:
    make_application()
    use_language("en")
    with event_file.unit() as unit:
        small_day(unit)
        unit.commit()
    yield event_file
    use_language("nl")


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> PaintedRoom:
    return PaintedRoom(monkeypatch)


def heard_in(program: Running) -> list[Announcement]:
    """What its room is told from now on."""
    heard: list[Announcement] = []
    program.program.show.announcer.announced.connect(heard.append)
    return heard


def let_pass(program: Running, seconds: float) -> None:
    """The clock goes on, and the announcer looks at it as its timer does."""
    for _ in range(round(seconds * 5)):
        program.clock.advance(0.2)
        program.program.show.announcer.tick()


def test_the_room_follows_a_host_on_another_laptop(
    day: EventFile, clock: SimulatedClock, painted: PaintedRoom
) -> None:
    with running(day, clock, painted) as with_room, running(day, clock, painted) as other:
        other.go_to(ROUND)
        with_room.program._others_changed()
        with_room.settle()
        heard = heard_in(with_room)
        let_pass(with_room, 4 * MINUTE)
        other.press(Qt.Key.Key_Plus)
        with_room.program._others_changed()
        with_room.settle()
        let_pass(with_room, 90)
        left = with_room.countdown.remaining(clock)
        assert left == pytest.approx(150)
        assert heard == []
        with_room.program.room.refresh()
        assert with_room.program.room._look.figures in seconds_allowed(round(left * 1000))
        let_pass(with_room, 160)
        assert heard == list(Announcement)


@pytest.mark.parametrize(
    ("died_at", "away", "said"),
    [
        (30.0, 50.0, [Announcement.TIME_UP]),
        (90.0, 45.0, [Announcement.LAST_MINUTE]),
        (300.0, 400.0, [Announcement.TIME_UP]),
        (300.0, 100.0, []),
    ],
    ids=["the end", "the last minute", "everything", "nothing"],
)
def test_what_became_true_while_the_program_was_away_is_said_once(
    day: EventFile,
    clock: SimulatedClock,
    painted: PaintedRoom,
    died_at: float,
    away: float,
    said: list[Announcement],
) -> None:
    with running(day, clock, painted) as before:
        before.go_to(ROUND)
        let_pass(before, 7 * MINUTE - died_at)
        before.conductor.time.write_down()
        before.settle()
    clock.advance(away)
    with running(day, switched_on(clock.now()), painted) as again:
        heard = heard_in(again)
        again.conductor._act(Gesture.RESUME_AS_IF_NOTHING)
        again.settle()
        let_pass(again, 5)
        assert heard == said
