"""Taking a check-in back after ten minutes: a reason and the organiser's word, with keys alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import RefusalCode
from kiosk.services.desk.check_in import check_in_person
from kiosk.services.desk.leaving import check_out
from kiosk.ui.desk.late_undo import LateUndoPanel
from kiosk.ui.desk.late_undo_presenter import LateUndoPresenter
from kiosk.ui.theme.style import apply_theme
from tests.helpers.desks import DESK, POST, arrival, journal
from tests.ui.desk_people.conftest import ENTER, TAB, Place, focus, to_press

PIN = "4711"
SPACE = Qt.Key.Key_Space


@pytest.fixture
def panel(place: Place) -> LateUndoPanel:
    def check(secret: str, then: Callable[[bool], None]) -> None:
        then(secret == PIN)

    verdict = check_in_person(place.units(), place.clock, place.samira.id, desk=POST)
    assert verdict.record is not None
    place.clock.advance(3600)
    panel = LateUndoPanel(
        LateUndoPresenter(place.worker, place.clock, DESK, check, place.refuse), place.event
    )
    panel.show_record(replace(verdict.record, check_in=verdict.check_in))
    place.put(panel)
    return panel


def texts(panel: LateUndoPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_it_says_whose_check_in_and_takes_it_back_with_a_reason(
    place: Place, panel: LateUndoPanel, qtbot: QtBot
) -> None:
    assert "Samira, badge 17, checked in at 13:00 at desk 1, by Els" in texts(panel)
    with qtbot.waitSignal(panel.undone) as undone:
        place.type("i")
        place.press(SPACE, TAB)
        place.type(PIN)
        place.press(ENTER)
    assert undone.args[0].check_in is None
    assert arrival(place.units, place.samira.id) is None
    assert journal(place.units)[-1].facts == {"reason": "not-here"}


def test_a_wrong_pin_is_said_calmly_and_the_field_is_empty_for_the_next_try(
    place: Place, panel: LateUndoPanel
) -> None:
    place.press(SPACE, TAB)
    place.type("1234")
    place.press(ENTER)
    assert "That is not the PIN or the passphrase. Try again." in texts(panel)
    assert panel._secret.text() == ""
    assert focus() is panel._secret
    assert arrival(place.units, place.samira.id) is not None
    place.type(PIN)
    place.press(ENTER)
    assert arrival(place.units, place.samira.id) is None


def test_without_a_reason_nothing_is_checked(place: Place, panel: LateUndoPanel) -> None:
    panel._secret.setFocus()
    place.type(PIN)
    place.press(ENTER)
    assert "Choose why first." in texts(panel)
    assert arrival(place.units, place.samira.id) is not None


def test_the_secret_is_never_readable_and_goes_with_the_panel(
    place: Place, panel: LateUndoPanel
) -> None:
    panel._secret.setFocus()
    place.type(PIN)
    assert PIN not in panel._secret.displayText()
    place.press(Qt.Key.Key_Escape)
    assert panel._secret.text() == ""


def test_who_left_meanwhile_is_said_and_nothing_changes(place: Place, panel: LateUndoPanel) -> None:
    check_out(place.units(), place.clock, place.samira.id, station=DESK)
    place.press(SPACE, TAB)
    place.type(PIN)
    place.press(ENTER)
    assert place.refused == [RefusalCode.NOTHING_TO_UNDO]
    assert panel._ok.isEnabled()


def test_a_pin_that_is_checked_slowly_is_asked_once_and_never_for_somebody_else(
    place: Place,
) -> None:
    asked: list[Callable[[bool], None]] = []
    presenter = LateUndoPresenter(
        place.worker, place.clock, DESK, lambda _secret, then: asked.append(then), place.refuse
    )
    verdicts = [
        check_in_person(place.units(), place.clock, person.id, desk=POST) for person in place.jans
    ]
    records = [verdict.record for verdict in verdicts if verdict.record]
    panel = LateUndoPanel(presenter, place.event)
    place.put(panel)
    panel.show_record(records[0])
    panel._reason.chip(next(iter(panel._reason._chips))).click()
    for _press in range(2):
        presenter.confirm(PIN)
    assert len(asked) == 1
    panel.show_record(records[1])
    asked[0](True)
    place.settle()
    assert all(arrival(place.units, person.id) for person in place.jans)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_any_name_fits(
    place: Place, panel: LateUndoPanel, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, scale)
    record = panel._presenter.screen.record
    assert record is not None
    odd = replace(record.attendee, chosen_name="<img src=x>" + "W" * 189)
    panel.show_record(replace(record, attendee=odd))
    place.settle()
    assert any("<img src=x>" in text for text in texts(panel))
    assert place.areas[0].horizontalScrollBar().maximum() == 0
    for button in to_press(panel):
        assert button.accessibleName()
        assert button.height() >= 44
    apply_theme(qapp)
