"""What a volunteer lives through at the desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.codes import new_code
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import use_language
from kiosk.ui.desk.screen import Undone
from tests.ui.desk.conftest import Desk


def verdict(desk: Desk) -> VerdictCode | None:
    answer = desk.presenter.screen.answer
    return answer.code if isinstance(answer, Verdict) else None


def front(desk: Desk) -> str:
    """What a screen reader says of the card in front."""
    return desk.station._front.currentWidget().accessibleName()


def field() -> QLineEdit:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    return focused


@pytest.mark.parametrize("suffix", ["\r", "\t"])
def test_a_scan_while_the_box_has_the_focus(desk: Desk, suffix: str) -> None:
    desk.scan(desk.codes["1"], suffix=suffix)
    assert verdict(desk) is VerdictCode.WELCOME
    assert front(desk).startswith("Welcome. Samira B.. Badge 01")
    assert field().text() == ""


def test_a_scan_without_suffix_ends_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.scan(desk.codes["1"], suffix="")
    desk.clock.step = 0.2
    qtbot.waitUntil(lambda: verdict(desk) is VerdictCode.WELCOME)


def test_a_scan_while_a_button_has_the_focus(desk: Desk) -> None:
    button = QPushButton("elsewhere", desk.station)
    button.show()
    button.setFocus()
    desk.scan(desk.codes["1"].lower(), button)
    assert verdict(desk) is VerdictCode.WELCOME


def test_a_scan_into_half_a_name_leaves_no_letters_behind(desk: Desk) -> None:
    desk.type("Jan")
    desk.clock.advance(1)
    desk.scan(desk.codes["1"])
    assert verdict(desk) is VerdictCode.WELCOME
    assert field().text() == ""


def test_a_scan_into_another_field_leaves_it_as_it_was(desk: Desk) -> None:
    other = QLineEdit("half a word", desk.station)
    other.show()
    other.setFocus()
    desk.scan(desk.codes["1"], other)
    assert other.text() == "half a word"
    assert verdict(desk) is VerdictCode.WELCOME


def test_quick_letters_that_are_no_code_stay_where_they_were_typed(desk: Desk) -> None:
    other = QLineEdit(desk.station)
    other.show()
    other.setFocus()
    QTest.keyClicks(other, "nicole\t")
    assert other.text() == "nicole"
    assert desk.presenter.screen.answer is None


def test_the_same_badge_held_too_long_is_one_scan(desk: Desk) -> None:
    for _time in range(3):
        desk.scan(desk.codes["1"])
    assert verdict(desk) is VerdictCode.WELCOME
    desk.clock.advance(3)
    desk.scan(desk.codes["1"])
    assert verdict(desk) is VerdictCode.ALREADY_HERE
    assert "First at 13:00 at desk 1, by Els" in front(desk)


def test_one_bad_scan_never_holds_up_the_next(desk: Desk) -> None:
    desk.scan(new_code())
    assert verdict(desk) is VerdictCode.OTHER_EVENT
    desk.scan(desk.codes["2"][:-1])
    assert verdict(desk) is VerdictCode.DAMAGED_CODE
    desk.scan(desk.codes["2"])
    assert verdict(desk) is VerdictCode.WELCOME


def test_a_typed_name_and_enter_checks_the_one_person_in(desk: Desk) -> None:
    desk.type("samira\r")
    assert verdict(desk) is VerdictCode.WELCOME
    assert desk.presenter.screen.attendee_id == desk.ids["1"]


def test_a_name_with_a_typing_error_is_marked_first_and_checked_in_by_a_second_enter(
    desk: Desk,
) -> None:
    desk.type("samria\r")
    assert verdict(desk) is None
    assert desk.presenter.screen.chosen == 0
    desk.type("\r")
    assert verdict(desk) is VerdictCode.WELCOME
    assert desk.presenter.screen.attendee_id == desk.ids["1"]


def test_two_people_of_one_name_are_never_taken_for_each_other(desk: Desk) -> None:
    desk.type("jan\r")
    assert verdict(desk) is None
    QTest.keyClick(field(), Qt.Key.Key_Down)
    QTest.keyClick(field(), Qt.Key.Key_Return)
    desk.settle()
    assert desk.presenter.screen.attendee_id == desk.ids["3"]


def test_an_organisation_or_a_number_finds_its_people(desk: Desk) -> None:
    desk.type("bakker\r")
    assert desk.presenter.screen.attendee_id == desk.ids["4"]
    desk.type("02\r")
    assert desk.presenter.screen.attendee_id == desk.ids["2"]


@pytest.mark.parametrize("name", ["xavier", "Ng", "Alexandra Vandenbroucke", "x y z"])
def test_a_name_that_nobody_has_is_no_unknown_code(desk: Desk, name: str) -> None:
    desk.type(name + "\r")
    assert verdict(desk) is None
    assert desk.presenter.screen.searching


def test_a_code_can_be_typed_as_it_is_read_aloud(desk: Desk) -> None:
    code = desk.codes["1"]
    desk.type("-".join((code[:5], code[5:10], code[10:15], code[15:])) + "\r")
    assert verdict(desk) is VerdictCode.WELCOME


def test_a_bar_code_from_a_bottle_is_an_unknown_code(desk: Desk) -> None:
    desk.scan("5410188031072")
    assert verdict(desk) is VerdictCode.UNKNOWN_CODE


def test_one_key_takes_a_check_in_back(desk: Desk) -> None:
    desk.scan(desk.codes["1"])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert isinstance(desk.presenter.screen.answer, Undone)
    state = desk.presenter.screen.state
    assert state is not None
    assert (state.candidates.here, state.recent[0].code) == (0, None)


def test_keys_ask_for_paper_about_the_person_in_front(desk: Desk, qtbot: QtBot) -> None:
    desk.scan(desk.codes["1"])
    for key, wanted in (
        (Qt.Key.Key_F2, desk.station.badge_wanted),
        (Qt.Key.Key_F3, desk.station.brochure_wanted),
    ):
        with qtbot.waitSignal(wanted) as heard:
            QTest.keyClick(QApplication.focusWidget(), key)
        assert heard.args == [desk.ids["1"]]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(desk.station.badge_wanted):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)


def test_the_card_speaks_another_language_at_once(desk: Desk) -> None:
    desk.scan(desk.codes["1"])
    use_language("nl")
    desk.station.retranslate()
    assert front(desk).startswith("Welkom. Samira B.. Badge 01 · ingecheckt om")


def test_a_name_is_never_markup(desk: Desk) -> None:
    desk.type("<img src=x>\r")
    assert "<img src=x>" in desk.station._front.results._title.text()


def test_everything_to_press_has_a_name_and_room_for_a_finger(desk: Desk) -> None:
    desk.scan(desk.codes["1"])
    buttons = [b for b in desk.station.findChildren(QPushButton) if b.isVisible()]
    names = " ".join(button.accessibleName() for button in buttons)
    assert "Badge Brochure Details Undo" in names
    assert len(buttons) == 11
    for button in buttons:
        assert button.accessibleName()
        assert button.height() >= 44


def test_no_name_is_too_long_for_the_screen(desk: Desk) -> None:
    desk.scan(desk.codes["1"])
    for widget in desk.station.findChildren(QWidget):
        if widget.isVisible():
            corner = widget.mapTo(desk.station, widget.rect().bottomRight())
            assert desk.station.rect().contains(corner)
