"""The organisers' panel about screens: measures, what they come to, and which show the room."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.room_settings import RoomSettings
from kiosk.i18n import use_language
from kiosk.services.room.advice import BoardNeeds
from kiosk.services.room.names import shape_of
from kiosk.ui.displays.assigning import ScreenState, ScreenUse
from kiosk.ui.organiser.room.measures import read_inches, read_metres, written
from kiosk.ui.organiser.room.screen_panel import ScreenPanel
from kiosk.ui.organiser.room.screen_presenter import ScreenPresenter
from kiosk.ui.theme.style import apply_theme
from kiosk.ui.widgets import Toggle

CROWD = BoardNeeds(50, named=True, seconds=60)
LAPTOP = ScreenState(1, "eDP-1", ScreenUse.STAFF)
BEAMER = ScreenState(2, "HDMI-1", ScreenUse.ROOM)
TELEVISION = ScreenState(3, "<b>TV</b>", ScreenUse.ROOM)


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


@pytest.fixture
def presenter() -> ScreenPresenter:
    presenter = ScreenPresenter()
    presenter.take_needs(CROWD)
    presenter.take_screens((LAPTOP, BEAMER, TELEVISION))
    return presenter


@pytest.fixture
def kept(presenter: ScreenPresenter) -> list[RoomSettings]:
    """What was handed on to be kept."""
    kept: list[RoomSettings] = []
    presenter.changed = kept.append
    return kept


@pytest.fixture
def panel(
    qtbot: QtBot, qapp: QApplication, presenter: ScreenPresenter, kept: list[RoomSettings]
) -> ScreenPanel:
    apply_theme(qapp)
    panel = ScreenPanel(presenter)
    qtbot.addWidget(panel)
    panel.resize(560, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def fields(panel: ScreenPanel) -> list[QLineEdit]:
    return panel.findChildren(QLineEdit)


def measure(qtbot: QtBot, panel: ScreenPanel, inches: str, metres: str) -> None:
    for field, text in zip(fields(panel), (inches, metres), strict=True):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "inches"),
    [("100", 100), ('110"', 110), ("254 cm", 100), ("2,54 m", 100), (" 65 inch ", 65), ("", None)],
)
def test_a_diagonal_is_understood_as_people_write_it(text: str, inches: float | None) -> None:
    assert read_inches(text) == inches


@pytest.mark.parametrize(
    ("text", "metres"), [("10", 10), ("8,5", 8.5), ("8.5 m", 8.5), ("850cm", 8.5), ("", None)]
)
def test_a_distance_is_understood_as_people_write_it(text: str, metres: float | None) -> None:
    assert read_metres(text) == metres


@pytest.mark.parametrize("text", ["abc", "0", "-3", "1e9", "10 km", "10 10", "9999", "<b>"])
def test_what_is_no_length_is_refused(text: str) -> None:
    for read in (read_inches, read_metres):
        with pytest.raises(ValueError, match=re.escape(text)):
            read(text)


def test_a_length_is_written_without_zeros_that_say_nothing() -> None:
    assert (written(100.0, ","), written(8.5, ","), written(None, ",")) == ("100", "8,5", "")


def test_letters_that_are_too_small_are_told_with_what_would_help(
    qtbot: QtBot, panel: ScreenPanel
) -> None:
    measure(qtbot, panel, "65", "10")
    said = panel._outcome.text()
    assert said.startswith("Letters on the board are 30 mm high: readable up to 6.3 m.")
    assert "The farthest seat is 10 m away." in said
    assert "badge numbers without names or a picture of 75 inches" in said


def test_the_longest_name_counts_and_is_told_apart(
    qtbot: QtBot, panel: ScreenPanel, presenter: ScreenPresenter
) -> None:
    presenter.take_needs(replace(CROWD, shape=shape_of([(1, "x" * 60)], (15,))))
    measure(qtbot, panel, "100", "8")
    said = panel._outcome.text()
    assert said.startswith("Letters on the board are 45 mm high, those of the longest name 22 mm:")
    assert "badge numbers without names" in said


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (300, "Not everyone sees their page in the changeover: 13 pages take 109 seconds"),
        (50, "3 pages of 10 seconds: the whole board in 30 seconds."),
    ],
)
def test_whether_everyone_sees_their_page_is_said_before_anybody_measured(
    panel: ScreenPanel, presenter: ScreenPresenter, people: int, said: str
) -> None:
    presenter.take_needs(replace(CROWD, people=people))
    assert said in panel._outcome.text()
    assert "Measure both" in panel._outcome.text()
    assert ("What helps: changeovers of 2 min." in panel._outcome.text()) == (people == 300)


def test_text_that_does_not_grow_with_the_room_is_told_apart_from_the_board(
    qtbot: QtBot, panel: ScreenPanel
) -> None:
    measure(qtbot, panel, "100", "10")
    assert "Questions and stories: readable up to 7.6 m." in panel._outcome.text()
    measure(qtbot, panel, "100", "7")
    assert "stories" not in panel._outcome.text()


def test_where_nothing_helps_route_cards_are_advised(
    panel: ScreenPanel, presenter: ScreenPresenter
) -> None:
    presenter.take_needs(replace(CROWD, people=1000, named=False))
    assert "A route card for everyone helps" in panel._outcome.text()


def test_a_room_in_which_all_is_well_hears_so(qtbot: QtBot, panel: ScreenPanel) -> None:
    measure(qtbot, panel, "150", "8.5")
    assert "everyone can read them" in panel._outcome.text()
    assert "What helps" not in panel._outcome.text()


def test_the_outcome_follows_every_key_and_is_kept_when_the_field_is_left(
    qtbot: QtBot, panel: ScreenPanel, presenter: ScreenPresenter, kept: list[RoomSettings]
) -> None:
    presenter.take(RoomSettings(farthest_metres=10))
    inches = fields(panel)[0]
    inches.setFocus()
    qtbot.keyClicks(inches, "15")
    before = panel._outcome.text()
    qtbot.keyClicks(inches, "0")
    assert panel._outcome.text() != before
    assert kept == []
    fields(panel)[1].setFocus()
    assert kept == [RoomSettings(screen_inches=150, farthest_metres=10)]


def test_what_is_no_length_changes_nothing_and_stays_to_be_put_right(
    qtbot: QtBot, panel: ScreenPanel, presenter: ScreenPresenter, kept: list[RoomSettings]
) -> None:
    presenter.take(RoomSettings(screen_inches=100, farthest_metres=10))
    measure(qtbot, panel, "groot", "10")
    assert kept == []
    assert fields(panel)[0].text() == "groot"
    assert fields(panel)[0].property("wrong") is True
    measure(qtbot, panel, "100", "10")
    assert fields(panel)[0].property("wrong") is False


def test_other_settings_of_the_room_stay_as_they_are(
    qtbot: QtBot, panel: ScreenPanel, presenter: ScreenPresenter, kept: list[RoomSettings]
) -> None:
    presenter.take(RoomSettings(quiet=True, volume=35))
    measure(qtbot, panel, "100", "6")
    assert (kept[-1].quiet, kept[-1].volume) == (True, 35)


def test_a_screen_can_be_left_out_and_taken_in_again(
    qtbot: QtBot, panel: ScreenPanel, presenter: ScreenPresenter, kept: list[RoomSettings]
) -> None:
    presenter.take(RoomSettings(unused_screens=("elsewhere",)))
    beamer = switch(panel, "HDMI-1")
    qtbot.mouseClick(beamer, Qt.MouseButton.LeftButton)
    assert kept[-1].unused_screens == ("elsewhere", "HDMI-1")
    assert not beamer.isChecked()
    qtbot.keyClick(beamer, Qt.Key.Key_Space)
    assert kept[-1].unused_screens == ("elsewhere",)


def switch(panel: ScreenPanel, name: str) -> Toggle:
    shown = [each for each in panel.findChildren(Toggle) if each.isVisible()]
    return next(each for each in shown if name in each.accessibleName())


def test_the_staffs_own_screen_is_no_choice(panel: ScreenPanel) -> None:
    shown = [each for each in panel.findChildren(Toggle) if each.isVisible()]
    assert len(shown) == 2
    assert not any("eDP-1" in each.accessibleName() for each in shown)


def test_a_screen_that_is_pulled_out_leaves_the_list_and_the_others_keep_their_place(
    panel: ScreenPanel, presenter: ScreenPresenter
) -> None:
    beamer = switch(panel, "HDMI-1")
    presenter.take_screens((LAPTOP, BEAMER))
    assert switch(panel, "HDMI-1") is beamer
    presenter.take_screens((LAPTOP,))
    assert not any(each.isVisible() for each in panel.findChildren(Toggle))
    assert panel._none.isVisible()


def test_the_screens_can_be_asked_to_show_their_numbers(
    qtbot: QtBot, panel: ScreenPanel, presenter: ScreenPresenter
) -> None:
    asked: list[bool] = []
    presenter.numbers_wanted = lambda: asked.append(True)
    qtbot.mouseClick(panel._numbers, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_everything_has_a_name_and_is_large_enough_for_a_finger(panel: ScreenPanel) -> None:
    parts = [*fields(panel), panel._numbers, switch(panel, "HDMI-1")]
    assert all(part.accessibleName() or part.text() for part in parts)
    assert all(part.height() >= 44 for part in parts)
