"""A second on the host's page costs no more than its figures: the room is painted beside it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from kiosk.ui.conductor.state import ConductorView
from kiosk.ui.conductor.view import ConductorPage
from tests.ui.conductor.conftest import FIRST_ROUND, Host


class Costs(QObject):
    """What was laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.layouts: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.layouts.append(watched)
        return False


@pytest.fixture
def costs(qapp: QApplication) -> Iterator[Costs]:
    costs = Costs()
    yield costs
    qapp.removeEventFilter(costs)


def view_of(host: Host) -> ConductorView:
    view = host.station._presenter.view()
    assert view is not None
    return view


@pytest.fixture
def page(host: Host) -> Iterator[ConductorPage]:
    """A page that nobody else renders."""
    page = ConductorPage()
    page.show()
    yield page
    shiboken6.delete(page)


@pytest.mark.parametrize("size", [(1366, 657), (796, 685)])
def test_another_second_lays_out_nothing(
    host: Host, page: ConductorPage, qapp: QApplication, costs: Costs, size: tuple[int, int]
) -> None:
    host.run_to(FIRST_ROUND)
    host.station.page.hide()
    view = view_of(host)
    page.resize(*size)
    for _ in range(10):
        page.render_view(view)
        qapp.processEvents()
    qapp.installEventFilter(costs)
    for time in ("6:58", "6:57", "6:56"):
        page.render_view(replace(view, time=replace(view.time, time=time)))
        qapp.processEvents()
    assert costs.layouts == []
    assert page.timer._time.text() == "6:56"
    assert "6:56" in page.timer._time.accessibleName()


def test_another_text_is_fitted_anew(page: ConductorPage) -> None:
    figures = page.timer._time
    figures.setText("10:00")
    fitted = figures._fit()
    figures.setText("9:59")
    assert (figures._fit().text, fitted.text) == ("9:59", "10:00")
