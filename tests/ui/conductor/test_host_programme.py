"""The host changes the day while it runs: the programme, messages, the dark room, lost time."""

import re
from dataclasses import replace
from datetime import time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.programme import Phase
from kiosk.services import conducting
from kiosk.ui.conductor.programme_list import PhaseLine
from kiosk.ui.conductor.state import Gesture
from kiosk.ui.theme.style import apply_theme
from tests.ui.conductor.conftest import FIRST_ROUND, Host

BREAK = 5


def words(host: Host) -> set[str]:
    page = host.station.page
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def click(host: Host, name: str) -> None:
    buttons = host.station.page.findChildren(QAbstractButton)
    next(b for b in buttons if b.isVisible() and b.accessibleName() == name).click()
    host.settle()


def tap(host: Host, title: str) -> None:
    lines = host.station.page.findChildren(PhaseLine)
    line = next(x for x in lines if x.face and x.face.title == title)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    host.settle()


def phases(host: Host) -> tuple[Phase, ...]:
    return host.state().phases


def tab_to(host: Host, name: str) -> None:
    page = host.station.page
    for _ in range(20):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        focused = page.focusWidget()
        if focused is not None and focused.accessibleName() == name:
            return
    raise AssertionError(name)


def letter(host: Host, qtbot: QtBot, key: Qt.Key) -> None:
    """A letter counts when it stands alone: nothing was typed just before it."""
    keys = host.station.page._keys
    qtbot.waitUntil(lambda: keys.is_calm)
    QTest.keyClick(host.station.page, key)
    qtbot.waitUntil(lambda: not keys.is_waiting)
    host.settle()


def begin_late(host: Host, minutes: float) -> None:
    """The first round begins so many minutes after its time."""
    state = host.state()
    start = state.event.moment(state.phases[FIRST_ROUND].starts)
    for position in (None, 0):
        conducting.next_phase(host.units(), host.clock, position)
    host.clock.advance_to(start + timedelta(minutes=minutes))
    conducting.next_phase(host.units(), host.clock, FIRST_ROUND - 1)
    host.station.refresh()
    host.settle()


class TestAPartOfTheProgramme:
    def test_two_taps_make_the_break_longer(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Pauze")
        click(host, "Pauze: + 5 min")
        assert phases(host)[BREAK].seconds == 20 * 60
        assert "“Pauze” lasts 20 min instead of 15 min." in words(host)

    def test_a_length_in_a_sentence_is_never_taken_for_a_time_of_day(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Pauze")
        assert any(re.match(r"Planned at \d\d:\d\d, 15 min\.", said) for said in words(host))
        tap(host, "Round 2")
        assert "Every changeover, now 1 min" in words(host)

    def test_the_panel_stays_for_another_tap(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Pauze")
        click(host, "Pauze: + 1 min")
        click(host, "Pauze: + 1 min")
        assert phases(host)[BREAK].seconds == 17 * 60

    def test_undo_is_one_press_away(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Pauze")
        click(host, "Pauze: Skip")
        assert phases(host)[BREAK].skipped
        click(host, "Undo")
        assert not phases(host)[BREAK].skipped

    def test_ctrl_z_undoes_what_was_done_last(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Pauze")
        click(host, "Pauze: + 5 min")
        QTest.keyClick(host.station.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        host.settle()
        assert phases(host)[BREAK].seconds == 15 * 60

    def test_a_break_is_put_in_after_the_running_round(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Round 1")
        click(host, "A break after this: 10 minutes")
        put_in = phases(host)[FIRST_ROUND + 1]
        assert (put_in.kind.value, put_in.seconds) == ("break", 600)

    def test_the_room_hears_of_each_edit(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        host.changes.clear()
        tap(host, "Pauze")
        click(host, "Pauze: + 5 min")
        assert [state.phases[BREAK].seconds for state in host.changes] == [20 * 60]

    def test_going_to_a_part_in_mid_round_asks_for_a_second_tap(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Pauze")
        click(host, "Start now")
        assert host.state().position == FIRST_ROUND
        click(host, "Sure? Again")
        assert host.state().position == BREAK

    def test_going_to_a_part_after_a_round_takes_one_tap_more(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        host.clock.advance(7 * 60 + 1)
        tap(host, "Pauze")
        click(host, "Start now")
        assert host.state().position == BREAK

    def test_a_laptops_clock_that_was_set_makes_no_round_of_a_slip(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        host.clock.advance(70)
        host.clock.set_wall(host.clock.now() + timedelta(hours=1))
        tap(host, phases(host)[FIRST_ROUND - 1].title)
        click(host, "Start now")
        click(host, "Sure? Again")
        assert host.state().position == FIRST_ROUND - 1
        assert phases(host)[FIRST_ROUND].started_at is None

    def test_with_keys_only(self, host: Host, qtbot: QtBot) -> None:
        host.run_to(FIRST_ROUND)
        letter(host, qtbot, Qt.Key.Key_P)
        assert "Round 2" in words(host)
        click(host, "Part after")
        tab_to(host, "Pauze: \N{MINUS SIGN} 5 min")
        host.press(Qt.Key.Key_Return)
        assert phases(host)[BREAK].seconds == 10 * 60

    def test_the_keyboard_begins_where_it_does_no_harm(self, host: Host, qtbot: QtBot) -> None:
        host.run_to(FIRST_ROUND)
        letter(host, qtbot, Qt.Key.Key_P)
        focused = host.station.page.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Close"

    def test_a_skipped_part_says_so_in_words(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Pauze")
        click(host, "Pauze: Skip")
        lines = host.station.page.programme.findChildren(PhaseLine)
        (line,) = (line for line in lines if line.face and line.face.position == BREAK)
        assert "skipped" in line.accessibleName()

    def test_without_a_plan_a_round_is_dropped_from_the_programme_alone(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Round 3")
        click(host, "One round fewer")
        assert [phase.position for phase in phases(host) if phase.skipped] == [7, 8]
        host.station._act(Gesture.SHOW_DAY)
        host.settle()
        buttons = host.station.page.findChildren(QPushButton)
        assert not [b for b in buttons if b.isVisible() and b.text() == "One round fewer"]

    def test_a_change_made_elsewhere_is_never_overwritten(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        tap(host, "Pauze")
        with host.units() as unit:
            changed = list(unit.programme.phases())
            unit.programme.replace(changed[:-1])
            unit.commit()
        click(host, "Pauze: + 5 min")
        assert "Nothing was changed" in words(host)
        assert phases(host)[BREAK].seconds == 15 * 60
        click(host, "Pauze: + 5 min")
        assert phases(host)[BREAK].seconds == 20 * 60


class TestLostTime:
    def test_the_host_is_twelve_minutes_late_and_wins_back_what_can_be(self, host: Host) -> None:
        begin_late(host, 12)
        assert "12 min behind" in words(host)
        assert any("can be won back" in text for text in words(host))
        click(host, "Win it back")
        pace = host.state().pace(host.clock)
        assert pace is not None
        assert pace.over < 60
        assert len([p for p in phases(host) if p.skipped]) == 2

    def test_what_is_proposed_can_be_looked_at_first(self, host: Host) -> None:
        begin_late(host, 6)
        click(host, "View")
        assert "What becomes shorter" in words(host)
        assert "Pauze 10 min instead of 15 min" in words(host)
        assert phases(host)[BREAK].seconds == 15 * 60

    def test_each_thing_that_becomes_shorter_begins_with_a_capital(self, host: Host) -> None:
        begin_late(host, 12)
        click(host, "View")
        assert any("A round less" in said for said in words(host))
        assert not any("\na round less" in said for said in words(host))

    def test_a_proposal_that_was_left_comes_back_when_more_is_lost(self, host: Host) -> None:
        begin_late(host, 6)
        click(host, "Leave it as it is")
        assert not any("can be won back" in text for text in words(host))
        host.clock.advance(8 * 60 + 4 * 60)
        host.station.refresh()
        host.settle()
        assert host.station._presenter.programme.recovery is not None
        notice = host.station._presenter.programme.recovery_notice(host.state())
        assert notice is not None

    def test_on_time_nothing_is_asked(self, host: Host) -> None:
        begin_late(host, 0)
        assert not any("won back" in text for text in words(host))

    def test_a_part_that_should_have_begun_is_called_to_mind(self, host: Host) -> None:
        begin_late(host, 0)
        host.clock.advance(7 * 60 + 59)
        host.station.refresh()
        host.settle()
        assert not any("should have started" in text for text in words(host))
        host.clock.advance(2)
        host.station.refresh()
        host.settle()
        assert "Changeover should have started 1 minute ago." in words(host)

    def test_nobody_is_reminded_before_the_clock_time_that_the_next_part_waits_for(
        self, host: Host
    ) -> None:
        begin_late(host, 0)
        with host.units() as unit:
            day = list(unit.programme.phases())
            starts = time(14, 40)
            day[FIRST_ROUND + 1] = replace(day[FIRST_ROUND + 1], starts=starts, fixed=True)
            unit.programme.replace(day)
            unit.commit()
        host.clock.advance(12 * 60)
        host.station.refresh()
        host.settle()
        assert "waits for 14:40" in words(host)
        assert not any("should have started" in text for text in words(host))
        host.clock.advance(10 * 60)
        host.station.refresh()
        host.settle()
        assert any("should have started at 14:40" in text for text in words(host))

    def test_the_end_of_the_day_is_always_in_sight(self, host: Host) -> None:
        begin_late(host, 2)
        assert "Ends at 15:57, 2 min later than planned" in words(host)


class TestTheRoomsPicture:
    def test_a_message_is_written_and_taken_away(self, host: Host, qtbot: QtBot) -> None:
        letter(host, qtbot, Qt.Key.Key_M)
        field = host.station.page.message.field
        assert field.hasFocus()
        QTest.keyClicks(field, "Nog even n G + - geduld")
        QTest.keyClick(field, Qt.Key.Key_Return)
        host.settle()
        assert host.state().sign.message == "Nog even n G + - geduld"
        assert host.state().position is None
        assert not host.gongs
        letter(host, qtbot, Qt.Key.Key_M)
        click(host, "Take it away")
        assert host.state().sign.message == ""

    def test_escape_shows_nothing(self, host: Host, qtbot: QtBot) -> None:
        letter(host, qtbot, Qt.Key.Key_M)
        QTest.keyClicks(host.station.page.message.field, "Toch niet")
        QTest.keyClick(host.station.page.message.field, Qt.Key.Key_Escape)
        host.settle()
        assert not host.station.page.message.isVisible()
        assert host.state().sign.message == ""

    def test_usual_words_are_in_the_language_of_the_room(self, host: Host, qtbot: QtBot) -> None:
        """The staff reads English here, the event speaks Dutch."""
        letter(host, qtbot, Qt.Key.Key_M)
        click(host, "Zoek je tafel.")
        assert host.state().sign.message == "Zoek je tafel."

    def test_arrows_give_no_time_while_somebody_writes(self, host: Host, qtbot: QtBot) -> None:
        host.run_to(FIRST_ROUND)
        letter(host, qtbot, Qt.Key.Key_M)
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space):
            QTest.keyClick(host.station.page.message.field, key)
        host.settle()
        countdown = host.state().countdown
        assert countdown is not None
        assert countdown.run.seconds == 7 * 60
        assert countdown.run.state.value == "running"

    def test_the_room_is_made_dark_and_light_again(self, host: Host, qtbot: QtBot) -> None:
        letter(host, qtbot, Qt.Key.Key_B)
        assert host.state().sign.blackout
        click(host, "Show the picture in the room again")
        assert not host.state().sign.blackout

    def test_half_a_minute_more_and_less(self, host: Host) -> None:
        host.run_to(FIRST_ROUND)
        host.press(Qt.Key.Key_Up)
        assert "7:30" in words(host)
        host.press(Qt.Key.Key_Down)
        host.press(Qt.Key.Key_Down)
        assert "6:30" in words(host)


def test_very_large_text_keeps_every_button_of_the_time_in_sight(
    host: Host, qapp: QApplication
) -> None:
    page = host.station.page
    apply_theme(qapp, 2.0)
    page.resize(1024, 700)
    host.settle()
    qapp.processEvents()
    for button in page.timer.findChildren(QPushButton):
        left = button.mapTo(page, button.rect().topLeft()).x()
        assert left >= 0
        assert left + button.width() <= page.width(), button.text()
    apply_theme(qapp)
