"""What an organiser does on the programme page: with a mouse, with keys only, at every size."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kiosk.domain.programme import Phase, PhaseKind, PhaseSound, Resize, rounds_of
from kiosk.i18n import use_language
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.programme_editing import edit_programme
from kiosk.ui.organiser.programme.page import ProgrammePage
from kiosk.ui.organiser.programme.presenter import ProgrammePresenter
from kiosk.ui.shell import _scroll_area
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import small_day
from tests.helpers.seats import candidates_of, employers_of, seat

WELCOME, INFO, ROUND_1, _CHANGEOVER, _ROUND_2, BREAK = range(6)
ROUND_4, INTEREST = 8, 9
LEFT = Qt.MouseButton.LeftButton
MARKUP = "<img src=x><b>Pauze</b>"
LONG = "Welkom, wat werk doet voor wie herstelt, en drie getuigenissen van wie het al deed"


@dataclass
class Organiser:
    """The page on a real file, in an area that scrolls as the window's does."""

    page: ProgrammePage
    area: QWidget
    worker: DatabaseWorker
    units: object
    clock: object

    def settle(self) -> None:
        """Everything asked is answered and shown, and so is what that asked for."""
        for _round in range(3):
            self.worker.drain()
            QApplication.processEvents()

    def phases(self) -> tuple[Phase, ...]:
        with self.units() as unit:
            return unit.programme.phases()

    def stand(self, position: int) -> None:
        """Click on a row."""
        rows = self.page.rows
        index = rows.model().index(position, 0)
        rows.scrollTo(index)
        QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(index).center())
        self.settle()

    def press(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, LEFT)
        self.settle()

    def key(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def fill(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Click in a field, write over what it says, and press Enter."""
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        self.key(Qt.Key.Key_Return)

    @property
    def said(self) -> str:
        return self.page.tools.said

    @property
    def chosen(self) -> str:
        return self.page.rows.currentIndex().data()


@pytest.fixture
def day(qtbot, qapp, units, clock) -> Iterator[Organiser]:
    use_language("en")
    apply_theme(qapp)
    with units() as unit:
        small_day(unit)
        unit.commit()
    worker = DatabaseWorker(units)
    page = ProgrammePage(ProgrammePresenter(worker, clock, repair, station="organiser"))
    area = _scroll_area()
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(1366, 704)
    found = Organiser(page, area, worker, units, clock)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    found.settle()
    yield found
    worker.close()
    if shiboken6.isValid(area):
        area.close()
    apply_theme(qapp)
    use_language("nl")


def words(page: QWidget) -> str:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


class TestWithTheMouse:
    def test_a_length_is_typed_and_kept_at_once(self, day, qtbot):
        day.stand(ROUND_1)
        with qtbot.waitSignal(day.page.programme_changed):
            day.fill(day.page.phase.length, "7:30")
        assert day.phases()[ROUND_1].seconds == 450
        assert day.said == "“Round 1” lasts 7 min 30 s instead of 7 min."
        assert day.page.phase.length.text() == "7:30"

    def test_the_buttons_beside_the_length_give_and_take_a_minute(self, day):
        day.stand(BREAK)
        day.press(day.page.phase.stepper.more)
        day.press(day.page.phase.stepper.more)
        day.press(day.page.phase.stepper.less)
        assert day.phases()[BREAK].seconds == 16 * 60

    def test_a_field_counts_when_it_is_left(self, day):
        day.stand(BREAK)
        title = day.page.phase.title
        title.setFocus()
        title.selectAll()
        QTest.keyClicks(title, "Soep en brood")
        day.stand(ROUND_1)
        assert day.phases()[BREAK].title == "Soep en brood"
        assert day.chosen == "Round 1"

    def test_a_sound_is_chosen(self, day):
        day.stand(BREAK)
        box = day.page.phase.sound
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        day.settle()
        assert day.phases()[BREAK].sound is PhaseSound.SOFT_GONG
        assert day.said == "“Pauze” ends with: soft gong."

    def test_a_question_is_written_for_a_round(self, day):
        day.stand(ROUND_1)
        day.fill(day.page.phase.question, "Waar word jij blij van?")
        assert day.phases()[ROUND_1].prompt == "Waar word jij blij van?"

    def test_a_phase_gets_a_fixed_time_and_loses_it(self, day):
        day.stand(INTEREST)
        phase = day.page.phase
        assert not phase.starts.isVisible()
        day.press(phase.fixed)
        day.fill(phase.starts, "15:30")
        assert (day.phases()[INTEREST].fixed, day.phases()[INTEREST].starts) == (True, time(15, 30))
        day.press(phase.fixed)
        assert not day.phases()[INTEREST].fixed

    def test_the_begin_of_the_day_is_a_clock_time(self, day):
        day.stand(WELCOME)
        assert not day.page.phase.fixed.isVisible()
        day.fill(day.page.phase.starts, "13:00")
        assert day.phases()[WELCOME].starts == time(13)

    def test_a_moved_phase_stays_chosen(self, day):
        day.stand(BREAK)
        day.press(day.page.phase.acts.later)
        assert day.chosen == "Pauze"
        day.press(day.page.phase.acts.earlier)
        assert day.page.rows.currentIndex().row() == BREAK

    def test_a_phase_is_skipped_and_taken_up_again(self, day):
        day.stand(BREAK)
        acts = day.page.phase.acts
        day.press(acts.skip)
        assert day.phases()[BREAK].skipped
        assert acts.skip.text() == "Take up again"
        day.press(acts.skip)
        assert not day.phases()[BREAK].skipped

    def test_a_phase_is_removed(self, day):
        day.stand(INTEREST)
        day.press(day.page.phase.acts.remove)
        assert PhaseKind.INTEREST not in {phase.kind for phase in day.phases()}
        assert day.said == "“Interesse” is removed."

    def test_a_part_is_added_after_the_chosen_one(self, day):
        day.stand(INFO)
        day.press(day.page.tools.insert)
        assert "After “Welkom”" in words(day.page.insert)
        day.page.insert.title.setText("Koffie")
        day.page.insert.length.setText("10")
        day.press(day.page.insert.insert)
        added = day.phases()[INFO + 1]
        assert (added.kind, added.title, added.seconds) == (PhaseKind.BREAK, "Koffie", 600)
        assert day.chosen == "Koffie"
        assert not day.page.insert.isVisible()

    def test_another_row_is_another_place_for_what_is_added(self, day):
        day.press(day.page.tools.insert)
        day.page.insert.title.setText("Koffie")
        day.stand(BREAK)
        assert "After “Pauze”" in words(day.page.insert)
        day.press(day.page.insert.insert)
        assert day.phases()[BREAK + 1].title == "Koffie"

    def test_rounds_are_made_from_one_line(self, day):
        day.stand(ROUND_4)
        day.press(day.page.tools.rounds)
        card = day.page.rounds
        day.press(card.stepper.less)
        card.length.setText("6")
        card.changeover.setText("1:30")
        assert "2 rounds: 13 min 30 s" in words(card)
        day.press(card.insert)
        assert len(rounds_of(day.phases())) == 6
        assert day.phases()[ROUND_4 + 2].seconds == 360

    def test_all_rounds_and_all_changeovers_get_another_length(self, day):
        day.press(day.page.tools.lengths)
        day.page.lengths.rounds.setText("6")
        day.press(day.page.lengths.apply_rounds)
        day.press(day.page.tools.lengths)
        day.page.lengths.changeovers.setText("0:30")
        day.press(day.page.lengths.apply_changeovers)
        lengths = {phase.kind: phase.seconds for phase in day.phases()}
        assert (lengths[PhaseKind.ROUND], lengths[PhaseKind.CHANGEOVER]) == (360, 30)

    def test_undo_says_what_it_took_back(self, day):
        assert not day.page.tools.undo.isEnabled()
        day.stand(INTEREST)
        day.press(day.page.phase.acts.remove)
        day.press(day.page.tools.undo)
        assert day.said == "Undone: “Interesse” is removed."
        assert day.chosen == "Interesse"

    def test_a_double_click_leads_to_the_fields(self, day):
        day.stand(BREAK)
        area = day.page.rows.visualRect(day.page.rows.currentIndex())
        QTest.mouseDClick(day.page.rows.viewport(), LEFT, pos=area.center())
        assert day.page.phase.title.hasFocus()


class TestWithKeysOnly:
    def test_a_whole_afternoon_is_arranged_without_a_mouse(self, day):
        assert day.page.rows.hasFocus()
        for _step in range(BREAK):
            day.key(Qt.Key.Key_Down)
        day.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert day.chosen == "Pauze"
        day.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        day.key(Qt.Key.Key_Return)
        day.type("Soep")
        day.key(Qt.Key.Key_Tab)
        day.key(Qt.Key.Key_Tab)
        day.type("20")
        day.key(Qt.Key.Key_Return)
        day.key(Qt.Key.Key_Escape)
        assert day.page.rows.hasFocus()
        day.key(Qt.Key.Key_Insert)
        day.key(Qt.Key.Key_Tab)
        day.type("Dans")
        day.key(Qt.Key.Key_Return)
        assert day.page.rows.hasFocus()
        assert day.chosen == "Dans"
        day.key(Qt.Key.Key_Delete)
        day.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        pause, dance = day.phases()[BREAK], day.phases()[BREAK + 1]
        assert (pause.title, pause.seconds) == ("Soep", 20 * 60)
        assert (dance.title, dance.kind) == ("Dans", PhaseKind.BREAK)
        assert day.said == "Undone: “Dans” is removed."

    def test_escape_forgets_what_was_typed(self, day):
        day.stand(BREAK)
        day.key(Qt.Key.Key_Return)
        day.type("Iets anders")
        day.key(Qt.Key.Key_Escape)
        assert day.page.rows.hasFocus()
        assert day.phases()[BREAK].title == "Pauze"
        assert day.page.phase.title.text() == "Pauze"

    def test_escape_puts_away_what_stands_beside_the_list(self, day):
        for button, card in (
            (day.page.tools.insert, day.page.insert),
            (day.page.tools.rounds, day.page.rounds),
            (day.page.tools.lengths, day.page.lengths),
        ):
            day.press(button)
            assert card.isVisible()
            day.key(Qt.Key.Key_Escape)
            assert not card.isVisible()
            assert day.page.phase.isVisible()

    def test_what_is_being_typed_is_not_overwritten_by_news(self, day):
        day.stand(BREAK)
        day.key(Qt.Key.Key_Return)
        day.type("Half getypt")
        edit_programme(
            day.units(), day.clock, repair, Resize(BREAK, 600), day.phases(), station="host"
        )
        day.page.refresh()
        day.settle()
        assert day.page.phase.title.text() == "Half getypt"
        assert day.page.phase.length.text() == "10:00"


class TestWhatIsSaid:
    def test_a_wrong_length_is_said_in_the_notice_line(self, day):
        day.stand(BREAK)
        day.fill(day.page.phase.length, "lang")
        assert "“lang” is no length." in words(day.page.notice)
        assert day.page.phase.length.text() == "15:00"
        assert day.phases()[BREAK].seconds == 900

    def test_a_programme_changed_elsewhere_comes_back_with_a_word(self, day):
        day.stand(ROUND_1)
        edit_programme(
            day.units(), day.clock, repair, Resize(BREAK, 600), day.phases(), station="host"
        )
        day.fill(day.page.phase.length, "8")
        assert "changed elsewhere meanwhile" in words(day.page.notice)
        assert day.page.rows.model().rows[BREAK].length == "10:00"
        assert day.phases()[ROUND_1].seconds == 420

    def test_a_round_less_says_that_the_plan_was_mended(self, day):
        people, tables = candidates_of(day.units()), employers_of(day.units())
        seat(day.units(), day.clock, *[[(people[n], tables[n])] for n in range(4)])
        day.page.refresh()
        day.settle()
        day.stand(ROUND_4)
        day.press(day.page.phase.acts.skip)
        assert "A round less: the seating plan was mended." in words(day.page.notice)

    def test_what_runs_is_closed_with_a_word_why(self, day):
        conducting.start_phase(day.units(), day.clock, WELCOME, None)
        day.page.refresh()
        day.settle()
        day.stand(WELCOME)
        card = day.page.phase
        assert "This runs now." in words(card)
        assert not card.length.isVisible()
        assert not card.acts.isVisible()
        day.key(Qt.Key.Key_Return)
        assert day.page.rows.hasFocus()

    def test_a_title_is_never_markup(self, day):
        day.stand(BREAK)
        day.fill(day.page.phase.title, MARKUP)
        index = day.page.rows.currentIndex()
        assert day.chosen == MARKUP
        assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
        assert MARKUP in words(day.page.phase)
        assert day.page.grab().width() == day.page.width()

    def test_dutch_is_spoken_at_once(self, day):
        use_language("nl")
        day.page.retranslate()
        day.settle()
        assert day.page.rows.model().rows[ROUND_1].title == "Ronde 1"
        assert day.page.tools.undo.accessibleName() == "Ongedaan maken"

    def test_it_looks_again_only_while_it_is_shown(self, day):
        assert day.page._looking.isActive()
        day.area.hide()
        assert not day.page._looking.isActive()


CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)


def controls(page: QWidget) -> list[QWidget]:
    found = [each for kind in CONTROLS for each in page.findChildren(kind)]
    return [each for each in found if each.isVisible() and each.parent() is not None]


class TestForEveryone:
    @pytest.mark.parametrize("position", [WELCOME, ROUND_1, INTEREST])
    def test_every_control_has_a_name_and_is_large_enough(self, day, position):
        day.stand(position)
        for opens in (None, day.page.tools.insert, day.page.tools.rounds, day.page.tools.lengths):
            if opens is not None:
                day.press(opens)
            for control in controls(day.page):
                assert control.accessibleName(), control
                assert min(control.width(), control.height()) >= 44, control
        assert day.page.rows.accessibleName() == "Programme"

    @pytest.mark.parametrize("scale", [1.0, 2.0])
    @pytest.mark.parametrize("width", [1366, 1024])
    def test_rows_are_high_enough_and_nothing_stands_outside(self, day, qapp, scale, width):
        day.stand(INFO)
        day.fill(day.page.phase.title, LONG)
        apply_theme(qapp, scale)
        day.area.resize(width, 704)
        day.settle()
        rows = day.page.rows
        heights = [rows.visualRect(rows.model().index(at, 0)).height() for at in range(11)]
        assert min(heights) >= 44 * scale
        assert heights[INFO] > heights[WELCOME]
        assert day.page.width() <= width
        for opens in (None, day.page.tools.insert, day.page.tools.rounds, day.page.tools.lengths):
            if opens is not None:
                opens.click()
                day.settle()
            for control in controls(day.page):
                right = control.mapTo(day.page, control.rect().topRight()).x()
                assert right <= day.page.width(), control

    def test_with_very_large_text_the_fields_come_into_sight(self, day, qapp):
        apply_theme(qapp, 2.0)
        day.area.resize(1300, 704)
        day.settle()
        day.page.rows.setFocus()
        day.key(Qt.Key.Key_Return)
        title = day.page.phase.title
        assert title.hasFocus()
        assert title.visibleRegion().boundingRect() == title.rect()
        day.key(Qt.Key.Key_Escape)
        assert day.page.rows.visibleRegion().boundingRect().height() > day.area.height() / 2

    def test_with_very_large_text_every_card_has_room_below_the_list(self, day, qapp):
        apply_theme(qapp, 2.0)
        day.area.resize(1024, 704)
        day.settle()
        cards = ((None, day.page.phase), (day.page.tools.insert, day.page.insert))
        for opens, card in (*cards, (day.page.tools.lengths, day.page.lengths)):
            if opens is not None:
                opens.click()
                day.settle()
            bottom = card.mapTo(day.page, card.rect().bottomLeft()).y()
            assert card.height() >= card.minimumSizeHint().height()
            assert day.page.height() - 80 <= bottom <= day.page.height()
