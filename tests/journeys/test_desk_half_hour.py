"""Half an hour at the registration desk, on a real encrypted file, with a scanner that types."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.data.eventfile import create_event_file, open_event_file
from kiosk.domain.clock import SystemClock
from kiosk.domain.codes import new_code
from kiosk.domain.event import Event
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import N_
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.station import DeskStation
from kiosk.ui.desk.wedge_filter import WedgeFilter
from kiosk.ui.shell import Page, ShellWindow
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import PASSPHRASE, an_event, small_day


class Keeper:
    """Knows the passphrase."""

    has_pin = False

    def ask(self, secret: str, then: Callable[[bool], None]) -> None:
        then(secret == PASSPHRASE)


class Volunteer:
    """Works at the window with a scanner and ten fingers, and notes every verdict."""

    def __init__(self, qtbot: QtBot, units: UnitFactory, event: Event) -> None:
        clock = SystemClock()
        self.qtbot = qtbot
        self.verdicts: list[VerdictCode] = []
        self.in_file: list[int] = []
        self._units = units
        self.worker = DatabaseWorker(units)
        self.presenter = DeskPresenter(self.worker, clock, station="desk 1", volunteer="Els")
        desk = DeskStation(self.presenter)
        self.host_button = QPushButton("host")
        pages = [
            Page("desk", N_("Desk"), desk, desk.take_scan, desk.refresh),
            Page("host", N_("Host"), self.host_button),
        ]
        self.window = ShellWindow(pages, clock, event, Keeper())
        qtbot.addWidget(self.window)
        desk.judged.connect(self._note)
        desk.judged.connect(self.window.note_verdict)
        self.wedge = WedgeFilter(clock, self.window)
        self.wedge.scanned.connect(self.window.route_scan)
        QApplication.instance().installEventFilter(self.wedge)
        self.window.resize(1366, 768)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.worker.drain()

    def _note(self, verdict: Verdict) -> None:
        """A verdict is about to be painted: how many are in the file by now?"""
        self.verdicts.append(verdict.code)
        with self._units() as unit:
            self.in_file.append(len(unit.people.check_ins()))

    def scan(self, code: str) -> VerdictCode:
        """The scanner types, at whatever has the focus."""
        known = len(self.verdicts)
        QTest.keyClicks(self._focused(), code + "\r")
        self.qtbot.waitUntil(lambda: len(self.verdicts) > known)
        return self.verdicts[-1]

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._focused(), key, modifier)
        self.worker.drain()

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def seen(self) -> str:
        """What a screen reader says of the card in front."""
        desk = self.window.findChild(DeskStation)
        assert desk is not None
        return desk._front.currentWidget().accessibleName()

    def leave(self) -> None:
        QApplication.instance().removeEventFilter(self.wedge)
        self.worker.close()


def test_half_an_hour_at_the_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    apply_theme(qapp)
    path = tmp_path / "dag.stoelendans"
    file = create_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        codes = list(small_day(unit).values())
        unit.commit()
    els = Volunteer(qtbot, file.unit, an_event())

    assert els.scan(codes[0]) is VerdictCode.WELCOME
    assert "Kandidaat1 B." in els.seen()
    assert els.scan(codes[6]) is VerdictCode.WELCOME
    assert "Werkgever 1" in els.seen()
    assert els.scan(new_code()) is VerdictCode.OTHER_EVENT
    assert els.scan(codes[0]) is VerdictCode.ALREADY_HERE

    els.window.show_page("host")
    assert QApplication.focusWidget() is els.host_button
    assert els.scan(codes[1]) is VerdictCode.WELCOME
    assert els.window.current_key == "desk"

    els.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    els.press(Qt.Key.Key_Escape)
    for letter in "kandidaat3":
        QTest.keyClick(QApplication.focusWidget(), letter, delay=50)
    els.press(Qt.Key.Key_Return)
    assert els.verdicts[-1] is VerdictCode.WELCOME
    assert "Kandidaat3 B." in els.seen()

    els.window.lock()
    assert els.scan(codes[3]) is VerdictCode.WELCOME
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    QTest.keyClicks(field, PASSPHRASE)
    els.press(Qt.Key.Key_Return)
    assert not els.window.locked

    assert els.in_file == [1, 2, 2, 2, 3, 3, 4]
    els.leave()
    file.close()
    again = open_event_file(path, PASSPHRASE)
    with again.unit() as unit:
        assert len(unit.people.check_ins()) == 4
        assert unit.journal.first_broken() is None
    again.close()
