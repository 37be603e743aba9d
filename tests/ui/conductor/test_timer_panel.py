"""The time and its buttons on screens of any width."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.i18n import LANGUAGES, speaking
from kiosk.ui.conductor.state import ControlsFace, TimeFace
from kiosk.ui.conductor.timer_panel import TimerPanel
from kiosk.ui.theme.style import apply_theme

SMALL_LAPTOP, OLD_SCREEN = 866, 684
"""Widths of the panel on screens that are 1280 and 1024 px wide."""
CONTROLS = ControlsFace(
    running=True,
    paused=False,
    next_text="Volgende",
    next_icon="next",
    next_armed=False,
    next_enabled=True,
    message="",
    dark=False,
)


@pytest.fixture(params=LANGUAGES)
def timer(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[TimerPanel]:
    apply_theme(qapp)
    with speaking(request.param):
        timer = TimerPanel()
        timer.retranslate()
    timer.show_time(TimeFace("Ronde 3 van 8", "4:58"))
    timer.show_controls(CONTROLS)
    yield timer
    shiboken6.delete(timer)


def show(timer: TimerPanel, width: int) -> list[QPushButton]:
    timer.resize(width, timer.sizeHint().height())
    timer.show()
    QApplication.processEvents()
    return timer.findChildren(QPushButton)


def test_on_a_small_laptop_the_buttons_stand_beside_the_time(timer: TimerPanel) -> None:
    buttons = show(timer, SMALL_LAPTOP)
    assert all(button.x() > timer._time.geometry().right() for button in buttons)
    assert min(button.y() for button in buttons) < timer._time.geometry().bottom()


@pytest.mark.parametrize("width", [SMALL_LAPTOP, OLD_SCREEN])
def test_no_word_on_a_button_is_cut(timer: TimerPanel, width: int) -> None:
    for button in show(timer, width):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.geometry().right() <= timer.width()
