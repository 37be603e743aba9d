"""The host's page while nothing but the second changes: it shares its thread with the room."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kiosk.app.demo import make_demo
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.programme import rounds_of
from kiosk.services.conducting import conductor_state, start_phase
from kiosk.ui.conductor.presenter import ConductorPresenter
from kiosk.ui.conductor.view import ConductorPage
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import MORNING

FRAME = 1 / 60
SECONDS = 50


@pytest.mark.parametrize("size", [(1366, 657), (800, 690)], ids=["laptop", "small window"])
def test_a_second_on_the_hosts_page(
    tmp_path: Path, qapp: QApplication, figure: Callable[..., None], size: tuple[int, int]
) -> None:
    """Work out, render and paint: the sample day in its third round."""
    apply_theme(qapp)
    clock = SimulatedClock(MORNING)
    file = make_demo(tmp_path, clock)
    state = conductor_state(file.unit(), clock)
    position = rounds_of([row.phase for row in state.rows])[2].position
    clock.advance_to(state.event.moment(state.rows[position].phase.starts))
    state = start_phase(file.unit(), clock, position, None)
    file.close()
    presenter, page = ConductorPresenter(clock), ConductorPage()
    page.resize(*size)
    page.show()
    presenter.show(state)
    ours = [second(presenter, page, clock) for _ in range(SECONDS)][5:]
    assert page.isVisible()
    figure(
        f"host's page, a second, {size[0]} px wide",
        ours,
        [FRAME],
        "one 60 Hz frame",
        "under one frame",
    )


def second(presenter: ConductorPresenter, page: ConductorPage, clock: SimulatedClock) -> float:
    """Seconds to show the next second."""
    clock.advance(1)
    begun = perf_counter()
    view = presenter.view()
    assert view is not None
    page.render_view(view)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendPostedEvents(page.window(), QEvent.Type.UpdateRequest)
    return perf_counter() - begun
