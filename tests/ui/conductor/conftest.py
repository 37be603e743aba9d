"""A small day on the host's screen: the station on a real encrypted file."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.i18n import use_language
from kiosk.services import conducting
from kiosk.services.conductor_state import ConductorState
from kiosk.services.ports import UnitFactory
from kiosk.ui.conductor.station import ConductorStation
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import small_day
from tests.helpers.mending import MendsByHand

FIRST_ROUND = 2


@dataclass
class Host:
    """What a test needs of a running host's screen."""

    station: ConductorStation
    worker: DatabaseWorker
    clock: SimulatedClock
    units: UnitFactory
    gongs: list[str]
    mends: MendsByHand
    changes: list[ConductorState] = field(default_factory=list)

    def settle(self) -> None:
        """Everything asked is answered and shown."""
        self.worker.drain()

    def press(self, key: Qt.Key) -> None:
        """Press one key at whatever has the focus."""
        QTest.keyClick(self.station.page.focusWidget() or self.station.page, key)
        self.settle()

    def state(self) -> ConductorState:
        """What the file says, once all that was asked is done."""
        self.settle()
        return conducting.conductor_state(self.units(), self.clock)

    def run_to(self, position: int) -> None:
        """The day is at this phase."""
        while self.state().position != position:
            conducting.next_phase(self.units(), self.clock, self.state().position)
        self.station.refresh()
        self.settle()


@pytest.fixture
def host(
    qtbot: QtBot, qapp: QApplication, units: UnitFactory, clock: SimulatedClock
) -> Iterator[Host]:
    """The screen is open, nothing has started."""
    use_language("en")
    apply_theme(qapp)
    with units() as unit:
        small_day(unit)
        unit.commit()
    worker = DatabaseWorker(units)
    gongs: list[str] = []
    mends = MendsByHand()
    station = ConductorStation(worker, clock, lambda: gongs.append("gong"), mends)
    host = Host(station, worker, clock, units, gongs, mends)
    station.programme_changed.connect(host.changes.append)
    station.page.resize(1366, 704)
    with qtbot.waitActive(station.page):
        station.page.show()
    station.start()
    host.settle()
    yield host
    worker.close()
    shiboken6.delete(station.page)
    shiboken6.delete(station)
    use_language("nl")
