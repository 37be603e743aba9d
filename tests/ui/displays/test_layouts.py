"""Two, three and four displays of every size and scale, played by Qt's offscreen platform."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.room_screens import tell

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
BEAMER = {"name": "beamer", "x": 1366, "y": 0, "width": 1024, "height": 768}
TV = {"name": "tv", "x": 2390, "y": 0, "width": 3840, "height": 2160}
PILLAR = {"name": "pillar", "x": -1080, "y": 0, "width": 1080, "height": 1920}
SCALES = "laptop=1.25;beamer=1;tv=2;pillar=1.5"

Told = dict[str, dict[str, Any]]


def play(story: str, folder: Path, *screens: dict[str, object]) -> Told:
    layout = {"windowFrameMargins": False, "screens": screens}
    (folder / "screens.json").write_text(json.dumps(layout), encoding="utf-8")
    offscreen = "offscreen:configfile=screens.json"
    return tell(story, folder, QT_QPA_PLATFORM=offscreen, QT_SCREEN_SCALE_FACTORS=SCALES)


@pytest.mark.parametrize(
    "screens",
    [(LAPTOP, BEAMER), (TV, LAPTOP), (PILLAR, LAPTOP, BEAMER), (TV, BEAMER, LAPTOP, PILLAR)],
    ids=["two", "laptop last", "three", "four"],
)
def test_the_room_fills_all_screens_but_the_staffs_and_follows_what_people_choose(
    screens: tuple[dict[str, object], ...], tmp_path: Path
) -> None:
    told = play("layout", tmp_path, *screens)
    others = {screen["name"] for screen in screens} - {"laptop"}

    assert set(told["opened"]["filled"]) == others
    assert told["opened"]["made"] == len(others)
    assert told["opened"]["small"] == []
    assert told["opened again"]["events"] == [], "what is in its place does not move"

    first_unused = set(told["first unused"]["filled"])
    assert len(first_unused) == len(others) - 1
    assert first_unused < others
    assert told["all unused"]["filled"] == []
    assert [small[0] for small in told["all unused"]["small"]] == ["laptop"]
    assert set(told["all used"]["filled"]) == others

    dragged_to = told["staff dragged"]["staff"]
    assert dragged_to in others
    assert set(told["staff dragged"]["filled"]) == others - {dragged_to} | {"laptop"}
    assert set(told["staff back"]["filled"]) == others
    assert told["staff back"]["main_is_first"]

    cards = dict(told["identified"]["cards"])
    states = told["staff back"]["states"]
    assert cards.keys() == others | {"laptop"}
    assert all(f" {number}: {name}. " in cards[name] for number, name, _use in states)

    assert told["still closed"]["filled"] == []
    assert told["still closed"]["small"] == []


def test_every_screen_has_its_own_scale(tmp_path: Path) -> None:
    told = play("layout", tmp_path, LAPTOP, PILLAR, TV)
    assert sorted(told["opened"]["scales"]) == [1.5, 2.0]


def test_a_beamer_that_shows_the_staffs_picture_is_not_covered(tmp_path: Path) -> None:
    told = play("cloned", tmp_path, LAPTOP, {**BEAMER, "x": 0, "y": 0})
    assert told["opened"]["filled"] == []
    assert [use for _number, _name, use in told["opened"]["states"]] == ["staff", "staff"]


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return play("people", tmp_path_factory.mktemp("people"), LAPTOP, BEAMER, TV)


def test_a_window_that_somebody_made_small_fills_its_screen_again(people: Told) -> None:
    assert people["shrunk"]["filled"] == people["opened"]["filled"] == ["beamer", "tv"]


def test_a_mirror_that_somebody_closed_stays_away_until_it_is_opened_again(people: Told) -> None:
    assert people["mirror closed"]["filled"] == ["beamer"]
    assert people["screens changed"]["filled"] == ["beamer"]
    assert people["opened again"]["filled"] == ["beamer", "tv"]


def test_closing_the_main_window_closes_the_room(people: Told) -> None:
    assert people["main closed"]["filled"] == []
    assert people["main closed"]["events"] == ["CLOSED"]
    assert not people["main closed"]["is_open"]


def test_it_is_said_what_every_screen_is_used_for(people: Told) -> None:
    uses = {name: use for _number, name, use in people["mirror closed"]["states"]}
    assert uses == {"laptop": "staff", "beamer": "room", "tv": "nothing"}
    assert [number for number, *_ in people["opened"]["states"]] == [1, 2, 3]
