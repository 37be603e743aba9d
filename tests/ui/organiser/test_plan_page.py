"""What an organiser does on the plan page: with a mouse, with keys, and while a plan is made."""

import multiprocessing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kiosk.domain.people import Wish, WishKind, WishSource
from kiosk.domain.plan import PlanMethod, PlanState, PlanStep
from kiosk.planning import worker as planning_worker
from kiosk.services.seating import make_plan
from kiosk.ui.organiser.plan.options_faces import Doing
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import a_candidate, an_employer, register
from tests.helpers.seats import candidates_of, employers_of, seat

LEFT = Qt.MouseButton.LeftButton
MARKUP = "<img src=x><b>Bo</b>"


@pytest.fixture
def day(organiser):
    """Two people meet two employers in round 1, a third one in round 2; the rest is rest."""
    with organiser.units() as unit:
        for number in range(1, 7):
            register(unit, a_candidate(number, f"Kandidaat{number}"))
        for table in range(1, 5):
            unit.employers.save(an_employer(table, f"Werkgever {table}"))
        unit.commit()
    people, tables = candidates_of(organiser.units()), employers_of(organiser.units())
    first = [(people[0], tables[0]), (people[1], tables[1])]
    seat(organiser.units(), organiser.clock, first, [(people[2], tables[0])])
    organiser.open(organiser.plan)
    return organiser


def grid(day):
    return day.plan.grid


def middle(day, row: int, column: int) -> QPoint:
    return grid(day).visualRect(grid(day).model().index(row, column)).center()


def text(day, row: int, column: int) -> str:
    return grid(day).model().index(row, column).data()


def stand(day, row: int, column: int) -> None:
    grid(day).setFocus()
    grid(day).setCurrentIndex(grid(day).model().index(row, column))


def press(day, key: Qt.Key) -> None:
    QTest.keyClick(grid(day), key)
    day.settle()


def carry(day, start: QPoint, end: QPoint) -> None:
    """The button goes down and the pointer moves; it is not let go."""
    view = grid(day).viewport()
    QTest.mousePress(view, LEFT, pos=start)
    for point in ((start + end) / 2, end):
        QTest.mouseMove(view, point)
        QApplication.processEvents()


def drag(day, start: QPoint, end: QPoint) -> None:
    carry(day, start, end)
    QTest.mouseRelease(grid(day).viewport(), LEFT, pos=end)
    day.settle()


def newest(day):
    with day.units() as unit:
        return unit.plans.newest()


def words(page) -> str:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


class TestTheMouse:
    def test_dragging_a_cell_onto_another_swaps_them(self, day):
        drag(day, middle(day, 0, 0), middle(day, 1, 0))
        assert (text(day, 0, 0), text(day, 1, 0)) == ("Werkgever 2", "Werkgever 1")
        assert newest(day).state is PlanState.DRAFT
        assert "Version 1 stays in force" in words(day.plan)

    def test_while_dragging_the_cost_is_said_below_the_grid(self, day):
        carry(day, middle(day, 0, 0), middle(day, 1, 0))
        assert day.plan.status.text == "Kandidaat1 and Kandidaat2 swap: nothing gained or lost."
        QTest.mouseMove(grid(day).viewport(), middle(day, 0, 1))
        QApplication.processEvents()
        assert day.plan.status.text == ("Not possible: Werkgever 1 has no place left in round 2.")
        QTest.mouseRelease(grid(day).viewport(), LEFT, pos=middle(day, 0, 1))
        day.settle()
        assert newest(day).version == 1

    def test_escape_ends_a_drag(self, day):
        carry(day, middle(day, 0, 0), middle(day, 1, 0))
        QTest.keyClick(grid(day), Qt.Key.Key_Escape)
        QTest.mouseRelease(grid(day).viewport(), LEFT, pos=middle(day, 1, 0))
        day.settle()
        assert newest(day).version == 1
        assert grid(day).held is None

    def test_a_drag_that_ends_beside_the_grid_changes_nothing(self, day):
        drag(day, middle(day, 0, 0), QPoint(20, grid(day).viewport().height() - 4))
        assert newest(day).version == 1
        assert grid(day).held is None

    def test_a_drag_over_which_another_page_or_the_lock_comes_changes_nothing(self, day):
        carry(day, middle(day, 0, 0), middle(day, 1, 0))
        end = middle(day, 1, 0)
        day.plan.hide()
        QTest.mouseRelease(grid(day).viewport(), LEFT, pos=end)
        day.settle()
        assert newest(day).version == 1
        assert grid(day).held is None

    def test_two_places_of_rest_are_not_said_to_swap(self, day):
        carry(day, middle(day, 3, 0), middle(day, 4, 0))
        assert day.plan.status.text == "There is nothing to swap: both places are rest."
        QTest.keyClick(grid(day), Qt.Key.Key_Escape)

    def test_a_click_changes_nothing(self, day):
        QTest.mouseClick(grid(day).viewport(), LEFT, pos=middle(day, 0, 0))
        day.settle()
        assert newest(day).version == 1
        assert grid(day).currentIndex() == grid(day).model().index(0, 0)

    def test_a_locked_cell_can_not_be_dragged(self, day):
        day.plan._presenter.hand.toggle_lock(grid(day).model().grid.seat(0, 0))
        day.settle()
        drag(day, middle(day, 0, 0), middle(day, 1, 0))
        assert text(day, 0, 0) == "Werkgever 1"
        assert "is locked" in day.plan.status.text

    def test_a_double_click_opens_the_employers(self, day):
        QTest.mouseDClick(grid(day).viewport(), LEFT, pos=middle(day, 2, 0))
        assert day.plan.place.isVisible()

    def test_undo_is_a_button_that_counts(self, day):
        assert not day.plan.status.undo.isVisible()
        drag(day, middle(day, 0, 0), middle(day, 1, 0))
        assert day.plan.status.undo.text() == "Undo (1)"
        day.plan.status.undo.click()
        day.settle()
        assert text(day, 0, 0) == "Werkgever 1"
        assert not day.plan.status.undo.isVisible()


class TestTheKeys:
    def test_space_picks_up_arrows_carry_and_space_sets_down(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Space)
        press(day, Qt.Key.Key_Down)
        assert "swap: nothing gained or lost" in day.plan.status.text
        press(day, Qt.Key.Key_Space)
        assert (text(day, 0, 0), text(day, 1, 0)) == ("Werkgever 2", "Werkgever 1")

    def test_escape_puts_back(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Space)
        press(day, Qt.Key.Key_Down)
        press(day, Qt.Key.Key_Escape)
        press(day, Qt.Key.Key_Space)
        assert newest(day).version == 1

    def test_what_was_picked_up_with_a_key_can_be_set_down_with_the_mouse(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Space)
        QTest.mouseClick(grid(day).viewport(), LEFT, pos=middle(day, 1, 0))
        day.settle()
        assert text(day, 0, 0) == "Werkgever 2"

    def test_delete_clears_and_ctrl_z_undoes(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Delete)
        assert text(day, 0, 0) == "rest"
        with day.qtbot.waitActive(day.plan):
            day.plan.activateWindow()
        QTest.keyClick(grid(day), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        day.settle()
        assert text(day, 0, 0) == "Werkgever 1"

    def test_l_locks(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_L)
        day.qtbot.waitUntil(lambda: day.settle() or bool(newest(day).locked))
        here = grid(day).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert here == "Kandidaat1, round 1: Werkgever 1, table 1, locked"

    def test_the_letters_of_a_scan_lock_nothing_and_lead_nowhere(self, day):
        stand(day, 1, 0)
        QTest.keyClicks(grid(day), "klbcdefg")
        day.qtbot.waitUntil(lambda: not grid(day)._lone._waiting.isActive())
        day.settle()
        assert newest(day).version == 1
        assert grid(day).currentIndex() == grid(day).model().index(1, 0)

    def test_after_a_change_the_cursor_is_where_it_was(self, day):
        stand(day, 1, 2)
        press(day, Qt.Key.Key_Return)
        QTest.keyClick(day.plan.place.options, Qt.Key.Key_Down)
        QTest.keyClick(day.plan.place.options, Qt.Key.Key_Return)
        day.settle()
        assert text(day, 1, 2) != "rest"
        assert grid(day).currentIndex() == grid(day).model().index(1, 2)
        assert grid(day).hasFocus()


class TestTheEmployersOfAPlace:
    def test_it_opens_with_the_focus_at_what_is_now(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Return)
        place = day.plan.place
        assert place.isVisible()
        assert place.options.hasFocus()
        spoken = place.options.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "Werkgever 1, table 1: possible, now"
        assert day.plan.rect().contains(place.geometry())

    def test_it_is_part_of_the_window_and_so_below_the_lock(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Return)
        assert not day.plan.place.isWindow()

    def test_rest_is_first_and_escape_leads_back_to_the_cell(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Return)
        options = day.plan.place.options
        assert options.item(0).text() == "Rest"
        QTest.keyClick(options, Qt.Key.Key_Escape)
        assert not day.plan.place.isVisible()
        assert grid(day).hasFocus()

    def test_a_click_elsewhere_in_the_grid_closes_it(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Return)
        QTest.mouseClick(grid(day).viewport(), LEFT, pos=middle(day, 5, 0))
        assert not day.plan.place.isVisible()
        assert newest(day).version == 1

    def test_what_organisers_ask_is_switched_on_and_off(self, day):
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Return)
        button = day.plan.place.asks[WishKind.NEVER]
        button.click()
        day.settle()
        assert button.isChecked()
        with day.units() as unit:
            (wish,) = unit.people.wishes()
            assert (wish.kind, wish.source) == (WishKind.NEVER, WishSource.ORGANISER)
        button.click()
        day.settle()
        assert not button.isChecked()


class TestMaking:
    def test_a_plan_is_a_draft_then_published(self, day):
        day.make_plan()
        assert "Draft. Version 1 is in force." in words(day.plan)
        assert "of the best possible" in words(day.plan)
        assert "Carousel: " in words(day.plan)
        day.plan.options.buttons.publish.click()
        day.settle()
        assert newest(day).state is PlanState.PUBLISHED
        assert not day.plan.options.buttons.publish.isVisible()

    def test_the_method_is_chosen_with_arrow_keys_too(self, day):
        button = day.plan.options.method.button(PlanMethod.BEST)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Right)
        day.make_plan()
        assert newest(day).method is PlanMethod.CAROUSEL

    def test_cancel_stands_in_the_place_of_the_buttons(self, day):
        page = day.plan
        page._presenter._doing = Doing(is_busy=True, is_making=True)
        page._presenter.stepped(PlanStep.ROUNDS)
        assert page.options.working.isVisible()
        assert not page.options.buttons.isVisible()
        page.options.working.cancel.click()
        assert page.options.buttons.isVisible()
        assert "nothing has changed" in words(page)

    def test_a_large_plan_is_made_by_another_process(self, day, monkeypatch):
        monkeypatch.setattr(planning_worker, "LARGE", 0)
        day.make_plan()
        assert newest(day).version == 2
        day.qtbot.waitUntil(lambda: not multiprocessing.active_children(), timeout=10_000)

    def test_cancel_ends_the_process_and_changes_nothing(self, day, monkeypatch):
        monkeypatch.setattr(planning_worker, "LARGE", 0)
        day.plan.options.buttons.make.click()
        day.settle()
        day.qtbot.waitUntil(lambda: bool(multiprocessing.active_children()), timeout=10_000)
        day.plan.options.working.cancel.click()
        day.qtbot.waitUntil(lambda: not multiprocessing.active_children(), timeout=10_000)
        day.settle()
        assert newest(day).version == 1
        assert day.plan.options.buttons.make.isEnabled()

    def test_a_clash_is_said_on_the_page_and_the_plan_made_without(self, day):
        one, b = candidates_of(day.units())[0], employers_of(day.units())[1]
        with day.units() as unit:
            unit.people.save_wish(Wish(one.id, b.id, kind=WishKind.NEVER))
            must = Wish(one.id, b.id, kind=WishKind.MUST, source=WishSource.ORGANISER)
            unit.people.save_wish(must)
            unit.commit()
        day.plan.options.buttons.make.click()
        day.qtbot.waitUntil(lambda: day.settle() or day.plan.demands.isVisible(), timeout=10_000)
        assert "01 Kandidaat1 must not meet Werkgever 2" in words(day.plan)
        assert newest(day).version == 1
        day.plan.demands.without.click()
        done = "Made without: 01 Kandidaat1 must meet Werkgever 2."
        day.qtbot.waitUntil(lambda: day.settle() or done in words(day.plan), timeout=10_000)
        assert newest(day).version == 2

    def test_a_change_meanwhile_is_noticed(self, day):
        """Another desk takes somebody in while the plan is being made."""
        asked = day.makes._asks

        class InBetween:
            def ask(self, use_case, then, otherwise=None):
                asked.ask(use_case, lambda answer: (take_in(), then(answer)), otherwise)

        def take_in():
            day.makes._asks = asked
            with day.units() as unit:
                register(unit, a_candidate(90))
                unit.commit()

        day.makes._asks = InBetween()
        day.plan.options.buttons.make.click()
        told = "Something changed in the event meanwhile"
        day.qtbot.waitUntil(lambda: day.settle() or told in words(day.plan), timeout=10_000)
        assert newest(day).version == 1


class TestLists:
    def test_the_wishes_open_a_list_that_leads_to_the_person(self, day):
        three, d = candidates_of(day.units())[2], employers_of(day.units())[3]
        with day.units() as unit:
            unit.people.save_wish(Wish(three.id, d.id, 3))
            unit.commit()
        day.plan._presenter.refresh()
        day.settle()
        day.plan.quality._wishes.click()
        rows = day.plan.list.rows
        assert rows.hasFocus()
        assert rows.item(0).text() == (
            "03 Kandidaat3 \N{EN DASH} Werkgever 4: still possible: a place is free"
        )
        QTest.keyClick(rows, Qt.Key.Key_Return)
        assert grid(day).currentIndex() == grid(day).model().index(2, 0)
        QTest.keyClick(rows, Qt.Key.Key_Escape)
        assert not day.plan.list.isVisible()

    def test_the_versions_are_listed(self, day):
        day.plan.status.versions.click()
        assert day.plan.list.rows.count() == 1
        assert "in force" in day.plan.list.rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
        day.plan.status.versions.click()
        assert not day.plan.list.isVisible()

    def test_enter_on_an_earlier_version_takes_it_up_again(self, day):
        day.plan._presenter.hand.toggle_lock(grid(day).model().grid.seat(0, 0))
        day.settle()
        assert newest(day).version == 2
        day.plan.status.versions.click()
        rows = day.plan.list.rows
        rows.setCurrentRow(1)
        QTest.keyClick(rows, Qt.Key.Key_Return)
        day.settle()
        assert (newest(day).version, newest(day).locked) == (3, frozenset())

    def test_a_double_click_takes_an_earlier_version_up_once(self, day):
        day.plan._presenter.hand.toggle_lock(grid(day).model().grid.seat(0, 0))
        day.settle()
        day.plan.status.versions.click()
        rows = day.plan.list.rows
        line = rows.visualItemRect(rows.item(1)).center()
        QTest.mouseClick(rows.viewport(), LEFT, pos=line)
        QTest.mouseDClick(rows.viewport(), LEFT, pos=line)
        day.settle()
        assert newest(day).version == 3


class TestForEverybody:
    def test_a_name_with_markup_is_shown_as_it_was_written(self, day):
        with day.units() as unit:
            person = a_candidate(50, MARKUP)
            register(unit, person)
            unit.commit()
        day.plan._presenter.refresh()
        day.settle()
        model = grid(day).model()
        names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(7)]
        row = names.index(f"50 {MARKUP}")
        tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert "<img" not in tip
        stand(day, row, 0)
        press(day, Qt.Key.Key_Return)
        assert MARKUP in words(day.plan.place)

    def test_no_family_name_is_on_the_page(self, day):
        model = grid(day).model()
        spoken = [
            model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        assert not any("Benali" in each for each in (*spoken, words(day.plan)))

    @pytest.mark.parametrize("scale", [1.0, 2.0])
    def test_everything_to_press_has_a_name_and_room_for_a_finger(self, day, scale):
        apply_theme(QApplication.instance(), scale)
        day.plan.resize(1024, 700)
        drag(day, middle(day, 0, 0), middle(day, 1, 0))
        stand(day, 0, 0)
        press(day, Qt.Key.Key_Return)
        day.settle()
        for button in day.plan.findChildren(QAbstractButton):
            if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert button.accessibleName() or button.text(), button
                assert button.height() >= 44, button.accessibleName()
        assert all(grid(day).rowHeight(row) >= 44 for row in range(6))
        apply_theme(QApplication.instance())

    def test_the_draft_on_the_page_is_the_one_that_is_published(self, day):
        """Somebody else made a newer draft meanwhile: it is not published unseen."""
        day.make_plan()
        make_plan(
            day.units(),
            day.clock,
            planning_worker.PLANNERS[PlanMethod.CAROUSEL](),
            PlanMethod.CAROUSEL,
            station="office",
            publish=False,
        )
        day.plan.options.buttons.publish.click()
        day.settle()
        with day.units() as unit:
            assert unit.plans.current().version == 2
