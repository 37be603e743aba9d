"""Stories and information from the command line: listed, checked, pictured."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from kiosk.cli import main
from kiosk.services.stories import shipped_library

Printed = pytest.CaptureFixture[str]
STORY = """+++
id = "own"
kind = "{kind}"
language = "nl"
reading_level = "B1"
licence = "eigen tekst"
+++
# Onze dag

{body}
"""


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en")
    monkeypatch.delenv("LC_ALL", raising=False)


def own(folder: Path, body: str, kind: str = "information") -> Path:
    (folder / "own.nl.md").write_text(STORY.format(kind=kind, body=body), encoding="utf-8")
    return folder


def test_it_lists_what_is_shipped(capsys: Printed) -> None:
    assert main(["content"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(shipped_library().stories)


def test_an_own_text_is_listed_with_the_others(tmp_path: Path, capsys: Printed) -> None:
    assert main(["content", str(own(tmp_path, "Welkom.")), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"own", "80-blackpool"} <= {story["id"] for story in told["stories"]}


def test_a_number_without_a_source_is_found_wanting_in_one_sentence(
    tmp_path: Path, capsys: Printed
) -> None:
    assert main(["content", str(own(tmp_path, "Zeven op 10 zegt ja."))]) == 1
    said = capsys.readouterr().err
    assert (
        said == "own.nl.md, line 10: the number 10 has no source. Add a [[source]] to the facts.\n"
    )


def test_of_a_testimonial_not_a_word_is_told_without_an_event_that_holds_its_consent(
    tmp_path: Path, capsys: Printed
) -> None:
    folder = own(tmp_path, "Woorden.", "testimonial")
    assert main(["content", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "own.nl (a testimonial: shown only with a recorded consent)" in said
    assert "Onze dag" not in said
    assert main(["content", str(folder), "--json"]) == 0
    told = capsys.readouterr().out
    (story,) = [each for each in json.loads(told)["stories"] if each["id"] == "own"]
    assert story == {"id": "own", "language": "nl", "kind": "testimonial", "shown": False}
    assert "Onze dag" not in told


@pytest.mark.parametrize(
    "words", ["Ik heet Jan en ik dronk vroeger " + "heel " * 40 + "veel.", "Ik dronk 20 jaar."]
)
def test_what_is_wrong_with_a_testimonial_is_told_without_a_word_of_it(
    tmp_path: Path, capsys: Printed, words: str
) -> None:
    folder = own(tmp_path, words, "testimonial")
    assert main(["content", str(folder)]) == 1
    assert main(["content", str(folder), "--json"]) == 1
    said = capsys.readouterr()
    told = said.out + said.err
    assert "own.nl.md, line 10: " in told
    assert "dronk" not in told
    assert "Jan" not in told
    assert "20 has" not in told


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: Printed) -> None:
    assert main(["content", str(tmp_path / "none")]) == 1
    assert "none" in capsys.readouterr().err


def test_each_page_is_pictured_in_full_size_without_a_screen(tmp_path: Path) -> None:
    folder = own(tmp_path, "Welkom.")
    tale = STORY.replace('"own"', '"tale"').format(kind="testimonial", body="Woorden.")
    (folder / "tale.nl.md").write_text(tale, encoding="utf-8")
    command = [sys.executable, "-m", "kiosk", "content", str(folder), "--pictures"]
    done = subprocess.run(
        [*command, str(tmp_path / "out")], capture_output=True, check=False, env={**os.environ}
    )
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "out" / "own.nl.1.png") as picture:
        assert picture.size == (1920, 1080)
    assert not list((tmp_path / "out").glob("tale*"))
    assert not list((tmp_path / "out").glob("question*"))
