"""The room window finds its screen; two displays are played by Qt's offscreen platform."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.displays.placer import RoomPlacer, choose

TWO_SCREENS = """
from PySide6.QtWidgets import QApplication, QWidget
from kiosk.ui.displays.placer import RoomPlacer

app = QApplication([])
screens = {screen.name(): screen for screen in app.screens()}
staff, room = QWidget(), QWidget()
staff.setScreen(screens["laptop"])
staff.show()
placer = RoomPlacer(room, staff)
placer.open()
app.processEvents()
print(room.screen().name(), room.isFullScreen(), room.width(), room.height(), placer.screen_name)
room.showNormal()
room.setScreen(screens["laptop"])
placer.place()
print(room.screen().name(), room.isFullScreen())
"""


@pytest.mark.parametrize(
    ("names", "staff", "preferred", "chosen"),
    [
        (["laptop", "beamer"], "laptop", "", "beamer"),
        (["beamer", "laptop"], "laptop", "", "beamer"),
        (["laptop", "beamer", "tv"], "laptop", "tv", "tv"),
        (["laptop", "tv"], "laptop", "beamer", "tv"),
        (["laptop"], "laptop", "beamer", None),
        (["laptop", "beamer"], "laptop", "laptop", "beamer"),
        ([], "", "", None),
    ],
)
def test_the_room_gets_a_screen_that_nobody_works_on(
    names: list[str], staff: str, preferred: str, chosen: str | None
) -> None:
    assert choose(names, staff, preferred) == chosen


def test_with_one_screen_it_is_a_window(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    placer = RoomPlacer(room)
    placer.open()
    assert room.isVisible()
    assert not room.isFullScreen()
    assert placer.screen_name == ""


def test_closed_it_stays_away_whatever_the_screens_do(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    placer = RoomPlacer(room)
    placer.open()
    placer.close()
    placer.place()
    assert not room.isVisible()


def test_on_a_second_screen_it_is_full_screen_and_comes_back(tmp_path: Path) -> None:
    layout = {
        "windowFrameMargins": False,
        "screens": [
            {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080},
            {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        ],
    }
    (tmp_path / "screens.json").write_text(json.dumps(layout), encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen:configfile=screens.json",
            "PYTHONPATH": str(Path.cwd()),
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert found.stdout.splitlines() == ["beamer True 1920 1080 beamer", "beamer True"], (
        found.stderr
    )
