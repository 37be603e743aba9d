"""What the host and the organisers do is seen and heard in the room."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.app.demo import demo_start, make_demo
from kiosk.app.program import Program
from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.programme import Skip, StartAt
from kiosk.i18n import use_language
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.announcements import Announcement
from kiosk.services.programme_editing import edit_programme, read_programme
from kiosk.services.room import RoomState, RoomView
from kiosk.services.room_sign import read_room_settings
from kiosk.ui.conductor.state import Gesture
from kiosk.ui.organiser.room.screen_panel import ScreenPanel
from kiosk.ui.widgets import Toggle
from tests.helpers.days import MORNING

ROUND_1 = 2


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[EventFile]:
    file = make_demo(tmp_path, SimulatedClock(MORNING))
    yield file
    file.close()


@pytest.fixture
def clock(demo: EventFile) -> SimulatedClock:
    return SimulatedClock(demo_start(demo.unit()))


def start(demo: EventFile, clock: SimulatedClock) -> Program:
    make_application()
    use_language("en")
    program = Program(demo, clock, own_file=False)
    program.start()
    settle(program)
    return program


@pytest.fixture
def program(
    demo: EventFile, clock: SimulatedClock, qapp: QApplication, qtbot: QtBot
) -> Iterator[Program]:
    program = start(demo, clock)
    yield program
    program.close()
    use_language("nl")


def settle(program: Program) -> None:
    """Everything that was asked is answered, and what follows from it."""
    for _ in range(3):
        program.worker.drain()
        QApplication.processEvents()


def run_to(program: Program, demo: EventFile, clock: SimulatedClock, position: int) -> None:
    state = conducting.conductor_state(demo.unit(), clock)
    while state.position != position:
        state = conducting.next_phase(demo.unit(), clock, state.position)
    program.refresh()
    settle(program)


def seen(program: Program) -> RoomView:
    view = program.show.presenter.view()
    assert view is not None
    return view


def host(program: Program, gesture: Gesture) -> None:
    program.stations.conductor._act(gesture)
    settle(program)


def test_a_message_is_seen_with_the_time_below_it(
    program: Program, demo: EventFile, clock: SimulatedClock
) -> None:
    run_to(program, demo, clock, ROUND_1)
    program.stations.conductor.page.message.sent.emit("Er is koffie.")
    settle(program)
    view = seen(program)
    assert (view.scene.state, view.scene.message) == (RoomState.MESSAGE, "Er is koffie.")
    assert view.remaining == 7 * 60
    assert "Er is koffie." in program.room.accessibleDescription()


def test_a_dark_room_and_its_message_are_there_again_after_a_restart(
    demo: EventFile, clock: SimulatedClock, qapp: QApplication, qtbot: QtBot
) -> None:
    program = start(demo, clock)
    program.stations.conductor.page.message.sent.emit("Tot zo.")
    settle(program)
    host(program, Gesture.BLACKOUT)
    assert seen(program).scene.state is RoomState.BLACKOUT
    program.close()
    again = start(demo, clock)
    assert seen(again).scene.state is RoomState.BLACKOUT
    host(again, Gesture.BLACKOUT)
    assert seen(again).scene.message == "Tot zo."
    again.close()
    use_language("nl")


def test_the_host_sees_small_what_the_room_sees(
    program: Program, demo: EventFile, clock: SimulatedClock
) -> None:
    program.window.show_page("host")
    run_to(program, demo, clock, ROUND_1)
    program.show.preview.refresh()
    assert program.show.preview._now.accessibleDescription() == (
        program.room.accessibleDescription()
    )
    assert program.show.preview._next.accessibleDescription()


def test_what_another_desk_does_reaches_the_room_and_the_loudspeaker(
    program: Program, demo: EventFile, clock: SimulatedClock
) -> None:
    """The host works on another laptop window: this one only hears that something changed."""
    run_to(program, demo, clock, ROUND_1)
    conducting.next_phase(demo.unit(), clock, ROUND_1)
    program.stations.desk.others_changed.emit()
    settle(program)
    assert seen(program).scene.state is RoomState.BOARD
    followed = program.show.announcer._countdown
    assert followed is not None
    assert followed.run.position == ROUND_1 + 1


def test_a_break_before_a_clock_time_is_heard_to_end_when_it_is_seen_to_end(
    program: Program, demo: EventFile, clock: SimulatedClock
) -> None:
    event = read_programme(demo.unit()).event
    round_1 = read_programme(demo.unit()).phases[ROUND_1]
    at = event.moment(round_1.starts) + timedelta(minutes=20)
    edit = StartAt(ROUND_1, event.local(at).time())
    seen_by_host = read_programme(demo.unit()).phases
    edit_programme(demo.unit(), clock, repair, edit, seen_by_host, station="host")
    clock.advance_to(event.moment(round_1.starts) - timedelta(minutes=1))
    run_to(program, demo, clock, ROUND_1 - 1)
    heard: list[Announcement] = []
    program.show.announcer.announced.connect(heard.append)
    while clock.now() < at + timedelta(seconds=1):
        clock.advance(1)
        program.show.announcer.tick()
        if Announcement.TIME_UP not in heard:
            assert (seen(program).remaining or 0) > -1
    assert heard == list(Announcement)
    assert seen(program).remaining == pytest.approx(-1, abs=1)


def test_a_quiet_room_stands_still_and_strikes_softly(
    program: Program, demo: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[str] = []
    monkeypatch.setattr(program.show._player, "play", played.append)
    program.window.show_page("room")
    settle(program)
    quiet = next(
        toggle
        for toggle in program.stations.room.findChildren(Toggle)
        if toggle.accessibleName() == "Quiet room"
    )
    quiet.click()
    settle(program)
    assert read_room_settings(demo.unit()).quiet
    host(program, Gesture.GONG)
    assert played == ["soft-gong"]
    assert program.room._still


def test_measures_of_the_room_are_kept_when_the_field_is_left(
    program: Program, demo: EventFile
) -> None:
    program.window.show_page("room")
    settle(program)
    panel = program.stations.room.findChild(ScreenPanel)
    for field, text in zip(panel.findChildren(QLineEdit), ("100", "9,5"), strict=True):
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        settle(program)
    settings = read_room_settings(demo.unit())
    assert (settings.screen_inches, settings.farthest_metres) == (100, 9.5)


def test_an_edit_on_the_programme_page_is_on_the_host_page_and_in_the_room(
    program: Program, demo: EventFile
) -> None:
    before = read_programme(demo.unit())
    last = before.phases[-1].position
    edit_programme(
        demo.unit(), program._clock, repair, Skip(last), before.phases, station="organiser"
    )
    program.stations.programme.programme_changed.emit()
    settle(program)
    rows = seen(program).scene.programme
    assert all(row.kind != before.phases[-1].kind for row in rows)
    state = program.stations.conductor._presenter.state
    assert state is not None
    assert state.phases[last].skipped
