"""What the host can do, by keys and buttons, and what the screen says back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.countdown import RunState
from kiosk.i18n import use_language
from kiosk.ui.conductor import station as conductor_station
from kiosk.ui.theme.style import apply_theme
from tests.ui.conductor.conftest import FIRST_ROUND, Host


def texts(host: Host) -> set[str]:
    return {label.text() for label in host.station.page.findChildren(QLabel) if label.isVisible()}


def button(host: Host, name: str) -> QPushButton:
    buttons = host.station.page.findChildren(QPushButton)
    return next(b for b in buttons if b.isVisible() and b.accessibleName() == name)


def click(host: Host, name: str) -> None:
    button(host, name).click()
    host.settle()


def test_before_the_start_there_is_one_thing_to_do(host: Host) -> None:
    assert {"Onthaal", "not started", "30:00"} <= texts(host)
    assert button(host, "Start").isEnabled()
    assert not button(host, "Pause").isEnabled()


def test_a_day_without_a_programme_is_not_over(host: Host) -> None:
    with host.units() as unit:
        unit.programme.replace([])
        unit.commit()
    host.station.refresh()
    host.settle()
    assert "There is no programme yet" in texts(host)
    assert "The programme is over" not in texts(host)


def test_start_runs_the_first_phase_and_tells_the_room(host: Host) -> None:
    click(host, "Start")
    assert host.state().position == 0
    assert [state.position for state in host.changes][-1:] == [0]


def test_space_pauses_and_resumes_even_when_next_has_the_focus(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    button(host, "Next").setFocus()
    host.press(Qt.Key.Key_Space)
    assert host.state().countdown.run.state is RunState.PAUSED
    assert "paused" in texts(host)
    host.press(Qt.Key.Key_Space)
    assert host.state().countdown.run.state is RunState.RUNNING
    assert host.state().position == FIRST_ROUND


def test_a_minute_more_and_a_minute_less(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    host.press(Qt.Key.Key_Plus)
    host.press(Qt.Key.Key_Plus)
    host.press(Qt.Key.Key_Minus)
    assert host.state().countdown.remaining(host.clock) == 8 * 60
    assert "8:00" in texts(host)


def test_next_in_a_round_asks_for_a_second_press(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    host.press(Qt.Key.Key_Right)
    assert host.state().position == FIRST_ROUND
    assert button(host, "Sure? Again").isVisible()
    host.press(Qt.Key.Key_Right)
    assert host.state().position == FIRST_ROUND + 1


def test_a_double_click_is_no_second_press(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    button = host.station.page.timer.next_button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    host.settle()
    assert host.state().position == FIRST_ROUND


def test_the_second_press_does_not_wait_for_ever(host: Host, qtbot: QtBot) -> None:
    host.run_to(FIRST_ROUND)
    host.station.time.second_press.setInterval(100)
    host.press(Qt.Key.Key_Right)
    assert button(host, "Sure? Again").isVisible()
    qtbot.waitUntil(lambda: host.station.page.timer.next_button.text() == "Next")
    assert host.state().position == FIRST_ROUND


def test_a_round_that_is_over_needs_one_press(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    host.clock.advance(7 * 60 + 12)
    host.station.refresh()
    host.settle()
    assert {"+0:12", "overtime"} <= texts(host)
    host.press(Qt.Key.Key_Right)
    assert host.state().position == FIRST_ROUND + 1


def test_an_eager_press_after_next_skips_nothing(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    for _ in range(5):
        QTest.keyClick(host.station.page, Qt.Key.Key_Right)
    host.settle()
    assert host.state().position == FIRST_ROUND + 1


def test_a_letter_alone_is_a_key_and_a_scanned_code_is_not(host: Host, qtbot: QtBot) -> None:
    keys = host.station.page._keys
    QTest.keyClicks(host.station.page, "NGNBCDGN\r")
    qtbot.waitUntil(lambda: keys.is_calm)
    host.settle()
    assert host.state().position is None
    assert not host.gongs
    QTest.keyClick(host.station.page, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: bool(host.gongs))
    qtbot.waitUntil(lambda: keys.is_calm)
    QTest.keyClick(host.station.page, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: host.state().position == 0)


def test_enter_presses_what_has_the_focus(host: Host) -> None:
    button(host, "Start").setFocus()
    host.press(Qt.Key.Key_Return)
    assert host.state().position == 0


def test_the_last_phase_ends_the_day_on_a_second_press(host: Host) -> None:
    last = len(host.state().rows) - 1
    host.run_to(last)
    click(host, "Finish")
    assert not host.state().finished
    click(host, "Sure? Again")
    assert host.state().finished
    assert {"The programme is over", "All rounds are done. Well hosted!"} <= texts(host)
    assert not button(host, "Finished").isEnabled()


def test_a_day_that_should_have_started_says_so_and_can_be_started_there(host: Host) -> None:
    host.clock.advance(36 * 60)
    host.station.refresh()
    host.settle()
    assert "Onthaal should have started at 13:30." in texts(host)
    click(host, "Start now")
    assert host.state().position == 0
    assert "Onthaal should have started at 13:30." not in texts(host)
    assert "6 min behind" in texts(host)


def test_every_button_has_a_name_and_can_be_reached_with_the_keyboard(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    buttons = [b for b in host.station.page.findChildren(QPushButton) if b.isVisible()]
    assert len(buttons) == 10
    for each in buttons:
        assert each.accessibleName()
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert each.height() >= 44


def test_the_language_changes_while_a_round_runs(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    use_language("nl")
    host.station.retranslate()
    assert {"Ronde 1 van 4", "Draaiboek"} <= texts(host)
    assert button(host, "Volgende").isVisible()


def test_very_large_text_moves_the_programme_below(host: Host, qapp: object) -> None:
    host.run_to(FIRST_ROUND)
    page = host.station.page
    apply_theme(qapp, 2.0)
    page.resize(1024, 700)
    host.settle()
    qapp.processEvents()
    assert page.programme.y() > page.floor.y()
    assert button(host, "Next").mapTo(page, button(host, "Next").rect().topRight()).x() <= 1024
    apply_theme(qapp)


def test_the_time_needs_no_file(host: Host, qtbot: QtBot) -> None:
    host.run_to(FIRST_ROUND)
    host.worker.close()
    host.clock.advance(5)
    qtbot.waitUntil(lambda: "6:55" in texts(host))


def test_the_face_is_painted_as_the_second_turns(host: Host) -> None:
    host.run_to(FIRST_ROUND)
    host.clock.advance(0.9)
    host.station._paint()
    assert host.station._tick.interval() <= 101
    assert host.station._tick.interval() <= conductor_station.LONGEST_TICK_MS
