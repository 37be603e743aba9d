"""The host's gestures about time, each a use case; "next" never fires twice."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.errors import Refusal
from kiosk.services import conducting
from kiosk.services.conducting import InterruptedRun
from kiosk.services.conductor_state import ConductorState
from kiosk.services.ports import UnitOfWork
from kiosk.ui.conductor.presenter import ConductorPresenter, NextStep
from kiosk.ui.tasks.asking import Asks

SECOND_PRESS_MS = 3000
SETTLE_MS = 800
"""After another phase was shown "next" rests this long: an eager press skips nothing."""

CHECKPOINT_MS = 5000
"""How much a power cut can cost at most of "resume where it stopped"."""


class Moves(Protocol):
    """A use case that goes on to another phase from the one that is seen."""

    def __call__(
        self, unit: UnitOfWork, clock: Clock, expected: int | None, /, *, seen: Countdown | None
    ) -> ConductorState: ...


class HearsOfTime(Protocol):
    """The station around it."""

    def moved(self, state: ConductorState, /) -> None:
        """The file says so now."""
        ...

    def refused(self, refusal: Refusal, /) -> None:
        """Nothing was changed."""
        ...

    def told(self) -> None:
        """There is something else to say."""
        ...

    def outdated(self) -> None:
        """Another desk changed what the host sees."""
        ...


class Timekeeper(QObject):
    """Runs the use cases of the countdown for one station."""

    def __init__(
        self,
        worker: Asks,
        clock: Clock,
        presenter: ConductorPresenter,
        hears: HearsOfTime,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker, self._clock = worker, clock
        self._presenter, self._hears = presenter, hears
        self.second_press = self._timer(SECOND_PRESS_MS)
        self.second_press.timeout.connect(self._disarm)
        self.settling = self._timer(SETTLE_MS)
        self._checkpoint = QTimer(self, interval=CHECKPOINT_MS)
        self._checkpoint.timeout.connect(self.write_down)

    def start(self, offer: Callable[[InterruptedRun | None], None] | None) -> None:
        """From now on the countdown is written down; ``offer`` hears what a crash interrupted."""
        clock = self._clock
        if offer is not None:
            self._worker.ask(lambda unit: conducting.interrupted_run(unit, clock), offer)
        self._checkpoint.start()

    def stop(self) -> None:
        """The program ends: where it is was written down with every gesture, and seconds ago."""
        for timer in (self._checkpoint, self.second_press, self.settling):
            timer.stop()

    def settle(self) -> None:
        """Another phase is shown: whoever presses now pressed for the one before."""
        self.settling.start()

    def adjust(self, seconds: float) -> None:
        """Give the running phase time, or take it."""
        clock = self._clock
        self._change(lambda unit, seen: conducting.adjust(unit, clock, seen, seconds))

    def toggle_pause(self) -> None:
        """Stand still, or go on."""
        clock = self._clock
        if self._presenter.is_paused:
            self._change(lambda unit, seen: conducting.resume(unit, clock, seen))
        else:
            self._change(lambda unit, seen: conducting.pause(unit, clock, seen))

    def press_next(self) -> None:
        """Go on; a round that is not over, and the end of the day, ask for a second press."""
        if self.settling.isActive():
            return
        step = self._presenter.press_next()
        if step is NextStep.ASK_AGAIN:
            self.second_press.start()
        elif step is not NextStep.NOTHING:
            self._move_on(conducting.finish if step is NextStep.FINISH else conducting.next_phase)
        self._hears.told()

    def go_to(self, position: int) -> None:
        """Start any part of the programme; a round that is not over asks for a second tap."""
        if self.settling.isActive():
            return
        if self._presenter.asks_before(position):
            self.second_press.start()
        elif self._presenter.begin_move():
            self._move_on(partial(_start, position))
        self._hears.told()

    def resume_as_if_nothing(self) -> None:
        """After a restart: go on where the phase would be by now."""
        self._choose(conducting.resume_as_if_nothing)

    def resume_paused(self) -> None:
        """After a restart: stand still where it stopped."""
        self._choose(conducting.resume_paused)

    def write_down(self) -> None:
        """Keep where the countdown is, for a crash."""
        clock, seen = self._clock, self._presenter.countdown
        if seen is not None and not self._presenter.is_paused:
            self._worker.ask(lambda unit: conducting.checkpoint(unit, clock, seen), self._written)

    def _written(self, countdown: Countdown) -> None:
        """A countdown that another desk changed is news for the room, too."""
        if not self._presenter.show_checkpoint(countdown):
            self._hears.outdated()

    def _move_on(self, move: Moves) -> None:
        self.second_press.stop()
        self.settling.start()
        clock, expected, seen = self._clock, self._presenter.position, self._presenter.countdown
        self._commit(lambda unit: move(unit, clock, expected, seen=seen))

    def _choose(self, way: Callable[[UnitOfWork, Clock], ConductorState]) -> None:
        clock = self._clock
        self._presenter.close_offer()
        self._commit(lambda unit: way(unit, clock))

    def _change(self, change: Callable[[UnitOfWork, Countdown], ConductorState]) -> None:
        seen = self._presenter.countdown
        if seen is not None:
            self._commit(lambda unit: change(unit, seen))

    def _commit(self, move: Callable[[UnitOfWork], ConductorState]) -> None:
        self._worker.ask(move, self._hears.moved, self._hears.refused)

    def _disarm(self) -> None:
        self._presenter.disarm()
        self._hears.told()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        return timer


def _start(
    position: int,
    unit: UnitOfWork,
    clock: Clock,
    expected: int | None,
    *,
    seen: Countdown | None,
) -> ConductorState:
    return conducting.start_phase(unit, clock, position, expected, seen=seen)
