"""The answer as it is painted: whole at every size, never late, and seen to be new."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.people import CheckIn
from kiosk.domain.verdicts import (
    DeskRecord,
    FirstTable,
    MissingAnswer,
    Verdict,
    VerdictCode,
)
from kiosk.i18n import use_language
from kiosk.ui.desk.answer_card import AnswerCard
from kiosk.ui.desk.screen import Answer, Left, Undone
from kiosk.ui.desk.verdict_looks import verdict_look
from kiosk.ui.desk.wording import Action
from kiosk.ui.theme.style import apply_theme
from kiosk.ui.widgets import FittedLabel
from tests.helpers.colours import contrast
from tests.helpers.days import MORNING, a_candidate, an_event

EVENT = an_event()
CAME = CheckIn(MORNING, "desk 1", "Els")
LARGE = 2.0
ENOUGH_FOR_LARGE_WORDS = 3.0
NEEDS = (
    "Tolk Arabisch nodig, tafel zonder drempel, zit graag met de rug naar de muur"
    " en komt met een hulphond"
)
LONGEST = DeskRecord(
    replace(a_candidate(104, "Maximiliaan-Alexander", needs=NEEDS), family_name="Vandenbroucke"),
    may_take_part=True,
    check_in=replace(CAME, left_at=MORNING),
    first_table=FirstTable(14, 1),
    missing=tuple(MissingAnswer),
    companions=("Piet-Hein", "Fatima"),
)
SHORT = DeskRecord(a_candidate(17), may_take_part=True, first_table=FirstTable(4, 1))
ANSWERS: list[Answer] = [
    *(Verdict(code, MORNING, LONGEST, CAME) for code in VerdictCode),
    *(Verdict(code, MORNING) for code in VerdictCode),
    Undone(LONGEST),
    Left(LONGEST),
]


@pytest.fixture(params=["nl", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_language("nl")


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication) -> Iterator[AnswerCard]:
    """The card in the place that it has on a laptop of 1366 by 768."""
    apply_theme(qapp)
    card = AnswerCard()
    qtbot.addWidget(card)
    card.resize(946, 590)
    card.show()
    yield card
    apply_theme(qapp)


def settle(card: AnswerCard, qapp: QApplication) -> None:
    """Give it all the height that it needs, as a page that scrolls does."""
    for _turn in range(2):
        qapp.processEvents()
        card.resize(card.width(), max(590, card.minimumSizeHint().height()))
    qapp.processEvents()


def visible(card: AnswerCard, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in card.findChildren(kind) if widget.isVisible()]


def place(widget: QWidget, card: AnswerCard) -> QRect:
    return QRect(widget.mapTo(card, QPoint()), widget.size())


def assert_whole(card: AnswerCard) -> None:
    for label in visible(card, FittedLabel):
        assert isinstance(label, FittedLabel)
        assert label._fit().whole, label.text()
    for widget in (*visible(card, FittedLabel), *visible(card, QPushButton)):
        assert card.rect().contains(place(widget, card))
    buttons = [place(button, card) for button in visible(card, QPushButton)]
    for at, one in enumerate(buttons):
        assert one.height() >= 44
        assert not any(one.intersects(other) for other in buttons[at + 1 :])


@pytest.mark.parametrize(
    ("scale", "width"), [(1.0, 946), (LARGE, 946), (LARGE, 1326)], ids=["usual", "folded", "large"]
)
def test_the_longest_words_are_whole(
    card: AnswerCard, qapp: QApplication, spoken: str, scale: float, width: int
) -> None:
    apply_theme(qapp, scale)
    card.set_still(still=True)
    for answer in ANSWERS:
        card.resize(width, 590)
        card.show_answer(answer, EVENT)
        settle(card, qapp)
        assert card.minimumSizeHint().width() <= width
        assert_whole(card)


def test_every_card_fits_on_a_laptop(card: AnswerCard, qapp: QApplication, spoken: str) -> None:
    card.set_still(still=True)
    for answer in ANSWERS:
        card.show_answer(answer, EVENT)
        qapp.processEvents()
        assert card.minimumSizeHint().height() <= 590


def test_the_first_thing_painted_has_all_the_words(card: AnswerCard) -> None:
    """The flash lightens what is behind them and holds nothing back."""
    card.show_answer(Verdict(VerdictCode.WELCOME, MORNING, SHORT, CAME), EVENT)
    assert card.flash.running
    assert_whole(card)
    ground = QColor(verdict_look(VerdictCode.WELCOME).ground)
    assert card.grab().toImage().pixelColor(473, 300).lightness() > ground.lightness()


@pytest.mark.parametrize("code", VerdictCode)
def test_words_stay_readable_while_it_flashes(card: AnswerCard, code: VerdictCode) -> None:
    card.show_answer(Verdict(code, MORNING), EVENT)
    assert contrast(verdict_look(code).ink, card.flash.colour.name()) >= ENOUGH_FOR_LARGE_WORDS


def test_the_flash_comes_to_rest_in_the_colour_of_the_verdict(
    card: AnswerCard, qtbot: QtBot
) -> None:
    card.show_answer(Verdict(VerdictCode.WELCOME, MORNING, SHORT, CAME), EVENT)
    qtbot.waitUntil(lambda: not card.flash.running)
    assert card.flash.colour == QColor(verdict_look(VerdictCode.WELCOME).ground)
    with qtbot.assertNotEmitted(card.flash.changed, wait=100):
        pass


def test_the_same_badge_again_flashes_again_and_a_new_counter_does_not(card: AnswerCard) -> None:
    first = Verdict(VerdictCode.ALREADY_HERE, MORNING, SHORT, CAME)
    card.show_answer(first, EVENT)
    card.flash.stop()
    card.show_answer(first, EVENT)
    assert not card.flash.running
    card.show_answer(replace(first), EVENT)
    assert card.flash.running


def test_motion_can_be_stilled(card: AnswerCard) -> None:
    card.set_still(still=True)
    card.show_answer(Verdict(VerdictCode.WELCOME, MORNING, SHORT, CAME), EVENT)
    assert not card.flash.running
    assert card.flash.colour == QColor(verdict_look(VerdictCode.WELCOME).ground)


def test_a_card_out_of_sight_does_not_move(card: AnswerCard) -> None:
    card.show_answer(Verdict(VerdictCode.WELCOME, MORNING, SHORT, CAME), EVENT)
    card.hide()
    assert not card.flash.running


def test_missing_answers_have_a_button_of_their_own(card: AnswerCard, qtbot: QtBot) -> None:
    use_language("en")
    card.retranslate()
    card.show_answer(Verdict(VerdictCode.WELCOME, MORNING, LONGEST, CAME), EVENT)
    note = card._to_ask._note
    assert note.accessibleName() == "Note the answers"
    with qtbot.waitSignal(card.acted) as heard:
        note.click()
    assert heard.args == [Action.EDIT]
    use_language("nl")


def test_every_button_says_what_it_wants(card: AnswerCard, qtbot: QtBot) -> None:
    for action, button in card._buttons.items():
        with qtbot.waitSignal(card.acted) as heard:
            button.click()
        assert heard.args == [action]


def test_a_name_on_a_card_is_never_markup(card: AnswerCard) -> None:
    record = DeskRecord(a_candidate(1, "<b>Sam</b>", needs="<img src=x>"), may_take_part=True)
    card.show_answer(Verdict(VerdictCode.WELCOME, MORNING, record, CAME), EVENT)
    shown = [label.text() for label in card.findChildren(FittedLabel)]
    assert "<b>Sam</b> B." in shown
    assert "<img src=x>" in shown
