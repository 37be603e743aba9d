"""The demo on a real X server: windows appear, a scan is answered, closing it ends it cleanly."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.stories import play

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X server that nobody looks at; it chooses a free number itself."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def test_the_demo_opens_its_windows_answers_a_scan_and_closes(display: str, tmp_path: Path) -> None:
    said = play("show", ["demo"], tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=display)

    assert said["shown"]["platform"] == "xcb"
    assert not said["shown"]["room_full"], "one screen only: the room display is a window"
    assert "Welcome" in said["verdict"]["texts"]
    assert "1 / 32" in said["verdict"]["texts"]
    assert not said["room"]["blank"]
