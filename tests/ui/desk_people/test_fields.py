"""The parts that forms at the desk are made of."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.i18n import use_language
from kiosk.ui.desk.fields.chips import ChipRow, ChoiceRow
from kiosk.ui.desk.fields.language_names import find_languages, language_name, offered
from kiosk.ui.desk.fields.languages import LanguageChooser
from kiosk.ui.desk.fields.question import YesNoQuestion
from kiosk.ui.desk.fields.suggestion import Suggestion
from kiosk.ui.desk.fields.type_ahead import TypeAhead
from kiosk.ui.theme.style import apply_theme
from kiosk.ui.widgets import ActionButton
from kiosk.ui.widgets.folding import FlowBox, PairBox

RIGHT, LEFT, DOWN, TAB = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Tab
SPACE, ENTER, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape
SIDES = [("c", "Candidate"), ("e", "Employer"), ("m", "Companion")]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """A window with a field before and a field after whatever a test puts between."""
    use_language("en")
    apply_theme(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 400)
    return window


def show(window: QWidget, part: QWidget, qtbot: QtBot) -> None:
    column = QVBoxLayout(window)
    for widget in (QLineEdit("before"), part, QLineEdit("after")):
        column.addWidget(widget)
    column.addStretch()
    with qtbot.waitActive(window):
        window.show()
    part.setFocus()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def focused_text() -> str:
    return QApplication.focusWidget().text()


def test_a_row_of_chips_is_one_stop_for_tab(window: QWidget, qtbot: QtBot) -> None:
    row = ChipRow()
    row.set_options(SIDES)
    show(window, row, qtbot)
    assert focused_text() == "Candidate"
    press(RIGHT, RIGHT, RIGHT)
    assert focused_text() == "Companion"
    press(TAB)
    assert focused_text() == "after"
    press(Qt.Key.Key_Backtab)
    assert focused_text() == "Companion"
    press(Qt.Key.Key_Backtab)
    assert focused_text() == "before"


def test_a_letter_jumps_to_the_next_answer_that_begins_with_it(
    window: QWidget, qtbot: QtBot
) -> None:
    row = ChipRow()
    row.set_options(SIDES)
    show(window, row, qtbot)
    QTest.keyClicks(QApplication.focusWidget(), "c")
    assert focused_text() == "Companion"
    QTest.keyClicks(QApplication.focusWidget(), "c")
    assert focused_text() == "Candidate"
    QTest.keyClicks(QApplication.focusWidget(), "x")
    assert focused_text() == "Candidate"


def test_to_move_along_chips_presses_none_of_them(window: QWidget, qtbot: QtBot) -> None:
    row, pressed = ChipRow(), []
    row.pressed.connect(pressed.append)
    row.set_options(SIDES)
    show(window, row, qtbot)
    press(RIGHT)
    assert not pressed
    press(SPACE)
    assert pressed == ["e"]


def test_to_move_along_choices_chooses_as_with_radio_buttons(window: QWidget, qtbot: QtBot) -> None:
    row, pressed = ChoiceRow(), []
    row.pressed.connect(pressed.append)
    row.set_options(SIDES)
    show(window, row, qtbot)
    assert not any(row.chip(key).isChecked() for key, _text in SIDES)
    press(SPACE, RIGHT, LEFT)
    assert pressed == ["c", "e", "c"]
    assert [row.chip(key).isChecked() for key, _text in SIDES] == [True, False, False]
    press(SPACE)
    assert row.chip("c").isChecked()


def test_a_chip_that_joins_is_met_in_its_place_and_the_focus_stays(
    window: QWidget, qtbot: QtBot
) -> None:
    row = ChipRow()
    row.set_options(SIDES[:2])
    show(window, row, qtbot)
    press(RIGHT)
    row.set_options(SIDES)
    assert focused_text() == "Employer"
    press(RIGHT)
    assert focused_text() == "Companion"
    press(TAB)
    assert focused_text() == "after"


def test_what_is_chosen_has_a_sign_as_well_as_a_colour(window: QWidget, qtbot: QtBot) -> None:
    row = ChoiceRow()
    row.set_options(SIDES)
    show(window, row, qtbot)
    before = row.chip("c").icon().cacheKey()
    row.set_chosen(("c",))
    assert row.chip("c").icon().cacheKey() != before


def test_a_question_answers_nothing_by_itself(window: QWidget, qtbot: QtBot) -> None:
    question, answers = YesNoQuestion(), []
    question.answered.connect(answers.append)
    show(window, question, qtbot)
    assert focused_text() == "Not asked"
    for letter in "yn":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    assert not answers
    press(SPACE, LEFT)
    assert answers == [False, True]
    question.set_answer(False, was_asked=True)
    assert len(question._chips) == 2


PEOPLE = [Suggestion(1, "Jan Peeters", "badge 08"), Suggestion(2, "Jan Peeters", "badge 09")]


def find(query: str) -> list[Suggestion]:
    return [each for each in PEOPLE if each.text.lower().startswith(query.lower())]


@pytest.fixture
def type_ahead(window: QWidget, qtbot: QtBot) -> TypeAhead:
    type_ahead = TypeAhead(find)
    type_ahead.keys = []
    type_ahead.picked.connect(type_ahead.keys.append)
    show(window, type_ahead, qtbot)
    return type_ahead


def test_with_several_that_fit_enter_marks_before_it_chooses(type_ahead: TypeAhead) -> None:
    QTest.keyClicks(type_ahead.field, "jan")
    press(ENTER)
    assert not type_ahead.keys
    press(DOWN, ENTER)
    assert type_ahead.keys == [2]
    assert type_ahead.field.text() == "Jan Peeters"
    assert not type_ahead.list.isVisible()


def test_what_is_typed_over_a_choice_takes_it_back(type_ahead: TypeAhead) -> None:
    QTest.keyClicks(type_ahead.field, "jan")
    press(DOWN, ENTER)
    QTest.keyClicks(type_ahead.field, "x")
    assert type_ahead.keys == [1, None]


def test_arrow_down_in_an_empty_field_lists_everything(type_ahead: TypeAhead) -> None:
    press(DOWN)
    assert type_ahead.list.count() == 2
    press(ESCAPE)
    assert not type_ahead.list.isVisible()


def test_tab_takes_what_is_marked_and_nothing_else(type_ahead: TypeAhead) -> None:
    QTest.keyClicks(type_ahead.field, "jan")
    press(TAB)
    assert not type_ahead.keys
    type_ahead.setFocus()
    press(DOWN, DOWN, TAB)
    assert type_ahead.keys == [1]
    assert not type_ahead.list.isVisible()


def test_the_event_s_languages_come_first_and_none_twice() -> None:
    assert offered(("de", "nl"), ("ti", "fr")) == ("de", "nl", "fr", "en", "ar", "tr", "ti")


def test_a_language_is_found_in_the_language_of_the_screen() -> None:
    assert language_name("ar", "nl") == "Arabisch"
    assert language_name("qqq", "en") == "Qqq"
    assert find_languages("somal", "nl") == [("so", "Somalisch")]
    assert find_languages("SO", "en")[0] == ("so", "Somali")
    assert find_languages("dari", "nl")[0] == ("fa", "Dari")
    assert not find_languages(" ", "nl")
    assert not find_languages("\x00" * 10_000, "nl")


def test_a_language_is_chosen_and_let_go(window: QWidget, qtbot: QtBot) -> None:
    chooser, changes = LanguageChooser(("nl",)), []
    chooser.changed.connect(changes.append)
    show(window, chooser, qtbot)
    press(SPACE, RIGHT, SPACE, LEFT, SPACE)
    assert changes == [("nl",), ("nl", "fr"), ("fr",)]
    use_language("nl")
    chooser.retranslate()
    assert focused_text() == "Nederlands"


def test_a_flow_breaks_into_lines_where_its_width_ends(window: QWidget, qtbot: QtBot) -> None:
    buttons = [ActionButton(word) for word in ("one", "two", "three", "four")]
    flow = FlowBox(*buttons)
    show(window, flow, qtbot)
    assert len({button.y() for button in buttons}) == 1
    narrow = buttons[2].sizeHint().width()
    assert flow.heightForWidth(narrow) > 3 * buttons[0].height()
    flow.resize(narrow, flow.heightForWidth(narrow))
    assert [button.x() for button in buttons] == [0, 0, 0, 0]
    buttons[1].hide()
    QApplication.processEvents()
    assert buttons[2].y() == buttons[0].height() + 8


def test_a_pair_becomes_a_column_where_its_row_is_too_narrow(window: QWidget, qtbot: QtBot) -> None:
    left, right = ActionButton("left"), ActionButton("right")
    pair = PairBox(left, right, grows=0)
    show(window, pair, qtbot)
    assert left.y() == right.y()
    assert right.geometry().right() == pair.width() - 1
    pair.resize(left.sizeHint().width() + 20, 200)
    assert right.y() > left.y()
    assert right.width() == pair.width()
