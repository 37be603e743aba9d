"""Next never fires twice: bursts of keys, clicks and scans, a slow disk, two hosts."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal
from kiosk.i18n import use_language
from kiosk.services import conducting
from kiosk.services.ports import UnitFactory, UnitOfWork
from kiosk.ui.conductor.station import ConductorStation
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import small_day
from tests.helpers.mending import MendsByHand

WELCOME, INFO, ROUND = 0, 1, 2
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class SlowWorker:
    """Real use cases on the real file; the disk answers when a test says so."""

    units: UnitFactory
    waiting: deque[Callable[[], None]] = field(default_factory=deque)

    def ask(
        self,
        use_case: Callable[[UnitOfWork], object],
        then: Callable[[object], None],
        otherwise: Callable[[Refusal], None] | None = None,
    ) -> None:
        def work() -> None:
            try:
                answer = use_case(self.units())
            except Refusal as refusal:
                assert otherwise is not None
                otherwise(refusal)
            else:
                then(answer)

        self.waiting.append(work)

    ask_aside = ask

    def answer(self) -> None:
        """The disk is quick again: everything asked is answered, and what follows from it."""
        while self.waiting:
            self.waiting.popleft()()


class Host:
    """The real page and station in front of a slow disk."""

    def __init__(self, units: UnitFactory, clock: SimulatedClock, qtbot: QtBot) -> None:
        self.units, self.clock, self.qtbot = units, clock, qtbot
        self.worker = SlowWorker(units)
        self.station = ConductorStation(self.worker, clock, lambda: None, MendsByHand())
        self.page = self.station.page
        self.page.resize(1366, 704)
        with qtbot.waitActive(self.page):
            self.page.show()
        self.station.start()
        self.worker.answer()

    @property
    def position(self) -> int | None:
        return conducting.conductor_state(self.units(), self.clock).position

    @property
    def started(self) -> list[object]:
        """The phases that were started, in order, as the journal has them."""
        with self.units() as unit:
            entries = unit.journal.entries()
        return [e.facts["position"] for e in entries if e.what == "phase-started"]

    def calm(self) -> None:
        """Everything is answered and painted, and the host has seen it."""
        self.worker.answer()
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.station.time.settling.isActive(), timeout=3_000)
        self.worker.answer()

    def go_to(self, position: int) -> None:
        while self.position != position:
            conducting.next_phase(self.units(), self.clock, self.position)
        self.station.refresh()
        self.calm()

    def join(self) -> None:
        """A second laptop that was started while the day runs."""
        self.station.time.resume_as_if_nothing()
        self.calm()

    def close(self) -> None:
        shiboken6.delete(self.page)
        shiboken6.delete(self.station)


@pytest.fixture
def day(units: UnitFactory, qapp: QApplication) -> Iterator[UnitFactory]:
    use_language("en")
    apply_theme(qapp)
    with units() as unit:
        small_day(unit)
        unit.commit()
    yield units
    use_language("nl")


@pytest.fixture
def host(day: UnitFactory, clock: SimulatedClock, qtbot: QtBot) -> Iterator[Host]:
    host = Host(day, clock, qtbot)
    yield host
    host.close()


def right(host: Host) -> None:
    QTest.keyClick(host.page, Qt.Key.Key_Right)


def click(host: Host) -> None:
    QTest.mouseClick(host.page.timer.next_button, Qt.MouseButton.LeftButton)


def double_click(host: Host) -> None:
    QTest.mouseDClick(host.page.timer.next_button, Qt.MouseButton.LeftButton)
    click(host)


def held_down(host: Host) -> None:
    right(host)
    for _ in range(30):
        repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, NONE, "", True)
        QApplication.sendEvent(host.page, repeat)


def enter(host: Host) -> None:
    host.page.timer.next_button.setFocus()
    QTest.keyClick(host.page.timer.next_button, Qt.Key.Key_Return)


def letter(host: Host) -> None:
    host.qtbot.waitUntil(lambda: host.page._keys.is_calm)
    QTest.keyClick(host.page, Qt.Key.Key_N)
    host.qtbot.waitUntil(lambda: not host.page._keys.is_waiting)


PRESSES = (right, click, double_click, held_down, enter, letter)


@pytest.mark.parametrize("press", PRESSES)
def test_a_burst_while_the_disk_is_slow_starts_one_phase(
    host: Host, press: Callable[[Host], None]
) -> None:
    host.go_to(WELCOME)
    for _ in range(5):
        press(host)
    host.calm()
    assert host.started == [WELCOME, INFO]


def test_every_kind_of_press_at_once_starts_one_phase(host: Host) -> None:
    host.go_to(WELCOME)
    for press in PRESSES * 2:
        press(host)
    host.calm()
    assert host.started == [WELCOME, INFO]


@pytest.mark.parametrize("press", [right, click, enter])
def test_a_press_made_before_the_new_phase_was_seen_skips_nothing(
    host: Host, press: Callable[[Host], None]
) -> None:
    """The disk took longer than a host is patient; both presses meant the same phase."""
    host.go_to(WELCOME)
    press(host)
    host.qtbot.waitUntil(lambda: not host.station.time.settling.isActive(), timeout=3_000)
    host.worker.answer()
    press(host)
    host.worker.answer()
    assert host.started == [WELCOME, INFO]
    host.calm()
    press(host)
    host.calm()
    assert host.started == [WELCOME, INFO, ROUND]


def test_an_answer_to_an_older_question_does_not_make_room_for_a_second_press(host: Host) -> None:
    """Somebody checked in just before: that answer comes first, and still shows the old phase."""
    host.go_to(WELCOME)
    host.station.refresh()
    right(host)
    host.qtbot.waitUntil(lambda: not host.station.time.settling.isActive(), timeout=3_000)
    host.worker.waiting.popleft()()
    right(host)
    host.calm()
    assert host.started == [WELCOME, INFO]


def test_a_scanner_starts_nothing(host: Host) -> None:
    host.go_to(WELCOME)
    for code in ("NBCDGNHNLN", "bcdnghnnnn", "NNNNNNNNNN"):
        for widget in (host.page, host.page.timer.next_button):
            widget.setFocus()
            QTest.keyClicks(widget, code)
            QTest.keyClick(widget, Qt.Key.Key_Return)
    host.calm()
    assert host.started == [WELCOME]


def test_two_hosts_who_press_at_once_start_one_phase(
    day: UnitFactory, clock: SimulatedClock, qtbot: QtBot, host: Host
) -> None:
    host.go_to(WELCOME)
    other = Host(day, clock, qtbot)
    other.join()
    click(host)
    click(other)
    host.worker.answer()
    other.worker.answer()
    assert host.started == [WELCOME, INFO]
    assert other.station._presenter.position == INFO
    other.close()


def test_two_hosts_in_a_round_cut_it_short_once(
    day: UnitFactory, clock: SimulatedClock, qtbot: QtBot, host: Host
) -> None:
    host.go_to(ROUND)
    other = Host(day, clock, qtbot)
    other.join()
    for each in (host, other, host, other):
        click(each)
    host.worker.answer()
    other.worker.answer()
    assert host.started == [WELCOME, INFO, ROUND, ROUND + 1]
    other.close()
