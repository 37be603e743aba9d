"""Volunteers use the mouse as well: after a click the next name is typed into the box as ever."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.ui.desk.wording import Action
from tests.ui.desk.conftest import Desk


@pytest.mark.parametrize("action", [Action.BADGE, Action.UNDO])
def test_after_a_click_on_a_card_one_types_on(desk: Desk, action: Action) -> None:
    desk.scan(desk.codes["1"])
    button = desk.station._front.card._buttons[action]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert QApplication.focusWidget() is desk.station._box.field


def test_after_a_click_on_a_light_one_types_on(desk: Desk) -> None:
    for light in (desk.station._side._strip._camera, desk.station._side._counters.call_list):
        QTest.mouseClick(light, Qt.MouseButton.LeftButton)
        assert QApplication.focusWidget() is desk.station._box.field
