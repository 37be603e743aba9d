"""Counters, arrivals, last scans and lights at the right of the desk."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.arrivals import Arrival, Arrivals
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.indicators import Attendance
from kiosk.domain.verdicts import DeskRecord, VerdictCode
from kiosk.i18n import use_language
from kiosk.services.desk.state import DeskAct, DeskState, RecentScan
from kiosk.ui.desk.arrivals_chart import chart_in_words
from kiosk.ui.desk.lights import Light, LightTone, scanner_light
from kiosk.ui.desk.screen import DeskScreen
from kiosk.ui.desk.side_panel import SidePanel
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import MORNING, a_candidate, an_event

SAMIRA = DeskRecord(a_candidate(17), may_take_part=True).attendee
ARRIVALS = Arrivals.of(
    Arrival(MORNING - timedelta(seconds=seconds), "desk 1") for seconds in (30, 42, 54, 66, 900)
)
STATE = DeskState(
    event=an_event(),
    candidates=Attendance(3, 6),
    companions=Attendance(0, 0),
    employers_expected=4,
    employers_here=frozenset({uuid4()}),
    arrivals=ARRIVALS,
    recent=(
        RecentScan(MORNING, DeskAct.SCANNED, VerdictCode.WELCOME, SAMIRA),
        RecentScan(MORNING, DeskAct.LEFT, None, SAMIRA),
        RecentScan(MORNING, DeskAct.UNDONE, None, SAMIRA),
        RecentScan(MORNING, DeskAct.SCANNED, VerdictCode.UNKNOWN_CODE),
    ),
)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, clock: SimulatedClock) -> Iterator[SidePanel]:
    apply_theme(qapp)
    use_language("en")
    panel = SidePanel(clock)
    qtbot.addWidget(panel)
    panel.resize(360, 664)
    panel.show_screen(DeskScreen(state=STATE))
    panel.show()
    yield panel
    use_language("nl")


def pressed(panel: SidePanel, name: str) -> None:
    (button,) = (b for b in panel.findChildren(QPushButton) if b.accessibleName() == name)
    button.click()


def test_who_is_not_here_yet_is_one_press_away(panel: SidePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.call_list_wanted):
        pressed(panel, "Not here yet: 6")


def test_everybody_here_is_said_so(panel: SidePanel) -> None:
    full = replace(STATE, candidates=Attendance(6, 6), employers_expected=1)
    panel.show_screen(DeskScreen(state=full))
    assert panel._counters.call_list.accessibleName() == "Everybody is here"


def test_companions_are_counted_only_where_there_are_any(panel: SidePanel) -> None:
    assert not panel._counters._companions.isVisible()
    panel.show_screen(DeskScreen(state=replace(STATE, companions=Attendance(1, 2))))
    assert panel._counters._companions.isVisible()
    assert panel._counters._companions._figures.text() == "1 / 2"


def test_arrivals_are_told_in_words_too(panel: SidePanel) -> None:
    assert panel._arrivals._chart.accessibleDescription() == (
        "5 people arrived in the last hour and a half. Most in five minutes: 4, from 12:55."
    )
    assert "Nobody" in chart_in_words(Arrivals().by_slot(MORNING), STATE.event)


def test_the_pace_is_a_median_and_a_dash_before_there_is_one(panel: SidePanel) -> None:
    assert panel._arrivals._pace.text() == "12 s per person"
    panel.show_screen(DeskScreen(state=replace(STATE, arrivals=Arrivals())))
    panel._arrivals.refresh()
    assert panel._arrivals._pace.text() == "– per person"  # noqa: RUF001


def test_a_scan_draws_no_chart_and_the_next_second_does(panel: SidePanel, qtbot: QtBot) -> None:
    chart, before = panel._arrivals._chart, panel._arrivals._chart._slots
    more = STATE.arrivals.with_one(Arrival(MORNING, "desk 1"))
    panel.show_screen(DeskScreen(state=replace(STATE, arrivals=more)))
    assert chart._slots is before
    with qtbot.waitSignal(panel._arrivals._due.timeout):
        panel._arrivals._due.setInterval(1)
    assert sum(slot.count for slot in chart._slots) == 6


def test_nothing_counts_out_of_sight(panel: SidePanel) -> None:
    panel.hide()
    assert not panel._arrivals._due.isActive()


def test_the_last_scans_are_read_aloud(panel: SidePanel) -> None:
    assert panel._recent._list.accessibleName().splitlines() == [
        "13:00, Samira B., checked in",
        "13:00, Samira B., left",
        "13:00, Samira B., undone",
        "13:00, Unknown code",
    ]


def test_the_scanner_says_when_it_was_heard_and_whether_it_can_be_read() -> None:
    use_language("en")
    screen = DeskScreen(state=STATE)
    assert scanner_light(screen) == Light(LightTone.NEUTRAL, "Scanner not heard yet")
    screen = replace(screen, scanner_heard=MORNING)
    assert scanner_light(screen) == Light(LightTone.OK, "Scanner heard 13:00")
    screen = replace(screen, scanner_garbled=True)
    assert scanner_light(screen) == Light(LightTone.WARN, "Scanner sends garbage")
    use_language("nl")


def test_each_light_leads_to_its_device(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_printer(Light(LightTone.OK, "Printer ready"))
    for name, wanted in (
        ("Scanner not heard yet", "scanner"),
        ("Printer ready", "printer"),
        ("Camera", "camera"),
        ("Settings of this desk", "settings"),
    ):
        with qtbot.waitSignal(panel.wanted) as heard:
            pressed(panel, name)
        assert heard.args == [wanted]


@pytest.mark.parametrize(("scale", "width"), [(1.0, 272), (1.0, 360), (2.0, 1326), (2.0, 560)])
def test_everything_has_its_place_at_any_size(
    panel: SidePanel, qapp: QApplication, scale: float, width: int
) -> None:
    apply_theme(qapp, scale)
    panel.show_screen(DeskScreen(state=replace(STATE, companions=Attendance(1, 2))))
    for _round in range(2):
        qapp.processEvents()
        panel.resize(width, max(664, panel.minimumSizeHint().height()))
    qapp.processEvents()
    assert panel.minimumSizeHint().width() <= width
    for button in panel.findChildren(QPushButton):
        corner = button.mapTo(panel, button.rect().bottomRight())
        assert panel.rect().contains(corner)
        assert button.height() >= 44
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    apply_theme(qapp)


def test_all_of_it_fits_beside_the_card_on_a_laptop(panel: SidePanel) -> None:
    panel.show_screen(DeskScreen(state=replace(STATE, companions=Attendance(1, 2))))
    assert panel.minimumSizeHint().height() <= 664
