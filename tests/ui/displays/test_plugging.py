"""Monitors that are really plugged in and pulled out while the program runs."""

from pathlib import Path
from typing import Any

import pytest

from tests.helpers.monitors import CAN_PLUG, Monitors, x_server
from tests.helpers.room_screens import BEAMER, LAPTOP, tell

pytestmark = pytest.mark.skipif(not CAN_PLUG, reason="needs Xvfb and libXrandr")

SETTLED_SECONDS = 3
"""Long before anybody in the room wonders; it takes 0.4 s, but this machine may be busy."""

Told = dict[str, dict[str, Any]]


def at_a_desk(story: str, folder: Path, *plugged: tuple[str, tuple[int, int, int, int]]) -> Told:
    """The first monitor stays plugged in all the time."""
    with x_server() as display:
        monitors = Monitors(display)
        for name, area in plugged:
            monitors.plug(name, area, holds=name == plugged[0][0])
        screens = {"DISPLAY": display, "QT_SCREEN_SCALE_FACTORS": "laptop=1;beamer=1;tv=2"}
        return tell(story, folder, QT_QPA_PLATFORM="xcb", **screens)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return at_a_desk("plugging", tmp_path_factory.mktemp("plugging"), ("laptop", LAPTOP))


@pytest.fixture(scope="module")
def lid(tmp_path_factory: pytest.TempPathFactory) -> Told:
    plugged = (("beamer", BEAMER), ("laptop", LAPTOP))
    return at_a_desk("lid", tmp_path_factory.mktemp("lid"), *plugged)


def test_with_the_laptop_alone_it_is_a_small_window_there(told: Told) -> None:
    for moment in ("alone", "unplugged", "alone again"):
        assert told[moment]["filled"] == []
        assert [small[0] for small in told[moment]["small"]] == ["laptop"]


def test_a_beamer_that_is_plugged_in_is_filled_by_itself(told: Told) -> None:
    assert told["plugged in"]["filled"] == ["beamer"]
    assert told["plugged in"]["small"] == []
    assert told["plugged in"]["seconds"] < SETTLED_SECONDS


def test_unplugged_it_is_away_at_once_and_never_over_the_staffs_window(told: Told) -> None:
    assert told["at once"]["filled"] == []
    assert told["at once"]["small"] == []


def test_a_beamer_that_flickers_moves_the_window_once(told: Told) -> None:
    assert told["flickered"]["filled"] == ["beamer"]
    assert told["flickered"]["events"] == ["beamer"]


def test_back_with_another_size_it_is_filled_again(told: Told) -> None:
    assert told["larger"]["filled"] == ["beamer"]


def test_a_further_screen_with_its_own_scale_mirrors(told: Told) -> None:
    assert told["mirrored"]["filled"] == ["beamer", "tv"]
    assert told["mirrored"]["scales"] == [1.0, 2.0]


def test_without_the_main_screen_its_mirror_shows_the_room_and_does_not_move(told: Told) -> None:
    assert told["main unplugged"]["filled"] == ["tv"]
    assert told["main unplugged"]["small"] == []


def test_the_main_screen_comes_back_to_its_own_window(told: Told) -> None:
    assert told["main back"]["filled"] == ["beamer", "tv"]
    assert told["main back"]["main_is_first"]


def test_windows_are_kept_for_screens_that_come_back(told: Told) -> None:
    assert told["flickered"]["made"] == 1
    assert told["main back"]["made"] == 2


def test_through_all_this_the_staffs_window_stays_where_it_is(told: Told) -> None:
    for moment in told.values():
        assert moment["staff"] == "laptop"
        assert moment["staff_area"] == list(LAPTOP)
        assert moment["staff_is_full"]


def test_a_closed_lid_is_told_at_once_and_the_room_makes_way_for_the_staff(lid: Told) -> None:
    assert lid["at once"]["events"] == ["DISPLACED"]
    assert lid["closed"]["staff"] == "beamer"
    assert lid["closed"]["staff_area"] == list(BEAMER)
    assert lid["closed"]["filled"] == []


def test_when_the_lid_is_opened_everything_is_as_it_was(lid: Told) -> None:
    for moment in ("open", "open again", "after a flicker"):
        assert lid[moment]["filled"] == ["beamer"]
        assert lid[moment]["staff"] == "laptop"
        assert lid[moment]["staff_area"] == list(LAPTOP)
        assert lid[moment]["staff_is_full"]
