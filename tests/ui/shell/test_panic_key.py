"""One key turns the window dark at once; only a person brings the card, and only the PIN a name."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QVBoxLayout
from pytestqt.qtbot import QtBot

from kiosk.domain import codes
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.ui.lone_key import ALONE_MS
from kiosk.ui.theme.tokens import load_tokens
from tests.ui.shell.conftest import NAME, PIN, Shell

F12 = Qt.Key.Key_F12
PAGES = ("desk", "host", "interest", "people")


def is_dark(shell: Shell) -> bool:
    """Whether the window is plain dark but for a small lock at its foot."""
    picture = shell.window.grab().toImage()
    dark = QColor(load_tokens().night.background)
    rows = range(0, picture.height() - 100, 24)
    columns = range(0, picture.width(), 24)
    return all(picture.pixelColor(x, y) == dark for x in columns for y in rows)


def wake(shell: Shell, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Escape) -> None:
    shell.press(key)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))


@pytest.mark.parametrize("page", PAGES)
def test_it_blanks_every_page_from_within_a_field(shell: Shell, page: str) -> None:
    shell.window.show_page(page)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert NAME in shell.told()
    shell.press(F12)
    assert shell.window.locked
    assert is_dark(shell)
    assert NAME not in shell.told()


def test_it_blanks_the_lock_card_and_the_card_for_leaving(shell: Shell) -> None:
    for cover in (shell.window.lock, shell.window.close):
        cover()
        shell.press(F12)
        assert is_dark(shell)


def test_a_dialog_with_a_name_goes_too(shell: Shell, qtbot: QtBot) -> None:
    dialog = QDialog(shell.window)
    field = QLineEdit(NAME, dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.setWindowTitle(NAME)
    dialog.setModal(True)
    dialog.open()
    qtbot.waitUntil(field.isVisible)
    QTest.keyClick(field, F12)
    assert not dialog.isVisible()
    assert is_dark(shell)
    assert NAME not in shell.told()


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_menus_and_lists_of_a_box_go_too(shell: Shell, qtbot: QtBot) -> None:
    menu = QMenu(NAME, shell.window)
    menu.addAction(NAME)
    box = QComboBox(shell.pages["desk"])
    box.addItems([NAME, "Jan"])
    box.show()
    menu.popup(shell.window.pos())
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, F12)
    assert not menu.isVisible()
    assert is_dark(shell)
    shell.window._uncover()
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClick(QApplication.activePopupWidget(), F12)
    assert QApplication.activePopupWidget() is None
    assert is_dark(shell)


def test_a_key_of_a_person_brings_the_card_and_no_name(shell: Shell, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_4):
        shell.press(F12)
        wake(shell, qtbot, key)
        assert shell.window.locked
        assert NAME not in shell.told()
        shell.answer(PIN)
        assert not shell.window.locked


def test_a_click_brings_the_card(shell: Shell) -> None:
    shell.window.blank()
    QTest.mouseClick(shell.window._layers.currentWidget(), Qt.MouseButton.LeftButton)
    shell.answer(PIN)
    assert not shell.window.locked


def test_the_first_key_after_coming_back_counts_however_soon(shell: Shell, qtbot: QtBot) -> None:
    """A key of the time before does not make it look like the second letter of a scan."""
    shell.press(F12)
    shell.press(Qt.Key.Key_Escape)
    shell.window._uncover()
    shell.press(F12)
    wake(shell, qtbot)


@pytest.mark.parametrize("suffix", ["\r", "\t", ""])
def test_a_scanner_is_no_person(shell: Shell, qtbot: QtBot, suffix: str) -> None:
    """Even without the filter that takes bursts out, and with Shift for each capital."""
    shell.window.blank()
    cover = shell.window._layers.currentWidget()
    for letter in codes.new_code():
        QTest.keyPress(cover, Qt.Key.Key_Shift)
        QTest.keyClick(cover, letter, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyRelease(cover, Qt.Key.Key_Shift)
    QTest.keyClicks(cover, suffix)
    qtbot.wait(2 * ALONE_MS)
    assert is_dark(shell)


def test_pressing_it_again_and_again_keeps_it_dark(shell: Shell, qtbot: QtBot) -> None:
    for _time in range(3):
        shell.press(F12)
    qtbot.wait(2 * ALONE_MS)
    assert is_dark(shell)


def test_a_scan_in_the_dark_checks_in_and_shows_a_word_only(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("people")
    shell.window.blank()
    shell.scan()
    assert shell.pages["desk"].scans == ["CODE"]
    assert "Welcome" in shell.told()
    assert NAME not in shell.told()
    blank = shell.window._layers.currentWidget()
    blank._shown.timeout.emit()
    assert is_dark(shell), "after a moment nothing is left of it"
    shell.window.note_verdict(shell.window._lock.face.verdict)
    assert shell.window.current_key == "people"


def test_the_keys_of_the_pages_do_nothing_in_the_dark(shell: Shell) -> None:
    shell.window.blank()
    control = Qt.KeyboardModifier.ControlModifier
    for number in range(1, 5):
        shell.press(Qt.Key(Qt.Key.Key_0 + number), control)
        assert shell.window.current_key == "desk"
        assert is_dark(shell)


@pytest.mark.parametrize("code", [VerdictCode.CONSENT_MISSING, VerdictCode.NOT_COMING])
def test_what_somebody_answered_is_not_for_who_walks_past(shell: Shell, code: VerdictCode) -> None:
    shell.window.lock()
    shell.window.note_verdict(Verdict(code, datetime(2023, 3, 21, tzinfo=UTC)))
    assert "Please ask at the desk" in shell.told()
    assert "Cancelled" not in shell.told()
    assert "Consent" not in shell.told()
