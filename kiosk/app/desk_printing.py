"""Printing at this desk: the thread that prints, the printer it prints on, and what screens hear.

It starts when the windows are painted and ends before the file closes.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot

from kiosk.domain.clock import Clock
from kiosk.domain.desk import DeskSettings, PaperOnScan
from kiosk.domain.print_jobs import Paper, PrinterRefused
from kiosk.i18n import language
from kiosk.printing.desk_papers import desk_papers, trial_paper
from kiosk.printing.spooler import Printer, PrintRun, Spooler
from kiosk.services.desk.print_queue import ask_for
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.printing.presenter import PrintPresenter
from kiosk.ui.desk.printing.state import LightState, PrinterLight
from kiosk.ui.devices.printer import Printers
from kiosk.ui.tasks.asking import Asks

REFRESH_MS = 300
"""The queue is read anew after a scan, but not before the next one that follows at once."""
LOOK_AGAIN_MS = 5000
"""So often a missing printer is looked for."""


class DevicePrinter(Printer, Protocol):
    """A printer of this laptop that can be changed for another."""

    name: str

    def printers(self) -> Printers:
        """What printers there are."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class DeskPrinting(QObject):
    """Owns the spooler and the presenter of the print panel.

    ``light_changed`` carries a PrinterLight for the desk's strip.
    """

    light_changed = Signal(object)
    _arrived = Signal(object)

    def __init__(
        self,
        asks: Asks,
        units: UnitFactory,
        clock: Clock,
        *,
        station: str,
        printer: DevicePrinter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._asks, self._clock, self._station = asks, clock, station
        self._printer = printer
        self._language = language()
        self.presenter = PrintPresenter(asks, clock, self, station=station)
        self.presenter.light_changed = self._light_changed
        run = PrintRun(
            units,
            clock,
            station=station,
            printer=self._printer,
            make=desk_papers(units, clock, lambda: self._language),
            told=partial(self._arrived.emit, self._came_of_it),
        )
        self._spooler = Spooler(run, self._printer, clock)
        self._due = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._due.timeout.connect(self.presenter.refresh)
        self._looks = QTimer(self, interval=LOOK_AGAIN_MS)
        self._looks.timeout.connect(self.look)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Print what was left in the queue, and whatever comes."""
        self._spooler.start()
        self.presenter.refresh()

    def use(self, settings: DeskSettings) -> None:
        """What the desk was told to do; a desk that prints by itself wants to know its printer."""
        prints = {settings.badge_on_scan, settings.route_card_on_scan} != {PaperOnScan.NEVER}
        another = settings.printer != self._printer.name
        self._printer.name = settings.printer
        self.presenter.take_settings(settings)
        if another or (prints and self.presenter.screen.printers is None):
            self.look()
            self.nudge()

    def speak(self, code: str) -> None:
        """Make papers in this language from now on."""
        self._language = code

    def nudge(self) -> None:
        """Something may have been asked for, and its verdict is on the screen."""
        self._spooler.nudge()
        self._due.start()

    def ask_for(self, paper: Paper, attendee_id: UUID, if_none: Callable[[], None]) -> None:
        """Queue a paper; where this laptop has no printer at all, call ``if_none`` as well."""
        use_case = partial(
            ask_for,
            clock=self._clock,
            paper=paper,
            attendee_id=attendee_id,
            station=self._station,
        )
        self._asks.ask(use_case, lambda _job: self._asked(if_none))

    def look(self) -> None:
        """See which printers there are."""

        def look(_printer: Printer) -> None:
            self._arrived.emit(partial(self.presenter.take_printers, self._printer.printers()))

        self._spooler.send(look)

    def try_out(self) -> None:
        """Print the test page."""

        def try_out(printer: Printer) -> None:
            self._arrived.emit(partial(self.presenter.take_trial, _tried(printer, self._language)))

        self._spooler.send(try_out)

    def drain(self) -> None:
        """Wait until all that was asked for was tried, and its news have come."""
        self._spooler.drain()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        if self._due.isActive():
            self._due.stop()
            self.presenter.refresh()

    def close(self) -> None:
        """Finish the paper in hand and end the thread; the queue stays in the file."""
        self._due.stop()
        self._looks.stop()
        self._arrived.disconnect(self._deliver)
        self._spooler.close()
        self._printer.close()

    def _asked(self, if_none: Callable[[], None]) -> None:
        def see_whether_any(_printer: Printer) -> None:
            printers = self._printer.printers()
            self._arrived.emit(partial(self.presenter.take_printers, printers))
            if not printers.names:
                self._arrived.emit(if_none)

        self._spooler.send(see_whether_any)
        self.nudge()

    def _came_of_it(self) -> None:
        self.presenter.refresh()
        if self.presenter.screen.light.state is LightState.NO_PRINTER:
            self.look()

    def _light_changed(self, light: PrinterLight) -> None:
        if light.state is not LightState.NO_PRINTER:
            self._looks.stop()
        elif not self._looks.isActive():
            self._looks.start()
        self.light_changed.emit(light)

    @Slot(object)
    def _deliver(self, continuation: Callable[[], None]) -> None:
        continuation()


def _tried(printer: Printer, spoken: str) -> bool:
    paper = trial_paper(spoken)
    try:
        printer.print_pdf(paper.content, paper.title)
    except PrinterRefused:
        return False
    return True
