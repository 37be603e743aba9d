"""Slips of a nervous organiser and of scripts: one clear sentence, and nothing half-written."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.config import DEMO, PASSPHRASE_VARIABLE
from kiosk.data.eventfile import create_event_file, open_event_file
from kiosk.domain.errors import Refusal, RefusalCode

SECRET = "een lange zin"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="speaks to a POSIX shell")


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "gent.stoelendans"
    create_event_file(path, SECRET).close()
    return path


def run(
    *words: object, extra: Mapping[str, str] | None = None, to: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own; ``to`` is what the shell does with its streams."""
    told = {**os.environ, PASSPHRASE_VARIABLE: SECRET, "LANG": "en", **(extra or {})}
    told.pop("LC_ALL", None)
    line = f'exec "$@" {to}'
    command = ["sh", "-c", line, "sh", sys.executable, "-Werror", "-m", "kiosk", *map(str, words)]
    return subprocess.run(
        command, env=told, check=False, text=True, capture_output=True, timeout=60,
        stdin=subprocess.DEVNULL, cwd=cwd, errors="surrogateescape",
    )  # fmt: skip


def sentence(done: subprocess.CompletedProcess[str], code: int = 1) -> str:
    """The one sentence of a refusal."""
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


@pytest.mark.parametrize("command", [["verify"], ["import", "EVENT"], ["new", "x", "--from"]])
def test_a_pipe_is_refused_and_not_waited_for(
    event: Path, tmp_path: Path, command: list[str]
) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    words = [event if word == "EVENT" else word for word in command]
    assert "pijp can't be read" in sentence(run(*words, pipe, cwd=tmp_path))


@pytest.mark.parametrize(
    "words", [["verify", ""], ["export", "x", "-o", ""], ["new", "x", "--from", ""]]
)
def test_an_empty_name_is_wrong_usage_and_not_the_current_folder(words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert "can't be empty" in done.stderr


@pytest.mark.parametrize("name", ["x" * 255, "x" * 400, "é" * 120])
def test_a_name_too_long_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    said = sentence(run("new", tmp_path / name, "--from", DEMO / "event.toml"))
    assert "too long" in said
    assert list(tmp_path.iterdir()) == []


def test_what_a_dangling_link_points_to_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nergens")
    assert "already" in sentence(run("new", tmp_path / "link", "--from", DEMO / "event.toml"))
    assert [path.name for path in tmp_path.iterdir()] == ["link"]


def test_an_event_that_can_not_be_filled_is_not_made_at_all(tmp_path: Path) -> None:
    def full(_unit: object) -> None:
        raise Refusal(RefusalCode.DISK_FULL)

    with pytest.raises(Refusal):
        create_event_file(tmp_path / "gent.stoelendans", SECRET, full)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_an_answer_that_can_not_be_written_is_told(event: Path, form: list[str]) -> None:
    assert "could not be written" in sentence(run("verify", event, *form, to=">/dev/full"))


@pytest.mark.parametrize("to", [">&-", "<&-", "| head -c 1"])
def test_closed_streams_are_no_trouble(event: Path, to: str) -> None:
    done = run("verify", event, to=to)
    assert (done.returncode, done.stderr) == (0, "")


def test_nobody_to_ask_for_the_passphrase_is_told(event: Path) -> None:
    done = run("verify", event, extra={PASSPHRASE_VARIABLE: ""}, to="<&-")
    assert "passphrase is needed" in sentence(done)


def test_letters_that_the_terminal_lacks_are_spelt_out(tmp_path: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    path = tmp_path / "fête ☕.stoelendans"
    made = run("new", path, "--from", DEMO / "event.toml", extra=ascii_only)
    assert (made.returncode, made.stderr) == (0, "")
    told = run("import", path, DEMO / "inschrijvingen.csv", "--json", extra=ascii_only)
    assert any("“" in issue["text"] for issue in json.loads(told.stdout)[0]["issues"])


def test_control_letters_of_a_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in sentence(run("verify", tmp_path / "a\n\x1b[31m.stoelendans"))


def test_a_passphrase_that_is_no_text_is_a_passphrase(event: Path) -> None:
    other = {PASSPHRASE_VARIABLE: "\udcff\udcfe12345678"}
    assert "not the passphrase" in sentence(run("verify", event, extra=other))


def test_spaces_alone_are_no_passphrase(tmp_path: Path) -> None:
    done = run(
        "new", tmp_path / "x", "--from", DEMO / "event.toml", extra={PASSPHRASE_VARIABLE: " " * 12}
    )
    assert "at least 8" in sentence(done)


def test_accents_typed_in_two_ways_are_one_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "gent.stoelendans"
    create_event_file(path, "één café samen").close()
    open_event_file(path, "e\u0301e\u0301n cafe\u0301 samen").close()


@pytest.mark.parametrize("name", ["uit.csv", "uit.xls", "uit.stoelendans"])
def test_results_go_into_no_folder_with_the_name_of_a_file(
    event: Path, tmp_path: Path, name: str
) -> None:
    assert "ends in .xlsx" in sentence(run("export", event, "-o", tmp_path / name))
    assert not (tmp_path / name).exists()
