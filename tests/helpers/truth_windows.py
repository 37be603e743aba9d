"""The whole program on a small day, with a clock by hand, and every second that it ever painted."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from kiosk.app.program import Program
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown
from kiosk.services.conducting import conductor_state
from kiosk.services.conductor_state import ConductorState
from kiosk.ui.room import words
from kiosk.ui.room.window import RoomWindow


class PaintedLabel(QObject):
    """Notes what a label said whenever it was painted."""

    def __init__(self, label: QWidget) -> None:
        super().__init__(label)
        self.seen: list[str] = []
        self._label = label
        label.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.seen.append(self._label.text())
        return super().eventFilter(watched, event)


class PaintedRoom:
    """Notes the figures whenever the room's window paints them on the screen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: list[str] = []
        self.frames = 0
        digits, paint = words.digits, RoomWindow.paintEvent
        self._window: RoomWindow | None = None

        def noted(remaining: float) -> str:
            if self._window is not None:
                self.seen.append(digits(remaining))
            return digits(remaining)

        def painted(window: RoomWindow, event: QPaintEvent) -> None:
            self._window = window
            self.frames += 1
            paint(window, event)
            self._window = None

        monkeypatch.setattr(words, "digits", noted)
        monkeypatch.setattr(RoomWindow, "paintEvent", painted)


class Running:
    """A running program, pressed and looked at as people do."""

    def __init__(self, file: EventFile, clock: SimulatedClock, painted: PaintedRoom) -> None:
        self.file, self.clock, self.room_painted = file, clock, painted
        self.program = Program(file, clock, show_paper=_nowhere, own_file=False)
        self.program.start()
        self.program.window.show_page("host")
        self.settle()
        self.host_painted = PaintedLabel(self.conductor.page.timer._time)

    @property
    def conductor(self):
        return self.program.stations.conductor

    @property
    def state(self) -> ConductorState:
        """What the file says."""
        self.program.worker.drain()
        return conductor_state(self.file.unit(), self.clock)

    @property
    def countdown(self) -> Countdown:
        """What the file says about the time."""
        assert self.state.countdown is not None
        return self.state.countdown

    def settle(self) -> None:
        """Let every question be answered and every answer be painted."""
        for _ in range(2):
            self.program.worker.drain()
            QApplication.processEvents()
        self.program.printing.drain()
        self.program.worker.drain()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys at the host's page."""
        for key in keys:
            QTest.keyClick(self.conductor.page, key)
        self.settle()

    def go_to(self, position: int) -> None:
        """Host the day up to this phase."""
        while self.state.position != position:
            self.conductor.time.settling.stop()
            QTest.keyClick(self.conductor.page, Qt.Key.Key_Right)
            self.settle()

    def click(self, words_of_button: str) -> None:
        """Click the first button that begins with these words."""
        buttons = self.conductor.page.findChildren(QPushButton)
        next(b for b in buttons if b.isVisible() and b.text().startswith(words_of_button)).click()
        self.settle()

    def words(self) -> str:
        """Everything that can be read on the host's page."""
        page = self.conductor.page
        texts = page.findChildren(QLabel) + page.findChildren(QPushButton)
        return " · ".join(text.text() for text in texts if text.isVisible())

    def jump(self, by: timedelta) -> None:
        """Somebody sets the laptop's clock."""
        self.clock.set_wall(self.clock.now() + by)

    def forget_paintings(self) -> None:
        """From now on only what is painted next counts."""
        self.host_painted.seen.clear()
        self.room_painted.seen.clear()
        self.room_painted.frames = 0

    def close(self) -> None:
        """Close everything."""
        self.program.close()
        self.program.window.close()
        self.program.room.close()


def _nowhere(_path: Path) -> None:
    """Nobody looks at papers here."""


@contextmanager
def running(file: EventFile, clock: SimulatedClock, painted: PaintedRoom) -> Iterator[Running]:
    """A program that is closed in the end."""
    program = Running(file, clock, painted)
    try:
        yield program
    finally:
        program.close()
