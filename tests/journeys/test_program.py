"""The open program: what one station does, the others and the room show."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app.demo import PASSPHRASE, demo_start, make_demo
from kiosk.app.program import Program
from kiosk.app.registration import Chance
from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import Side
from kiosk.domain.programme import PhaseKind
from kiosk.i18n import use_language
from kiosk.services.conducting import conductor_state
from kiosk.services.room import RoomState
from tests.helpers.days import MORNING


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = make_demo(tmp_path_factory.mktemp("demo"), SimulatedClock(MORNING), Chance.seeded(7))
    file.close()
    return file.path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Iterator[EventFile]:
    copy = shutil.copy(demo_file, tmp_path / demo_file.name)
    file = open_event_file(copy, PASSPHRASE)
    yield file
    file.close()


@pytest.fixture
def shown() -> list[Path]:
    return []


@pytest.fixture
def program(
    demo: EventFile, shown: list[Path], qapp: QApplication, qtbot: QtBot
) -> Iterator[Program]:
    make_application()
    use_language("en")
    program = Program(
        demo, SimulatedClock(demo_start(demo.unit())), show_paper=shown.append, own_file=False
    )
    with qtbot.waitActive(program.window):
        program.start()
    settle(program)
    yield program
    program.close()
    program.window.close()
    program.room.close()
    use_language("nl")


def settle(program: Program) -> None:
    """Let every question be answered and every answer be painted."""
    program.worker.drain()
    QApplication.processEvents()
    program.worker.drain()
    program.printing.drain()
    program.worker.drain()


def read(widget: QWidget) -> str:
    """Everything that can be read on it."""
    return " · ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def code_of(program: Program, demo: EventFile, side: Side) -> str:
    """The badge code of somebody on that side."""
    program.worker.drain()
    with demo.unit() as unit:
        known = unit.people.codes()
        return next(known[a.id] for a in unit.people.all() if a.side is side)


def scan(program: Program, code: str) -> None:
    """A scanner types a code into whatever has the focus."""
    target = QApplication.focusWidget() or program.window
    QTest.keyClicks(target, code.lower())
    QTest.keyClick(target, Qt.Key.Key_Return)
    settle(program)


def press(program: Program, key: Qt.Key) -> None:
    QTest.keyClick(program.window, key, Qt.KeyboardModifier.ControlModifier)
    settle(program)


def room_state(program: Program) -> RoomState:
    settle(program)
    view = program.room._presenter.view()
    assert view is not None
    return view.scene.state


def test_a_scan_is_welcomed_on_screen_and_in_the_file(program: Program, demo: EventFile) -> None:
    scan(program, code_of(program, demo, Side.CANDIDATE))
    assert "Welcome" in read(program.window)
    with demo.unit() as unit:
        assert len(unit.people.check_ins()) == 1


def test_a_scan_while_the_host_works_shows_the_desk(program: Program, demo: EventFile) -> None:
    press(program, Qt.Key.Key_2)
    assert program.window.current_key == "host"
    scan(program, code_of(program, demo, Side.EMPLOYER))
    assert program.window.current_key == "desk"
    assert "Own table" in read(program.window)


def test_f2_makes_the_badge_of_the_person_on_the_card(
    program: Program, demo: EventFile, shown: list[Path]
) -> None:
    scan(program, code_of(program, demo, Side.CANDIDATE))
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_F2)
    settle(program)
    document = pypdfium2.PdfDocument(shown[0])
    assert len(document) == 1
    document.close()


def test_papers_vanish_with_the_program(
    program: Program, demo: EventFile, shown: list[Path]
) -> None:
    scan(program, code_of(program, demo, Side.CANDIDATE))
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_F3)
    settle(program)
    assert shown[0].exists()
    program._tray.close()
    assert not shown[0].exists()


def test_the_room_follows_the_host(program: Program, demo: EventFile) -> None:
    assert room_state(program) is RoomState.PROGRAMME
    press(program, Qt.Key.Key_2)
    conductor = program.stations.conductor
    for _step in range(3):
        conductor.time.settling.stop()
        conductor.time.press_next()
        settle(program)
    with_clock = conductor_state(demo.unit(), program._clock)
    assert with_clock.running is not None
    assert with_clock.running.kind is PhaseKind.ROUND
    assert room_state(program) is RoomState.ROUND


def test_the_last_minute_is_announced_once(program: Program) -> None:
    heard: list[object] = []
    program.show.announcer.announced.connect(heard.append)
    conductor = program.stations.conductor
    for _step in range(3):
        conductor.time.settling.stop()
        conductor.time.press_next()
        settle(program)
    clock = program._clock
    assert isinstance(clock, SimulatedClock)
    for _second in range(7 * 60 + 5):
        clock.advance(1)
        program.show.announcer.tick()
    assert [str(each) for each in heard] == ["two-minutes", "last-minute", "time-up"]


def test_after_a_crash_in_mid_round_both_screens_wait_for_the_host(
    program: Program, demo: EventFile, qtbot: QtBot
) -> None:
    clock = program._clock
    assert isinstance(clock, SimulatedClock)
    conductor = program.stations.conductor
    for _step in range(3):
        conductor.time.settling.stop()
        conductor.time.press_next()
        settle(program)
    clock.advance(100)
    second = Program(demo, clock, show_paper=lambda _path: None, own_file=False)
    second.start()
    settle(second)
    second.window.show_page("host")
    settle(second)
    assert "Round 1 was running" in read(second.window)
    assert "5:20" in read(second.window)
    assert second.room._presenter._held
    second.close()
    second.window.close()
    second.room.close()


def test_closing_the_room_display_is_said_and_can_be_undone(program: Program) -> None:
    program.room.close()
    settle(program)
    assert "Ctrl+D" in read(program.window)
    press(program, Qt.Key.Key_D)
    assert program.room.isVisible()


def test_a_plan_is_followed_by_everybody_once_it_is_published(
    program: Program, demo: EventFile, qtbot: QtBot
) -> None:
    program.window.show_page("plan")
    settle(program)
    buttons = program.stations.plan.options.buttons
    buttons.make.click()
    qtbot.waitUntil(lambda: settle(program) or buttons.publish.isVisible(), timeout=20_000)
    with demo.unit() as unit:
        before = unit.plans.current()
    assert "Draft" in read(program.window)
    with qtbot.waitSignal(program.stations.plan.plan_changed):
        buttons.publish.click()
        settle(program)
    with demo.unit() as unit:
        assert unit.plans.current().version == before.version + 1


def test_the_whole_program_changes_its_language(program: Program) -> None:
    program.window.set_language("nl")
    settle(program)
    assert "Scan de QR-code" in read(program.window)
    for key in ("host", "plan", "people", "results"):
        program.window.show_page(key)
        settle(program)
        assert read(program.window)


def test_closing_the_main_window_puts_the_room_display_away_too(program: Program) -> None:
    assert program.room.isVisible()
    program.window.close()
    assert not program.room.isVisible()
