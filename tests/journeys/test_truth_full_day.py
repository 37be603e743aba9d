"""A full day at speed on a laptop with two displays: every second right, everything said once."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.demo import make_demo
from kiosk.domain.clock import SystemClock
from tests.helpers.days import PASSPHRASE

PATIENCE_SECONDS = 180
SEED = 7
SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "beamer", "x": 1366, "y": 0, "width": 1280, "height": 720},
    {"name": "tv", "x": 2646, "y": 0, "width": 1024, "height": 768},
]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was seen and heard on one rehearsed day."""
    folder = tmp_path_factory.mktemp("day")
    layout = {"windowFrameMargins": False, "screens": SCREENS}
    (folder / "screens.json").write_text(json.dumps(layout), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.app.demo.PASSPHRASE", PASSPHRASE)
        file = make_demo(folder, SystemClock())
    file.close()
    run = subprocess.run(
        [sys.executable, "-m", "tests.helpers.truth_day", str(file.path), str(SEED)],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "QT_QPA_PLATFORM": "offscreen:configfile=screens.json",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert run.stderr == ""
    assert run.returncode == 0
    said: dict[str, Any] = json.loads(run.stdout)
    return said


def test_at_every_look_every_display_shows_the_right_second(day: dict[str, Any]) -> None:
    assert day["looks"] > 200
    assert day["wrong"] == []


def test_both_displays_fill_their_screens_and_show_the_same_day(day: dict[str, Any]) -> None:
    assert len(day["screens"]) == 2
    assert all(day["screens"].values())
    first, second = day["states"].values()
    assert first == second
    assert {"programme", "board", "round", "last-minute", "celebration"} <= set(first)


def test_everything_is_said_once_in_every_phase_that_is_long_enough(day: dict[str, Any]) -> None:
    assert dict(map(tuple, day["said"])) == {
        position: expected(seconds) for position, seconds in enumerate(day["lengths"])
    }


def expected(seconds: int) -> list[str]:
    """A phase that begins on a boundary is not announced at its start."""
    all_of = {"two-minutes": 120, "last-minute": 60, "time-up": 0}
    return [what for what, due in all_of.items() if seconds > due]


def test_the_promises_of_the_house_are_kept(day: dict[str, Any]) -> None:
    assert day["kept"]
    assert all(day["kept"].values())
