"""The print panel: everything by keyboard, everything in words."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.desk import DeskSettings, PaperOnScan
from kiosk.domain.print_jobs import Paper, PrintTrouble
from kiosk.i18n import use_language
from kiosk.services.desk import print_queue as queue
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.printing.panel import PrintPanel
from kiosk.ui.desk.printing.presenter import PrintPresenter
from kiosk.ui.devices.printer import Printers
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from kiosk.ui.widgets.scrolling import scroll_area
from tests.helpers.days import a_candidate, found, register

DESK = "desk 1"


class Papers:
    """Whoever prints: notes what it is told, prints nothing."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def nudge(self) -> None:
        self.calls.append("nudge")

    def look(self) -> None:
        self.calls.append("look")

    def try_out(self) -> None:
        self.calls.append("try out")


@pytest.fixture
def people(units: UnitFactory) -> list[UUID]:
    persons = [a_candidate(1, "Samira"), a_candidate(2, "<b>Jan</b>"), a_candidate(3, "Ng")]
    with units() as unit:
        found(unit)
        for person in persons:
            register(unit, person)
        unit.commit()
    return [person.id for person in persons]


@pytest.fixture
def jobs(units: UnitFactory, clock: SimulatedClock, people: list[UUID]) -> list[UUID]:
    """Samira's failed, Jan's was sent, Ng's waits; the newest is on top."""
    made = []
    for who in people:
        clock.advance(1)
        made.append(queue.ask_for(units(), clock, Paper.BADGE, who, station=DESK).id)
    queue.failed(units(), clock, made[0], PrintTrouble.PRINTER_REFUSED)
    queue.sent(units(), clock, made[1])
    return made


@pytest.fixture
def papers() -> Papers:
    return Papers()


@pytest.fixture
def worker(units: UnitFactory) -> Iterator[DatabaseWorker]:
    worker = DatabaseWorker(units)
    yield worker
    worker.close()


@pytest.fixture
def panel(
    qtbot: QtBot,
    qapp: QApplication,
    worker: DatabaseWorker,
    clock: SimulatedClock,
    papers: Papers,
    jobs: list[UUID],
) -> Iterator[PrintPanel]:
    use_language("en")
    apply_theme(qapp)
    presenter = PrintPresenter(worker, clock, papers, station=DESK)
    presenter.take_printers(Printers(("Office", "Badges"), "Office"))
    panel = PrintPanel(presenter)
    qtbot.addWidget(panel)
    panel.resize(946, 590)
    with qtbot.waitActive(panel):
        panel.show()
    panel.setFocus()
    worker.drain()
    yield panel
    panel.hide()
    use_language("nl")


def read(panel: PrintPanel) -> str:
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    return " · ".join(shown)


def button(panel: PrintPanel, text: str) -> QAbstractButton:
    return next(each for each in panel.findChildren(QAbstractButton) if each.text() == text)


def rows(panel: PrintPanel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [panel._list.item(at).data(role) for at in range(panel._list.count())]


def press(panel: PrintPanel, worker: DatabaseWorker, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
    worker.drain()


def test_every_job_is_told_in_words_newest_first(panel: PrintPanel) -> None:
    assert rows(panel) == [
        "03, Ng, Badge · 13:00, waits its turn",
        "02, <b>Jan</b>, Badge · 13:00, sent to the printer",
        "01, Samira, Badge · 13:00, the printer refused it",
    ]
    assert "Something was not printed" in read(panel)


def test_only_what_makes_sense_for_a_job_can_be_pressed(panel, worker) -> None:
    names = ("Print again", "Cancel", "Open as PDF")
    offered = []
    for _row in range(3):
        offered.append([button(panel, name).isEnabled() for name in names])
        press(panel, worker, Qt.Key.Key_Down)
    assert offered == [[False, True, True], [True, False, True], [True, False, True]]


def test_a_failed_job_is_printed_again_with_the_keys_alone(panel, worker, papers, clock) -> None:
    clock.advance(1)
    press(panel, worker, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(panel, "Print again")
    press(panel, worker, Qt.Key.Key_Space)
    assert papers.calls == ["look", "nudge"]
    assert rows(panel)[0] == "01, Samira, Badge · again · 13:00, waits its turn"
    assert rows(panel)[-1].endswith("was printed again")
    assert QApplication.focusWidget() is panel._list


def test_the_mark_stays_on_its_job_when_newer_ones_come(panel, worker, jobs, clock) -> None:
    clock.advance(1)
    press(panel, worker, Qt.Key.Key_Down)
    panel._presenter.again(jobs[0])
    worker.drain()
    assert panel._list.chosen.badge_number == 2
    assert panel._list.currentRow() == 2


def test_a_job_that_waits_can_be_cancelled(panel, worker, units) -> None:
    button(panel, "Cancel").click()
    worker.drain()
    assert rows(panel)[0].endswith("cancelled")
    assert queue.next_job(units(), station=DESK) is None
    assert not button(panel, "Cancel").isEnabled()


def test_a_paper_can_be_opened_as_a_pdf_instead(panel, qtbot, people) -> None:
    with qtbot.waitSignal(panel.pdf_wanted) as wanted:
        button(panel, "Open as PDF").click()
    assert wanted.args == [people[2], Paper.BADGE]


def test_printer_and_moments_are_chosen_from_lists(panel) -> None:
    kept: list[DeskSettings] = []
    panel._presenter.settings_changed = kept.append
    printer, badges, _cards = panel.findChildren(QComboBox)
    assert [printer.itemText(at) for at in range(3)] == [
        "System default: Office",
        "Office",
        "Badges",
    ]
    for box, keys in ((printer, 2), (badges, 1)):
        box.setFocus()
        for _press in range(keys):
            QTest.keyClick(box, Qt.Key.Key_Down)
    assert kept[-1].printer == "Badges"
    assert kept[-1].badge_on_scan is PaperOnScan.FIRST_TIME


def test_a_chosen_printer_that_is_gone_stays_chosen_and_is_said(panel) -> None:
    panel._presenter.take_settings(DeskSettings(printer="Old one"))
    printer = panel.findChildren(QComboBox)[0]
    assert printer.currentText() == "Old one (not there)"
    assert "No printer" in read(panel)


def test_the_test_page_goes_its_way_once(panel, papers) -> None:
    button(panel, "Test page").click()
    assert papers.calls[-1] == "try out"
    assert not button(panel, "Test page").isEnabled()
    panel._presenter.take_trial(True)
    assert "The test page was sent" in read(panel)
    assert button(panel, "Test page").isEnabled()


def test_without_a_printer_the_queue_is_said_to_be_kept(panel, worker, units, clock) -> None:
    queue.waits(units(), clock, PrintTrouble.NO_PRINTER, station=DESK)
    panel._presenter.refresh()
    worker.drain()
    assert "No printer: 1 paper waits, nothing is lost" in read(panel)
    assert rows(panel)[0].endswith("waits for a printer")


def test_a_desk_that_printed_nothing_says_so(qtbot, units, worker, clock, papers) -> None:
    with units() as unit:
        found(unit)
        unit.commit()
    use_language("en")
    panel = PrintPanel(PrintPresenter(worker, clock, papers, station="desk 2"))
    qtbot.addWidget(panel)
    panel.show()
    worker.drain()
    assert "Nothing was printed at this desk yet." in read(panel)
    panel.hide()
    use_language("nl")


def test_everything_has_a_name_and_is_large_enough(panel) -> None:
    parts: list[QWidget] = [*panel.findChildren(QAbstractButton), *panel.findChildren(QComboBox)]
    for part in [part for part in parts if part.isVisible()]:
        assert part.accessibleName(), part
        assert part.height() >= 44, part.accessibleName()
    assert panel._list.accessibleName()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_at_any_text_size(panel, qapp, qtbot, scale: float) -> None:
    apply_theme(qapp, scale)
    area = scroll_area(panel)
    qtbot.addWidget(area)
    area.resize(700, 590)
    area.show()
    QApplication.processEvents()
    assert panel.width() <= area.viewport().width()
    for part in panel.findChildren(QAbstractButton):
        assert part.width() >= min(part.sizeHint().width(), 44)
        assert part.mapTo(panel, part.rect().bottomRight()).x() <= panel.width()
    area.takeWidget()
    apply_theme(qapp)
