"""The power fails in the middle of a round, while people are coming in."""

import json
import signal
from pathlib import Path

import pytest

from kiosk.app.demo import make_demo
from kiosk.data.eventfile import EventFile, open_event_file
from kiosk.domain.clock import SystemClock
from kiosk.services.conducting import conductor_state
from tests.helpers.days import PASSPHRASE
from tests.helpers.stories import begin, play

ACKNOWLEDGED = 5


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample people in a file of their own."""
    monkeypatch.setattr("kiosk.app.demo.PASSPHRASE", PASSPHRASE)
    file = make_demo(tmp_path, SystemClock())
    file.close()
    return file.path


def kill_in_mid_round(day: Path) -> int:
    """Let the host start the first round and people come in; how many were told they are in."""
    program = begin("work", [str(day)], day.parent, QT_QPA_PLATFORM="offscreen")
    assert program.stdout is not None
    assert program.stderr is not None
    told = 0
    with program.stdout as said, program.stderr:
        for line in said:
            told = json.loads(line).get("count", told)
            if told == ACKNOWLEDGED:
                program.send_signal(signal.SIGKILL)
                break
        # what it had said before the blow, but nobody had read yet
        told = max([told, *(json.loads(line)["count"] for line in said if line.endswith("}\n"))])
    program.wait()
    return told


def seconds(clock: str) -> int:
    """``6:12`` as seconds."""
    minutes, rest = clock.split(":")
    return int(minutes) * 60 + int(rest)


def offered(texts: list[str]) -> int:
    """The seconds on the button that goes on as if nothing had happened."""
    return next(seconds(t.removeprefix("Resume at ")) for t in texts if t.startswith("Resume at"))


def end_of_round(file: EventFile) -> float:
    """When the round would be over, by the laptop's clock."""
    clock = SystemClock()
    countdown = conductor_state(file.unit(), clock).countdown
    assert countdown is not None
    return countdown.ends_at(clock).timestamp()


def test_after_kill_9_the_host_can_go_on_to_the_second_and_nobody_is_forgotten(day: Path) -> None:
    told = kill_in_mid_round(day)
    assert told >= ACKNOWLEDGED

    file = open_event_file(day, PASSPHRASE)
    end = end_of_round(file)
    assert file.faults() == []
    file.close()
    said = play("again", [str(day)], day.parent, QT_QPA_PLATFORM="offscreen")

    asked = said["asked"]
    assert "Round 1 was running." in asked["texts"]
    left = end - asked["at"]
    # a second that has begun is shown, and the face is painted a few times in a second
    assert left - 0.5 <= offered(asked["texts"]) <= left + 1.5
    assert said["here"]["count"] >= told
