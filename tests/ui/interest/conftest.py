"""The interest station on a real encrypted file: Samira met two employers, Goran one."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.interest import Interest
from kiosk.domain.plan import Conversation, PlanMethod
from kiosk.i18n import use_language
from kiosk.services.ports import UnitFactory
from kiosk.ui.interest.presenter import InterestPresenter
from kiosk.ui.interest.station import InterestStation
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import (
    MORNING,
    a_candidate,
    a_representative,
    an_employer,
    found,
    register,
)


@dataclass
class Booth:
    """What a test needs of a running interest station."""

    station: InterestStation
    presenter: InterestPresenter
    worker: DatabaseWorker
    units: UnitFactory
    codes: dict[str, str]
    ids: dict[str, UUID]

    def scan(self, who: str) -> None:
        """Somebody holds a badge under the scanner."""
        self.station.code_scanned(self.codes.get(who, who))
        self.worker.drain()

    def tap(self, name: str) -> None:
        """Tap what a screen reader calls by this name."""
        self.button(name).click()
        self.worker.drain()

    def button(self, name: str) -> QAbstractButton:
        """The visible button of this name."""
        buttons = self.station.findChildren(QAbstractButton)
        return next(b for b in buttons if b.isVisible() and self._name(b) == name)

    def chosen(self) -> list[str]:
        """The answers that are filled."""
        buttons = self.station.findChildren(QAbstractButton)
        return [self._name(b) for b in buttons if b.isVisible() and b.isChecked()]

    def words(self) -> str:
        """Everything that could be read, heard or found on the visible station."""
        parts = [w for w in self.station.findChildren(QWidget) if w.isVisible()]
        said = [part.accessibleName() + part.toolTip() for part in parts]
        said += [w.text() for w in parts if isinstance(w, QLabel | QAbstractButton | QLineEdit)]
        return "\n".join(said)

    def answers(self) -> list[Interest]:
        """What the file holds."""
        self.worker.drain()
        with self.units() as unit:
            return unit.interests.all()

    @staticmethod
    def _name(button: QAbstractButton) -> str:
        return button.accessibleName() or button.text()


@pytest.fixture
def booth(
    qtbot: QtBot, qapp: QApplication, units: UnitFactory, clock: SimulatedClock
) -> Iterator[Booth]:
    """The station is open and nobody is there."""
    bakery, garden = an_employer(4, "Bakkerij De Smet"), an_employer(9, "Groendienst Stad")
    people = {
        "Samira": a_candidate(1, "Samira"),
        "Goran": a_candidate(2, "Goran", languages=("en",)),
        "Lotte": a_representative(3, bakery, "Lotte"),
        "Wim": a_representative(4, garden, "Wim"),
        "Noor": a_candidate(5, "Noor"),
    }
    ids = {name: person.id for name, person in people.items()}
    ids |= {"bakery": bakery.id, "garden": garden.id}
    with units() as unit:
        found(unit)
        unit.employers.save(bakery)
        unit.employers.save(garden)
        codes = {
            name: register(unit, person, share=name != "Goran") for name, person in people.items()
        }
        met = [
            Conversation(1, 4, ids["Samira"], bakery.id),
            Conversation(2, 9, ids["Samira"], garden.id),
            Conversation(2, 4, ids["Goran"], bakery.id),
        ]
        unit.plans.add(PlanMethod.CAROUSEL, met, MORNING)
        unit.commit()
    use_language("nl")
    apply_theme(qapp)
    worker = DatabaseWorker(units)
    presenter = InterestPresenter(worker, clock)
    station = InterestStation(presenter)
    station.resize(1366, 768)
    with qtbot.waitActive(station):
        station.show()
    yield Booth(station, presenter, worker, units, codes, ids)
    worker.close()
    shiboken6.delete(station)
    use_language("nl")
