"""Panels about people on a real encrypted file, worked with a keyboard that counts its presses."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import Event
from kiosk.domain.people import Attendee, Employer, Side
from kiosk.i18n import use_language
from kiosk.services.desk.check_in import DeskPost
from kiosk.services.ports import UnitFactory
from kiosk.services.search import PeopleIndex, load_people
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from kiosk.ui.widgets.scrolling import scroll_area
from tests.helpers.days import a_candidate, a_representative, an_employer, found, register
from tests.helpers.desks import POST

LAPTOP = (946, 590)
ENTER = Qt.Key.Key_Return
TAB = Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Place:
    """Where panels stand, who is on the list, and the keyboard before them."""

    worker: DatabaseWorker
    units: UnitFactory
    clock: SimulatedClock
    event: Event
    bakery: Employer
    samira: Attendee
    jans: tuple[Attendee, Attendee]
    lotte: Attendee
    index: PeopleIndex
    qtbot: QtBot
    presses: int = 0
    refused: list[RefusalCode] = field(default_factory=list)
    areas: list[QScrollArea] = field(default_factory=list)

    def post(self) -> DeskPost:
        """Which desk this is."""
        return POST

    def people(self) -> PeopleIndex:
        """Everyone, as the search box has them."""
        return self.index

    def refuse(self, refusal: Refusal) -> None:
        """What the notice bar is told."""
        self.refused.append(refusal.code)

    def read_people(self) -> None:
        """As the desk does when somebody is new."""
        self.index = load_people(self.units())

    def put(self, panel: DeskPanel, size: tuple[int, int] = LAPTOP) -> None:
        """Show a panel as the desk does, with the focus in it."""
        area = scroll_area(panel)
        self.areas.append(area)
        area.resize(*size)
        with self.qtbot.waitActive(area):
            area.show()
        panel.setFocus()
        self.settle()

    def settle(self) -> None:
        """Everything asked is answered and shown."""
        self.worker.drain()
        for _pass in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press keys, one after the other, wherever the focus is."""
        for key in keys:
            self.presses += 1
            QTest.keyClick(focus(), key, modifier or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type letters, one after the other, wherever the focus is."""
        for letter in text:
            self.presses += 1
            QTest.keyClicks(focus(), letter)
        self.settle()


def focus() -> QWidget:
    """Where the keyboard writes to."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def to_press(panel: QWidget) -> list[QPushButton | QToolButton]:
    """Everything on a panel that can be pressed now."""
    buttons = [*panel.findChildren(QPushButton), *panel.findChildren(QToolButton)]
    return [button for button in buttons if button.isVisible()]


@pytest.fixture
def place(
    qtbot: QtBot, qapp: QApplication, units: UnitFactory, clock: SimulatedClock
) -> Iterator[Place]:
    """Samira, two people called Jan Peeters, and Lotte of the bakery; nobody is here yet."""
    bakery = an_employer(4)
    samira = replace(a_candidate(17), phone="+32470123456", needs="tolk Arabisch")
    jans = (a_candidate(8, "Jan"), a_candidate(9, "Jan"))
    lotte = a_representative(3, bakery)
    with units() as unit:
        event = found(unit)
        unit.employers.save(bakery)
        for person in (samira, *jans, lotte):
            register(unit, person)
        unit.commit()
    use_language("en")
    apply_theme(qapp)
    worker = DatabaseWorker(units)
    index = load_people(units())
    place = Place(worker, units, clock, event, bakery, samira, jans, lotte, index, qtbot)
    yield place
    worker.close()
    for area in place.areas:
        if shiboken6.isValid(area):
            area.close()
            area.deleteLater()
    use_language("nl")


def companion(number: int, of: UUID | None = None, name: str = "Karim") -> Attendee:
    """Somebody who comes along."""
    return replace(a_candidate(number, name), side=Side.COMPANION, companion_of=of)
