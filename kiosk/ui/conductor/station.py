"""The host's station, wired: gestures become use cases, committed states become pictures."""

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.errors import Refusal
from kiosk.services import conducting
from kiosk.services.conducting import InterruptedRun
from kiosk.services.conductor_state import ConductorState
from kiosk.services.ports import UnitOfWork
from kiosk.ui.conductor.presenter import ConductorPresenter, NextStep
from kiosk.ui.conductor.state import Gesture
from kiosk.ui.conductor.view import ConductorPage
from kiosk.ui.tasks.asking import Asks

MINUTE = 60.0
SECOND_PRESS_MS = 3000
SETTLE_MS = 800
"""After a phase was started "next" rests this long: an eager third press skips nothing."""

CHECKPOINT_MS = 5000
"""How much a power cut can cost at most of "resume where it stopped"."""

LONGEST_TICK_MS = 250
"""The face is right again this soon after a stall, and smooth in a rehearsal at speed."""

Moves = Callable[[UnitOfWork], ConductorState]


class ConductorStation(QObject):
    """Give it a worker, a clock and a gong; put ``page`` in a window and call ``start``.

    ``programme_changed`` carries the committed :class:`ConductorState` after every change that
    the room should show. Call ``refresh`` when another station changed who is here or the plan.
    """

    programme_changed = Signal(object)

    def __init__(
        self,
        worker: Asks,
        clock: Clock,
        strike_gong: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.page = ConductorPage()
        self._worker = worker
        self._clock = clock
        self._presenter = ConductorPresenter(clock)
        self._tick = self._timer(LONGEST_TICK_MS, self._paint)
        self._second_press = self._timer(SECOND_PRESS_MS, self._disarm)
        self._settling = self._timer(SETTLE_MS, None)
        self._checkpoint = QTimer(self, interval=CHECKPOINT_MS)
        self._checkpoint.timeout.connect(self._write_down)
        self._acts: dict[Gesture, Callable[[], None]] = {
            Gesture.MINUTE_LESS: partial(self._adjust, -MINUTE),
            Gesture.MINUTE_MORE: partial(self._adjust, MINUTE),
            Gesture.PAUSE: self._toggle_pause,
            Gesture.GONG: strike_gong,
            Gesture.NEXT: self._press_next,
            Gesture.RESUME_AS_IF_NOTHING: partial(self._choose, conducting.resume_as_if_nothing),
            Gesture.RESUME_PAUSED: partial(self._choose, conducting.resume_paused),
            Gesture.DISMISS: self._dismiss,
        }
        self.page.gestured.connect(self._act)
        self.page.shown.connect(self._paint)
        self.page.shown.connect(self.refresh)

    def start(self) -> None:
        """Once after the file was opened: offer to resume what a crash interrupted."""
        clock = self._clock
        self._worker.ask(lambda unit: conducting.interrupted_run(unit, clock), self._offer)
        self.refresh()
        self._checkpoint.start()

    def refresh(self) -> None:
        """Read the day anew."""
        clock, seen = self._clock, self._presenter.countdown
        self._worker.ask(lambda unit: conducting.conductor_state(unit, clock, seen), self._show)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.page.retranslate()
        self._paint()

    def _act(self, gesture: Gesture) -> None:
        self._acts[gesture]()

    def _adjust(self, seconds: float) -> None:
        clock = self._clock
        self._change(lambda unit, seen: conducting.adjust(unit, clock, seen, seconds))

    def _toggle_pause(self) -> None:
        clock = self._clock
        if self._presenter.is_paused:
            self._change(lambda unit, seen: conducting.resume(unit, clock, seen))
        else:
            self._change(lambda unit, seen: conducting.pause(unit, clock, seen))

    def _press_next(self) -> None:
        if self._settling.isActive():
            return
        step = self._presenter.press_next()
        if step is NextStep.ASK_AGAIN:
            self._second_press.start()
        elif step is not NextStep.NOTHING:
            self._move_on(conducting.finish if step is NextStep.FINISH else conducting.next_phase)
        self._paint()

    def _move_on(self, move: Callable[[UnitOfWork, Clock, int | None], ConductorState]) -> None:
        self._second_press.stop()
        self._settling.start()
        clock, expected = self._clock, self._presenter.position
        self._commit(lambda unit: move(unit, clock, expected))

    def _choose(self, way: Callable[[UnitOfWork, Clock], ConductorState]) -> None:
        clock = self._clock
        self._presenter.close_offer()
        self._commit(lambda unit: way(unit, clock))

    def _change(self, change: Callable[[UnitOfWork, Countdown], ConductorState]) -> None:
        seen = self._presenter.countdown
        if seen is not None:
            self._commit(lambda unit: change(unit, seen))

    def _commit(self, move: Moves) -> None:
        self._worker.ask(move, self._committed, self._refused)

    def _committed(self, state: ConductorState) -> None:
        self._show(state)
        self.programme_changed.emit(state)

    def _refused(self, refusal: Refusal) -> None:
        self._presenter.show_refusal(refusal)
        self._paint()

    def _dismiss(self) -> None:
        self._presenter.dismiss()
        self._paint()

    def _disarm(self) -> None:
        self._presenter.disarm()
        self._paint()

    def _offer(self, interrupted: InterruptedRun | None) -> None:
        self._presenter.offer(interrupted)

    def _show(self, state: ConductorState) -> None:
        self._presenter.show(state)
        self._paint()

    def _write_down(self) -> None:
        clock, seen = self._clock, self._presenter.countdown
        if seen is not None and not self._presenter.is_paused:
            self._worker.ask(
                lambda unit: conducting.checkpoint(unit, clock, seen),
                self._presenter.show_checkpoint,
            )

    def _paint(self) -> None:
        view = self._presenter.view() if self.page.isVisible() else None
        if view is None:
            return
        self.page.render_view(view)
        self._tick.start(self._until_next_second())

    def _until_next_second(self) -> int:
        left = self._presenter.seconds_left()
        return min(LONGEST_TICK_MS, math.floor((left - math.floor(left)) * 1000) + 1)

    def _timer(self, interval: int, act: Callable[[], None] | None) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        if act:
            timer.timeout.connect(act)
        return timer
