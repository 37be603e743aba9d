"""Two programs on one event, and one that was away: the room hears and reads what is true."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.i18n import use_language
from kiosk.services.announcements import Announcement
from kiosk.services.room import RoomState
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


def look_around(program: Running) -> None:
    """Two seconds are over."""
    program.program._around.timeout.emit()
    program.settle()


def lock(program: Running) -> None:
    program.program.window.lock()


def show(page: str) -> Callable[[Running], None]:
    return lambda program: program.program.window.show_page(page)


@pytest.mark.parametrize(
    "put_in_front",
    [show("desk"), show("host"), show("programme"), lock],
    ids=["the desk", "the host's page", "the programme", "the lock"],
)
def test_the_room_learns_what_another_desk_did_whatever_is_in_front_here(
    day: EventFile,
    clock: SimulatedClock,
    painted: PaintedRoom,
    put_in_front: Callable[[Running], None],
) -> None:
    with running(day, clock, painted) as with_room, running(day, clock, painted) as other:
        put_in_front(with_room)
        other.go_to(ROUND)
        other.press(Qt.Key.Key_Space)
        look_around(with_room)
        view = with_room.program.show.presenter.view()
        assert view is not None
        assert view.scene.state is RoomState.ROUND
        assert view.scene.is_paused


def test_a_program_that_ends_while_it_hears_of_another_desk_ends_quietly(
    day: EventFile, clock: SimulatedClock, painted: PaintedRoom
) -> None:
    with running(day, clock, painted) as with_room:
        with running(day, clock, painted) as other:
            other.go_to(ROUND)
        with_room.program._around.timeout.emit()


def test_who_finds_another_time_in_the_file_tells_the_room_at_once(
    day: EventFile, clock: SimulatedClock, painted: PaintedRoom
) -> None:
    with running(day, clock, painted) as with_room, running(day, clock, painted) as other:
        with_room.go_to(ROUND)
        look_around(other)
        other.press(Qt.Key.Key_Plus)
        with_room.conductor.time.write_down()
        with_room.settle()
        in_the_room = with_room.program.show.presenter.view()
        assert in_the_room is not None
        assert in_the_room.remaining == pytest.approx(8 * MINUTE)


def test_the_room_follows_a_host_on_another_laptop(
    day: EventFile, clock: SimulatedClock, painted: PaintedRoom
) -> None:
    with running(day, clock, painted) as with_room, running(day, clock, painted) as other:
        other.go_to(ROUND)
        look_around(with_room)
        heard = heard_in(with_room)
        let_pass(with_room, 4 * MINUTE)
        other.press(Qt.Key.Key_Plus)
        look_around(with_room)
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
