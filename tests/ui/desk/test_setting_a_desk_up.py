"""An organiser sets the desk up between two visitors, and tries the scanner out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSpinBox, QWidget

from kiosk.domain.codes import new_code
from kiosk.domain.desk import DeskSettings
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import use_language
from kiosk.printing.qr import rectangles
from kiosk.services.pin import pin_is
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.scanner.panel import ScannerPanel
from kiosk.ui.desk.scanner.presenter import TEST_CODE, ScannerPresenter
from kiosk.ui.desk.setup.panel import SetupPanel
from kiosk.ui.desk.setup.presenter import SetupPresenter
from kiosk.ui.widgets import PlainLabel
from tests.helpers.desks import arrival
from tests.ui.desk.conftest import Desk

SECRET = "4719"
ENTER = Qt.Key.Key_Return


def know_the_secret(secret: str, then: Callable[[bool], None]) -> None:
    then(secret == SECRET)


@pytest.fixture
def panel(desk: Desk) -> SetupPanel:
    """This desk's settings, open, as the program wires them."""
    presenter = SetupPresenter(desk.worker, desk.clock, know_the_secret, "desk 1")
    presenter.volunteer_changed = desk.presenter.set_volunteer
    presenter.settings_changed = desk.presenter.change_settings
    presenter.hours_changed = lambda _event: desk.presenter.look_around()
    panel = SetupPanel(presenter)
    presenter.open("Els", DeskSettings())
    desk.station.open_panel(panel)
    desk.settle()
    return panel


@pytest.fixture
def unlocked(desk: Desk, panel: SetupPanel) -> SetupPanel:
    give_secret(desk, panel, SECRET)
    return panel


def write(desk: Desk, field: QLineEdit, text: str) -> None:
    """Go to a field, write something in the place of what stood there, and press Enter."""
    field.setFocus()
    field.selectAll()
    desk.clock.advance(1)
    desk.type(text)
    QTest.keyClick(field, ENTER)
    desk.settle()


def give_secret(desk: Desk, panel: SetupPanel, secret: str) -> None:
    write(desk, panel._secret, secret)


def click(desk: Desk, button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


def scan(desk: Desk, number: str) -> VerdictCode:
    desk.clock.advance(5)
    desk.scan(desk.codes[number])
    answer = desk.presenter.screen.answer
    assert isinstance(answer, Verdict)
    return answer.code


def organisers_part(panel: SetupPanel) -> list[QWidget]:
    return [
        panel._idle,
        panel._opens,
        panel._closes,
        panel._close_day,
        panel._new_pin,
        panel._set_pin,
    ]


def said(panel: QWidget) -> str:
    """What can be read on a panel now."""
    labels = panel.findChildren(PlainLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_a_wrong_secret_is_said_and_the_next_try_is_typed_at_once(
    desk: Desk, panel: SetupPanel
) -> None:
    give_secret(desk, panel, "1234")
    assert "That is not it. Try again." in said(panel)
    assert not any(part.isEnabled() for part in organisers_part(panel))
    assert QApplication.focusWidget() is panel._secret
    desk.clock.advance(1)
    desk.type(SECRET + "\r")
    assert all(part.isEnabled() for part in organisers_part(panel))
    assert "Unlocked until this panel is closed." in said(panel)
    assert panel._secret.text() == ""


def test_the_button_does_what_enter_does(desk: Desk, panel: SetupPanel) -> None:
    panel._secret.setFocus()
    desk.type(SECRET)
    click(desk, panel._unlock)
    assert all(part.isEnabled() for part in organisers_part(panel))


def test_closing_the_panel_locks_it_again(desk: Desk, unlocked: SetupPanel) -> None:
    QTest.keyClick(unlocked._secret, Qt.Key.Key_Escape)
    assert desk.station.panel is None
    desk.station.open_panel(unlocked)
    assert not any(part.isEnabled() for part in organisers_part(unlocked))


def test_who_checks_in_is_named_by_the_one_who_is_already_here(
    desk: Desk, panel: SetupPanel
) -> None:
    write(desk, panel._volunteer, "Karim")
    assert scan(desk, "1") is VerdictCode.WELCOME
    assert scan(desk, "1") is VerdictCode.ALREADY_HERE
    card = desk.station._front.currentWidget().accessibleName()
    assert "at desk 1, by Karim" in card


def test_a_scan_at_the_name_leaves_the_name_as_it_was(desk: Desk, panel: SetupPanel) -> None:
    panel._volunteer.setFocus()
    assert scan(desk, "1") is VerdictCode.WELCOME
    assert panel._volunteer.text() == "Els"
    assert desk.presenter.post.volunteer == "Els"
    assert scan(desk, "1") is VerdictCode.ALREADY_HERE
    assert "by Els" in desk.station._front.currentWidget().accessibleName()


def test_a_scan_at_any_field_leaves_the_field_as_it_was(desk: Desk, unlocked: SetupPanel) -> None:
    unlocked._presenter.set_hours("9:00", "17:00")
    desk.settle()
    fields = [f for f in unlocked.findChildren(QLineEdit) if f.isEnabled() and f.isVisible()]
    before = [field.text() for field in fields]
    assert len(fields) == 6
    for field in fields:
        desk.station.open_panel(unlocked)
        give_secret(desk, unlocked, SECRET)
        field.setFocus()
        scan(desk, "1")
    assert [field.text() for field in fields] == before
    with desk.worker._units() as unit:
        event = unit.events.get()
    assert event.desk_opens is not None
    assert f"{event.local(event.desk_opens):%H:%M}" == "09:00"


def test_the_desk_closes_now_and_opens_again(desk: Desk, unlocked: SetupPanel) -> None:
    click(desk, unlocked._close_day)
    assert unlocked._close_day.text() == "Open the desk again"
    assert unlocked._closes.text() == "13:00"
    assert scan(desk, "1") is VerdictCode.EVENT_CLOSED
    desk.station.open_panel(unlocked)
    give_secret(desk, unlocked, SECRET)
    click(desk, unlocked._close_day)
    assert unlocked._close_day.text() == "Close the desk now"
    assert scan(desk, "1") is VerdictCode.WELCOME


def test_before_the_doors_open_it_is_too_early(desk: Desk, unlocked: SetupPanel) -> None:
    write(desk, unlocked._opens, "13u30")
    unlocked._volunteer.setFocus()
    assert unlocked._opens.text() == "13:30"
    assert scan(desk, "1") is VerdictCode.TOO_EARLY
    desk.clock.advance(30 * 60)
    assert scan(desk, "1") is VerdictCode.WELCOME


def test_nonsense_for_a_time_is_said_and_the_time_comes_back(
    desk: Desk, unlocked: SetupPanel
) -> None:
    write(desk, unlocked._opens, "9u")
    write(desk, unlocked._closes, "25:00")
    assert "That is no time" in said(unlocked)
    unlocked._volunteer.setFocus()
    assert unlocked._closes.text() == ""
    write(desk, unlocked._closes, "8:00")
    assert "That is no time" in said(unlocked)
    write(desk, unlocked._closes, "17:00")
    assert "That is no time" not in said(unlocked)
    unlocked._volunteer.setFocus()
    assert (unlocked._opens.text(), unlocked._closes.text()) == ("09:00", "17:00")


def test_a_pin_is_set_here(desk: Desk, unlocked: SetupPanel, units: UnitFactory) -> None:
    write(desk, unlocked._new_pin, "1234")
    assert "choose another" in said(unlocked)
    assert unlocked._new_pin.text() == "1234"
    write(desk, unlocked._new_pin, "8024")
    assert "The PIN is set." in said(unlocked)
    assert unlocked._new_pin.text() == ""
    assert pin_is(units(), "8024")


def test_minutes_of_rest_are_kept_for_this_desk(desk: Desk, unlocked: SetupPanel) -> None:
    unlocked._idle.setValue(12)
    desk.settle()
    assert desk.presenter.screen.settings.idle_minutes == 12


def test_everything_on_the_panel_has_a_name_and_room_for_a_finger(
    desk: Desk, unlocked: SetupPanel
) -> None:
    for language in ("nl", "en"):
        use_language(language)
        desk.station.retranslate()
        for kind in (QPushButton, QLineEdit, QSpinBox):
            for part in unlocked.findChildren(kind):
                if part.isVisible() and not isinstance(part.parent(), QSpinBox):
                    assert part.accessibleName(), part
                    assert part.height() >= 44, part.accessibleName()


@pytest.fixture
def trial(desk: Desk) -> ScannerPanel:
    """The panel where a scanner is tried out."""
    panel = ScannerPanel(ScannerPresenter(), rectangles(TEST_CODE))
    panel.begin()
    desk.station.open_panel(panel)
    return panel


def try_out(desk: Desk, text: str) -> None:
    desk.clock.advance(5)
    desk.scan(text)


def test_a_trial_says_how_it_went_and_checks_nobody_in(
    desk: Desk, trial: ScannerPanel, units: UnitFactory
) -> None:
    answers = []
    for sent in (TEST_CODE, desk.codes["1"], new_code(), desk.codes["1"][:-2], "#" * 20):
        try_out(desk, sent)
        answers.append(trial.accessibleDescription().split(".")[0])
    assert answers == [
        "The scanner works",
        "The scanner works",
        "The scanner works",
        "Letters got lost",
        "The scanner sends other signs than the code has",
    ]
    assert trial._count.text() == "Heard so far: 5"
    assert desk.presenter.screen.answer is None
    assert trial.isVisible()
    assert arrival(units, desk.ids["1"]) is None


@pytest.mark.parametrize("suffix", ["\r", "\t"])
def test_a_trial_works_while_the_box_has_the_focus(
    desk: Desk, trial: ScannerPanel, suffix: str
) -> None:
    desk.station._box.setFocus()
    desk.scan(TEST_CODE, suffix=suffix)
    assert trial.accessibleDescription() == "The scanner works."
    assert desk.station._box.field.text() == ""


def test_a_scanner_is_tried_out_anew_each_time(desk: Desk, trial: ScannerPanel) -> None:
    try_out(desk, TEST_CODE)
    trial.begin()
    assert trial.accessibleDescription() == "Scan the code on the screen."
    assert trial._count.text() == "Heard so far: 0"


def test_after_the_trial_a_scan_checks_in_again(desk: Desk, trial: ScannerPanel) -> None:
    try_out(desk, desk.codes["1"])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.station.panel is None
    assert scan(desk, "1") is VerdictCode.WELCOME
