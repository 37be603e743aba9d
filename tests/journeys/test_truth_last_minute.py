"""The laptop dies in the last minute of round 3, and the day goes on at the right second."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kiosk.app.demo import make_demo
from kiosk.data.eventfile import open_event_file
from kiosk.domain.clock import SystemClock
from kiosk.domain.programme import rounds_of
from kiosk.services import conducting
from tests.helpers.days import PASSPHRASE
from tests.helpers.stories import PATIENCE_SECONDS

LEFT = 57.0
ROUND_3 = 2
LOOKS = 40


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample people in a file of their own."""
    monkeypatch.setattr("kiosk.app.demo.PASSPHRASE", PASSPHRASE)
    file = make_demo(tmp_path, SystemClock())
    file.close()
    return file.path


def run_to_the_last_minute_of_round_3(path: Path) -> tuple[float, int]:
    """When the round will be over by the laptop's clock, and its place in the day."""
    clock, file = SystemClock(), open_event_file(path, PASSPHRASE)
    state = conducting.conductor_state(file.unit(), clock)
    position = rounds_of([row.phase for row in state.rows])[ROUND_3].position
    while state.position != position:
        state = conducting.next_phase(file.unit(), clock, state.position)
    assert state.countdown is not None
    surplus = state.countdown.remaining(clock) - LEFT
    state = conducting.adjust(file.unit(), clock, state.countdown, -surplus)
    assert state.countdown is not None
    end = state.countdown.ends_at(clock).timestamp()
    file.close()
    return end, position


def program(story: str, day: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.truth_stories", story, str(day), "--language", "en"],
        cwd=day.parent,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "STOELENDANS_PASSPHRASE": PASSPHRASE,
            "QT_QPA_PLATFORM": "offscreen",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def killed_while_counting(day: Path, looks: int) -> list[dict[str, Any]]:
    """What the program said until it was killed, at its so-manieth look."""
    running = program("last_minute", day)
    assert running.stdout is not None
    assert running.stderr is not None
    said: list[dict[str, Any]] = []
    with running.stdout as lines, running.stderr:
        for line in lines:
            said.append(json.loads(line))
            if len(said) > looks:
                running.send_signal(signal.SIGKILL)
                break
    running.wait()
    assert len(said) > looks
    return said


def played(story: str, day: Path) -> dict[str, dict[str, Any]]:
    running = program(story, day)
    said, complaints = running.communicate(timeout=PATIENCE_SECONDS)
    assert complaints == ""
    assert running.returncode == 0
    return {line["what"]: line for line in map(json.loads, said.splitlines())}


def seconds(clock: str) -> int:
    """``0:42`` as seconds."""
    minutes, rest = clock.split(":")
    return int(minutes) * 60 + int(rest)


def assert_right(shown: str, left: float) -> None:
    """A second that has begun is shown, and a face is painted some times in a second."""
    assert left - 0.5 <= seconds(shown) <= left + 1.5


def offered(texts: list[str]) -> str:
    return next(t.removeprefix("Resume at ") for t in texts if t.startswith("Resume at"))


def test_the_laptop_dies_in_the_last_minute_of_round_3(day: Path) -> None:
    end, position = run_to_the_last_minute_of_round_3(day)
    before = killed_while_counting(day, Random(3).randint(2, LOOKS))
    assert "Round 3 was running." in before[0]["texts"]
    assert_right(offered(before[0]["texts"]), end - before[0]["at"])
    for look in before[2:]:
        assert_right(look["host"], end - look["at"])
        assert_right(look["room"], end - look["at"])
        assert look["state"] == "last-minute"

    after = played("goes_on", day)
    assert "Round 3 was running." in after["asked"]["texts"]
    assert_right(offered(after["asked"]["texts"]), end - after["asked"]["at"])
    assert_right(after["goes on"]["host"], end - after["goes on"]["at"])
    assert_right(after["goes on"]["room"], end - after["goes on"]["at"])
    assert after["goes on"]["state"] == "last-minute"
    assert "right back" in after["room before"]["words"]
    assert after["moved on"]["was"] == position
    assert after["moved on"]["position"] == position + 1

    file = open_event_file(day, PASSPHRASE)
    assert file.faults() == []
    with file.unit() as unit:
        assert unit.journal.first_broken() is None
    file.close()
