"""The logic of printing at the desk, without Qt."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.desk import DeskSettings, PaperOnScan
from kiosk.domain.print_jobs import PrintJob
from kiosk.services.desk import print_queue
from kiosk.services.desk.print_queue import PrintQueue, PrintStanding
from kiosk.services.ports import UnitOfWork
from kiosk.ui.desk.printing.state import PrinterLight, PrintScreen, Trial
from kiosk.ui.devices.printer import Printers
from kiosk.ui.tasks.asking import Asks


class PrintsPapers(Protocol):
    """What prints behind the screens; each call returns at once."""

    def nudge(self) -> None:
        """There is something new in the queue."""
        ...

    def look(self) -> None:
        """See which printers there are; the answer comes to ``take_printers``."""
        ...

    def try_out(self) -> None:
        """Print the test page; ``take_trial`` hears whether it was taken."""
        ...


class PrintPresenter:
    """One desk's queue.

    Set by the desk: ``settings_changed`` keeps other settings, ``light_changed`` hears how it goes
    with printing; by the panel: ``show``.
    """

    def __init__(self, asks: Asks, clock: Clock, papers: PrintsPapers, *, station: str) -> None:
        self._asks, self._clock, self._papers, self._station = asks, clock, papers, station
        self._watched = False
        self.screen = PrintScreen()
        self.show: Callable[[PrintScreen], None] = _nothing
        self.settings_changed: Callable[[DeskSettings], None] = _nothing
        self.light_changed: Callable[[PrinterLight], None] = _nothing

    def watch(self) -> None:
        """The panel is in front: follow the queue, and see which printers there are."""
        self._watched = True
        self._update(trial=Trial.NONE)
        self._papers.look()
        self.refresh()

    def look_away(self) -> None:
        """The panel is gone: only how it goes matters now."""
        self._watched = False

    def refresh(self) -> None:
        """Read anew what is shown, and no more than that: it is asked after every scan."""
        if self._watched:
            read = partial(print_queue.print_queue, station=self._station)
            self._asks.ask(read, self._take_queue)
        else:
            glance = partial(print_queue.print_standing, station=self._station)
            self._asks.ask(glance, self._take_standing)

    def again(self, job_id: UUID) -> None:
        """Print a job once more."""
        self._change(partial(print_queue.print_again, clock=self._clock, job_id=job_id))

    def cancel(self, job_id: UUID) -> None:
        """Take a job out of the queue."""
        self._change(partial(print_queue.cancel, clock=self._clock, job_id=job_id))

    def try_out(self) -> None:
        """Print the test page."""
        self._update(trial=Trial.ON_ITS_WAY)
        self._papers.try_out()

    def choose_printer(self, name: str) -> None:
        """Print there from now on; empty is the system's default."""
        self._keep(replace(self.screen.settings, printer=name))

    def print_badges(self, when: PaperOnScan) -> None:
        """When a welcome prints a badge."""
        self._keep(replace(self.screen.settings, badge_on_scan=when))

    def print_route_cards(self, when: PaperOnScan) -> None:
        """When a welcome prints a route card."""
        self._keep(replace(self.screen.settings, route_card_on_scan=when))

    def take_settings(self, settings: DeskSettings) -> None:
        """The desk's settings, wherever they were changed."""
        if settings != self.screen.settings:
            self._update(settings=settings)

    def take_printers(self, printers: Printers) -> None:
        """Which printers there are now."""
        self._update(printers=printers)

    def take_trial(self, was_sent: bool) -> None:
        """What became of the test page."""
        self._update(trial=Trial.SENT if was_sent else Trial.REFUSED)

    def _change(self, use_case: Callable[[UnitOfWork], PrintJob]) -> None:
        self._asks.ask(use_case, self._changed)

    def _changed(self, _job: PrintJob) -> None:
        self._papers.nudge()
        self.refresh()

    def _take_queue(self, queue: PrintQueue) -> None:
        self._update(queue=queue, standing=queue.standing)

    def _take_standing(self, standing: PrintStanding) -> None:
        self._update(standing=standing)

    def _keep(self, settings: DeskSettings) -> None:
        if settings != self.screen.settings:
            self._update(settings=settings, trial=Trial.NONE)
            self.settings_changed(settings)

    def _update(self, **changes: object) -> None:
        light = self.screen.light
        self.screen = replace(self.screen, **changes)  # type: ignore[arg-type]
        self.show(self.screen)
        if self.screen.light != light:
            self.light_changed(self.screen.light)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""
