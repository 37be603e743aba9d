"""The organisers' three pages on a real encrypted file, with real imports, plans and exports."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app.pages import Importer
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.plan import PlanMethod
from kiosk.exporting import kind_of, write_export
from kiosk.i18n import use_language
from kiosk.planning.carousel import Carousel
from kiosk.services.export import export_day
from kiosk.services.ports import UnitFactory, UnitOfWork
from kiosk.services.seating import make_plan
from kiosk.ui.organiser.actions import Printed
from kiosk.ui.organiser.people_page import PeoplePage
from kiosk.ui.organiser.people_presenter import PeoplePresenter
from kiosk.ui.organiser.plan_page import PlanPage
from kiosk.ui.organiser.plan_presenter import PlanPresenter
from kiosk.ui.organiser.results_page import ResultsPage
from kiosk.ui.organiser.results_presenter import ResultsPresenter
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import found


@dataclass
class Organiser:
    """The pages, and the worker behind them."""

    plan: PlanPage
    people: PeoplePage
    results: ResultsPage
    worker: DatabaseWorker
    units: UnitFactory
    clock: SimulatedClock

    def open(self, page: PlanPage | PeoplePage | ResultsPage) -> None:
        """Turn to a page, and wait until it is filled."""
        for other in (self.plan, self.people, self.results):
            other.setVisible(other is page)
        self.settle()

    def settle(self) -> None:
        """Everything asked is answered and shown."""
        self.worker.drain()
        QApplication.processEvents()

    def take_in(self, *paths: Path) -> None:
        """Choose files, look at the report, and take them in."""
        self.people._choose_files([str(path) for path in paths])
        self.settle()
        self.people.panel._apply.click()
        self.settle()


@pytest.fixture
def organiser(
    qtbot: QtBot, qapp: QApplication, units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> Iterator[Organiser]:
    """An event without people."""
    use_language("en")
    apply_theme(qapp)
    with units() as unit:
        found(unit)
        unit.commit()
    worker = DatabaseWorker(units)

    def plans(unit: UnitOfWork):
        return make_plan(unit, clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")

    def prints(unit: UnitOfWork, language: str) -> Printed:
        return Printed(tmp_path / "papers.pdf", 3)

    def exports(unit: UnitOfWork, path: Path, language: str) -> None:
        write_export(export_day(unit, clock, kind_of(path)), path, language)

    pages = (
        PlanPage(PlanPresenter(worker, plans, prints)),
        PeoplePage(PeoplePresenter(worker, Importer(clock), prints)),
        ResultsPage(ResultsPresenter(worker, clock, exports)),
    )
    for page in pages:
        qtbot.addWidget(page)
        page.resize(1366, 700)
    yield Organiser(*pages, worker, units, clock)
    worker.close()
    for page in pages:
        if shiboken6.isValid(page):
            page.close()
    use_language("nl")
