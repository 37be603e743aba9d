"""Registering somebody new with a keyboard alone, and what the file says afterwards."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import new_code
from kiosk.domain.people import Attendee, ConsentKind, Side
from kiosk.domain.verdicts import VerdictCode
from kiosk.i18n import use_language
from kiosk.ui.desk.walk_in.panel import WalkInPanel
from kiosk.ui.desk.walk_in.presenter import WalkInPresenter
from kiosk.ui.desk.walk_in.state import FormField
from kiosk.ui.desk.wedge_filter import WedgeFilter
from kiosk.ui.theme.style import apply_theme
from tests.helpers.desks import arrival, everyone, journal, queue
from tests.ui.desk_people.conftest import CTRL, ENTER, TAB, Place, focus, to_press

SPACE = Qt.Key.Key_Space
DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right


@pytest.fixture
def panel(place: Place) -> Iterator[WalkInPanel]:
    presenter = WalkInPresenter(place.worker, place.clock, place.post, place.people, place.refuse)
    panel = WalkInPanel(presenter, place.event.languages)
    panel.verdicts = []
    panel.registered.connect(panel.verdicts.append)
    panel.refresh()
    place.put(panel)
    return panel


def verdicts(panel: WalkInPanel) -> list[VerdictCode]:
    return [verdict.code for verdict in panel.verdicts]


def newcomer(place: Place, name: str) -> Attendee:
    return next(person for person in everyone(place.units) if person.public_name == name)


def texts(panel: WalkInPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def fill_in_maalik(place: Place) -> None:
    """Name, candidate, Dutch and Arabic, nothing to arrange, no phone, and three answers."""
    place.type("Maalik")
    place.press(TAB, SPACE, TAB, SPACE)
    place.type("a")
    place.press(SPACE, TAB, TAB, TAB, TAB)
    place.type("y")
    place.press(SPACE)
    place.press(TAB)
    place.type("n")
    place.press(SPACE)
    place.press(TAB)
    place.type("y")
    place.press(SPACE)


def test_a_walk_in_takes_fewer_than_thirty_presses(place: Place, panel: WalkInPanel) -> None:
    fill_in_maalik(place)
    place.press(ENTER)
    assert place.presses < 30
    assert verdicts(panel) == [VerdictCode.WELCOME]
    maalik = newcomer(place, "Maalik")
    assert (maalik.side, maalik.languages) == (Side.CANDIDATE, ("nl", "ar"))
    with place.units() as unit:
        assert unit.people.consents_of(maalik.id) == {
            ConsentKind.TAKE_PART: True,
            ConsentKind.SHARE_CONTACT: False,
            ConsentKind.FOLLOW_UP: True,
        }
    assert arrival(place.units, maalik.id) is not None
    assert [job.attendee_id for job in queue(place.units)] == [maalik.id]


def test_after_somebody_the_form_is_empty_and_ready_for_the_next(
    place: Place, panel: WalkInPanel
) -> None:
    fill_in_maalik(place)
    place.press(ENTER)
    assert focus() is panel._name
    assert panel._name.text() == ""
    chosen = [button.text() for button in to_press(panel) if button.isChecked()]
    assert chosen == ["Not asked"] * 3
    fill_in_maalik(place)
    place.press(ENTER)
    assert verdicts(panel) == [VerdictCode.WELCOME] * 2
    assert len(everyone(place.units)) == 6


def test_ctrl_and_enter_register_from_anywhere_and_what_lacks_is_said_at_its_field(
    place: Place, panel: WalkInPanel
) -> None:
    place.press(ENTER, modifier=CTRL)
    said = texts(panel)
    assert "Ask for a name first; any name will do." in said
    assert "Choose one of the three first." in said
    assert "Ask this first; no is a good answer too." in said
    place.type("Noor")
    assert "Ask for a name first; any name will do." not in texts(panel)
    assert panel._name.text() == "Noor"
    assert not panel.verdicts
    assert not journal(place.units)


def test_enter_presses_the_button_that_has_the_focus(place: Place, panel: WalkInPanel) -> None:
    fill_in_maalik(place)
    place.press(TAB)
    assert focus() is panel._register
    place.press(ENTER)
    assert verdicts(panel) == [VerdictCode.WELCOME]


def test_a_form_that_was_closed_begins_nobody_elses(place: Place, panel: WalkInPanel) -> None:
    fill_in_maalik(place)
    panel.closed.emit()
    assert panel._name.text() == ""
    for question in panel._questions.values():
        assert question.answers.chip(None).isChecked()


def test_no_answer_is_given_for_anybody_beforehand(place: Place, panel: WalkInPanel) -> None:
    for question in panel._questions.values():
        assert question.answers.chip(None).isChecked()
        assert not question.answers.chip(True).isChecked()


def test_a_no_is_kindly_taken_and_nothing_is_kept(place: Place, panel: WalkInPanel) -> None:
    place.type("Noor")
    place.press(TAB, SPACE, TAB, TAB, TAB, TAB, TAB)
    place.type("n")
    place.press(SPACE)
    assert "That is fine. Nothing is kept of them." in texts(panel)
    assert panel._register.text() == "Keep nothing"
    place.press(ENTER, modifier=CTRL)
    assert "That is fine. Nothing was kept." in texts(panel)
    assert panel._name.text() == ""
    assert len(everyone(place.units)) == 4
    assert not journal(place.units)


def test_a_representative_is_asked_for_an_organisation_and_one_question(
    place: Place, panel: WalkInPanel
) -> None:
    place.type("Piet")
    place.press(TAB)
    place.type("e")
    place.press(SPACE)
    place.press(TAB, TAB, TAB, TAB)
    place.type("bak")
    place.press(ENTER, TAB)
    place.type("y")
    place.press(SPACE)
    place.press(ENTER)
    assert verdicts(panel) == [VerdictCode.WELCOME]
    piet = newcomer(place, "Piet")
    assert (piet.side, piet.employer_id) == (Side.EMPLOYER, place.bakery.id)


def test_without_an_organisation_a_representative_is_not_registered(
    place: Place, panel: WalkInPanel
) -> None:
    place.type("Piet")
    place.press(TAB)
    place.type("e")
    place.press(SPACE)
    place.press(ENTER, modifier=CTRL)
    assert "Choose an organisation from the list." in texts(panel)
    assert sum(question.isVisible() for question in panel._questions.values()) == 1
    assert panel._questions[ConsentKind.TAKE_PART].answers.accessibleName() == "Comes today?"


def test_a_companion_comes_with_the_right_one_of_two_people_of_one_name(
    place: Place, panel: WalkInPanel
) -> None:
    place.type("Karim")
    place.press(TAB, SPACE, RIGHT, RIGHT, TAB, TAB, TAB, TAB)
    place.type("jan")
    offered = [panel._candidate.list.item(row).text() for row in range(2)]
    assert offered == ["Jan Benali · badge 08", "Jan Benali · badge 09"]
    place.press(DOWN, DOWN, ENTER, TAB)
    place.type("y")
    place.press(SPACE)
    place.press(ENTER)
    assert newcomer(place, "Karim").companion_of == place.jans[1].id


def test_only_candidates_can_be_come_with(place: Place, panel: WalkInPanel) -> None:
    assert not panel._presenter.find_candidates("lotte")
    assert panel._presenter.find_candidates("17")[0].key.attendee_id == place.samira.id


def test_somebody_on_the_list_is_offered_and_checked_in_instead(
    place: Place, panel: WalkInPanel
) -> None:
    place.type("samira benali")
    button = next(b for b in to_press(panel) if b.text().startswith("Already registered?"))
    assert button.text() == "Already registered? Samira Benali, badge 17"
    place.press(TAB, TAB)
    assert focus() is button
    place.press(SPACE)
    assert verdicts(panel) == [VerdictCode.WELCOME]
    assert panel._name.text() == ""
    assert len(everyone(place.units)) == 4
    assert arrival(place.units, place.samira.id) is not None


def test_a_namesake_who_is_here_is_no_double(place: Place, panel: WalkInPanel) -> None:
    place.index.came(place.jans[0].id)
    place.type("Jan")
    assert [line.badge_number for line in panel._presenter.screen.doubles] == [9]
    place.type("neke")
    assert not panel._presenter.screen.doubles


def test_a_contact_that_can_not_be_read_is_said_at_its_field_and_nothing_is_lost(
    place: Place, panel: WalkInPanel
) -> None:
    fill_in_maalik(place)
    panel._contact.setFocus()
    place.type("bel mijn zus")
    place.press(ENTER, modifier=CTRL)
    assert "That is no phone number or e-mail address. It may stay empty." in texts(panel)
    assert (panel._name.text(), panel._contact.text()) == ("Maalik", "bel mijn zus")
    panel._contact.selectAll()
    place.type("0470 12 34 56")
    place.press(ENTER, modifier=CTRL)
    assert verdicts(panel) == [VerdictCode.WELCOME]
    assert newcomer(place, "Maalik").phone == "+32470123456"


def test_another_language_is_found_by_typing(place: Place, panel: WalkInPanel) -> None:
    panel._languages._other.setFocus()
    place.type("tigr")
    place.press(DOWN, ENTER)
    place.type("dari")
    place.press(ENTER)
    assert panel._presenter.screen.draft.languages == ("ti", "fa")
    chosen = [button.text() for button in to_press(panel._languages) if button.isChecked()]
    assert chosen == ["Tigrinya", "Persian"]


def test_enter_twice_at_once_registers_one_person(place: Place, panel: WalkInPanel) -> None:
    fill_in_maalik(place)
    for _press in range(2):
        QTest.keyClick(focus(), ENTER)
    place.settle()
    assert verdicts(panel) == [VerdictCode.WELCOME]
    assert len(everyone(place.units)) == 5


@pytest.fixture
def scanner(place: Place, qapp: QApplication) -> Iterator[list[str]]:
    """What a scanner sent, heard wherever the focus is."""
    clock = QuickClock(place.clock.now())
    wedge, heard = WedgeFilter(clock, place.worker), []
    wedge.scanned.connect(heard.append)
    qapp.installEventFilter(wedge)
    yield heard
    qapp.removeEventFilter(wedge)


class QuickClock(SimulatedClock):
    """Every reading is a few milliseconds after the one before, as keys of a scanner are."""

    def monotonic(self) -> float:
        self.advance(0.004)
        return super().monotonic()


@pytest.mark.parametrize("number", range(3))
def test_a_scan_into_the_form_changes_nothing_in_it(
    place: Place, panel: WalkInPanel, scanner: list[str], number: int
) -> None:
    panel._presenter.change(name="Maa", side=Side.CANDIDATE)
    panel._presenter.answer(ConsentKind.FOLLOW_UP, True)
    before = panel._presenter.screen.draft
    codes = [new_code(lambda letters, at=at: letters[at]) for at in (8, 11, 3)]
    field = (panel._name, panel._questions[ConsentKind.TAKE_PART], panel._side)[number]
    for code in codes:
        field.setFocus()
        QTest.keyClicks(focus(), f"{code}\r")
        place.settle()
    assert scanner == codes
    assert panel._presenter.screen.draft == before
    assert panel._name.text() == "Maa"
    assert not panel.verdicts


def test_what_was_typed_survives_being_covered(place: Place, panel: WalkInPanel) -> None:
    place.type("Maal")
    panel.hide()
    panel.refresh()
    place.settle()
    panel.show()
    assert panel._name.text() == "Maal"


def test_escape_closes_first_the_list_and_then_the_panel(
    place: Place, panel: WalkInPanel, qtbot: QtBot
) -> None:
    panel._languages._other.setFocus()
    place.type("so")
    with qtbot.assertNotEmitted(panel.closed):
        place.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.closed):
        place.press(Qt.Key.Key_Escape)


HOSTILE = ["<img src=x>", "W" * 80, "مريم بنت عبد الله", "👩🏽‍🦱 Zoë", "\u202eevil"]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_kept_as_written_and_bursts_nothing(
    place: Place, panel: WalkInPanel, name: str
) -> None:
    panel._presenter.change(name=name, side=Side.CANDIDATE)
    panel._presenter.answer(ConsentKind.TAKE_PART, True)
    place.settle()
    assert panel._name.text() == name
    assert place.areas[0].horizontalScrollBar().maximum() == 0
    panel._presenter.submit()
    place.settle()
    assert newcomer(place, name.strip("\u202e"))


@pytest.mark.parametrize("name", HOSTILE[:4])
def test_a_double_of_any_name_is_shown_as_written(
    place: Place, panel: WalkInPanel, name: str
) -> None:
    with place.units() as unit:
        unit.people.save(replace(place.samira, given_name=name, family_name="", chosen_name=name))
        unit.commit()
    place.read_people()
    panel._presenter.change(name=name)
    place.settle()
    assert panel._doubles._buttons[0].text().startswith(f"Already registered? {name[:20]}")
    assert place.areas[0].horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_form_folds_and_never_scrolls_sideways(
    place: Place, panel: WalkInPanel, qapp: QApplication, scale: float, language: str
) -> None:
    use_language(language)
    panel.retranslate()
    apply_theme(qapp, scale)
    panel._presenter.change(name="Samira", side=Side.COMPANION, languages=("nl", "ti", "so"))
    panel._presenter.submit()
    place.settle()
    assert place.areas[0].horizontalScrollBar().maximum() == 0
    apply_theme(qapp)


def test_everything_has_a_name_and_room_for_a_finger(place: Place, panel: WalkInPanel) -> None:
    panel._presenter.change(name="Samira")
    place.settle()
    for button in to_press(panel):
        assert button.accessibleName()
        assert button.height() >= 44
    for field in panel.findChildren(QLineEdit):
        assert field.accessibleName()
        assert not field.isVisible() or field.height() >= 44


def test_tab_meets_each_field_once_and_in_the_order_of_asking(
    place: Place, panel: WalkInPanel
) -> None:
    met = [focus().accessibleName()]
    for _stop in range(9):
        place.press(TAB)
        met.append(focus().accessibleName() or focus().accessibleDescription())
    assert met == [
        "Name as wanted",
        "Candidate",
        "Dutch",
        "Another language",
        "Needs",
        "Phone or e-mail",
        "Not asked",
        "Not asked",
        "Not asked",
        "Register and check in",
    ]


def test_a_problem_is_told_to_those_who_can_not_see_it(place: Place, panel: WalkInPanel) -> None:
    place.press(ENTER, modifier=CTRL)
    assert panel._name.accessibleDescription() == "Ask for a name first; any name will do."
    assert panel._fields[FormField.NEEDS]._control.accessibleDescription().startswith("Only what")
