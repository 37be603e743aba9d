"""Calling those who are missing, with a keyboard alone, and what the file says afterwards."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import RefusalCode
from kiosk.domain.people import ContactRoute, RouteKind, Standing
from kiosk.domain.verdicts import VerdictCode
from kiosk.services.desk.check_in import check_in_person
from kiosk.ui.desk.call_list.panel import CallListPanel
from kiosk.ui.desk.call_list.presenter import AT_ONCE, CallListPresenter
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import a_candidate, register
from tests.helpers.desks import POST, arrival, attendee
from tests.ui.desk_people.conftest import TAB, Place, focus, to_press

SPACE, DOWN, UP, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape


@pytest.fixture
def panel(place: Place) -> CallListPanel:
    with place.units() as unit:
        jobroad = ContactRoute(RouteKind.ORGANISATION, "Jobroad")
        unit.people.save(replace(place.samira, route=jobroad, email="samira@mail.example"))
        unit.commit()
    panel = CallListPanel(CallListPresenter(place.worker, place.clock, place.post, place.refuse))
    panel.refresh()
    place.put(panel)
    return panel


def names(panel: CallListPanel) -> list[str]:
    return [card._name.text() for card in panel._cards if card.isVisible()]


def texts(panel: CallListPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_those_who_are_missing_are_listed_with_how_to_reach_them(
    place: Place, panel: CallListPanel
) -> None:
    assert panel.accessibleName() == "4 not here yet"
    assert names(panel) == [
        "Lotte Dhaenens · Badge 03",
        "Jan Benali · Badge 08",
        "Jan Benali · Badge 09",
        "Samira Benali · Badge 17",
    ]
    said = texts(panel)
    assert "Employer · Bakkerij De Smet · Table 4" in said
    assert "0470 12 34 56 · samira@mail.example · through Jobroad" in said
    assert "no phone or e-mail" in said
    assert not any("tolk" in text for text in said)


def test_is_not_coming_is_undone_where_it_was_said(place: Place, panel: CallListPanel) -> None:
    place.press(DOWN, DOWN)
    place.press(Qt.Key.Key_Backtab)
    assert focus().text() == "Is not coming"
    place.press(SPACE)
    assert focus().text() == "Will come after all"
    assert attendee(place.units, place.jans[0].id).standing is Standing.CANCELLED
    assert len(names(panel)) == 4
    assert panel.accessibleName() == "3 not here yet"
    place.press(SPACE)
    assert focus().text() == "Is not coming"
    assert attendee(place.units, place.jans[0].id).standing is Standing.EXPECTED
    assert panel.accessibleName() == "4 not here yet"


def test_who_is_here_is_checked_in_from_the_list(
    place: Place, panel: CallListPanel, qtbot: QtBot
) -> None:
    place.press(DOWN)
    with qtbot.waitSignal(panel.checked_in) as came:
        place.press(Qt.Key.Key_Return)
    assert came.args[0].code is VerdictCode.WELCOME
    assert arrival(place.units, place.lotte.id) is not None
    assert names(panel)[0] == "Jan Benali · Badge 08"
    assert focus() is panel._cards[0]._here


def test_a_key_that_is_held_checks_in_one_person(place: Place, panel: CallListPanel) -> None:
    place.press(DOWN)
    for held in (False, True, True):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            held,
        )
        QApplication.sendEvent(focus(), event)
        place.settle()
    assert len(names(panel)) == 3


def test_who_was_marked_as_not_coming_and_then_comes_is_welcome(
    place: Place, panel: CallListPanel, qtbot: QtBot
) -> None:
    panel._cards[3]._decline.click()
    place.settle()
    with qtbot.waitSignal(panel.checked_in) as came:
        panel._cards[3]._here.click()
    assert came.args[0].code is VerdictCode.WELCOME
    place.settle()
    assert len(names(panel)) == 3


def test_another_desk_may_be_faster(place: Place, panel: CallListPanel) -> None:
    check_in_person(place.units(), place.clock, place.samira.id, desk=POST)
    panel._cards[3]._decline.click()
    place.settle()
    assert place.refused == [RefusalCode.CAME_ALREADY]
    assert len(names(panel)) == 3


def test_typing_narrows_the_list_by_name_number_organisation_or_route(
    place: Place, panel: CallListPanel
) -> None:
    for typed, found in (
        ("sam", 1),
        ("benali jan", 2),
        ("09", 1),
        ("bakkerij", 1),
        ("jobr", 1),
        ("d'ha", 1),
        ("amira", 0),
    ):
        place.type(typed)
        assert len(names(panel)) == found, typed
        if not found:
            assert f"Nobody found for “{typed}”" in texts(panel)
        place.press(ESCAPE)
    assert len(names(panel)) == 4


def test_arrows_walk_along_the_people_and_back_to_the_filter(
    place: Place, panel: CallListPanel
) -> None:
    place.press(DOWN, DOWN, DOWN, DOWN, DOWN)
    assert focus() is panel._cards[3]._here
    place.press(UP, UP, UP, UP)
    assert focus() is panel._filter


def test_tab_meets_both_answers_of_everyone_in_order(place: Place, panel: CallListPanel) -> None:
    met = []
    for _stop in range(8):
        place.press(TAB)
        met.append((focus().accessibleDescription(), focus().text()))
    words = ("Is not coming", "Is here: check in")
    assert met == [(name, word) for name in names(panel) for word in words]


def test_everyone_here_is_said_kindly(place: Place, panel: CallListPanel) -> None:
    for person in (place.samira, *place.jans, place.lotte):
        check_in_person(place.units(), place.clock, person.id, desk=POST)
    panel.refresh()
    place.settle()
    assert "Everyone is here." in texts(panel)
    assert panel.accessibleName() == "Not here yet"
    assert not names(panel)


def test_closed_and_opened_again_it_has_only_those_who_are_missing(
    place: Place, panel: CallListPanel
) -> None:
    panel._cards[0]._decline.click()
    place.type("lo")
    place.press(ESCAPE, ESCAPE)
    panel.refresh()
    place.settle()
    assert len(names(panel)) == 3


def test_a_long_list_is_shown_a_part_at_a_time(
    place: Place, panel: CallListPanel, qtbot: QtBot
) -> None:
    with place.units() as unit:
        for number in range(100, 100 + AT_ONCE):
            register(unit, a_candidate(number, "Zohra"))
        unit.commit()
    panel.refresh()
    place.settle()
    qtbot.waitUntil(lambda: len(names(panel)) == AT_ONCE)
    assert panel._more.text() == "Show 4 more"
    panel._more.click()
    place.settle()
    qtbot.waitUntil(lambda: len(names(panel)) == AT_ONCE + 4)
    assert not panel._more.isVisible()


@pytest.mark.parametrize("name", ["<img src=x>", "W" * 200, "مريم بنت عبد الله", "👩🏽‍🦱 Zoë"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_any_name_is_shown_as_written_and_bursts_nothing(
    place: Place, panel: CallListPanel, qapp: QApplication, name: str, scale: float
) -> None:
    apply_theme(qapp, scale)
    odd = replace(a_candidate(50, name), id=uuid4(), family_name="", email=f"{'x' * 200}@a.example")
    with place.units() as unit:
        register(unit, odd)
        unit.commit()
    panel.refresh()
    place.settle()
    assert f"{name} · Badge 50" in names(panel)
    assert panel._area.horizontalScrollBar().maximum() == 0
    assert place.areas[0].horizontalScrollBar().maximum() == 0
    apply_theme(qapp)


def test_everything_has_a_name_and_room_for_a_finger(place: Place, panel: CallListPanel) -> None:
    for button in to_press(panel):
        assert button.accessibleName()
        assert button.height() >= 44
    assert panel._filter.accessibleName()
