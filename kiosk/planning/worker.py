"""Makes a plan while nobody waits for it: on a thread, a large one in a process of its own.

A thread shares Python's interpreter with the screen. That is not felt while a plan takes a moment;
above ``LARGE`` it would be, so the thread then only starts another process and listens to it.
"""

import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeAlias

from kiosk.domain.plan import Clash, Demand, PlanMethod, PlanRequest, PlanStep, SeatingPlan
from kiosk.planning import PLANNERS
from kiosk.services.seating.making import settled

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LARGE = 4000
"""Candidates times employers."""

LOOK_S = 0.05
"""How soon a cancel ends the process."""


class PlanFailed(Exception):
    """No plan came of it, by a fault of ours or because the process was ended from outside."""


class PlanJob:
    """One plan in the making. ``poll`` and ``result`` never wait; ``cancel`` leaves nothing behind.

    With ``set_aside`` demands that can't be met are left out, and ``dropped`` says which.
    """

    def __init__(
        self, method: PlanMethod, request: PlanRequest, *, set_aside: bool = False
    ) -> None:
        self._task = _Task(method, request, set_aside)
        self._told: SimpleQueue[_Message] = SimpleQueue()
        self._cancelled = Event()
        self._steps: list[PlanStep] = []
        self._end: _Made | Clash | _Failed | None = None
        self.is_large = len(request.seekers) * len(request.tables) > LARGE

    def start(self) -> None:
        """Begin; this returns at once."""
        Thread(target=self._run, name="planning", daemon=True).start()

    def poll(self) -> list[PlanStep]:
        """The steps so far."""
        while True:
            try:
                message = self._told.get_nowait()
            except Empty:
                return list(self._steps)
            if isinstance(message, PlanStep):
                self._steps.append(message)
            else:
                self._end = message

    def result(self) -> SeatingPlan | Clash | None:
        """The plan, or the demands that clash; None as long as it is being made, or was cancelled.

        Raises:
            PlanFailed: there will be no plan.
        """
        self.poll()
        if self._cancelled.is_set():
            return None
        if isinstance(self._end, _Failed):
            raise PlanFailed(self._end.why)
        return self._end.plan if isinstance(self._end, _Made) else self._end

    @property
    def dropped(self) -> tuple[Demand, ...]:
        """The demands that the plan was made without."""
        return self._end.dropped if isinstance(self._end, _Made) else ()

    def cancel(self) -> None:
        """Stop; nothing comes of it any more."""
        self._cancelled.set()

    def _run(self) -> None:
        if self.is_large:
            self._listen()
        else:
            _work(self._task, self._tell)

    def _tell(self, message: "_Message") -> None:
        if self._cancelled.is_set() and isinstance(message, PlanStep):
            raise _Cancelled
        self._told.put(message)

    def _listen(self) -> None:
        """Start the process and pass on what it tells, until its end or ours."""
        from multiprocessing import get_context  # first needed here

        context = get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_child, args=(self._task, there), daemon=True)
        process.start()
        there.close()
        try:
            while self._end_of(here) is None and not self._cancelled.is_set():
                pass
        except EOFError:
            self._told.put(_Failed("the process ended before the plan was made"))
        finally:
            process.kill()
            process.join()
            process.close()
            here.close()

    def _end_of(self, pipe: "Connection[object, _Message]") -> "_Message | None":
        """What ends the job, if that has come; a step is passed on."""
        if not pipe.poll(LOOK_S):
            return None
        message = pipe.recv()
        self._told.put(message)
        return None if isinstance(message, PlanStep) else message


@dataclass(frozen=True, slots=True)
class _Task:
    method: PlanMethod
    request: PlanRequest
    set_aside: bool


@dataclass(frozen=True, slots=True)
class _Made:
    plan: SeatingPlan
    dropped: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class _Failed:
    why: str


_Message: TypeAlias = PlanStep | _Made | Clash | _Failed


class _Cancelled(Exception):
    """Raised through the planner to get out of it."""


def _child(task: _Task, pipe: "Connection[_Message, object]") -> None:
    """All that the other process does; Ctrl+C is for the program that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work(task, pipe.send)


def _work(task: _Task, tell: Callable[[_Message], None]) -> None:
    try:
        end: _Message = _made(task, tell)
    except _Cancelled:
        return
    except Exception:  # noqa: BLE001 - told to whoever asked, who raises it again
        end = _Failed(traceback.format_exc())
    tell(end)


def _made(task: _Task, tell: Callable[[_Message], None]) -> _Made | Clash:
    planner = PLANNERS[task.method]()
    ready = settled(task.request, planner, set_aside=task.set_aside)
    if isinstance(ready, Clash):
        return ready
    return _Made(planner.plan(ready.request, tell), ready.dropped)
