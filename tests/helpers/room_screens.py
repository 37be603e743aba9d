"""The staff's window and the room's on real screens, in a process of its own.

``python -m tests.helpers.room_screens STORY`` works with the screens that ``QT_QPA_PLATFORM``
gives, and says what is seen after each step as one line of JSON.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.displays.displays import RoomDisplays
from kiosk.ui.displays.identifying import ScreenCard
from kiosk.ui.displays.screen_watch import SETTLE_MS
from tests.helpers.monitors import Monitors

PATIENCE_MS = 15_000
LAPTOP, BEAMER, LARGER, TV = (
    (0, 0, 1366, 768),
    (1366, 0, 1280, 720),
    (1366, 0, 1920, 1080),
    (1366, 1080, 3840, 2160),
)


class Stage:
    """A staff's window on the screen called ``laptop``, and the room display."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.made = 0
        self.events: list[str] = []
        self.staff = QWidget()
        self.staff.setScreen(self.screen("laptop"))
        self.staff.setGeometry(self.screen("laptop").geometry())
        self.staff.showFullScreen()
        assert QTest.qWaitForWindowExposed(self.staff)
        self.displays = RoomDisplays(self._make, self.staff)
        self.displays.placed.connect(lambda names: self.events.append(" ".join(names)))
        self.displays.closed.connect(lambda: self.events.append("CLOSED"))
        self.displays.staff_displaced.connect(lambda: self.events.append("DISPLACED"))
        self.main = self.displays.windows()[0]

    def screen(self, name: str) -> Any:
        return next(each for each in QGuiApplication.screens() if each.name() == name)

    def has(self, name: str) -> bool:
        """Whether Qt knows of a screen."""
        return any(each.name() == name for each in QGuiApplication.screens())

    def until(self, *filled: str) -> float:
        """Wait until the room fills these screens and no other; how long it took, in seconds."""
        begun = time.monotonic()
        self.wait(lambda: sorted(self.filled()) == sorted(filled))
        return time.monotonic() - begun

    def wait(self, holds: Callable[[], bool]) -> None:
        patience = QDeadlineTimer(PATIENCE_MS)
        while not holds():
            assert not patience.hasExpired(), self.facts()
            QTest.qWait(5)

    def rest(self) -> None:
        """So long that everything that waits for screens to settle has happened."""
        QTest.qWait(2 * SETTLE_MS)

    def filled(self) -> list[str]:
        """The screens that a window of the room really covers."""
        return [
            each.screen().name()
            for each in self.displays.windows()
            if each.isVisible()
            and each.isFullScreen()
            and each.geometry() == each.screen().geometry()
        ]

    def facts(self) -> dict[str, object]:
        """What somebody who walks past all screens would write down."""
        windows = self.displays.windows()
        return {
            "filled": self.filled(),
            "small": [
                [each.screen().name(), *each.geometry().getRect()]
                for each in windows
                if each.isVisible() and not each.isFullScreen()
            ],
            "scales": [each.devicePixelRatioF() for each in windows if each.isVisible()],
            "main_is_first": windows[0] is self.main,
            "made": self.made,
            "staff": self.staff.screen().name(),
            "staff_area": self.staff.geometry().getRect(),
            "staff_is_full": self.staff.isFullScreen(),
            "states": [[each.number, each.name, each.use.value] for each in self.displays.states],
        }

    def say(self, what: str, **more: object) -> None:
        line = {"what": what, "events": self.events.copy(), **self.facts(), **more}
        self.events.clear()
        sys.stdout.write(json.dumps(line) + "\n")

    def cards(self) -> list[list[str]]:
        """What lies over which screen, to tell screens apart."""
        cards = [each for each in self.app.topLevelWidgets() if isinstance(each, ScreenCard)]
        return [
            [each.screen().name(), each.windowTitle()]
            for each in cards
            if each.isVisible() and each.screen().geometry().contains(each.geometry())
        ]

    def end(self) -> None:
        """Put everything away, as the program does before it ends."""
        self.displays.close()
        self.staff.close()

    def drag_staff(self, name: str) -> None:
        """As a person does: a small window, moved over."""
        self.staff.showNormal()
        self.staff.setScreen(self.screen(name))
        self.staff.move(self.screen(name).geometry().topLeft())
        self.staff.showMaximized()

    def _make(self) -> QWidget:
        self.made += 1
        window = QWidget()
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        return window


def layout(stage: Stage) -> None:
    """Whatever is plugged in from the start."""
    displays = stage.displays
    displays.open()
    stage.say("opened")
    displays.open()
    stage.say("opened again")
    others = [name for name in displays.screen_names if name != "laptop"]
    displays.use(others[:1])
    stage.say("first unused")
    displays.use(others)
    stage.say("all unused")
    displays.use(())
    stage.say("all used")
    stage.rest()
    stage.drag_staff(others[0])
    stage.wait(lambda: "laptop" in stage.filled())
    stage.say("staff dragged")
    stage.rest()
    stage.drag_staff("laptop")
    stage.wait(lambda: "laptop" not in stage.filled())
    stage.say("staff back")
    displays.identify(seconds=0.2)
    stage.say("identified", cards=stage.cards())
    stage.wait(lambda: not stage.cards())
    displays.close()
    stage.say("closed")
    stage.rest()
    stage.say("still closed")


def people(stage: Stage) -> None:
    """What people do to the windows of a laptop with two beamers."""
    displays = stage.displays
    displays.open()
    stage.say("opened")
    displays.windows()[0].showMinimized()
    stage.until("beamer", "tv")
    displays.windows()[1].showNormal()
    stage.until("beamer", "tv")
    stage.say("shrunk")
    displays.windows()[1].close()
    stage.rest()
    stage.say("mirror closed")
    stage.app.primaryScreenChanged.emit(stage.screen("laptop"))
    stage.rest()
    stage.say("screens changed")
    displays.open()
    stage.say("opened again")
    displays.windows()[0].close()
    stage.say("main closed", is_open=displays.is_open)


def plugging(stage: Stage) -> None:
    """A day with cables: each step really plugs something in or out."""
    monitors, displays = Monitors(os.environ["DISPLAY"]), stage.displays
    displays.open()
    stage.say("alone")
    monitors.plug("beamer", BEAMER)
    stage.say("plugged in", seconds=stage.until("beamer"))
    monitors.unplug("beamer")
    stage.wait(lambda: not stage.main.isVisible())
    stage.say("at once")
    stage.wait(stage.main.isVisible)
    stage.say("unplugged")
    for _ in range(4):
        monitors.plug("beamer", BEAMER)
        stage.wait(lambda: stage.has("beamer"))
        monitors.unplug("beamer")
        stage.wait(lambda: not stage.has("beamer"))
    monitors.plug("beamer", BEAMER)
    stage.until("beamer")
    stage.rest()
    stage.say("flickered")
    monitors.unplug("beamer")
    stage.wait(lambda: not stage.has("beamer"))
    monitors.plug("beamer", LARGER)
    stage.until("beamer")
    stage.wait(lambda: stage.main.width() == 1920)
    stage.say("larger")
    monitors.plug("tv", TV)
    stage.until("beamer", "tv")
    stage.say("mirrored")
    monitors.unplug("beamer")
    stage.until("tv")
    stage.rest()
    stage.say("main unplugged")
    monitors.plug("beamer", LARGER)
    stage.until("beamer", "tv")
    stage.say("main back")
    monitors.unplug("tv")
    monitors.unplug("beamer")
    stage.wait(lambda: bool(stage.facts()["small"]))
    stage.say("alone again")


def lid(stage: Stage) -> None:
    """The laptop is closed and opened again while its beamer goes on."""
    monitors, displays = Monitors(os.environ["DISPLAY"]), stage.displays
    displays.open()
    stage.until("beamer")
    stage.say("open")
    monitors.unplug("laptop")
    stage.wait(lambda: not stage.has("laptop"))
    stage.say("at once")
    stage.wait(lambda: bool(stage.facts()["small"]))
    stage.say("closed")
    monitors.plug("laptop", LAPTOP)
    stage.until("beamer")
    stage.say("open again")
    monitors.unplug("laptop")
    stage.wait(lambda: not stage.has("laptop"))
    monitors.plug("laptop", LAPTOP)
    stage.until("beamer")
    stage.wait(lambda: stage.staff.screen().name() == "laptop")
    stage.say("after a flicker")


def cloned(stage: Stage) -> None:
    """The system shows the laptop's picture on the beamer too."""
    stage.displays.open()
    stage.say("opened")


STORIES = {story.__name__: story for story in (layout, people, cloned, plugging, lid)}


def tell(story: str, folder: Path, **environment: str) -> dict[str, dict[str, Any]]:
    """Run a story to its clean end, from a test; what was seen after each step."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.helpers.room_screens", story],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert found.returncode == 0, (found.returncode, found.stdout[-200:], found.stderr)
    assert not complaints(found.stderr), found.stderr
    return {line["what"]: line for line in map(json.loads, found.stdout.splitlines())}


def complaints(said: str) -> Sequence[str]:
    """What Qt complained of, but for a platform that has no window manager to tell sizes to."""
    return [line for line in said.splitlines() if "propagateSizeHints" not in line]


if __name__ == "__main__":
    stage = Stage(QApplication([]))
    STORIES[sys.argv[1]](stage)
    stage.end()
