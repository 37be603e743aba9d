"""Volunteers use the mouse as well: after a click the next name is typed into the box as ever."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.ui.desk.wording import Action
from kiosk.ui.widgets.scrolling import scroll_area
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


def test_a_page_that_was_scrolled_shows_a_new_answer_from_its_top(desk: Desk) -> None:
    """With very large text, or in a small window."""
    area = scroll_area(desk.station)
    area.resize(700, 300)
    area.show()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    desk.station.take_scan(desk.codes["1"])
    desk.settle()
    assert bar.value() == 0
    area.takeWidget()
