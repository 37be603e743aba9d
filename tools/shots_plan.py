"""Pictures of the plan page: a draft, a move by hand, a place's employers, lists, a clash."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.domain.people import WishKind
from kiosk.services.seating.demands import set_demand
from kiosk.ui.organiser.plan.presenter import PlanPresenter
from kiosk.ui.organiser.plan.state import Drawer

if TYPE_CHECKING:
    from tools.shots import Set

WAIT_MS = 50


def shoot_plan(day: "Set") -> None:
    """Everything that the page can show before the day; nothing of it stays in force."""
    day.main("plan", "plan")
    page, presenter = day.program.stations.plan, day.program.stations.plan._presenter
    presenter.make()
    wait_for(day, presenter)
    presenter.dismiss()
    day.main("plan-draft", "plan")
    grid = page.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(2, 3))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    day.main("plan-held", "plan")
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    day.main("plan-place", "plan")
    presenter.place.close()
    for drawer in Drawer:
        presenter.toggle_list(drawer)
        day.main(f"plan-{drawer.value}", "plan")
    presenter.close_list()
    shoot_clash(day, presenter)


def shoot_clash(day: "Set", presenter: PlanPresenter) -> None:
    """More conversations that must be than there are rounds; what was asked is taken back."""
    with day.unit() as unit:
        tables = [employer.id for employer in unit.employers.all()]
    reading = presenter._reading
    assert reading is not None
    person = reading.overview.request.seekers[0].candidate_id
    asked = tables[: reading.overview.request.rounds + 1]
    for kind in (WishKind.MUST, None):
        for employer_id in asked:
            set_demand(day.unit(), day.clock, person, employer_id, kind, station="office")
        if kind is not None:
            presenter.make()
            wait_for(day, presenter)
            day.main("plan-clash", "plan")
    presenter.close_demands()


def wait_for(day: "Set", presenter: PlanPresenter) -> None:
    """Until the plan is made or refused, and the other method has had its say."""
    makes = day.program.stations.plan_making
    while presenter._doing.is_busy or makes._beside.is_busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, WAIT_MS)
        day.program.worker.drain()
