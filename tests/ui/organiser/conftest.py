"""The organisers' three pages on a real encrypted file, with real imports, plans and exports."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app.pages import Importer
from kiosk.app.plan_making import PlanMaking
from kiosk.domain.clock import SimulatedClock
from kiosk.exporting import kind_of, write_export
from kiosk.i18n import use_language
from kiosk.services.export import export_day
from kiosk.services.ports import UnitFactory, UnitOfWork
from kiosk.ui.organiser.actions import Printed
from kiosk.ui.organiser.people_page import PeoplePage
from kiosk.ui.organiser.people_presenter import PeoplePresenter
from kiosk.ui.organiser.plan.page import PlanPage
from kiosk.ui.organiser.plan.presenter import PlanPresenter
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
    makes: PlanMaking
    qtbot: QtBot

    def open(self, page: PlanPage | PeoplePage | ResultsPage) -> None:
        """Turn to a page, and wait until it is filled."""
        for other in (self.plan, self.people, self.results):
            other.setVisible(other is page)
        self.settle()

    def settle(self) -> None:
        """Everything asked is answered and shown."""
        self.worker.drain()
        QApplication.processEvents()

    def make_plan(self) -> None:
        """Press the button, and wait for the draft and for what the other method would give."""
        self.plan.options.buttons.make.click()
        presenter = self.plan._presenter
        self.qtbot.waitUntil(lambda: self.settled(presenter), timeout=20_000)

    def settled(self, presenter: PlanPresenter) -> bool:
        """Whether a plan is there, and everything about it is known."""
        self.settle()
        reading = presenter._reading
        grid = reading.overview.grid if reading else None
        return grid is not None and presenter._other is not None

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

    def prints(unit: UnitOfWork, language: str) -> Printed:
        return Printed(tmp_path / "papers.pdf", 3)

    def exports(unit: UnitOfWork, path: Path, language: str) -> None:
        write_export(export_day(unit, clock, kind_of(path)), path, language)

    makes = PlanMaking(worker, clock, "organiser")
    pages = (
        PlanPage(PlanPresenter(worker, clock, makes, prints, "organiser")),
        PeoplePage(PeoplePresenter(worker, Importer(clock), prints)),
        ResultsPage(ResultsPresenter(worker, clock, exports)),
    )
    for page in pages:
        qtbot.addWidget(page)
        page.resize(1366, 700)
    yield Organiser(*pages, worker, units, clock, makes, qtbot)
    makes.stop()
    worker.close()
    for page in pages:
        if shiboken6.isValid(page):
            page.close()
    use_language("nl")
