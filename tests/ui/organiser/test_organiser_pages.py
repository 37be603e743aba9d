"""What an organiser sees and does on the three pages."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.config import DEMO
from kiosk.i18n import use_language
from kiosk.ui.organiser.people_state import Shown
from tests.helpers.days import a_candidate, register

PEOPLE, EMPLOYERS = DEMO / "inschrijvingen.csv", DEMO / "werkgevers.xlsx"
MARKUP = "<img src=x><b>Bo</b>"


def words(page: QWidget) -> str:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    return "\n".join(widget.text() for widget in (*labels, *buttons))


def texts(table, column: int) -> list[str]:
    model = table.model()
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_an_import_is_looked_at_first_and_then_fills_the_list(organiser):
    organiser.open(organiser.people)
    assert "Nobody is in the event yet." in words(organiser.people)
    organiser.people._choose_files([str(PEOPLE), str(EMPLOYERS)])
    organiser.settle()
    assert organiser.people.panel.isVisible()
    assert "Nothing has been changed yet" in words(organiser.people)
    assert organiser.people.table.model().rowCount() == 0
    organiser.people.panel._apply.click()
    organiser.settle()
    assert organiser.people.table.model().rowCount() == 32 + 15
    assert "32 candidates and 15 employers" in words(organiser.people)


def test_leaving_an_import_changes_nothing(organiser):
    organiser.open(organiser.people)
    organiser.people._choose_files([str(PEOPLE)])
    organiser.settle()
    organiser.people.panel._close.click()
    organiser.settle()
    assert not organiser.people.panel.isVisible()
    with organiser.units() as unit:
        assert unit.people.all() == []


def test_other_stations_hear_of_an_import_and_of_a_plan(organiser, qtbot):
    organiser.open(organiser.people)
    with qtbot.waitSignal(organiser.people.people_changed):
        organiser.take_in(PEOPLE, EMPLOYERS)
    organiser.open(organiser.plan)
    with qtbot.assertNotEmitted(organiser.plan.plan_changed):
        organiser.make_plan()
    with qtbot.waitSignal(organiser.plan.plan_changed):
        organiser.plan.options.buttons.publish.click()
        organiser.settle()


def test_typing_finds_and_escape_shows_everyone_again(organiser):
    organiser.open(organiser.people)
    organiser.take_in(PEOPLE, EMPLOYERS)
    QTest.keyClicks(organiser.people.box, "lott")
    assert texts(organiser.people.table, 1) == ["Lotte"]
    QTest.keyClick(organiser.people.box, Qt.Key.Key_Escape)
    assert organiser.people.table.model().rowCount() == 47


def test_a_filter_is_a_button_that_stays_down(organiser):
    organiser.open(organiser.people)
    organiser.take_in(PEOPLE, EMPLOYERS)
    organiser.people.filters[Shown.HERE].click()
    assert organiser.people.table.model().rowCount() == 0
    assert organiser.people.filters[Shown.HERE].isChecked()
    assert not organiser.people.filters[Shown.ALL].isChecked()


def test_without_a_plan_the_page_says_what_comes_first(organiser):
    organiser.open(organiser.plan)
    assert "There is no plan yet" in words(organiser.plan)
    assert not organiser.plan.options.buttons.make.isEnabled()
    assert not organiser.plan.options.buttons.print.isEnabled()


def test_a_plan_is_read_with_arrow_keys_and_aloud(organiser):
    organiser.open(organiser.people)
    organiser.take_in(PEOPLE, EMPLOYERS)
    organiser.open(organiser.plan)
    organiser.make_plan()
    grid = organiser.plan.grid
    assert (grid.model().rowCount(), grid.model().columnCount()) == (32, 4)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    here: QModelIndex = grid.currentIndex()
    assert (here.row(), here.column()) == (1, 1)
    assert ", round 2: " in here.data(Qt.ItemDataRole.AccessibleTextRole)


def test_names_and_rounds_stay_in_sight_while_the_grid_scrolls(organiser):
    organiser.open(organiser.people)
    organiser.take_in(PEOPLE, EMPLOYERS)
    organiser.open(organiser.plan)
    organiser.make_plan()
    grid = organiser.plan.grid
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert grid.rowAt(grid.viewport().height() - 10) == 31
    assert grid.horizontalHeader().isVisible()
    assert grid.verticalHeader().isVisible()


def test_the_workbook_is_written_where_the_organiser_says(organiser, tmp_path):
    organiser.open(organiser.results)
    organiser.results._choose_file(str(tmp_path / "uit.xlsx"))
    organiser.settle()
    assert (tmp_path / "uit.xlsx").is_file()
    assert "uit.xlsx is written" in words(organiser.results)


def test_a_folder_that_cannot_be_written_is_told_on_the_page(organiser, tmp_path):
    organiser.open(organiser.results)
    organiser.results._choose_file(str(tmp_path / "weg" / "uit.xlsx"))
    organiser.settle()
    assert "Nothing can be written in the folder" in words(organiser.results)


def test_without_matches_the_list_says_so(organiser):
    organiser.open(organiser.results)
    organiser.results.matches_tab.click()
    assert "There are no matches yet." in words(organiser.results)


def test_a_name_with_markup_is_shown_as_it_was_written(organiser):
    with organiser.units() as unit:
        register(unit, a_candidate(3, MARKUP))
        unit.commit()
    organiser.open(organiser.people)
    assert texts(organiser.people.table, 1) == [MARKUP]
    tip = organiser.people.table.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip


def test_the_language_changes_while_a_page_is_open(organiser):
    organiser.open(organiser.people)
    organiser.take_in(PEOPLE, EMPLOYERS)
    use_language("nl")
    organiser.people.retranslate()
    assert "Importeer …" in words(organiser.people)
    assert "Ingevoerd" in words(organiser.people)
    assert "nog niet hier" in texts(organiser.people.table, 5)


def test_everything_to_press_has_a_name_and_room_for_a_finger(organiser):
    for page in (organiser.plan, organiser.people, organiser.results):
        organiser.open(page)
        for button in page.findChildren(QAbstractButton):
            if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert button.accessibleName() or button.text(), button
                assert button.height() >= 44, button.text()
