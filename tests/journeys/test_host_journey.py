"""The host runs a round, and the laptop fails in the middle of one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from kiosk.data.eventfile import EventFile, create_event_file, open_event_file
from kiosk.domain.clock import Clock, SimulatedClock
from kiosk.domain.countdown import RunState
from kiosk.i18n import use_language
from kiosk.services import conducting
from kiosk.services.conductor_state import ConductorState
from kiosk.ui.conductor.station import ConductorStation
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import MORNING, PASSPHRASE, small_day
from tests.helpers.mending import MendsByHand

FIRST_ROUND = 2


class Laptop:
    """The host's screen on an event file, from switching on to switching off."""

    def __init__(self, file: EventFile, clock: Clock) -> None:
        self._file, self._clock = file, clock
        self.worker = DatabaseWorker(file.unit)
        self.station = ConductorStation(self.worker, clock, lambda: None, MendsByHand())
        self.station.page.resize(1366, 704)
        self.station.page.show()
        assert QTest.qWaitForWindowActive(self.station.page)
        self.station.start()
        self.worker.drain()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.station.page, key)
        self.worker.drain()

    def click(self, words: str) -> None:
        buttons = self.station.page.findChildren(QPushButton)
        next(b for b in buttons if b.isVisible() and b.text().startswith(words)).click()
        self.worker.drain()

    def words(self) -> list[str]:
        page = self.station.page
        texts = page.findChildren(QLabel) + page.findChildren(QPushButton)
        return [text.text() for text in texts if text.isVisible()]

    def state(self) -> ConductorState:
        self.worker.drain()
        return conducting.conductor_state(self._file.unit(), self._clock)

    def switch_off(self) -> None:
        self.worker.close()
        shiboken6.delete(self.station.page)
        shiboken6.delete(self.station)
        self._file.close()


@pytest.fixture
def day(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """A day that is about to begin, in English."""
    use_language("en")
    apply_theme(qapp)
    path = tmp_path / "dag.stoelendans"
    file = create_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        small_day(unit)
        unit.commit()
    file.close()
    yield path
    use_language("nl")


@contextmanager
def switched_on(path: Path, clock: Clock) -> Iterator[Laptop]:
    laptop = Laptop(open_event_file(path, PASSPHRASE), clock)
    try:
        yield laptop
    finally:
        laptop.switch_off()


def run_to_first_round(path: Path, clock: Clock) -> None:
    file = open_event_file(path, PASSPHRASE)
    for position in (None, 0, 1):
        conducting.next_phase(file.unit(), clock, position)
    file.close()


def later(clock: SimulatedClock, seconds: float) -> SimulatedClock:
    """Another process, some seconds later: its monotonic clock starts anew."""
    fresh = SimulatedClock(clock.now())
    fresh.set_wall(clock.now())
    fresh.advance(seconds)
    return fresh


def test_a_round_with_a_pause_more_time_less_time_and_an_eager_host(day: Path) -> None:
    clock = SimulatedClock(MORNING)
    run_to_first_round(day, clock)
    with switched_on(day, clock) as laptop:
        laptop.click("Resume at 7:00")
        clock.advance(60)
        laptop.press(Qt.Key.Key_Space)
        clock.advance(300)
        laptop.press(Qt.Key.Key_Space)
        laptop.press(Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
        assert laptop.state().countdown.remaining(clock) == 7 * 60
        assert "7:00" in laptop.words()
        laptop.press(*[Qt.Key.Key_Right] * 6)
        assert laptop.state().position == FIRST_ROUND + 1


def test_the_laptop_dies_in_mid_round_and_the_host_goes_on_as_if_nothing_happened(
    day: Path,
) -> None:
    clock = SimulatedClock(MORNING)
    run_to_first_round(day, clock)
    with switched_on(day, later(clock, 168)) as laptop:
        assert "Round 1 was running." in laptop.words()
        laptop.click("Resume at 4:12")
        assert "Round 1 was running." not in laptop.words()
        assert "4:12" in laptop.words()
        assert laptop.state().countdown.run.state is RunState.RUNNING


def test_the_host_can_also_wait_where_the_program_stopped(day: Path) -> None:
    clock = SimulatedClock(MORNING)
    run_to_first_round(day, clock)
    with switched_on(day, clock) as laptop:
        laptop.click("Resume at 7:00")
        clock.advance(100)
        laptop.station.time.write_down()
        laptop.worker.drain()
    with switched_on(day, later(clock, 90)) as laptop:
        assert "Resume at 3:50" in laptop.words()
        laptop.click("Hold at 5:20")
        assert laptop.state().countdown.run.state is RunState.PAUSED
        assert {"5:20", "paused"} <= set(laptop.words())


def test_a_round_that_was_paused_stays_paused(day: Path) -> None:
    clock = SimulatedClock(MORNING)
    run_to_first_round(day, clock)
    with switched_on(day, clock) as laptop:
        laptop.click("Resume at 7:00")
        clock.advance(60)
        laptop.press(Qt.Key.Key_Space)
    with switched_on(day, later(clock, 600)) as laptop:
        assert "Round 1 was paused." in laptop.words()
        laptop.click("Hold at 6:00")
        assert {"6:00", "paused"} <= set(laptop.words())
        assert laptop.state().countdown.remaining(clock) == 6 * 60


def test_while_the_offer_stands_no_key_changes_the_day(day: Path) -> None:
    clock = SimulatedClock(MORNING)
    run_to_first_round(day, clock)
    with switched_on(day, later(clock, 30)) as laptop:
        laptop.press(Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_Right)
        assert laptop.state().position == FIRST_ROUND
        assert laptop.state().countdown.run.state is RunState.RUNNING
        assert "Resume at 6:30" in laptop.words()


def test_setting_the_laptops_clock_does_not_change_the_time_left(day: Path) -> None:
    clock = SimulatedClock(MORNING)
    run_to_first_round(day, clock)
    with switched_on(day, clock) as laptop:
        laptop.click("Resume at 7:00")
        clock.advance(60)
        clock.set_wall(MORNING.replace(day=22))
        laptop.station.refresh()
        laptop.worker.drain()
        assert "6:00" in laptop.words()
