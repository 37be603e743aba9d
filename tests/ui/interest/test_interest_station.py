"""What somebody lives through at the interest station, alone in front of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from kiosk.domain.interest import Answer
from kiosk.domain.people import ConsentKind, Side
from kiosk.ui.interest.presenter import PATIENCE
from tests.ui.interest.conftest import Booth


def test_between_two_people_it_says_who_sees_what(booth: Booth) -> None:
    words = booth.words()
    assert "Scan je badge" in words
    assert "Alleen als jullie allebei ja zeggen, delen we je gegevens." in words


def test_a_badge_opens_the_holders_own_conversations(booth: Booth) -> None:
    booth.scan("Samira")
    words = booth.words()
    assert "Dag Samira, wie wil je terugzien?" in words
    assert "Bakkerij De Smet" in words
    assert "Groendienst Stad" in words
    assert booth.chosen() == ["Deel mijn contactgegevens als we allebei ja zeggen"]


def test_a_tap_is_in_the_file_before_it_is_filled(booth: Booth) -> None:
    booth.scan("Samira")
    booth.button("Bakkerij De Smet: Ja, graag").click()
    assert "Bakkerij De Smet: Ja, graag" not in booth.chosen()
    assert [found.answer for found in booth.answers()] == [Answer.YES]
    assert "Bakkerij De Smet: Ja, graag" in booth.chosen()


def test_another_tap_changes_the_answer(booth: Booth) -> None:
    booth.scan("Samira")
    booth.tap("Bakkerij De Smet: Ja, graag")
    booth.tap("Bakkerij De Smet: Nee, bedankt")
    assert [found.answer for found in booth.answers()] == [Answer.NO]
    assert "Bakkerij De Smet: Ja, graag" not in booth.chosen()


def test_the_consent_is_taken_back_as_easily_as_given(booth: Booth) -> None:
    booth.scan("Goran")
    toggle = booth.station.findChild(QCheckBox)
    assert toggle is not None
    assert not toggle.isChecked()
    for wanted in (True, False):
        toggle.click()
        booth.worker.drain()
        assert toggle.isChecked() is wanted
        with booth.units() as unit:
            consents = unit.people.consents()[booth.ids["Goran"]]
        assert consents[ConsentKind.SHARE_CONTACT] is wanted


def test_a_representative_sees_chosen_names_and_badge_numbers_only(booth: Booth) -> None:
    booth.scan("Lotte")
    words = booth.words()
    assert "Samira" in words
    assert "01" in words
    assert "Benali" not in words
    toggle = booth.station.findChild(QCheckBox)
    assert toggle is not None
    assert not toggle.isVisible()
    fields = [field for field in booth.station.findChildren(QLineEdit) if field.isVisible()]
    assert not fields


def test_the_other_sides_answer_is_nowhere(booth: Booth) -> None:
    booth.scan("Samira")
    before = booth.words()
    booth.tap("Klaar")
    booth.scan("Lotte")
    booth.tap("Samira: Ja, graag")
    booth.tap("Klaar")
    booth.scan("Samira")
    assert booth.words() == before
    assert [found.side for found in booth.answers()] == [Side.EMPLOYER]


def test_after_closing_nothing_of_the_person_stays(booth: Booth, qtbot: QtBot) -> None:
    booth.scan("Samira")
    booth.tap("Bakkerij De Smet: Ja, graag")
    booth.tap("Klaar")
    assert "Dank je, je antwoorden zijn bewaard." in booth.words()
    for trace in ("Samira", "Bakkerij", "Ja, graag"):
        assert trace not in booth.words()
    qtbot.waitUntil(lambda: not booth.station.findChildren(QToolButton))


def test_without_a_touch_it_closes_by_itself(booth: Booth) -> None:
    booth.scan("Samira")
    assert f"Sluit vanzelf over {PATIENCE} s" in booth.words()
    for _ in range(PATIENCE - 1):
        booth.presenter.second()
    assert "Sluit vanzelf over 1 s" in booth.words()
    booth.presenter.second()
    assert "Samira" not in booth.words()


def test_a_touch_renews_the_time(booth: Booth) -> None:
    booth.scan("Samira")
    booth.presenter.second()
    QTest.mouseClick(booth.button("Bakkerij De Smet: Misschien"), Qt.MouseButton.LeftButton)
    booth.worker.drain()
    assert f"Sluit vanzelf over {PATIENCE} s" in booth.words()


def test_leaving_the_page_closes_the_form(booth: Booth) -> None:
    booth.scan("Samira")
    booth.station.hide()
    booth.station.show()
    assert "Samira" not in booth.words()


def test_the_next_badge_ends_the_visit_before(booth: Booth) -> None:
    booth.scan("Samira")
    booth.scan("Goran")
    assert "Samira" not in booth.words()
    assert "Goran" in booth.words()


def test_an_answer_that_arrives_late_does_not_open_a_closed_form(booth: Booth) -> None:
    booth.scan("Samira")
    booth.button("Bakkerij De Smet: Ja, graag").click()
    booth.tap("Klaar")
    assert "Samira" not in booth.words()
    assert len(booth.answers()) == 1


@pytest.mark.parametrize(
    ("code", "reply"),
    [
        ("1", "We kennen deze code niet."),
        ("BCDEFGHIJKLNOPRSTUVX", "De code is niet goed gelezen."),
        ("Noor", "Er is nog geen gesprek waarover je kan antwoorden."),
    ],
)
def test_what_opens_no_form_is_told_calmly(booth: Booth, code: str, reply: str) -> None:
    booth.scan(code)
    assert reply in booth.words()
    assert not booth.presenter.is_open


def test_a_code_can_be_typed_and_leaves_no_letters(booth: Booth) -> None:
    field = booth.station.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, booth.codes["Samira"].lower() + "\r")
    booth.worker.drain()
    assert "Dag Samira" in booth.words()
    assert field.text() == ""


def test_another_language_is_for_this_visitor_only(booth: Booth) -> None:
    booth.scan("Samira")
    booth.tap("English")
    assert "Hello Samira, whom would you like to see again?" in booth.words()
    assert booth.button("Bakkerij De Smet: Yes, please").isVisible()
    booth.tap("Done")
    assert "Scan je badge" in booth.words()


def test_somebody_who_speaks_no_dutch_is_greeted_in_english(booth: Booth) -> None:
    booth.scan("Goran")
    assert "Hello Goran" in booth.words()


def test_no_voice_no_button(booth: Booth) -> None:
    booth.scan("Samira")
    assert "Lees voor" not in booth.words()


def test_targets_are_large_and_named(booth: Booth) -> None:
    booth.scan("Samira")
    answers = [b for b in booth.station.findChildren(QToolButton) if b.isVisible()]
    assert len(answers) == 6
    for answer in answers:
        assert answer.height() >= 72
        assert answer.width() >= 112
        assert answer.accessibleName()


def test_a_name_is_never_markup(booth: Booth) -> None:
    with booth.units() as unit:
        person = unit.people.get(booth.ids["Samira"])
        assert person is not None
        object.__setattr__(person, "chosen_name", "<b>Sam</b>")
        unit.people.save(person)
        unit.commit()
    booth.scan("Samira")
    assert "Dag <b>Sam</b>," in booth.words()
