"""A small day at the desk: a window on a real encrypted file, with a scanner that types."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import Attendee
from kiosk.i18n import use_language
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.station import DeskStation
from kiosk.ui.desk.wedge_filter import WedgeFilter
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import a_candidate, a_representative, an_employer, found, register


class WedgeClock(SimulatedClock):
    """Every reading is a few milliseconds after the one before, as keys of a scanner are."""

    step = 0.004

    def monotonic(self) -> float:
        self.advance(self.step)
        return super().monotonic()


@dataclass
class Desk:
    """What a test needs of a running desk."""

    station: DeskStation
    presenter: DeskPresenter
    worker: DatabaseWorker
    clock: WedgeClock
    codes: dict[str, str]
    ids: dict[str, UUID]

    def settle(self) -> None:
        """Everything asked is answered and shown."""
        self.worker.drain()

    def scan(self, code: str, widget: QWidget | None = None, suffix: str = "\r") -> None:
        """A scanner types a code at whatever has the focus."""
        self.clock.step = 0.004
        QTest.keyClicks(widget or QApplication.focusWidget(), code + suffix)
        self.settle()

    def type(self, text: str) -> None:
        """A person types."""
        self.clock.step = 0.2
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.settle()


@pytest.fixture
def desk(
    qtbot: QtBot, qapp: QApplication, units: UnitFactory, clock: SimulatedClock
) -> Iterator[Desk]:
    """The desk in front, with Samira, two people called Jan, and a bakery."""
    employer = an_employer(4)
    people: list[Attendee] = [
        a_candidate(1, "Samira"),
        a_candidate(2, "Jan"),
        a_candidate(3, "Jan"),
        a_representative(4, employer),
    ]
    with units() as unit:
        found(unit)
        unit.employers.save(employer)
        codes = {f"{person.badge_number}": register(unit, person) for person in people}
        unit.commit()
    use_language("en")
    apply_theme(qapp)
    wedge_clock = WedgeClock(clock.now())
    worker = DatabaseWorker(units)
    presenter = DeskPresenter(worker, wedge_clock, station="desk 1", volunteer="Els")
    station = DeskStation(presenter)
    qtbot.addWidget(station)
    wedge = WedgeFilter(wedge_clock, station)
    wedge.scanned.connect(station.take_scan)
    qapp.installEventFilter(wedge)
    station.resize(1366, 704)
    with qtbot.waitActive(station):
        station.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    presenter.refresh()
    ids = {f"{person.badge_number}": person.id for person in people}
    desk = Desk(station, presenter, worker, wedge_clock, codes, ids)
    desk.settle()
    yield desk
    qapp.removeEventFilter(wedge)
    worker.close()
    use_language("nl")
