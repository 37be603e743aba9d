"""A nosy visitor at the interest station, and whoever looks at the screens of the open program."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.app.demo import demo_start, make_demo
from kiosk.app.program import Program
from kiosk.app.registration import Chance
from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.event import PublicNames
from kiosk.domain.people import Attendee, Side
from kiosk.i18n import use_language
from kiosk.services import conducting
from tests.helpers.days import MORNING

# the program looks for voices and finds that this machine has none
pytestmark = pytest.mark.qt_log_ignore("text-to-speech", "pipewire")
CONTROL = Qt.KeyboardModifier.ControlModifier


class Visit:
    """The open program with the interest station in front, as visitors find it."""

    def __init__(self, program: Program, file: EventFile) -> None:
        self.program, self.window = program, program.window
        self.settle()
        with file.unit() as unit:
            self.people = unit.people.all()
            self._codes = unit.people.codes()
            self._employers = " ".join(employer.name for employer in unit.employers.all())
        self.window.show_page("interest")

    @property
    def station(self) -> QWidget:
        return self.program.stations.interest

    def settle(self) -> None:
        self.program.worker.drain()
        QApplication.processEvents()
        self.program.worker.drain()

    def scan(self, person: Attendee) -> None:
        self.program.stations.interest.code_scanned(self._codes[person.id])
        self.settle()

    def code(self, person: Attendee) -> str:
        return self._codes[person.id]

    def one(self, side: Side) -> Attendee:
        return next(person for person in self.people if person.side is side)

    def field(self) -> QLineEdit:
        return next(box for box in self.station.findChildren(QLineEdit) if box.isVisible())

    def is_open(self) -> bool:
        """Whether somebody's answers can be tapped."""
        boxes = self.station.findChildren(QAbstractButton)
        return any(box.isVisible() and box.isCheckable() for box in boxes)

    def enter(self, text: str) -> None:
        self.field().setFocus()
        self.field().setText(text)
        QTest.keyClick(self.field(), Qt.Key.Key_Return)
        self.settle()

    def close_form(self) -> None:
        QTest.keyClick(self.station, Qt.Key.Key_Escape)
        self.settle()

    def told(self, whole: QWidget | None = None) -> str:
        """All that can be read, heard or hovered, on whatever is visible."""
        parts = [part for part in (whole or self.window).findChildren(QWidget) if part.isVisible()]
        said = [part.accessibleName() + part.accessibleDescription() for part in parts]
        said += [part.toolTip() + part.windowTitle() for part in parts]
        said += [p.text() for p in parts if isinstance(p, QLabel | QAbstractButton | QLineEdit)]
        for table in (part for part in parts if isinstance(part, QTableView)):
            model = table.model()
            said += [
                str(model.index(row, column).data())
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
        return "\n".join(said)

    def names_told(self) -> list[str]:
        told = self.told() + self.window.windowTitle()
        texts = {text for p in self.people for text in (p.public_name, p.family_name, p.email)}
        own = {text for text in texts if len(text) > 3 and text not in self._employers}
        return sorted(text for text in own if text in told)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[EventFile]:
    file = make_demo(tmp_path, SimulatedClock(MORNING), Chance.seeded(7))
    yield file
    file.close()


@pytest.fixture
def visit(demo: EventFile, qapp: QApplication, qtbot: QtBot) -> Iterator[Visit]:
    make_application()
    use_language("en")
    clock = SimulatedClock(demo_start(demo.unit()))
    program = Program(demo, clock, show_paper=lambda _path: None, own_file=False)
    with qtbot.waitActive(program.window):
        program.start()
    yield Visit(program, demo)
    program.close()
    program.window.close()
    program.room.close()
    use_language("nl")


def test_a_badge_number_or_a_name_opens_nobodys_form(visit: Visit) -> None:
    person = visit.one(Side.CANDIDATE)
    number = str(person.badge_number)
    for tried in (number, f"0{number}", person.given_name, str(person.id), person.email):
        visit.enter(tried)
        assert not visit.is_open()
    visit.enter(visit.code(person))
    assert visit.is_open(), "the code on the badge does"


def test_a_code_that_was_typed_cannot_be_brought_back(visit: Visit) -> None:
    person = visit.one(Side.CANDIDATE)
    box = visit.field()
    box.setFocus()
    QTest.keyClicks(box, visit.code(person), delay=40)
    visit.enter(box.text() or visit.code(person))
    visit.close_form()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_V):
        QTest.keyClick(visit.field(), key, CONTROL)
        assert visit.field().text() == ""


def test_a_code_that_was_left_behind_is_forgotten(visit: Visit) -> None:
    box = visit.field()
    box.setText("BCDEFGH")
    box.textEdited.emit("BCDEFGH")
    page = visit.program.stations.interest._idle
    assert page._left.isActive()
    page._left.timeout.emit()
    assert (box.text(), box.isUndoAvailable()) == ("", False)
    box.setText("BCDEFGH")
    visit.scan(visit.one(Side.CANDIDATE))
    visit.close_form()
    assert visit.field().text() == ""


@pytest.mark.parametrize("side", [Side.CANDIDATE, Side.EMPLOYER])
def test_between_two_visitors_nobody_is_named(visit: Visit, side: Side) -> None:
    visit.scan(visit.one(side))
    assert visit.names_told()
    visit.close_form()
    assert visit.names_told() == []


def test_from_the_station_no_key_leads_to_a_page_with_names(visit: Visit) -> None:
    for number in range(1, 10):
        QTest.keyClick(visit.window, Qt.Key(Qt.Key.Key_0 + number), CONTROL)
        visit.settle()
        assert visit.names_told() == []
        visit.window._uncover()
        assert visit.window.current_key == "interest"


def test_behind_the_lock_nobody_is_named_whatever_is_scanned(visit: Visit) -> None:
    for page in ("desk", "host", "plan", "people", "results"):
        visit.window.show_page(page)
        visit.settle()
        visit.window.lock()
        visit.window.route_scan(visit.code(visit.one(Side.CANDIDATE)))
        visit.settle()
        assert visit.names_told() == [], page
        visit.window._uncover()


def test_the_title_of_no_window_names_anybody(visit: Visit) -> None:
    visit.scan(visit.one(Side.CANDIDATE))
    titles = [window.windowTitle() for window in QApplication.topLevelWidgets()]
    assert not [p for p in visit.people for title in titles if p.public_name in title.split()]


def test_in_a_numbers_only_event_the_station_shows_nobodys_name(
    visit: Visit, demo: EventFile
) -> None:
    """Whoever waits behind can read the greeting."""
    with demo.unit() as unit:
        unit.events.save(replace(unit.events.get(), public_names=PublicNames.BADGE_NUMBER))
        unit.commit()
    for side in (Side.CANDIDATE, Side.EMPLOYER):
        visit.scan(visit.one(side))
        assert visit.is_open()
        assert visit.names_told() == []


def test_what_the_room_hears_and_reads_aloud_names_nobody(visit: Visit, demo: EventFile) -> None:
    """The board is painted; a screen reader on the room's screen says which picture it is."""
    clock = visit.program._clock
    state = conducting.conductor_state(demo.unit(), clock)
    while state.following is not None:
        state = conducting.next_phase(demo.unit(), clock, state.position)
        visit.program.follow(state)
        visit.settle()
        room = visit.program.room
        told = visit.told(room) + room.accessibleName() + room.accessibleDescription()
        assert not [p for p in visit.people if p.public_name in told.split()]
