"""The host mends the day on the screen: two taps or a few keys, and never by mistake."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.plan import PlanMethod, SeatingPlan
from kiosk.i18n import use_language
from kiosk.planning import Carousel
from kiosk.services.seating import make_plan
from kiosk.ui.conductor.panel import AT_ONCE, PanelView
from kiosk.ui.conductor.state import Gesture, PanelAction, PanelFace, PanelGroup
from kiosk.ui.conductor.table_card import TableCard
from kiosk.ui.theme.style import apply_theme
from tests.helpers.seats import arrive, candidates_of, representatives_of
from tests.ui.conductor.conftest import FIRST_ROUND, Host

TOUCH = 44
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def planned(host: Host) -> Host:
    """Six people for four tables; everybody is here but the people of table 4."""
    clock, units = host.clock, host.units
    make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")
    people, contacts = candidates_of(units()), representatives_of(units())
    arrive(units(), clock, *(p.id for p in people), *(c.id for c in contacts[:3]))
    host.station.refresh()
    host.settle()
    return host


def tables(host: Host) -> list[TableCard]:
    return host.station.page.floor._cards


def buttons(host: Host) -> dict[str, QAbstractButton]:
    found = host.station.page.findChildren(QAbstractButton)
    return {b.accessibleName(): b for b in found if b.isVisible()}


def tap(host: Host, name: str) -> None:
    QTest.mouseClick(buttons(host)[name], Qt.MouseButton.LeftButton)
    host.settle()


def tap_table(host: Host, index: int = 0) -> None:
    QTest.mouseClick(tables(host)[index], Qt.MouseButton.LeftButton)
    host.settle()


def spoken(table: TableCard) -> str:
    return table.accessibleName()


def words(host: Host) -> set[str]:
    return {label.text() for label in host.station.page.findChildren(QLabel) if label.isVisible()}


def focused(host: Host) -> object:
    return host.station.page.window().focusWidget()


def walk_to_the_tables(host: Host) -> None:
    """Tab until the keyboard is in the room."""
    page = host.station.page
    page.setFocus()
    for _ in range(20):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        if page.floor.has_keyboard():
            return
    raise AssertionError("Tab never stops at a table")


def test_two_taps_mend_the_day_and_the_room_hears_of_it(planned: Host) -> None:
    planned.changes.clear()
    tap_table(planned)
    assert planned.station.page.panel.isVisible()
    tap(planned, "Kandidaat1: Rest")
    assert not planned.station.page.panel.isVisible()
    assert "Kandidaat1 rests in round 1." in words(planned)
    assert len(planned.changes) == 1
    assert "Kandidaat1" not in tables(planned)[0].accessibleName()


def test_it_is_undone_with_a_tap_or_with_a_key(planned: Host) -> None:
    before = tables(planned)[0].accessibleName()
    for undo in (
        lambda: tap(planned, "Undo"),
        lambda: QTest.keyClick(
            planned.station.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        ),
    ):
        tap_table(planned)
        tap(planned, "Kandidaat1: Rest")
        assert tables(planned)[0].accessibleName() != before
        undo()
        planned.settle()
        assert tables(planned)[0].accessibleName() == before
        assert "Undone: Kandidaat1 rests in round 1." in words(planned)


def test_two_quick_taps_on_undo_take_back_one_change(planned: Host) -> None:
    for name in ("Kandidaat1", "Kandidaat2"):
        tap_table(planned, next(at for at, t in enumerate(tables(planned)) if name in spoken(t)))
        tap(planned, f"{name}: Rest")
    undo = buttons(planned)["Undo"]
    for _ in range(2):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    planned.settle()
    with planned.units() as unit:
        assert len(unit.day_changes.standing()) == 1


def test_the_second_half_of_a_double_click_on_apply_undoes_nothing(planned: Host) -> None:
    planned.run_to(FIRST_ROUND)
    apply, left = buttons(planned)["Apply"], Qt.MouseButton.LeftButton
    QTest.mouseClick(apply, left)
    planned.settle()
    assert apply.text() == "Undo"
    again = QMouseEvent(
        QEvent.Type.MouseButtonDblClick, QPointF(9, 9), QPointF(9, 9), left, left, NO_KEYS
    )
    QApplication.sendEvent(apply, again)
    QTest.mouseRelease(apply, left)
    planned.settle()
    assert "Table 4, Werkgever 4, is closed from round 2." in words(planned)


def test_a_table_is_a_button_with_a_name(planned: Host) -> None:
    card = tables(planned)[0]
    assert QAccessible.queryAccessibleInterface(card).role() == QAccessible.Role.Button
    assert card.accessibleName() == "1, ready, Werkgever 1, Kandidaat1"
    assert card.height() >= TOUCH


class TestWithKeysOnly:
    def test_arrows_go_from_table_to_table_and_enter_opens(
        self, planned: Host, qtbot: QtBot
    ) -> None:
        walk_to_the_tables(planned)
        assert focused(planned) is tables(planned)[0]
        planned.press(Qt.Key.Key_Right)
        assert focused(planned) is tables(planned)[1]
        planned.press(Qt.Key.Key_Left)
        planned.press(Qt.Key.Key_Left)
        assert focused(planned) is tables(planned)[0]
        assert planned.state().position is None
        qtbot.wait(150)  # an Enter close to other keys is a scanner's
        planned.press(Qt.Key.Key_Return)
        assert planned.station.page.panel.face is not None
        assert focused(planned) is buttons(planned)["Kandidaat1: Not here"]

    def test_escape_goes_back_to_the_table(self, planned: Host, qtbot: QtBot) -> None:
        walk_to_the_tables(planned)
        qtbot.wait(150)
        planned.press(Qt.Key.Key_Return)
        planned.press(Qt.Key.Key_Escape)
        assert planned.station.page.panel.isHidden()
        assert focused(planned) is tables(planned)[0]

    def test_tab_stops_once_in_the_room(self, planned: Host) -> None:
        walk_to_the_tables(planned)
        planned.press(Qt.Key.Key_Right)
        QTest.keyClick(planned.station.page.focusWidget(), Qt.Key.Key_Tab)
        assert not planned.station.page.floor.has_keyboard()
        QTest.keyClick(planned.station.page.focusWidget(), Qt.Key.Key_Backtab)
        assert focused(planned) is tables(planned)[1]

    def test_after_a_tap_the_keys_of_the_host_are_what_they_were(self, planned: Host) -> None:
        planned.run_to(FIRST_ROUND)
        tap_table(planned)
        tap(planned, "Kandidaat1: Gone home")
        assert focused(planned) is planned.station.page
        planned.press(Qt.Key.Key_Right)
        assert "Sure? Again" in buttons(planned)
        planned.press(Qt.Key.Key_Right)
        assert planned.state().position == FIRST_ROUND + 1

    def test_space_pauses_also_from_a_table_and_from_a_panel(self, planned: Host) -> None:
        planned.run_to(FIRST_ROUND)
        walk_to_the_tables(planned)
        planned.press(Qt.Key.Key_Space)
        assert "paused" in words(planned)
        assert planned.station.page.panel.isHidden()
        tap_table(planned)
        planned.press(Qt.Key.Key_Space)
        assert "paused" not in words(planned)
        assert planned.station.page.panel.isVisible()
        assert planned.state().position == FIRST_ROUND


class TestANoticeThatWaits:
    def test_a_proposal_does_not_take_the_keyboard(self, planned: Host, qtbot: QtBot) -> None:
        walk_to_the_tables(planned)
        planned.run_to(FIRST_ROUND)
        assert "Werkgever 4 is not here." in words(planned)
        assert focused(planned) is tables(planned)[0]

    def test_it_can_be_looked_at_and_applied(self, planned: Host) -> None:
        planned.run_to(FIRST_ROUND)
        tap(planned, "View")
        panel = planned.station.page.panel
        assert panel.face is not None
        assert panel.face.title == "Werkgever 4 is not here."
        apply = next(b for b in panel.findChildren(QPushButton) if b.text() == "Apply")
        QTest.mouseClick(apply, Qt.MouseButton.LeftButton)
        planned.settle()
        assert "Table 4, Werkgever 4, is closed from round 2." in words(planned)
        assert panel.isHidden()

    def test_it_can_be_waved_away(self, planned: Host) -> None:
        planned.run_to(FIRST_ROUND)
        tap(planned, "Leave it as it is")
        assert planned.station.page.notice.isHidden()
        planned.station.refresh()
        planned.settle()
        assert planned.station.page.notice.isHidden()

    def test_a_keyboard_that_was_in_the_bar_is_not_left_on_another_button(
        self, planned: Host
    ) -> None:
        planned.run_to(FIRST_ROUND)
        buttons(planned)["Apply"].setFocus()
        buttons(planned)["Apply"].click()
        planned.settle()
        assert "Undo" in buttons(planned)
        assert focused(planned) is planned.station.page

    def test_what_was_done_makes_room_for_a_proposal_after_a_while(
        self, planned: Host, qtbot: QtBot
    ) -> None:
        planned.run_to(FIRST_ROUND)
        planned.station._said.setInterval(50)
        tap_table(planned, 1)
        tap(planned, "Kandidaat2: Rest round 2")
        assert "Kandidaat2 rests in round 2." in words(planned)
        qtbot.waitUntil(lambda: "Werkgever 4 is not here." in words(planned))

    def test_while_a_resume_is_offered_no_table_opens(self, planned: Host) -> None:
        planned.run_to(FIRST_ROUND)
        planned.station.start()
        planned.settle()
        tap_table(planned)
        tap(planned, "Whole day")
        assert planned.station.page.panel.isHidden()


class TestTheDay:
    def test_a_better_rest_of_the_day_is_looked_for_and_taken(self, planned: Host) -> None:
        with planned.units() as unit:
            plan = unit.plans.current()
            assert plan is not None
            kept = [c for c in plan.conversations if c.round_number < 3]
            unit.plans.add(plan.method, kept, planned.clock.now())
            unit.commit()
        planned.run_to(FIRST_ROUND)
        tap(planned, "Whole day")
        tap(planned, "Improve the rest of the day")
        assert "Looking for a better rest of the day …" in words(planned)
        planned.mends.answer(
            SeatingPlan(tuple(c for c in plan.conversations if c.round_number >= 3))
        )
        planned.settle()
        tap(planned, "Accept")
        assert "The rest of the day was improved." in words(planned)

    def test_leaving_the_program_ends_the_search(self, planned: Host) -> None:
        planned.run_to(FIRST_ROUND)
        tap(planned, "Whole day")
        tap(planned, "Improve the rest of the day")
        planned.station.stop()
        assert planned.mends.stopped

    def test_the_list_of_rest_opens_and_closes(self, planned: Host) -> None:
        tap(planned, "Rest: 2")
        assert planned.station.page.panel.face is not None
        assert "Rest, round 1" in words(planned)
        tap(planned, "Close")
        assert planned.station.page.panel.isHidden()


class TestThePanel:
    def test_every_button_is_large_enough_and_says_whom_it_is_about(self, planned: Host) -> None:
        planned.run_to(FIRST_ROUND)
        tap_table(planned)
        panel = planned.station.page.panel
        found = [b for b in panel.findChildren(QAbstractButton) if b.isVisible()]
        names = [each.accessibleName() for each in found]
        assert len(set(names)) == len(names)
        assert all(names)
        assert min(each.height() for each in found) >= TOUCH
        assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in found)

    def test_a_name_that_looks_like_markup_is_shown_as_it_was_written(self, planned: Host) -> None:
        page = planned.station.page
        page.panel.show_face(PanelFace("<b>Bakkerij</b>", (PanelGroup("<i>Jan</i>"),)))
        shown = {label.text(): label.textFormat() for label in page.panel.findChildren(QLabel)}
        assert shown["<b>Bakkerij</b>"] is Qt.TextFormat.PlainText
        assert shown["<i>Jan</i>"] is Qt.TextFormat.PlainText

    def test_it_leaves_the_time_and_its_own_table_in_sight(self, planned: Host) -> None:
        page = planned.station.page
        for index in (0, 3):
            tap_table(planned, index)
            card = tables(planned)[index]
            assert not page.panel.geometry().contains(card.mapTo(page, card.rect().center()))
            assert page.panel.y() >= page.timer.mapTo(page, page.timer.rect().bottomLeft()).y()

    def test_with_very_large_text_it_stays_on_the_page(
        self, planned: Host, qapp: QApplication
    ) -> None:
        page = planned.station.page
        apply_theme(qapp, 2.0)
        page.resize(1024, 700)
        qapp.processEvents()
        tap_table(planned)
        assert page.rect().contains(page.panel.geometry())
        apply_theme(qapp)

    def test_a_long_list_comes_in_parts(self, qtbot: QtBot, qapp: QApplication) -> None:
        panel = PanelView()
        qtbot.addWidget(panel)
        back = PanelAction("Back", Gesture.CLOSE_PANEL)
        groups = tuple(PanelGroup(f"Person {n}", actions=(back,)) for n in range(3 * AT_ONCE))
        panel.show_face(PanelFace("Rest", groups))
        assert len(panel._buttons) == AT_ONCE
        qtbot.waitUntil(lambda: len(panel._buttons) == 3 * AT_ONCE)

    def test_the_keyboard_stays_on_its_button_when_something_changes(self, planned: Host) -> None:
        first = candidates_of(planned.units())[0]
        planned.run_to(FIRST_ROUND)
        tap_table(planned)
        buttons(planned)["Kandidaat1: Gone home"].setFocus()
        with planned.units() as unit:
            unit.people.check_out(first.id, planned.clock.now())
            unit.commit()
        planned.station.refresh()
        planned.settle()
        assert "missing" in words(planned)
        assert focused(planned) is buttons(planned)["Kandidaat1: Gone home"]

    def test_it_speaks_the_language_in_use(self, planned: Host) -> None:
        use_language("nl")
        planned.station.retranslate()
        tap_table(planned)
        assert planned.station.page.panel.face is not None
