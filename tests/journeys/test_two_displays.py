"""A laptop with a beamer: the desk here, the room there, whatever happens to the cable."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.days import PASSPHRASE
from tests.helpers.monitors import CAN_PLUG, Monitors, x_server
from tests.helpers.room_screens import BEAMER as PLUGGED_BEAMER
from tests.helpers.room_screens import LAPTOP as PLUGGED_LAPTOP
from tests.helpers.stories import PATIENCE_SECONDS, play

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
BEAMER = {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080}
ON_LAPTOP = ["laptop", *PLUGGED_LAPTOP]
needs_cables = pytest.mark.skipif(not CAN_PLUG, reason="needs Xvfb and libXrandr")


@pytest.mark.parametrize("screens", [[LAPTOP, BEAMER], [BEAMER, LAPTOP]], ids=["desk1", "desk2"])
def test_the_room_fills_the_screen_that_the_desk_is_not_on(
    screens: list[dict[str, object]], tmp_path: Path
) -> None:
    layout = {"windowFrameMargins": False, "screens": screens}
    (tmp_path / "screens.json").write_text(json.dumps(layout), encoding="utf-8")

    said = play("show", ["demo"], tmp_path, QT_QPA_PLATFORM="offscreen:configfile=screens.json")

    shown = said["shown"]
    assert {shown["screen"], shown["room_screen"]} == {"laptop", "beamer"}
    assert shown["room_full"]
    room = LAPTOP if shown["room_screen"] == "laptop" else BEAMER
    assert shown["room_size"] == [room["width"], room["height"]]
    assert "Welcome" in said["verdict"]["texts"]
    assert not said["room"]["blank"]


def with_cables(story: str, folder: Path, display: str) -> dict[str, dict[str, Any]]:
    """The demo in a process of its own; monitors come and go while it runs."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.helpers.inside_plugging", story, "demo", "--language", "en"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "STOELENDANS_PASSPHRASE": PASSPHRASE,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCREEN_SCALE_FACTORS": "laptop=1;beamer=1;tv=2",
            "DISPLAY": display,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert found.stderr == ""
    assert found.returncode == 0
    return {line["what"]: line for line in map(json.loads, found.stdout.splitlines())}


@needs_cables
def test_a_beamer_unplugged_during_the_changeover_comes_back_in_the_round(tmp_path: Path) -> None:
    with x_server() as display:
        monitors = Monitors(display)
        # the first monitor is where the program opens its window
        monitors.plug("laptop", PLUGGED_LAPTOP, holds=True)
        monitors.plug("beamer", PLUGGED_BEAMER)
        said = with_cables("changeover", tmp_path, display)

    assert said["changeover"]["filled"] == {"beamer": "board"}
    assert said["unplugged"]["filled"] == {}
    assert said["unplugged"]["small"] == ["laptop"]
    assert said["back"]["filled"] == {"beamer": "round", "tv": "round"}
    assert said["back"]["small"] == []
    for moment in ("changeover", "unplugged", "back"):
        assert said[moment]["staff"] == ON_LAPTOP


@needs_cables
def test_a_closed_lid_brings_no_name_onto_the_beamer(tmp_path: Path) -> None:
    with x_server() as display:
        monitors = Monitors(display)
        monitors.plug("laptop", PLUGGED_LAPTOP)
        monitors.plug("beamer", PLUGGED_BEAMER, holds=True)
        said = with_cables("lid", tmp_path, display)

    assert said["before"]["filled"] == {"beamer": "programme"}
    assert not said["before"]["locked"]
    assert said["closed"]["locked"]
    assert said["closed"]["staff"][0] == "beamer"
    assert said["closed"]["filled"] == {}
    assert said["opened"]["filled"] == {"beamer": "programme"}
    assert said["opened"]["staff"] == ON_LAPTOP
    assert said["opened"]["locked"]
