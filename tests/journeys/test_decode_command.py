"""Reading pictures from the command line, with the camera's decoder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.cli import main
from kiosk.domain.codes import new_code
from tests.helpers.cameras import badge, desk

CODE, OTHER = new_code(), new_code()
Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en")
    monkeypatch.delenv("LC_ALL", raising=False)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    desk(badge(CODE), badge(OTHER)).convert("RGB").save(tmp_path / "foto.jpg")
    return tmp_path / "foto.jpg"


@pytest.fixture
def wall(tmp_path: Path) -> Path:
    desk().save(tmp_path / "muur.png")
    return tmp_path / "muur.png"


def poster(path: Path, text: str) -> Path:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    desk(Image.fromarray(code.to_image(scale=6)).convert("L")).save(path)
    return path


def told(printed: Printed, *words: object) -> tuple[int, str, str]:
    code = main(["decode", *map(str, words)])
    said = printed.readouterr()
    return code, said.out, said.err


def test_every_code_in_a_picture_is_told_and_badge_codes_are_marked(
    photo: Path, capsys: Printed
) -> None:
    code, out, err = told(capsys, photo)
    assert (code, err) == (0, "")
    assert set(out.splitlines()) == {f"{photo}: {each} (badge code)" for each in (CODE, OTHER)}


def test_json_lists_each_picture_with_its_codes(
    photo: Path, wall: Path, tmp_path: Path, capsys: Printed
) -> None:
    link = poster(tmp_path / "affiche.png", "https://example.org")
    code, out, err = told(capsys, photo, wall, link, "--json")
    first, second, third = json.loads(out)
    assert (code, err) == (0, "")
    assert first["path"] == str(photo)
    assert {each["text"]: each["badge_code"] for each in first["codes"]} == {
        CODE: True,
        OTHER: True,
    }
    assert second == {"path": str(wall), "codes": []}
    assert third["codes"] == [{"text": "https://example.org", "badge_code": False}]


def test_pictures_without_any_code_are_found_wanting(wall: Path, capsys: Printed) -> None:
    assert told(capsys, wall) == (1, f"{wall}: no QR code found\n", "")
    code, out, _err = told(capsys, wall, "--json")
    assert (code, json.loads(out)) == (1, [{"path": str(wall), "codes": []}])


def test_an_unreadable_picture_gets_one_sentence_and_keeps_no_other_from_being_read(
    photo: Path, tmp_path: Path, capsys: Printed
) -> None:
    (tmp_path / "brief.png").write_text("Beste Samira", encoding="utf-8")
    code, out, err = told(capsys, tmp_path / "brief.png", photo, tmp_path / "weg.png", tmp_path)
    assert code == 1
    assert len(out.splitlines()) == 2
    assert err.splitlines() == [
        "brief.png is no picture, or a damaged one, so no code was read from it.",
        "There is no file weg.png.",
        f"{tmp_path.name} can't be read. Is it a file, and are you allowed to?",
    ]
    code, out, err = told(capsys, photo, tmp_path / "brief.png", "--json")
    assert code == 1
    assert json.loads(out)[1] == {
        "path": str(tmp_path / "brief.png"),
        "codes": [],
        "refused": "not-a-picture",
    }


def test_control_letters_in_a_code_or_a_name_do_not_reach_the_terminal(
    tmp_path: Path, capsys: Printed
) -> None:
    path = poster(tmp_path / "a\x1b[31m\u202e.png", "\x1b]0;hallo\x07\nregel")
    code, out, _err = told(capsys, path)
    assert code == 0
    assert out.count("\n") == 1
    assert out.rstrip("\n").isprintable()
    assert r"\x1b]0;hallo\x07\nregel" in out
    _code, out, _err = told(capsys, path, "--json")
    assert json.loads(out)[0]["codes"][0]["text"] == "\x1b]0;hallo\x07\nregel"


def test_no_picture_at_all_is_wrong_usage(capsys: Printed) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["decode"])
    assert ended.value.code == 2
    assert "IMAGE" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, capsys: Printed) -> None:
    os.mkfifo(tmp_path / "pijp")
    code, out, err = told(capsys, tmp_path / "pijp")
    assert (code, out) == (1, "")
    assert "pijp can't be read" in err


def test_the_command_runs_as_a_process_without_event_or_passphrase(photo: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-Werror", "-m", "kiosk", "decode", str(photo), "--json"],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "STOELENDANS_PASSPHRASE": ""},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)[0]["codes"]) == 2


def test_starting_the_program_loads_neither_camera_nor_decoder() -> None:
    modules = "kiosk.cli, kiosk.app.program, kiosk.ui.desk.station, kiosk.ui.desk.camera.panel"
    heavy = "PIL zxingcpp PySide6.QtMultimedia"
    script = (
        f"import sys, {modules}\nprint([name for name in {heavy!r}.split() if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
