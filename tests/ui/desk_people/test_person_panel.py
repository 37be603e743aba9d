"""Small edits, papers and a new badge, with a keyboard alone, and what the file says afterwards."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.people import ConsentKind, SeatNeed
from kiosk.domain.print_jobs import Paper
from kiosk.domain.verdicts import VerdictCode
from kiosk.i18n import use_language
from kiosk.services.desk.check_in import check_in_person, scan
from kiosk.services.desk.edits import PersonEdit, edit_person
from kiosk.ui.desk.person.panel import PersonPanel
from kiosk.ui.desk.person.presenter import PersonPresenter
from kiosk.ui.desk.person.wording import NOTHING
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import register
from tests.helpers.desks import POST, arrival, attendee, journal, queue
from tests.ui.desk_people.conftest import CTRL, ENTER, TAB, Place, companion, to_press

SPACE, LEFT = Qt.Key.Key_Space, Qt.Key.Key_Left


@pytest.fixture
def panel(place: Place) -> Iterator[PersonPanel]:
    presenter = PersonPresenter(place.worker, place.clock, place.post, place.people, place.refuse)
    panel = PersonPanel(presenter, place.event)
    panel.show_person(place.samira.id)
    place.put(panel)
    return panel


def texts(panel: PersonPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def button(panel: PersonPanel, words: str) -> QPushButton:
    return next(each for each in to_press(panel) if each.text() == words)


def test_it_shows_who_it_is_and_whether_they_are_here(place: Place, panel: PersonPanel) -> None:
    assert {"Samira Benali", "Badge 17 · not here yet"} <= set(texts(panel))
    assert (panel._name.text(), panel._needs.text()) == ("Samira", "tolk Arabisch")
    check_in_person(place.units(), place.clock, place.samira.id, desk=POST)
    panel.refresh()
    place.settle()
    assert "Badge 17 · here since 13:00" in texts(panel)


def test_edits_are_saved_with_one_key_and_calmly_said(place: Place, panel: PersonPanel) -> None:
    panel._name.selectAll()
    place.type("Sam")
    place.press(TAB)
    panel._needs.selectAll()
    place.type("rolstoel")
    place.press(TAB, SPACE, TAB, SPACE)
    panel._questions[ConsentKind.FOLLOW_UP].setFocus()
    place.type("n")
    place.press(SPACE)
    place.press(ENTER, modifier=CTRL)
    assert "Saved" in texts(panel)
    kept = attendee(place.units, place.samira.id)
    assert (kept.public_name, kept.needs, kept.languages) == ("Sam", "rolstoel", ("nl",))
    assert kept.seat_needs == (SeatNeed.STEP_FREE,)
    with place.units() as unit:
        assert unit.people.consents_of(place.samira.id)[ConsentKind.FOLLOW_UP] is False
    assert "Sam Benali" in texts(panel)


def test_the_history_tells_in_words_what_was_before(place: Place, panel: PersonPanel) -> None:
    edit = PersonEdit("Sam", ("nl", "ar"), "", {ConsentKind.SHARE_CONTACT: False})
    edit_person(place.units(), place.clock, place.samira.id, edit, desk=POST)
    panel.refresh()
    place.settle()
    where = "13:00 at desk 1, by Els"
    assert texts(panel)[-4:] == [
        f"{where} · Share contact details: yes → no",
        f"{where} · Needs: tolk Arabisch → {NOTHING}",
        f"{where} · Languages: {NOTHING} → Dutch, Arabic",
        f"{where} · Name: Samira → Sam",
    ]


def test_what_a_table_must_offer_is_ticked_and_unticked_and_told(
    place: Place, panel: PersonPanel
) -> None:
    ticks = [button(panel, words) for words in ("Step-free table", "Quiet table")]
    assert [tick.isChecked() for tick in ticks] == [False, False]
    assert {tick.accessibleDescription() for tick in ticks} == {"Table needed"}
    assert min(tick.height() for tick in ticks) >= 44
    ticks[1].click()
    ticks[0].click()
    panel._presenter.save()
    place.settle()
    assert attendee(place.units, place.samira.id).seat_needs == tuple(SeatNeed)
    ticks[1].click()
    panel._presenter.save()
    place.settle()
    assert [tick.isChecked() for tick in ticks] == [True, False]
    assert texts(panel)[-2:] == [
        "13:00 at desk 1, by Els · Table: Step-free table · Quiet table → Step-free table",
        f"13:00 at desk 1, by Els · Table: {NOTHING} → Step-free table · Quiet table",
    ]


def test_only_somebody_who_is_seated_by_the_plan_needs_a_table(
    place: Place, panel: PersonPanel
) -> None:
    panel.show_person(place.lotte.id)
    place.settle()
    assert not panel._seated.isVisible()


def test_unsaved_edits_survive_a_scan_and_what_others_saved_meanwhile(
    place: Place, panel: PersonPanel
) -> None:
    panel._name.selectAll()
    place.type("Sammie")
    panel.hide()
    edit = PersonEdit("Samira", ("ar",), "rolstoel", {})
    edit_person(place.units(), place.clock, place.samira.id, edit, desk=POST)
    panel.show_person(place.samira.id)
    place.settle()
    panel.show()
    assert (panel._name.text(), panel._needs.text()) == ("Sammie", "rolstoel")
    assert panel._presenter.screen.draft.languages == ("ar",)
    panel._presenter.save()
    place.settle()
    kept = attendee(place.units, place.samira.id)
    assert (kept.public_name, kept.needs) == ("Sammie", "rolstoel")


def test_letters_typed_while_the_file_is_busy_are_not_lost(
    place: Place, panel: PersonPanel
) -> None:
    panel._presenter.change(name="Sam")
    panel._presenter.save()
    panel._presenter.change(name="Sammie")
    place.settle()
    assert panel._name.text() == "Sammie"
    assert "Saved" not in texts(panel)
    assert attendee(place.units, place.samira.id).public_name == "Sam"


def test_the_focus_is_in_the_form_before_the_file_has_answered(place: Place) -> None:
    presenter = PersonPresenter(place.worker, place.clock, place.post, place.people, place.refuse)
    panel = PersonPanel(presenter, place.event)
    place.put(panel)
    assert panel._name.hasFocus()
    panel.show_person(place.samira.id)
    place.settle()
    assert panel._name.hasFocus()


def test_somebody_else_begins_with_a_clean_form(place: Place, panel: PersonPanel) -> None:
    place.type("xx")
    panel.show_person(place.lotte.id)
    place.settle()
    assert panel._name.text() == "Lotte"
    assert "Badge 03 · Bakkerij De Smet · not here yet" in texts(panel)
    questions = [kind for kind, row in panel._questions.items() if row.isVisible()]
    assert questions == [ConsentKind.TAKE_PART]


def test_a_name_is_needed_and_nothing_else_is_lost(place: Place, panel: PersonPanel) -> None:
    panel._presenter.change(name=" ", needs="rolstoel")
    place.press(ENTER, modifier=CTRL)
    assert "A name is needed; any name will do." in texts(panel)
    assert panel._needs.text() == "rolstoel"
    assert not journal(place.units)


def test_an_answer_on_file_can_change_but_not_be_unasked(place: Place, panel: PersonPanel) -> None:
    offered = {
        kind: [chip.text() for chip in row.answers._chips.values()]
        for kind, row in panel._questions.items()
    }
    assert offered[ConsentKind.SHARE_CONTACT] == ["Yes", "No"]
    assert offered[ConsentKind.FOLLOW_UP] == ["Yes", "No", "Not asked"]


def test_a_badge_is_replaced_at_the_second_press_only(place: Place, panel: PersonPanel) -> None:
    with place.units() as unit:
        old = unit.people.codes()[place.samira.id]
    button(panel, "New badge (old one no longer works)").setFocus()
    place.press(SPACE)
    assert not journal(place.units)
    assert button(panel, "Press again to replace").hasFocus()
    place.press(SPACE)
    assert scan(place.units(), place.clock, old, desk=POST).code is VerdictCode.REPLACED_BADGE
    assert [job.paper for job in queue(place.units)] == [Paper.BADGE]
    assert "The new badge is on its way to the printer. The old one no longer works." in texts(
        panel
    )
    assert texts(panel)[-1].endswith("New badge; the old one no longer works")
    assert old not in " ".join(texts(panel))


def test_typing_takes_back_the_first_press(place: Place, panel: PersonPanel) -> None:
    button(panel, "New badge (old one no longer works)").click()
    panel._name.setFocus()
    place.type("x")
    assert button(panel, "New badge (old one no longer works)")


def test_somebody_is_checked_in_out_and_in_again(
    place: Place, panel: PersonPanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.checked_in) as came:
        button(panel, "Check in").click()
    assert came.args[0].code is VerdictCode.WELCOME
    place.settle()
    place.clock.advance(60)
    with qtbot.waitSignal(panel.left) as left:
        button(panel, "Check out").click()
    place.settle()
    assert left.args[0].check_in == arrival(place.units, place.samira.id)
    assert "Badge 17 · left at 13:01" in texts(panel)
    with qtbot.waitSignal(panel.checked_in) as back:
        button(panel, "Check in").click()
    assert back.args[0].code is VerdictCode.WELCOME_BACK


def test_papers_are_asked_for_and_only_candidates_have_a_route(
    place: Place, panel: PersonPanel, qtbot: QtBot
) -> None:
    for words, paper in (
        ("Print badge", Paper.BADGE),
        ("Route card", Paper.ROUTE_CARD),
        ("Brochure", Paper.BROCHURE),
    ):
        with qtbot.waitSignal(panel.paper_wanted) as wanted:
            button(panel, words).click()
        assert wanted.args == [paper, place.samira.id]
    panel.show_person(place.lotte.id)
    place.settle()
    assert "Route card" not in [each.text() for each in to_press(panel)]


def test_a_companion_is_tied_to_a_candidate_by_name_and_number(
    place: Place, panel: PersonPanel
) -> None:
    karim = companion(30)
    with place.units() as unit:
        register(unit, karim)
        unit.commit()
    panel.show_person(karim.id)
    place.settle()
    panel._candidate.setFocus()
    place.type("samira")
    place.press(ENTER)
    place.press(ENTER, modifier=CTRL)
    assert attendee(place.units, karim.id).companion_of == place.samira.id
    assert texts(panel)[-1].endswith(f"Comes with: {NOTHING} → Samira")
    panel._candidate.field.selectAll()
    panel._candidate.setFocus()
    place.press(Qt.Key.Key_Backspace)
    place.press(ENTER, modifier=CTRL)
    assert attendee(place.units, karim.id).companion_of is None


def test_an_unknown_person_is_said_and_nothing_breaks(place: Place, panel: PersonPanel) -> None:
    panel.show_person(companion(77).id)
    place.settle()
    assert len(place.refused) == 1
    assert not panel._save.isEnabled()


@pytest.mark.parametrize("name", ["<img src=x>", "W" * 200, "مريم بنت عبد الله", "👩🏽‍🦱 Zoë"])
def test_any_name_is_shown_as_written_and_bursts_nothing(
    place: Place, panel: PersonPanel, name: str
) -> None:
    with place.units() as unit:
        odd = replace(place.samira, chosen_name=name, family_name="", needs=name)
        unit.people.save(odd)
        register(unit, companion(30, place.samira.id, name))
        unit.commit()
    panel.refresh()
    place.settle()
    assert name in texts(panel)
    assert panel._name.text() == name[:80]
    assert place.areas[0].horizontalScrollBar().maximum() == 0
    edit = PersonEdit("Sam", (), "", {})
    edit_person(place.units(), place.clock, place.samira.id, edit, desk=POST)
    panel.refresh()
    place.settle()
    assert texts(panel)[-1].endswith(f"Name: {name} → Sam")
    assert place.areas[0].horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_panel_folds_and_never_scrolls_sideways(
    place: Place, panel: PersonPanel, qapp: QApplication, scale: float, language: str
) -> None:
    use_language(language)
    panel.retranslate()
    apply_theme(qapp, scale)
    panel._presenter.replace_badge()
    place.settle()
    assert place.areas[0].horizontalScrollBar().maximum() == 0
    apply_theme(qapp)


def test_everything_has_a_name_and_room_for_a_finger(place: Place, panel: PersonPanel) -> None:
    for each in (*to_press(panel), *panel.findChildren(QLineEdit)):
        assert each.accessibleName()
        assert not each.isVisible() or each.height() >= 44
