"""This desk's settings: what somebody typed there to show who they are is never left behind."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.desk import DeskSettings
from kiosk.ui.desk.setup.panel import SetupPanel
from kiosk.ui.desk.setup.presenter import SetupPresenter
from tests.ui.desk.conftest import Desk

PIN = "4719"


@pytest.fixture
def checks() -> list[tuple[str, Callable[[bool], None]]]:
    """What was asked and is not answered yet."""
    return []


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot, checks: list[tuple[str, Callable[[bool], None]]]) -> SetupPanel:
    presenter = SetupPresenter(
        desk.worker, desk.clock, lambda secret, then: checks.append((secret, then)), "desk 1"
    )
    panel = SetupPanel(presenter)
    presenter.open("", DeskSettings())
    desk.station.open_panel(panel)
    desk.settle()
    return panel


def test_half_a_pin_does_not_wait_for_the_next_who_opens_the_panel(
    desk: Desk, panel: SetupPanel
) -> None:
    QTest.keyClicks(panel._secret, PIN)
    panel.closed.emit()
    desk.station.open_panel(panel)
    assert panel._secret.text() == ""


def test_a_scan_in_between_and_the_organisers_part_is_closed_again(
    desk: Desk, panel: SetupPanel, checks: list[tuple[str, Callable[[bool], None]]]
) -> None:
    QTest.keyClicks(panel._secret, PIN)
    QTest.keyClick(panel._secret, Qt.Key.Key_Return)
    checks.pop()[1](True)
    assert panel._idle.isEnabled()
    desk.scan(desk.codes["1"])
    desk.station._front.uncover()
    assert panel.isVisible()
    assert not panel._idle.isEnabled()


def test_an_answer_that_comes_after_the_panel_was_closed_opens_nothing(
    desk: Desk, panel: SetupPanel, checks: list[tuple[str, Callable[[bool], None]]]
) -> None:
    QTest.keyClicks(panel._secret, PIN)
    QTest.keyClick(panel._secret, Qt.Key.Key_Return)
    panel.closed.emit()
    checks.pop()[1](True)
    desk.station.open_panel(panel)
    assert not panel._idle.isEnabled()
