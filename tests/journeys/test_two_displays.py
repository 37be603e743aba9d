"""A laptop with a beamer, played by Qt's offscreen platform: the desk here, the room there."""

import json
from pathlib import Path

import pytest

from tests.helpers.stories import play

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
BEAMER = {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080}


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
