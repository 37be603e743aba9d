"""At an event nobody leaves the program without the PIN; at the office it closes freely."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.lock_presenter import Purpose
from kiosk.ui.lockdown import LockDown
from tests.ui.shell.conftest import NAME, PIN, Shell

CONTROL = Qt.KeyboardModifier.ControlModifier


def asks_to_leave(shell: Shell) -> bool:
    return shell.window._lock.face.purpose is Purpose.LEAVE and "PIN or passphrase" in shell.told()


def close(shell: Shell) -> None:
    """As Alt+F4, a window manager and a task bar do."""
    shell.window.close()


def press_ctrl_q(shell: Shell) -> None:
    shell.press(Qt.Key.Key_Q, CONTROL)


def press_the_button(shell: Shell) -> None:
    shell.click("Leave the program")


def quit_the_application(_shell: Shell) -> None:
    """As the menu of macOS does."""
    QApplication.sendEvent(QApplication.instance(), QEvent(QEvent.Type.Quit))


WAYS = [close, press_ctrl_q, press_the_button, quit_the_application]


@pytest.mark.parametrize("leave", WAYS)
def test_every_way_out_asks_for_the_pin(shell: Shell, qtbot: QtBot, leave: object) -> None:
    assert callable(leave)
    closed: list[bool] = []
    shell.window.closed.connect(lambda: closed.append(True))
    leave(shell)
    assert shell.window.isVisible()
    assert asks_to_leave(shell)
    assert NAME not in shell.told()
    shell.answer("1000")
    assert (shell.window.isVisible(), closed) == (True, [])
    shell.answer(PIN)
    assert (shell.window.isVisible(), closed) == (False, [True])


def test_whoever_thinks_better_of_it_goes_back_to_the_page(shell: Shell) -> None:
    shell.window.show_page("people")
    shell.window.close()
    shell.click("Back")
    assert (shell.window.locked, shell.window.current_key) == (False, "people")
    assert QApplication.focusWidget() is shell.pages["people"].field


def test_escape_is_the_way_back_too_but_not_from_the_lock(shell: Shell) -> None:
    shell.window.close()
    shell.press(Qt.Key.Key_Escape)
    assert not shell.window.locked
    shell.window.lock()
    shell.press(Qt.Key.Key_Escape)
    assert shell.window.locked


def test_the_card_can_be_used_by_finger_by_keyboard_and_by_ear(shell: Shell) -> None:
    shell.window.close()
    parts = [
        part
        for part in shell.window.findChildren(QWidget)
        if part.isVisible() and isinstance(part, QAbstractButton | QLineEdit)
    ]
    assert len(parts) == 3
    for part in parts:
        assert part.accessibleName()
        assert min(part.width(), part.height()) >= 44
    reached = set()
    for _part in parts:
        reached.add(QApplication.focusWidget())
        shell.press(Qt.Key.Key_Tab)
    assert reached == set(parts)


def test_from_the_lock_the_way_back_leads_to_the_lock(shell: Shell) -> None:
    shell.window.lock()
    shell.window.close()
    assert asks_to_leave(shell)
    shell.click("Back")
    assert shell.window.locked
    assert NAME not in shell.told()
    shell.answer(PIN)
    assert (shell.window.locked, shell.window.isVisible()) == (False, True)


def test_closing_again_and_again_opens_nothing(shell: Shell) -> None:
    shell.window.blank()
    for _time in range(5):
        shell.window.close()
    assert shell.window.isVisible()
    shell.click("Back")
    assert shell.window.locked


def test_the_end_of_the_session_is_not_held_up(shell: Shell) -> None:
    shell.window.lock()
    shell.window.let_go()
    assert shell.window.close()


def test_should_the_session_go_on_after_all_the_window_holds_again(shell: Shell) -> None:
    shell.window.let_go()
    shell.window._hold_on()
    assert not shell.window.close()


def test_it_fills_the_screen_and_stays_so(shell: Shell, qtbot: QtBot) -> None:
    shell.window.fill_screen()
    assert shell.window.isFullScreen()
    shell.window.showNormal()
    qtbot.waitUntil(shell.window.isFullScreen)


@pytest.mark.parametrize("lock_down", [LockDown.OFFICE, LockDown.TRIAL])
def test_elsewhere_it_is_a_window_that_closes_freely(shell: Shell) -> None:
    shell.window.fill_screen()
    assert not shell.window.isFullScreen()
    shell.window.lock()
    assert shell.window.close()
