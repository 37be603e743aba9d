"""Plays a rehearsal on the screens: each step when its moment has come on a fast clock."""

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.app.program import Program
from kiosk.domain.clock import AcceleratedClock, Clock
from kiosk.domain.plan import PlanMethod
from kiosk.planning import PLANNERS
from kiosk.services.conducting import conductor_state
from kiosk.services.ports import UnitOfWork
from kiosk.services.rehearsal import Rehearsal, Step, StepKind, opening

LOOK_MS = 20


def rehearsal_clock(unit: UnitOfWork, speed: float) -> AcceleratedClock:
    """A clock that runs from shortly before the first phase, ``speed`` times as fast."""
    return AcceleratedClock(opening(unit), speed)


class RehearsalPlayer(QObject):
    """``finished`` carries the RehearsalReport."""

    finished = Signal(object)

    def __init__(self, program: Program, clock: Clock, seed: int) -> None:
        super().__init__(program)
        self._program, self._clock = program, clock
        self._rehearsal = Rehearsal(clock, PLANNERS[PlanMethod.BEST](), seed=seed)
        self._steps = self._rehearsal.steps()
        self._step: Step | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._step = next(self._steps, None)
        self._timer.start()

    def _look(self) -> None:
        """Act when the step's moment has come; the next step is asked for only after that."""
        step = self._step
        if step is None or step.at > self._clock.now():
            return
        self._timer.stop()
        self._program.worker.ask(step.act, lambda _: self._acted(step))

    def _acted(self, step: Step) -> None:
        if step.kind is StepKind.HOST:
            clock = self._clock
            self._program.worker.ask(
                lambda unit: conductor_state(unit, clock), self._program.follow
            )
        self._program.refresh()
        self._step = next(self._steps, None)
        if self._step is None:
            self.finished.emit(self._rehearsal.report)
        else:
            self._timer.start()
