"""Pages with names lock themselves when nobody is at them, and say so first."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.ui.idle import WARNING
from kiosk.ui.lockdown import LockDown
from tests.ui.shell.conftest import IDLE_MINUTES, NAME, PIN, Shell

LIMIT = IDLE_MINUTES * 60


@pytest.mark.parametrize("page", ["desk", "people"])
def test_a_page_with_names_locks_itself(shell: Shell, page: str) -> None:
    shell.window.show_page(page)
    shell.wait(LIMIT - 1)
    assert not shell.window.locked
    shell.wait(1)
    assert shell.window.locked
    assert NAME not in shell.told()


@pytest.mark.parametrize("page", ["host", "interest"])
def test_the_host_and_visitors_are_never_locked_out(shell: Shell, page: str) -> None:
    shell.window.show_page(page)
    shell.wait(3 * LIMIT)
    assert not shell.window.locked
    shell.window.show_page("desk")
    shell.wait(LIMIT - 1)
    assert not shell.window.locked, "the time begins when the page comes in front"


def test_the_last_seconds_are_said_and_nothing_moves(shell: Shell) -> None:
    place = shell.pages["desk"].label.mapTo(shell.window, shell.pages["desk"].label.rect().center())
    shell.wait(LIMIT - WARNING - 1)
    assert "locks itself" not in shell.told()
    shell.wait(1)
    assert "locks itself in 15 seconds" in shell.told()
    shell.wait(14)
    assert "locks itself in 1 second." in shell.told()
    now = shell.pages["desk"].label.mapTo(shell.window, shell.pages["desk"].label.rect().center())
    assert now == place


def move_the_mouse(shell: Shell) -> None:
    """As the window system tells it: to the window, whatever is below the pointer."""
    place = QPointF(200, 200)
    button = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, place, button, button, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(shell.window.windowHandle(), moved)


def type_a_letter(shell: Shell) -> None:
    shell.press(Qt.Key.Key_A)


def click(shell: Shell) -> None:
    QTest.mouseClick(shell.pages["desk"].label, Qt.MouseButton.LeftButton)


def be_scanned(shell: Shell) -> None:
    shell.scan()


@pytest.mark.parametrize("stir", [move_the_mouse, type_a_letter, click, be_scanned])
def test_any_movement_keeps_it_open(shell: Shell, stir: object) -> None:
    assert callable(stir)
    shell.wait(LIMIT - 5)
    stir(shell)
    shell.wait(1)
    assert "locks itself" not in shell.told()
    shell.wait(LIMIT - 20)
    assert not shell.window.locked


def test_scans_at_the_lock_do_not_open_it_and_unlocking_gives_the_whole_time(shell: Shell) -> None:
    shell.window.lock()
    shell.wait(2 * LIMIT)
    shell.scan()
    assert shell.window.locked
    shell.answer(PIN)
    shell.wait(LIMIT - 1)
    assert not shell.window.locked


def test_a_card_with_a_way_back_to_names_is_locked_too(shell: Shell) -> None:
    shell.window.close()
    shell.wait(LIMIT)
    shell.window._lock.go_back()
    assert shell.window.locked
    assert NAME not in shell.told()


class TestADemo:
    @pytest.fixture
    def lock_down(self) -> LockDown:
        return LockDown.TRIAL

    def test_never_locks_by_itself(self, shell: Shell) -> None:
        shell.wait(3 * LIMIT)
        assert not shell.window.locked
