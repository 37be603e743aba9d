"""A scanner types into whatever has the focus; what it typed is taken out again, a name stays."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.ui.desk.lights import LightTone, scanner_light
from tests.ui.desk.conftest import Desk

AZERTY_DIGITS = "&\u00e9\"'(\u00a7\u00e8!\u00e7\u00e0"
GARBAGE = AZERTY_DIGITS * 2
BOTTLE = "5410188031072"


def verdict(desk: Desk) -> VerdictCode | None:
    answer = desk.presenter.screen.answer
    return answer.code if isinstance(answer, Verdict) else None


def box(desk: Desk) -> QLineEdit:
    return desk.station._box.field


def beside(desk: Desk, edit: QLineEdit) -> QLineEdit:
    """A field of a panel, with the focus in it; it notes what its users were told last."""
    edit.setParent(desk.station)
    edit.show()
    edit.setFocus()
    return edit


def scan(desk: Desk, text: str, suffix: str = "\r") -> None:
    """A scanner types any letters at whatever has the focus, those of no keyboard too."""
    desk.clock.step = 0.004
    for letter in text + suffix:
        key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(letter, Qt.Key.Key_unknown)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(QApplication.focusWidget(), event)
    QCoreApplication.sendPostedEvents()
    desk.settle()


def light(desk: Desk) -> LightTone:
    return scanner_light(desk.presenter.screen).tone


@pytest.mark.parametrize("suffix", ["\r", "\t"])
@pytest.mark.parametrize("before", ["", "sam"])
def test_garbage_in_the_box_is_taken_out_and_answered_with_a_warning_light(
    desk: Desk, before: str, suffix: str
) -> None:
    desk.type(before)
    desk.clock.advance(1)
    scan(desk, GARBAGE, suffix=suffix)
    assert verdict(desk) is VerdictCode.GARBLED_SCAN
    assert box(desk).text() == ""
    assert QApplication.focusWidget() is box(desk)
    assert light(desk) is LightTone.WARN
    scan(desk, desk.codes["1"])
    assert verdict(desk) is VerdictCode.WELCOME
    assert light(desk) is LightTone.OK


def test_a_code_with_a_sign_behind_it_is_no_garbage_and_the_light_says_so(desk: Desk) -> None:
    scan(desk, desk.codes["1"] + "#")
    assert verdict(desk) is VerdictCode.WELCOME
    assert light(desk) is LightTone.OK


def test_a_bar_code_is_answered_in_the_box_and_stays_in_any_other_field(desk: Desk) -> None:
    scan(desk, BOTTLE)
    assert verdict(desk) is VerdictCode.UNKNOWN_CODE
    assert box(desk).text() == ""
    desk.presenter.back()
    phone = beside(desk, QLineEdit("0"))
    scan(desk, "470123456", suffix="\t")
    assert phone.text() == "0470123456"
    assert verdict(desk) is None


def test_a_web_address_in_the_box_is_an_unknown_code(desk: Desk) -> None:
    scan(desk, "https://jobroad.be/dag")
    assert verdict(desk) is VerdictCode.UNKNOWN_CODE
    assert box(desk).text() == ""


@pytest.mark.parametrize("secret", [GARBAGE, BOTTLE, "een lange zin", "x" * 20, "hunter2hunter2"])
def test_a_quick_secret_is_never_taken_for_a_scan(desk: Desk, secret: str) -> None:
    field = beside(desk, QLineEdit(echoMode=QLineEdit.EchoMode.Password))
    entered: list[str] = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    scan(desk, secret)
    assert field.text() == secret
    assert entered == [secret]
    assert verdict(desk) is None
    assert desk.presenter.screen.scanner_heard is None


def test_a_badge_at_a_secret_checks_in_and_leaves_the_secret_as_it_was(desk: Desk) -> None:
    field = beside(desk, QLineEdit("half", echoMode=QLineEdit.EchoMode.Password))
    scan(desk, desk.codes["1"])
    assert field.text() == "half"
    assert verdict(desk) is VerdictCode.WELCOME


@pytest.mark.parametrize("prefix", ["]Q1", "]C0", "~", "\u00a7"])
def test_what_a_scanner_puts_before_a_code_is_no_hindrance(desk: Desk, prefix: str) -> None:
    scan(desk, prefix + desk.codes["2"])
    assert verdict(desk) is VerdictCode.WELCOME
    assert desk.presenter.screen.attendee_id == desk.ids["2"]
    assert box(desk).text() == ""


@pytest.mark.parametrize(
    "sent",
    [lambda code: code * 2, lambda code: "".join(letter * 2 for letter in code)],
    ids=["the code twice", "each letter twice"],
)
def test_a_code_that_comes_twice_in_one_go_is_one_scan(
    desk: Desk, sent: Callable[[str], str]
) -> None:
    scan(desk, sent(desk.codes["1"]))
    assert verdict(desk) is VerdictCode.WELCOME
    assert box(desk).text() == ""
    state = desk.presenter.screen.state
    assert state is not None
    assert [line.code for line in state.recent] == [VerdictCode.WELCOME]


@pytest.mark.parametrize("name", ["samira", "Samira Benali", "noreen", "Bob De Coninck"])
def test_a_name_typed_in_a_blink_stays_typed_and_enter_still_does_its_work(
    desk: Desk, name: str
) -> None:
    field = beside(desk, QLineEdit())
    entered: list[str] = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    scan(desk, name)
    assert field.text() == name
    assert entered == [name]
    assert desk.presenter.screen.scanner_heard is None


def test_a_name_typed_in_a_blink_into_the_box_finds_its_owner(desk: Desk) -> None:
    scan(desk, "samira")
    desk.settle()
    assert verdict(desk) is VerdictCode.WELCOME
    assert desk.presenter.screen.attendee_id == desk.ids["1"]


def test_a_field_is_put_back_with_its_cursor_and_what_was_selected(
    desk: Desk, qtbot: QtBot
) -> None:
    field = QLineEdit("Samira Benali")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    field.setSelection(7, 6)
    scan(desk, desk.codes["1"])
    assert (field.text(), field.selectedText()) == ("Samira Benali", "Benali")
    field.deselect()
    field.setCursorPosition(3)
    scan(desk, desk.codes["2"])
    assert (field.text(), field.cursorPosition()) == ("Samira Benali", 3)


@pytest.mark.parametrize("sent", ["{code}", "]Q1{code}", GARBAGE])
def test_whoever_follows_a_field_hears_that_the_letters_are_gone(desk: Desk, sent: str) -> None:
    field = QLineEdit("Els")
    heard: list[str] = []
    field.textEdited.connect(heard.append)
    beside(desk, field)
    scan(desk, sent.format(code=desk.codes["1"]))
    assert field.text() == "Els"
    assert heard[-1] == "Els"


def test_a_scan_at_a_number_or_a_choice_leaves_it_as_it_was(desk: Desk) -> None:
    minutes, choice = QSpinBox(desk.station, value=5), QComboBox(desk.station, editable=True)
    choice.addItems(["Brother", "Canon"])
    for widget in (minutes, choice):
        widget.show()
        widget.setFocus()
        scan(desk, desk.codes["1"])
        desk.clock.advance(3)
    assert (minutes.value(), choice.currentText()) == (5, "Brother")
    assert verdict(desk) is VerdictCode.ALREADY_HERE
