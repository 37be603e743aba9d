"""A desk that prints by itself: on the first welcome or on each, now or when a printer comes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.app.program import Program
from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile, create_event_file, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.desk import DeskSettings, PaperOnScan
from kiosk.domain.plan import Conversation, PlanMethod
from kiosk.domain.print_jobs import Paper, PrintState
from kiosk.i18n import use_language
from kiosk.services.desk.leaving import check_out
from kiosk.services.desk.print_queue import print_queue, print_standing
from kiosk.services.desk.settings import change_desk_settings
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.printing.panel import PrintPanel
from kiosk.ui.desk.printing.state import LightState
from kiosk.ui.lockdown import LockDown
from tests.helpers.days import MORNING, PASSPHRASE, small_day
from tests.helpers.fake_printer import FakePrinter
from tests.printing import pdfs

DESK = "desk 1"
FIRST = DeskSettings(PaperOnScan.FIRST_TIME, PaperOnScan.FIRST_TIME)
ALWAYS = DeskSettings(PaperOnScan.ALWAYS, PaperOnScan.NEVER)


@pytest.fixture
def codes(units: UnitFactory) -> dict[UUID, str]:
    """Six candidates and four employers; the first candidates have a place in the plan."""
    with units() as unit:
        codes = small_day(unit)
        seats = zip(unit.people.all()[:4], unit.employers.all(), strict=True)
        planned = [Conversation(1, e.table_number, person.id, e.id) for person, e in seats]
        unit.plans.add(PlanMethod.CAROUSEL, planned, MORNING)
        unit.commit()
    return codes


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def shown() -> list[Path]:
    return []


class Desk:
    """A program with a volunteer, a scanner and a printer."""

    def __init__(
        self, file: EventFile, clock: SimulatedClock, printer: FakePrinter, shown: list[Path]
    ) -> None:
        self.units, self.clock = file.unit, clock
        self.program = Program(
            file, clock, show_paper=shown.append, printer=printer, own_file=False
        )
        self.program.start()
        self.settle()

    def settle(self) -> None:
        for _round in range(2):
            self.program.worker.drain()
            QApplication.processEvents()
            self.program.printing.drain()

    def scan(self, code: str) -> None:
        self.clock.advance(10)
        self.program.stations.desk.take_scan(code)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.program.stations.desk.focusWidget(), key)
        self.settle()

    def states(self) -> list[PrintState]:
        return [line.state for line in print_queue(self.units(), station=DESK).lines]

    def close(self) -> None:
        self.program.close()
        self.program.window.close()
        self.program.room.close()


Opens = Callable[[DeskSettings], Desk]


@pytest.fixture
def open_desk(
    qtbot: QtBot,
    qapp: QApplication,
    event_file: EventFile,
    clock: SimulatedClock,
    printer: FakePrinter,
    shown: list[Path],
    codes: dict[UUID, str],
) -> Iterator[Opens]:
    make_application()
    use_language("en")
    opened: list[Desk] = []

    def open_desk(settings: DeskSettings) -> Desk:
        change_desk_settings(event_file.unit(), clock, settings, station=DESK)
        opened.append(Desk(event_file, clock, printer, shown))
        opened[0].program.stations.desk.refresh()
        opened[0].settle()
        return opened[0]

    yield open_desk
    for desk in opened:
        desk.close()
    use_language("nl")


def test_the_first_welcome_prints_badge_and_route_card_and_the_second_does_not(
    open_desk: Opens, printer: FakePrinter, codes: dict[UUID, str]
) -> None:
    desk = open_desk(FIRST)
    who, code = next(iter(codes.items()))
    desk.scan(code)
    assert sorted(printer.titles) == ["Badge 01", "Route card 01"]
    badge = next(content for title, content in printer.papers if title == "Badge 01")
    assert pdfs.codes(badge) == [code]
    check_out(desk.units(), desk.clock, who, station=DESK)
    desk.scan(code)
    assert len(printer.papers) == 2
    assert desk.states() == [PrintState.SENT, PrintState.SENT]


def test_a_desk_that_always_prints_prints_on_each_welcome_but_not_on_a_second_scan(
    open_desk: Opens, printer: FakePrinter, codes: dict[UUID, str]
) -> None:
    desk = open_desk(ALWAYS)
    who, code = next(iter(codes.items()))
    desk.scan(code)
    desk.scan(code)
    check_out(desk.units(), desk.clock, who, station=DESK)
    desk.scan(code)
    assert printer.titles == ["Badge 01", "Badge 01"]


def test_a_desk_told_nothing_prints_nothing(
    open_desk: Opens, printer: FakePrinter, codes: dict[UUID, str]
) -> None:
    open_desk(DeskSettings()).scan(next(iter(codes.values())))
    assert printer.papers == []


def test_a_representative_gets_a_badge_and_no_route_card(
    open_desk: Opens, printer: FakePrinter, codes: dict[UUID, str]
) -> None:
    open_desk(FIRST).scan(list(codes.values())[-1])
    assert printer.titles == ["Badge 10"]


def test_without_a_printer_scans_go_on_and_the_kept_queue_prints_in_order(
    open_desk: Opens, printer: FakePrinter, codes: dict[UUID, str]
) -> None:
    printer.plugged = False
    desk = open_desk(ALWAYS)
    for code in list(codes.values())[:3]:
        desk.scan(code)
    assert printer.papers == []
    with desk.units().reading() as unit:
        assert len(unit.people.present()) == 3
    light = desk.program.printing.presenter.screen.light
    assert (light.state, light.count) == (LightState.NO_PRINTER, 3)
    printer.plugged = True
    desk.program.printing.nudge()
    desk.settle()
    assert printer.titles == ["Badge 01", "Badge 02", "Badge 03"]
    assert desk.program.printing.presenter.screen.light.state is LightState.READY


def test_what_waits_when_the_program_ends_is_printed_by_the_next(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SimulatedClock
) -> None:
    path = tmp_path / "avond.stoelendans"
    file = create_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        codes = small_day(unit)
        unit.commit()
    make_application()
    change_desk_settings(file.unit(), clock, ALWAYS, station=DESK)
    first = Desk(file, clock, FakePrinter(plugged=False), [])
    first.program.stations.desk.refresh()
    first.settle()
    for code in list(codes.values())[:2]:
        first.scan(code)
    first.close()
    file.close()
    file = open_event_file(path, PASSPHRASE)
    assert print_standing(file.unit(), station=DESK).waiting == 2
    printer = FakePrinter()
    second = Desk(file, clock, printer, [])
    assert printer.titles == ["Badge 01", "Badge 02"]
    second.close()
    file.close()


def test_f2_prints_and_a_second_time_counts_as_printed_again(
    open_desk: Opens, printer: FakePrinter, shown: list[Path], codes: dict[UUID, str]
) -> None:
    desk = open_desk(DeskSettings())
    desk.scan(next(iter(codes.values())))
    for _press in range(2):
        desk.clock.advance(5)
        desk.press(Qt.Key.Key_F2)
    assert printer.titles == ["Badge 01", "Badge 01"]
    assert desk.states() == [PrintState.SENT, PrintState.REPRINTED]
    assert shown == []


def test_f2_without_any_printer_queues_the_badge_and_opens_it_meanwhile(
    open_desk: Opens, printer: FakePrinter, shown: list[Path], codes: dict[UUID, str]
) -> None:
    printer.plugged = False
    desk = open_desk(DeskSettings())
    code = next(iter(codes.values()))
    desk.scan(code)
    desk.press(Qt.Key.Key_F2)
    assert pdfs.codes(shown[0].read_bytes()) == [code]
    assert desk.states() == [PrintState.QUEUED]
    window = desk.program.window
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No printer here") for text in said)


def test_at_an_event_no_other_program_comes_in_front_by_itself(
    open_desk: Opens, shown: list[Path], printer: FakePrinter, codes: dict[UUID, str]
) -> None:
    printer.plugged = False
    desk = open_desk(DeskSettings())
    desk.program._lock_down = LockDown.EVENT
    desk.scan(next(iter(codes.values())))
    desk.press(Qt.Key.Key_F2)
    assert desk.states() == [PrintState.QUEUED]
    assert shown == []


def test_the_panel_opens_on_wish_and_keeps_what_is_chosen_in_it(
    open_desk: Opens, printer: FakePrinter, codes: dict[UUID, str]
) -> None:
    desk = open_desk(DeskSettings())
    desk.program.stations.desk.device_wanted.emit("printer")
    desk.settle()
    panel = desk.program.stations.desk.panel
    assert isinstance(panel, PrintPanel)
    desk.program.printing.presenter.print_badges(PaperOnScan.ALWAYS)
    desk.settle()
    desk.scan(next(iter(codes.values())))
    assert printer.titles == ["Badge 01"]
    desk.program.printing.presenter.try_out()
    desk.settle()
    assert printer.titles[-1] == "Test page"


def test_a_paper_that_somebody_does_not_have_is_refused_calmly(
    open_desk: Opens, printer: FakePrinter, shown: list[Path], codes: dict[UUID, str]
) -> None:
    desk = open_desk(DeskSettings())
    representative = list(codes)[-1]
    desk.program._open_pdf(representative, Paper.ROUTE_CARD)
    desk.settle()
    assert shown == []
    labels = desk.program.window.findChildren(QLabel)
    said = [label.text() for label in labels if label.isVisible()]
    assert "There is no such paper for this person." in said
