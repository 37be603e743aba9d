"""What is in front at the desk: the newest thing wins, and a half-filled form is never lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import use_language
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.screen import Undone
from tests.ui.desk.conftest import Desk

NOTHING = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Form(DeskPanel):
    """Two fields, as on any form; it keeps scans to itself when it is told to."""

    def __init__(self, title: str = "Form", *, takes_scans: bool = False) -> None:
        super().__init__("pencil")
        self.set_title(title)
        self.first, self.second = QLineEdit(), QLineEdit()
        self.body.addWidget(self.first)
        self.body.addWidget(self.second)
        self.setFocusProxy(self.first)
        self.takes_scans = takes_scans
        self.scans: list[str] = []

    def take_scan(self, text: str) -> bool:
        self.scans.append(text)
        return self.takes_scans


class EmptiedByEscape(QLineEdit):
    """A field as the call list has one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


@pytest.fixture
def form(desk: Desk) -> Form:
    """An open panel, half filled in, with the focus in its second field."""
    form = Form()
    desk.station.open_panel(form)
    desk.type("half")
    desk.clock.advance(1)
    form.second.setFocus()
    return form


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
    desk.clock.advance(1)
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    desk.settle()


def box(desk: Desk) -> QLineEdit:
    return desk.station._box.field


def way_back(desk: Desk) -> QPushButton:
    """The yellow button."""
    return desk.station._box._panel


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_escape(desk: Desk) -> None:
    press(desk, Qt.Key.Key_Escape)


def press_yellow(desk: Desk) -> None:
    click(way_back(desk))


WAYS_BACK = pytest.mark.parametrize("go_back", [press_escape, press_yellow])


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def test_a_panel_opens_in_the_place_of_the_card_with_the_focus_in_it(desk: Desk) -> None:
    desk.scan(desk.codes["1"])
    form = Form()
    desk.station.open_panel(form)
    assert form.isVisible()
    assert not desk.station._front.card.isVisible()
    assert focus() is form.first
    assert not way_back(desk).isVisible()


@WAYS_BACK
def test_a_verdict_covers_a_panel_and_one_key_brings_it_back_as_it_was(
    desk: Desk, form: Form, go_back: Callable[[Desk], None]
) -> None:
    desk.scan(desk.codes["1"])
    assert desk.station._front.card.isVisible()
    assert not form.isVisible()
    assert way_back(desk).isVisible()
    assert focus() is box(desk)
    go_back(desk)
    assert form.isVisible()
    assert (form.first.text(), form.second.text()) == ("half", "")
    assert focus() is form.second
    assert not way_back(desk).isVisible()


@WAYS_BACK
def test_three_verdicts_cover_a_panel_and_one_key_is_enough(
    desk: Desk, form: Form, go_back: Callable[[Desk], None]
) -> None:
    for number in "123":
        desk.scan(desk.codes[number])
        assert not form.isVisible()
    go_back(desk)
    assert form.isVisible()
    assert focus() is form.second


def test_a_second_escape_puts_the_panel_away_and_a_third_the_card(desk: Desk, form: Form) -> None:
    desk.scan(desk.codes["1"])
    press_escape(desk)
    press_escape(desk)
    assert desk.station.panel is None
    assert desk.station._front.card.isVisible()
    assert focus() is box(desk)
    press_escape(desk)
    assert desk.station._front.idle.isVisible()
    assert desk.presenter.screen.answer is None


@WAYS_BACK
def test_a_search_covers_a_panel_and_leaving_the_search_brings_it_back(
    desk: Desk, form: Form, go_back: Callable[[Desk], None]
) -> None:
    box(desk).setFocus()
    desk.type("jan")
    assert desk.station._front.results.isVisible()
    assert not form.isVisible()
    assert way_back(desk).isVisible()
    go_back(desk)
    assert form.isVisible()
    assert form.first.text() == "half"
    assert box(desk).text() == ""
    assert not way_back(desk).isVisible()


def test_the_yellow_button_leads_into_the_panel_out_of_a_search_and_past_a_verdict(
    desk: Desk, form: Form
) -> None:
    desk.scan(desk.codes["1"])
    box(desk).setFocus()
    desk.type("jan")
    press_yellow(desk)
    assert form.isVisible()
    assert focus() is form.second
    box(desk).setFocus()
    desk.type("jan")
    press_yellow(desk)
    focused = focus()
    assert focused is not None
    assert form.isAncestorOf(focused)


def test_an_empty_box_leaves_the_panel_in_front(desk: Desk, form: Form) -> None:
    box(desk).setFocus()
    desk.type("j")
    press(desk, Qt.Key.Key_Backspace)
    assert form.isVisible()
    press(desk, Qt.Key.Key_Return)
    assert form.isVisible()


def test_a_field_that_went_away_meanwhile_leaves_the_focus_in_the_panel(
    desk: Desk, form: Form
) -> None:
    desk.scan(desk.codes["1"])
    form.body.removeWidget(form.second)
    form.second.setParent(None)
    form.second.deleteLater()
    del form.second
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    press_escape(desk)
    assert form.isVisible()
    assert focus() is form.first


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4])
def test_no_key_asks_for_anything_about_the_person_behind_a_panel(
    desk: Desk, key: Qt.Key, qtbot: QtBot
) -> None:
    desk.scan(desk.codes["1"])
    desk.station.open_panel(Form())
    station = desk.station
    wishes = (station.badge_wanted, station.brochure_wanted, station.details_wanted)
    for wish in wishes:
        with qtbot.assertNotEmitted(wish):
            press(desk, key)
    desk.clock.advance(9)
    desk.scan(desk.codes["2"])
    heard: list[object] = []
    for wish in wishes:
        wish.connect(heard.append)
    press(desk, key)
    assert heard == [desk.ids["2"]]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_F6, NOTHING), (Qt.Key.Key_F7, NOTHING), (Qt.Key.Key_Z, CTRL)],
    ids=["leaves", "says yes", "undo"],
)
@pytest.mark.parametrize("from_box", [True, False])
def test_no_key_changes_anything_about_the_person_behind_a_panel(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier, from_box: bool
) -> None:
    desk.scan(desk.codes["1"])
    welcome = desk.presenter.screen.answer
    desk.station.open_panel(Form())
    if from_box:
        box(desk).setFocus()
    press(desk, key, modifier)
    assert desk.presenter.screen.answer is welcome
    state = desk.presenter.screen.state
    assert state is not None
    assert state.candidates.here == 1


def test_undo_is_about_the_card_that_covers_a_panel(desk: Desk, form: Form) -> None:
    desk.scan(desk.codes["1"])
    press(desk, Qt.Key.Key_Z, CTRL)
    assert isinstance(desk.presenter.screen.answer, Undone)
    assert not form.isVisible()
    press_escape(desk)
    assert form.isVisible()


def test_the_cross_puts_a_panel_away_and_the_box_has_the_focus(desk: Desk, form: Form) -> None:
    click(form._close)
    assert desk.station.panel is None
    assert not form.isVisible()
    assert desk.station._front.idle.isVisible()
    assert focus() is box(desk)
    desk.type("samira\r")
    assert desk.presenter.screen.attendee_id == desk.ids["1"]


@pytest.mark.parametrize("from_box", [True, False])
def test_a_panel_that_escape_puts_away_hears_of_its_end(
    desk: Desk, form: Form, qtbot: QtBot, from_box: bool
) -> None:
    """It forgets then what nobody else should see, a secret that was half typed."""
    if from_box:
        box(desk).setFocus()
    with qtbot.waitSignal(form.closed):
        press_escape(desk)
    assert desk.station.panel is None
    assert focus() is box(desk)


def test_a_field_may_use_escape_for_itself_before_its_panel_ends(desk: Desk, form: Form) -> None:
    emptied = EmptiedByEscape("half a name", form)
    form.body.addWidget(emptied)
    emptied.show()
    emptied.setFocus()
    press_escape(desk)
    assert emptied.text() == ""
    assert form.isVisible()
    press_escape(desk)
    assert desk.station.panel is None


def test_a_panel_that_was_put_away_comes_back_with_nothing_over_it(desk: Desk, form: Form) -> None:
    desk.scan(desk.codes["1"])
    desk.station.close_panel()
    assert not way_back(desk).isVisible()
    assert desk.station._front.card.isVisible()
    desk.station.open_panel(form)
    assert form.isVisible()
    assert focus() is form.first


def test_one_panel_after_the_other_and_only_the_last_is_there(desk: Desk, form: Form) -> None:
    other = Form("Other")
    desk.station.open_panel(other)
    assert (other.isVisible(), form.isVisible()) == (True, False)
    desk.scan(desk.codes["1"])
    press_escape(desk)
    assert (other.isVisible(), form.isVisible()) == (True, False)
    press_escape(desk)
    assert desk.station.panel is None
    desk.station.open_panel(form)
    assert form.first.text() == "half"


def test_opening_a_panel_ends_a_search(desk: Desk) -> None:
    desk.type("jan")
    form = Form()
    desk.station.open_panel(form)
    assert form.isVisible()
    assert box(desk).text() == ""


def test_a_panel_in_front_may_keep_scans_and_a_covered_one_may_not(desk: Desk) -> None:
    form = Form(takes_scans=True)
    desk.station.open_panel(form)
    desk.scan(desk.codes["1"])
    assert form.scans == [desk.codes["1"]]
    assert desk.presenter.screen.answer is None
    form.takes_scans = False
    desk.scan(desk.codes["2"])
    assert not form.isVisible()
    form.takes_scans = True
    desk.scan(desk.codes["3"])
    assert form.scans == [desk.codes["1"], desk.codes["2"]]
    answer = desk.presenter.screen.answer
    assert isinstance(answer, Verdict)
    assert answer.code is VerdictCode.WELCOME


def test_news_of_another_desk_covers_nothing(desk: Desk, form: Form) -> None:
    desk.scan(desk.codes["1"])
    press_escape(desk)
    desk.station.refresh()
    desk.settle()
    desk.presenter.look_around()
    desk.settle()
    assert form.isVisible()
    assert focus() is form.second


def test_every_panel_that_was_open_speaks_another_language(desk: Desk, form: Form) -> None:
    desk.station.close_panel()
    use_language("nl")
    desk.station.retranslate()
    assert form._close.accessibleName() == "Sluiten"
    assert way_back(desk).text() == "Terug naar het formulier"
