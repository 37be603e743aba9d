"""An organiser sets the PIN of the lock from the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.config import PASSPHRASE_VARIABLE
from kiosk.data.eventfile import create_event_file, open_event_file
from kiosk.services.pin import has_pin, pin_is
from tests.helpers.days import PASSPHRASE

PIN = "4719"


@pytest.fixture
def event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "gent.stoelendans"
    create_event_file(path, PASSPHRASE).close()
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    monkeypatch.setenv("LANG", "en")
    monkeypatch.delenv("LC_ALL", raising=False)
    return path


@pytest.fixture
def pin_file(tmp_path: Path) -> Path:
    path = tmp_path / "pin.txt"
    path.write_text(f"{PIN}\n", encoding="utf-8")
    return path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the person at the terminal types, each in turn."""
    answers: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("kiosk.cli.pin.getpass", lambda _prompt: answers.pop(0))
    yield answers
    assert answers == []


def is_pin(event: Path, pin: str) -> bool:
    file = open_event_file(event, PASSPHRASE)
    try:
        return pin_is(file.unit(), pin)
    finally:
        file.close()


def test_typed_twice_it_is_set(
    event: Path, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed += [PIN, PIN]
    assert main(["pin", str(event)]) == 0
    said = capsys.readouterr()
    assert "The PIN is set" in said.out
    assert PIN not in said.out + said.err
    assert is_pin(event, PIN)


def test_two_that_differ_are_refused(
    event: Path, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed += [PIN, "4791"]
    assert main(["pin", str(event)]) == 1
    assert "differ" in capsys.readouterr().err
    assert not is_pin(event, PIN)


@pytest.mark.parametrize(("pin", "told"), [("1234", "anybody would try"), ("12", "4 to 8 digits")])
def test_a_silly_one_is_refused_with_a_reason(
    event: Path, pin_file: Path, capsys: pytest.CaptureFixture[str], pin: str, told: str
) -> None:
    pin_file.write_text(pin, encoding="utf-8")
    assert main(["pin", str(event), "--pin-file", str(pin_file)]) == 1
    assert told in capsys.readouterr().err


def test_from_a_file_and_cleared_again(
    event: Path, pin_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pin", str(event), "--pin-file", str(pin_file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"pin": True}
    assert is_pin(event, PIN)
    assert main(["pin", str(event), "--clear"]) == 0
    assert "passphrase opens the lock" in capsys.readouterr().out
    file = open_event_file(event, PASSPHRASE)
    assert not has_pin(file.unit())
    file.close()


def test_setting_and_clearing_at_once_is_wrong_usage(event: Path, pin_file: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["pin", str(event), "--clear", "--pin-file", str(pin_file)])
    assert ended.value.code == 2


def test_with_nobody_to_ask_it_says_what_is_needed(event: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-Werror", "-m", "kiosk", "pin", str(event)],
        env={**os.environ, PASSPHRASE_VARIABLE: PASSPHRASE, "LANG": "en"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "--pin-file" in done.stderr
