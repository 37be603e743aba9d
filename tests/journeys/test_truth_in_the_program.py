"""The real program through random days: both windows read what exact arithmetic says."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import RunState
from kiosk.i18n import use_language
from kiosk.ui.conductor.state import Gesture
from kiosk.ui.conductor.wording import minutes_and_seconds
from tests.helpers.days import MORNING, small_day
from tests.helpers.truth import ADJUSTMENTS, JUMPS, MINUTE, Act, Oracle, Step, seconds_allowed
from tests.helpers.truth_laptop import switched_on
from tests.helpers.truth_windows import PaintedRoom, Running

STEPS = 60
KEYS = {
    -60_000: Qt.Key.Key_Minus,
    -30_000: Qt.Key.Key_Down,
    30_000: Qt.Key.Key_Up,
    60_000: Qt.Key.Key_Plus,
}
RESTARTS = {
    Act.AS_IF_NOTHING: Gesture.RESUME_AS_IF_NOTHING,
    Act.WHERE_IT_STOPPED: Gesture.RESUME_PAUSED,
}


class Theatre:
    """A program that is pressed, restarted and looked at."""

    def __init__(self, file: EventFile, painted: PaintedRoom) -> None:
        self._file, self._painted = file, painted
        self.running = Running(file, switched_on(MORNING), painted)
        self.running.go_to(0)

    @property
    def clock(self) -> SimulatedClock:
        return self.running.clock

    def take(self, step: Step) -> None:
        """Live through a step as people and laptops do."""
        match step.act:
            case Act.WAIT | Act.STALL | Act.SUSPEND:
                self.clock.advance(step.ms / 1000)
            case Act.JUMP:
                self.running.jump(timedelta(milliseconds=step.ms))
            case Act.PAUSE | Act.GO_ON:
                self._set_paused(paused=step.act is Act.PAUSE)
            case Act.ADJUST:
                self.running.press(KEYS[step.ms])
            case Act.NEXT if self.running.state.following:
                self._next()
            case Act.WRITE_DOWN:
                self.running.conductor.time.write_down()
            case Act.AS_IF_NOTHING | Act.WHERE_IT_STOPPED:
                self._restart(step)
        self._look()

    def host_shows(self) -> str:
        """The time on the host's page."""
        return self.running.conductor.page.timer._time.text()

    def room_shows(self) -> int | None:
        """The seconds in the picture on the wall; None where nothing counts."""
        look = self.running.program.room._look
        return look.figures if look else None

    def _look(self) -> None:
        """Somebody checks in, and both windows look at the clock."""
        self.running.program.refresh()
        self.running.settle()
        self.running.program.room.refresh()

    def _set_paused(self, *, paused: bool) -> None:
        if (self.running.countdown.run.state is RunState.PAUSED) != paused:
            self.running.press(Qt.Key.Key_Space)

    def _next(self) -> None:
        before = self.running.state.position
        while self.running.state.position == before:
            self.running.conductor.time.settling.stop()
            QTest.keyClick(self.running.conductor.page, Qt.Key.Key_Right)
            self.running.settle()

    def _restart(self, step: Step) -> None:
        self.running.close()
        wall = self.clock.now() + timedelta(milliseconds=step.ms)
        self.running = Running(self._file, switched_on(wall), self._painted)
        self.running.conductor._act(RESTARTS[step.act])
        self.running.settle()


def random_day(seed: int) -> list[Step]:
    """Everything that can happen, in an order of its own; a phase lasts some steps."""
    chance = Random(seed)
    lengths = {
        Act.WAIT: lambda: chance.randint(0, 3 * MINUTE),
        Act.STALL: lambda: 5_000,
        Act.SUSPEND: lambda: chance.randint(MINUTE, 12 * MINUTE),
        Act.JUMP: lambda: chance.choice(JUMPS),
        Act.ADJUST: lambda: chance.choice(ADJUSTMENTS),
    }
    weights = {Act.WAIT: 8, Act.ADJUST: 4, Act.JUMP: 3, Act.WRITE_DOWN: 4, Act.NEXT: 2}
    often = [weights.get(act, 1) for act in WITHOUT_RESTARTS]
    acts: Sequence[Act] = chance.choices(WITHOUT_RESTARTS, often, k=STEPS)
    day = [Step(act, lengths.get(act, lambda: 0)()) for act in acts]
    for act in RESTARTS:
        day.insert(chance.randrange(len(day)), Step(act, chance.randint(0, 5 * MINUTE)))
    return day


WITHOUT_RESTARTS = [act for act in Act if act not in RESTARTS]


@pytest.fixture
def theatre(
    event_file: EventFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[Theatre]:
    make_application()
    use_language("en")
    with event_file.unit() as unit:
        small_day(unit)
        unit.commit()
    theatre = Theatre(event_file, PaintedRoom(monkeypatch))
    yield theatre
    theatre.running.close()
    use_language("nl")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_windows_read_the_right_second_after_every_step(theatre: Theatre, seed: int) -> None:
    oracle = Oracle([phase.seconds * 1000 for phase in theatre.running.state.phases])
    for step in random_day(seed):
        theatre.take(step)
        oracle.take(step)
        right = seconds_allowed(oracle.left)
        assert theatre.running.state.position == oracle.position, step
        assert theatre.host_shows() in {minutes_and_seconds(each) for each in right}, step
        assert theatre.room_shows() in {None, *right}, step
