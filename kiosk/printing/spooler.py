"""The thread that prints, so that nobody at a desk waits for a printer.

``PrintRun`` is what it does, ``Spooler`` is the thread it does it on. Neither holds a unit of
work while a paper is drawn or handed over.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Protocol, TypeAlias

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.print_jobs import PrinterRefused, PrintJob, PrintTrouble
from kiosk.printing.desk_papers import MakePaper
from kiosk.services.desk import print_queue
from kiosk.services.ports import UnitFactory

RETRY_SECONDS = 5.0
CLOSING_SECONDS = 3.0
DRAIN_SECONDS = 0.2
"""So often a thread that is waited for is asked whether it lives."""


class Printer(Protocol):
    """Something that puts a PDF on paper; asked on the spooler's thread only."""

    @property
    def name(self) -> str:
        """As the system calls it; empty for the system's default."""
        ...

    def is_ready(self) -> bool:
        """Whether it is there and takes papers."""
        ...

    def print_pdf(self, content: bytes, title: str) -> None:
        """Hand a paper over. Raises PrinterRefused when it was not taken."""
        ...

    def give_up(self) -> None:
        """Called from another thread: refuse the paper in hand, and every later one, at once."""
        ...


Told: TypeAlias = Callable[[], None]
Errand: TypeAlias = Callable[[Printer], None]
Wait: TypeAlias = Callable[[Event, float], object]
"""Waits until nudged, or until so many seconds have passed."""


class Round(Enum):
    """How a round of printing ended.

    WAITS is to be tried again: there is no printer, the file took no notes, or a job is too young.
    """

    DONE = "done"
    WAITS = "waits"


class PrintRun:
    """Takes one job after another to the printer and writes down what came of it."""

    def __init__(
        self,
        units: UnitFactory,
        clock: Clock,
        *,
        station: str,
        printer: Printer,
        make: MakePaper,
        told: Told,
    ) -> None:
        self._units, self._clock, self._station = units, clock, station
        self._printer, self._make, self._told = printer, make, told
        self._owed: Callable[[], object] | None = None
        self._ending = Event()

    @property
    def ending(self) -> bool:
        """Whether no further job is begun."""
        return self._ending.is_set()

    def end(self) -> None:
        """Begin no further job; one in hand that the printer refuses stays queued."""
        self._ending.set()

    def work_off(self, asked_until: datetime) -> Round:
        """Print what was asked for until then, oldest first.

        Younger jobs are left for later: their verdict may still be on its way to the screen.
        """
        try:
            self._settle()
            while not self.ending:
                job = print_queue.next_job(self._units(), station=self._station)
                if job is None:
                    return Round.DONE
                if job.asked_at > asked_until:
                    return Round.WAITS
                if not self._printer.is_ready():
                    return self._wait_for_printer()
                self._print(job)
        except Refusal:
            return Round.WAITS
        return Round.DONE

    def _wait_for_printer(self) -> Round:
        trouble = PrintTrouble.NO_PRINTER
        if print_queue.waits(self._units(), self._clock, trouble, station=self._station):
            self._told()
        return Round.WAITS

    def _print(self, job: PrintJob) -> None:
        trouble = self._trouble_with(job)
        if trouble is PrintTrouble.PRINTER_REFUSED and self._lost_printer():
            return
        if trouble:
            note = partial(print_queue.failed, job_id=job.id, trouble=trouble)
        else:
            note = partial(print_queue.sent, job_id=job.id)
        self._owed = lambda: note(self._units(), self._clock)
        self._settle()

    def _lost_printer(self) -> bool:
        """Whether it refused because it, or the program, is going: then the job stays queued."""
        return self.ending or not self._printer.is_ready()

    def _trouble_with(self, job: PrintJob) -> PrintTrouble:
        try:
            paper = self._make(job)
        except Refusal:
            raise
        except Exception as error:  # noqa: BLE001 - a bug, reported; the queue must go on
            sys.excepthook(type(error), error, error.__traceback__)
            paper = None
        if paper is None:
            return PrintTrouble.PAPER_NOT_MADE
        try:
            self._printer.print_pdf(paper.content, paper.title)
        except PrinterRefused:
            return PrintTrouble.PRINTER_REFUSED
        return PrintTrouble.NONE

    def _settle(self) -> None:
        """Write down what became of the last job.

        Where the file refuses it, for a full disk say, it is owed and not printed again.
        """
        if self._owed is not None:
            self._owed()
            self._owed = None
            self._told()


class Spooler:
    """Runs rounds on a thread: when nudged, and now and then while papers wait for a printer."""

    def __init__(
        self, run: PrintRun, printer: Printer, clock: Clock, wait: Wait = Event.wait
    ) -> None:
        self._run, self._printer, self._clock, self._wait = run, printer, clock, wait
        self._nudged = Event()
        self._errands: SimpleQueue[Errand] = SimpleQueue()
        self._asked_until = clock.now()
        self._thread = Thread(target=self._work, name="printing")

    def start(self) -> None:
        """Begin with what an earlier run of the program left in the queue."""
        self._nudged.set()
        self._thread.start()

    def nudge(self) -> None:
        """Something was asked for, and its verdict is on the screen."""
        self._asked_until = self._clock.now()
        self._nudged.set()

    def send(self, errand: Errand) -> None:
        """Do something else with the printer between two jobs: look for it, try it."""
        self._errands.put(errand)
        self._nudged.set()

    def close(self) -> None:
        """Finish the job in hand, or after some seconds give it up; what is queued stays so."""
        self._run.end()
        self._nudged.set()
        if self._thread.is_alive():
            self._thread.join(CLOSING_SECONDS)
            self._printer.give_up()
            self._thread.join()

    def drain(self) -> None:
        """Wait until what was asked for until now was printed, or could not be."""
        for _round in range(2):
            done = Event()
            self.send(lambda _printer, done=done: done.set())  # type: ignore[misc]
            while self._thread.is_alive() and not done.wait(DRAIN_SECONDS):
                pass

    def _work(self) -> None:
        while not self._run.ending:
            self._nudged.clear()
            self._do_errands()
            if self._run.work_off(self._asked_until) is Round.DONE:
                self._nudged.wait()
                continue
            self._wait(self._nudged, RETRY_SECONDS)
            if not self._nudged.is_set():
                self._asked_until = self._clock.now()

    def _do_errands(self) -> None:
        while not self._run.ending:
            try:
                errand = self._errands.get_nowait()
            except Empty:
                return
            errand(self._printer)
