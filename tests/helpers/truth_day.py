"""A full day at speed in a process of its own: the real program on several displays.

``python -m tests.helpers.truth_day EVENT SEED`` lives through a rehearsed day on a clock that goes
from one moment that matters to the next, and looks at every display at each of them. What it saw
is said as one line of JSON.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.app.program import Program
from kiosk.app.start import speak, start_application
from kiosk.data.eventfile import EventFile, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState, shown_seconds
from kiosk.planning import Carousel
from kiosk.services.conducting import conductor_state
from kiosk.services.rehearsal import Rehearsal, Step, StepKind, opening
from kiosk.ui.conductor.wording import minutes_and_seconds
from tests.helpers.days import PASSPHRASE

BOUNDARIES = (120.0, 60.0, 0.0)
HAIR = 0.1
LONGEST = 120.0
HOST_LOOKS = 60
"""So long the host's page is in front; after that the desk is, and only the rooms are judged."""


class Day:
    """The program, a rehearsal that hosts it, and a witness of everything it shows and says."""

    def __init__(self, app: QApplication, file: EventFile, seed: int) -> None:
        self._app, self._file = app, file
        self._clock = SimulatedClock(opening(file.unit()))
        self._rehearsal = Rehearsal(self._clock, Carousel(), seed=seed)
        self.program = Program(file, self._clock, own_file=False)
        self.program.show.announcer.announced.connect(self._heard)
        self.looks = 0
        self.wrong: list[str] = []
        self.said: dict[int, list[str]] = {}
        self.states: dict[str, list[str]] = {}

    def live(self) -> None:
        """From half an hour before the doors open until the day is over."""
        self.program.start()
        self.program.window.show_page("host")
        self._settle()
        for step in self._rehearsal.steps():
            for seconds in self._moments(step):
                self._clock.advance(seconds)
                self._look()
            self._clock.advance_to(step.at)
            self._act(step)
            self._look()

    def report(self) -> dict[str, object]:
        """What was seen and heard."""
        report = self._rehearsal.report
        with self._file.unit() as unit:
            lengths = [phase.seconds for phase in unit.programme.phases()]
        return {
            "looks": self.looks,
            "wrong": self.wrong[:20],
            "said": list(self.said.items()),
            "lengths": lengths,
            "states": self.states,
            "screens": {w.screen().name(): w.isFullScreen() for w in self.program.show.windows},
            "kept": dict(report.checks),
            "rounds": report.rounds,
        }

    def _act(self, step: Step) -> None:
        worker, clock = self.program.worker, self._clock
        worker.ask(step.act, lambda _answer: None)
        if step.kind is StepKind.HOST:
            worker.ask(lambda unit: conductor_state(unit, clock), self.program.follow)
            self.program.refresh()
            self._settle()
        worker.drain()

    def _moments(self, step: Step) -> Iterator[float]:
        """How long to wait until each moment that matters before this step."""
        while (gap := (step.at - self._clock.now()).total_seconds()) > HAIR:
            countdown = self._countdown()
            waits = [gap, LONGEST]
            if countdown and countdown.run.state is RunState.RUNNING:
                left = countdown.remaining(self._clock)
                waits += [left - at + sign * HAIR for at in BOUNDARIES for sign in (-1, 1)]
            yield min(wait for wait in waits if wait > HAIR / 2)

    def _countdown(self) -> Countdown | None:
        return self.program.stations.conductor.seen

    def _look(self) -> None:
        self.looks += 1
        if self.looks == HOST_LOOKS:
            self.program.window.show_page("desk")
        self.program.show.announcer.tick()
        for window in self.program.show.windows:
            window.refresh()
        self.program.stations.conductor._paint()
        self._app.processEvents()
        for window in self.program.show.windows:
            self._judge(window.screen().name(), window._look)
        self._judge_host()

    def _judge(self, screen: str, look) -> None:
        seen = self.states.setdefault(screen, [])
        if not seen or seen[-1] != look.scene.state:
            seen.append(look.scene.state)
        countdown = self._countdown()
        if look.figures is None or countdown is None:
            return
        right = shown_seconds(countdown.remaining(self._clock))
        if look.figures != right:
            self.wrong.append(f"{screen}: {look.figures} instead of {right}")

    def _judge_host(self) -> None:
        countdown = self._countdown()
        page = self.program.stations.conductor.page
        shown = page.timer._time.text()
        if (
            countdown
            and page.isVisible()
            and shown != minutes_and_seconds(countdown.remaining(self._clock))
        ):
            self.wrong.append(f"host: {shown}")

    def _heard(self, what: str) -> None:
        position = self.program.stations.conductor._presenter.position
        self.said.setdefault(-1 if position is None else position, []).append(str(what))

    def _settle(self) -> None:
        for _ in range(2):
            self.program.worker.drain()
            self._app.processEvents()


def main(path: str, seed: str) -> int:
    """Live through the day and say what was seen."""
    app = start_application()
    file = open_event_file(Path(path), PASSPHRASE)
    speak(file, "en")
    day = Day(app, file, int(seed))
    day.live()
    said = day.report()
    said["seen"] = Counter(state for states in day.states.values() for state in states)
    day.program.close()
    file.close()
    sys.stdout.write(json.dumps(said) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
