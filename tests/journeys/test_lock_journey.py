"""A laptop at a real event: whatever happens to it, nobody reads a name without the PIN."""

import json
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.app.demo import PASSPHRASE as DEMO_PASSPHRASE
from kiosk.app.demo import demo_start, make_demo
from kiosk.app.program import Program
from kiosk.app.registration import Chance
from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import Side
from kiosk.i18n import use_language
from kiosk.services.pin import set_pin
from kiosk.ui.lock_presenter import Front
from kiosk.ui.lockdown import LockDown
from tests.helpers.days import MORNING, PASSPHRASE
from tests.helpers.stories import begin, play

PIN = "4719"
PAGES = ("desk", "host", "interest", "plan", "people", "results")
# the program looks for voices and finds that this machine has none
pytestmark = pytest.mark.qt_log_ignore("text-to-speech", "pipewire", extend=True)


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    clock = SimulatedClock(MORNING)
    file = make_demo(tmp_path_factory.mktemp("demo"), clock, Chance.seeded(7))
    set_pin(file.unit(), clock, PIN, station="office")
    file.close()
    return file.path


@pytest.fixture
def event(demo_file: Path, tmp_path: Path) -> Iterator[EventFile]:
    file = open_event_file(Path(shutil.copy(demo_file, tmp_path)), DEMO_PASSPHRASE)
    yield file
    file.close()


class Laptop:
    """The open program at an event, and who passes by."""

    def __init__(self, program: Program, file: EventFile) -> None:
        self.program, self.window, self.file = program, program.window, file
        self.settle()
        with file.unit() as unit:
            self.people = unit.people.all()
            self.codes = unit.people.codes()
            self.employers = " ".join(employer.name for employer in unit.employers.all())

    def settle(self) -> None:
        for _time in range(2):
            self.program.worker.drain()
            self.program._unlocker.drain()
            QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def answer(self, secret: str) -> None:
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.clear()
        QTest.keyClicks(field, secret, delay=1)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def scan_a_newcomer(self) -> None:
        """The scanner types at whatever has the focus."""
        with self.file.unit() as unit:
            here = unit.people.check_ins()
        code = next(
            self.codes[p.id] for p in self.people if p.side is Side.CANDIDATE and p.id not in here
        )
        QTest.keyClicks(QApplication.focusWidget() or self.window, f"{code}\r")
        self.settle()

    def arrived(self) -> int:
        with self.file.unit() as unit:
            return len(unit.people.check_ins())

    def names_told(self) -> list[str]:
        """Names on anything visible of the desk's window, or in the title of any window."""
        parts = [part for part in self.window.findChildren(QWidget) if part.isVisible()]
        said = [window.windowTitle() for window in QApplication.topLevelWidgets()]
        for part in (self.window, *parts):
            said += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
            if isinstance(part, QLabel | QAbstractButton | QLineEdit):
                said.append(part.text())
            if isinstance(part, QTableView):
                said.append("a table of names")
        told = "\n".join(said)
        texts = {text for p in self.people for text in (p.public_name, p.family_name, p.email)}
        own = {text for text in texts if len(text) > 3 and text not in self.employers}
        return sorted(text for text in {*own, "a table of names"} if text in told)


@pytest.fixture
def laptop(event: EventFile, qapp: QApplication, qtbot: QtBot) -> Iterator[Laptop]:
    make_application()
    use_language("en")
    program = Program(
        event,
        SimulatedClock(demo_start(event.unit())),
        lock_down=LockDown.EVENT,
        show_paper=lambda _path: None,
        own_file=False,
    )
    with qtbot.waitActive(program.window):
        program.start()
    yield Laptop(program, event)
    program.window.let_go()
    program.close()
    program.window.close()
    program.room.close()
    use_language("nl")


@pytest.mark.parametrize("page", PAGES)
def test_from_every_page_the_panic_key_hides_all_and_scans_go_on(laptop: Laptop, page: str) -> None:
    laptop.window.show_page(page)
    laptop.settle()
    laptop.press(Qt.Key.Key_F12)
    assert laptop.names_told() == []
    before = laptop.arrived()
    laptop.scan_a_newcomer()
    assert laptop.arrived() == before + 1
    assert laptop.window._lock.face.front is Front.BLANK, "a scanner does not wake it"
    assert laptop.names_told() == []
    shown = [label.text() for label in laptop.window.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Welcome"]


def test_it_works_from_the_room_display_and_over_a_dialog_that_asks_for_files(
    laptop: Laptop,
) -> None:
    laptop.window.show_page("people")
    laptop.settle()
    QTest.keyClick(laptop.program.room, Qt.Key.Key_F12)
    assert laptop.names_told() == []
    laptop.window._uncover()
    people = laptop.program.stations.people
    people._ask_for_files()
    dialog = people._dialog
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_F12)
    assert not [
        d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog) and d.isVisible()
    ]
    assert laptop.names_told() == []


def test_the_pin_opens_and_so_does_the_passphrase(laptop: Laptop) -> None:
    for secret in (PIN, DEMO_PASSPHRASE):
        laptop.window.lock()
        laptop.answer("1000")
        assert laptop.window.locked
        assert laptop.names_told() == []
        laptop.answer(secret)
        assert not laptop.window.locked


def test_while_a_pin_is_checked_the_screen_lives_and_scans_come_in(laptop: Laptop) -> None:
    laptop.window.lock()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, PIN, delay=1)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert laptop.window._lock.face.checking
    assert QApplication.focusWidget() is field
    laptop.scan_a_newcomer()
    assert laptop.arrived() == 1


def test_scans_come_in_while_somebody_has_to_wait(laptop: Laptop) -> None:
    laptop.window.lock()
    for number in range(5):
        laptop.answer(f"100{number}")
    assert laptop.window._lock.face.wait
    laptop.scan_a_newcomer()
    assert laptop.arrived() == 1
    assert laptop.names_told() == []


def test_the_room_display_is_no_way_out(laptop: Laptop) -> None:
    assert laptop.window.isFullScreen()
    laptop.program.room.close()
    laptop.settle()
    assert laptop.window.isVisible()
    laptop.window.close()
    assert laptop.window.isVisible()
    laptop.program.placer.open()
    laptop.answer(PIN)
    assert not laptop.window.isVisible()
    assert not laptop.program.room.isVisible()


def test_logging_out_is_not_held_up(laptop: Laptop) -> None:
    laptop.window.lock()
    application = QApplication.instance()
    assert application.receivers(SIGNAL("commitDataRequest(QSessionManager&)"))
    laptop.window.let_go()
    assert laptop.window.close()


@pytest.fixture
def own_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample people in a file of an organiser."""
    monkeypatch.setattr("kiosk.app.demo.PASSPHRASE", PASSPHRASE)
    file = make_demo(tmp_path, SimulatedClock(MORNING), Chance.seeded(7))
    file.close()
    return file.path


def test_at_the_office_it_is_a_window_that_closes_freely(own_event: Path, tmp_path: Path) -> None:
    said = play("show", ["--window", str(own_event)], tmp_path, QT_QPA_PLATFORM="offscreen")
    assert "Welcome" in said["verdict"]["texts"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
def test_it_fills_its_screen_and_told_to_end_it_does_so_cleanly(
    own_event: Path, tmp_path: Path
) -> None:
    """Papers with names are gone, the file is whole, and nobody was asked for a PIN."""
    screens = [
        {"name": "beamer", "x": 0, "y": 0, "width": 1920, "height": 1080},
        {"name": "laptop", "x": 1920, "y": 0, "width": 1366, "height": 768},
    ]
    layout = {"windowFrameMargins": False, "screens": screens}
    (tmp_path / "screens.json").write_text(json.dumps(layout), encoding="utf-8")
    platform = "offscreen:configfile=screens.json"
    program = begin("stay", [str(own_event)], tmp_path, QT_QPA_PLATFORM=platform)
    assert program.stdout is not None
    said = json.loads(program.stdout.readline())
    assert said["full_screen"]
    assert {said["screen"], said["room_screen"]} == {"laptop", "beamer"}
    size = {screen["name"]: [screen["width"], screen["height"]] for screen in screens}
    assert said["size"] == size[said["screen"]]
    assert Path(said["papers"]).exists()
    program.send_signal(signal.SIGTERM)
    _rest, complaints = program.communicate(timeout=30)
    assert (program.returncode, complaints) == (0, "")
    assert not Path(said["papers"]).exists()
    again = open_event_file(own_event, PASSPHRASE)
    assert again.faults() == []
    again.close()
