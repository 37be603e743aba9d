"""One open event on the screens: the main window, the room display, and what connects them."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from kiosk.app.desk import Desk
from kiosk.app.desk_panels import DeskPanels
from kiosk.app.desk_place import DeskPlace
from kiosk.app.desk_printing import DeskPrinting, DevicePrinter
from kiosk.app.pages import build_stations
from kiosk.app.paper_tray import PaperTray
from kiosk.app.room_show import RoomShow
from kiosk.app.unlocking import Unlocker
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import Clock
from kiosk.domain.desk import DeskSettings
from kiosk.domain.event import Event
from kiosk.domain.print_jobs import Paper
from kiosk.domain.verdicts import Verdict
from kiosk.i18n import _, language
from kiosk.services.conductor_state import ConductorState
from kiosk.services.desk.state import WELCOMES
from kiosk.services.stories import SHIPPED_STORIES, content_beside, read_library
from kiosk.ui.desk.wedge_filter import WedgeFilter
from kiosk.ui.devices.printer import SystemPrinter
from kiosk.ui.lockdown import LockDown
from kiosk.ui.room.window import RoomWindow
from kiosk.ui.shell import ShellWindow
from kiosk.ui.sound import verdict_sound
from kiosk.ui.tasks.collecting import MainThreadCollector
from kiosk.ui.tasks.worker import DatabaseWorker

ROOM_REFRESH_MS = 300
"""Check-ins change the room's board; reading it waits this long, so that scans come first."""
LOOK_AROUND_MS = 2000
"""What another desk did is in the room this soon, whatever page is in front here."""


def open_with_viewer(path: Path) -> None:
    """Show a PDF in the viewer that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Program(QObject):
    """Owns the open event. ``start`` shows it, ``close`` puts everything away in order."""

    closed = Signal()

    def __init__(
        self,
        file: EventFile,
        clock: Clock,
        *,
        place: DeskPlace | None = None,
        lock_down: LockDown = LockDown.TRIAL,
        show_paper: Callable[[Path], None] = open_with_viewer,
        printer: DevicePrinter | None = None,
        own_file: bool = True,
    ) -> None:
        super().__init__()
        self._file, self._clock, self._own_file = file, clock, own_file
        self._place = place
        desk = place.desk if place else Desk()
        self._show_paper, self._lock_down = show_paper, lock_down
        self._tray = PaperTray(clock)
        self._collector = MainThreadCollector(self)
        self.worker = DatabaseWorker(file.unit, self)
        self.printing = DeskPrinting(
            self.worker,
            file.unit,
            clock,
            station=desk.station,
            printer=printer or SystemPrinter(scratch=self._tray.folder),
            parent=self,
        )
        with file.unit() as unit:
            event = unit.events.get()
        texts = content_beside(file.path)
        self.show = RoomShow(
            self.worker, clock, event, lambda: read_library([SHIPPED_STORIES, texts]), self
        )
        self.stations = build_stations(
            self.worker, clock, self._tray, desk, self.show, texts, self._plan_changed
        )
        self._unlocker = Unlocker(file, self)
        pages = self.stations.pages()
        self.window = ShellWindow(pages, clock, event, self._unlocker, lock_down)
        self.placer = self.show.place_beside(self.window)
        self._panels = self._build_panels(event)
        self._wedge = WedgeFilter(clock, self)
        self._room_due = QTimer(self, singleShot=True, interval=ROOM_REFRESH_MS)
        self._around = QTimer(self, interval=LOOK_AROUND_MS)
        self._connect()

    def _build_panels(self, event: Event) -> DeskPanels:
        return DeskPanels(
            self.stations.desk,
            self.stations.desk_presenter,
            self.worker,
            self._clock,
            event,
            self.printing,
            check=self.window.check,
            refused=self.window.tell_refusal,
            wants_paper=self._print_one,
            wants_pdf=self._open_pdf,
            parent=self,
        )

    @property
    def has_pin(self) -> bool:
        """Whether a PIN unlocks the window, beside the passphrase."""
        return self._unlocker.has_pin

    def start(self) -> None:
        """Show both windows; offer to resume what a crash interrupted."""
        self.window.fill_screen()
        is_first = self._place is None or self._place.is_first
        if is_first:
            # one program shows the room, and asks how to go on after a crash
            self.show.start()
        else:
            self.placer.place()
        self.window.activateWindow()
        self.stations.conductor.start(offers=is_first)
        self._around.start()
        QTimer.singleShot(0, self.printing.start)

    @property
    def room(self) -> RoomWindow:
        """The room display's main window."""
        return self.show.windows[0]

    def close(self) -> None:
        """Finish what was asked of the file, then let go of everything."""
        application().removeEventFilter(self._wedge)
        # A field that has the focus must lose it while everything around it is still there.
        self.window.hide()
        self._room_due.stop()
        self._around.stop()
        self.show.close()
        self._panels.close()
        self.stations.close()
        # its last answers may be news of another desk, and ask the unlocker to look again
        self.worker.close()
        self._unlocker.close()
        self.printing.close()
        self._tray.close()
        self._collector.stop()
        if self._own_file:
            self._file.close()
        if self._place:
            self._place.leave()
        self.closed.emit()

    def refresh_room(self) -> None:
        """Read anew what the room display shows."""
        self.show.refresh()

    def refresh(self) -> None:
        """Read everything anew, because it was changed behind the screens' back."""
        self.stations.desk.refresh()
        self.stations.conductor.refresh()
        self.refresh_room()

    def follow(self, state: ConductorState) -> None:
        """The host, or a rehearsal, has moved the day on."""
        self.show.follow(state)

    def _connect(self) -> None:
        desk, conductor, plan = self.stations.desk, self.stations.conductor, self.stations.plan
        application().installEventFilter(self._wedge)
        # somebody logs out or shuts down: all that was acknowledged is in the file already
        application().commitDataRequest.connect(self.window.let_go)
        self._wedge.scanned.connect(self.window.route_scan)
        self.worker.refused.connect(self.window.tell_refusal)
        self._room_due.timeout.connect(self.refresh_room)
        self._around.timeout.connect(self.stations.desk_presenter.look_around)
        desk.judged.connect(self._judged)
        desk.badge_wanted.connect(lambda person: self._print_one(Paper.BADGE, person))
        desk.brochure_wanted.connect(lambda person: self._print_one(Paper.BROCHURE, person))
        self.stations.desk_presenter.settings_taken = self._use_settings
        desk.others_changed.connect(self._others_changed)
        conductor.programme_changed.connect(self.follow)
        plan.plan_changed.connect(self._plan_changed)
        self.stations.interest.staff_wanted.connect(lambda: self.window.leave_for("desk"))
        self.window.language_changed.connect(self._language_changed)
        self.show.closed.connect(self._room_closed)
        # the lid was closed: all names would be seen on the beamer
        self.placer.staff_displaced.connect(self.window.blank)
        # The room display alone would keep the program running, with nobody at the wheel.
        self.window.closed.connect(self.placer.close)
        again = QShortcut(QKeySequence("Ctrl+D"), self.window)
        again.activated.connect(self._show_room_again)

    def _judged(self, verdict: Verdict) -> None:
        self.show.play(verdict_sound(verdict))
        self.window.note_verdict(verdict)
        if verdict.code in WELCOMES:
            self.printing.nudge()
            self._room_due.start()

    def _use_settings(self, settings: DeskSettings) -> None:
        self.window.lock_after(settings.idle_minutes)
        self.printing.use(settings)

    def _others_changed(self) -> None:
        """Another desk, or the host on another laptop window, did something."""
        self._unlocker.look()
        self.stations.conductor.refresh()
        self._room_due.start()

    def _plan_changed(self) -> None:
        self.stations.conductor.refresh()
        self.refresh_room()

    def _print_one(self, paper: Paper, attendee_id: UUID) -> None:
        self.printing.ask_for(paper, attendee_id, lambda: self._open_unprinted(paper, attendee_id))

    def _open_unprinted(self, paper: Paper, attendee_id: UUID) -> None:
        """There is no printer here: the paper waits for one, and nobody for the paper.

        At an event no other program comes in front by itself: the panic key would not cover it,
        and whoever stands there could browse the laptop with it.
        """
        if self._lock_down is LockDown.EVENT:
            self.window.tell(
                _("No printer here: it waits in the queue and is printed once there is one.")
            )
            return
        self.window.tell(
            _(
                "No printer here: it waits in the queue and is printed once there is one."
                " It now opens as a PDF."
            )
        )
        self._open_pdf(attendee_id, paper)

    def _open_pdf(self, attendee_id: UUID, paper: Paper) -> None:
        make, spoken = self._tray.one(paper.value, attendee_id), language()
        self.worker.ask_aside(
            lambda unit: make(unit, spoken), lambda printed: self._show_paper(printed.path)
        )

    def _language_changed(self) -> None:
        self.stations.conductor.retranslate()
        self.stations.interest.retranslate()
        self.show.retranslate()
        self.printing.speak(language())
        self._panels.speak()

    def _show_room_again(self) -> None:
        """Only one program shows the room, or it would be heard twice."""
        if self.show.is_on:
            self.placer.open()
        else:
            self.window.tell(_("The room display belongs to the first desk."))

    def _room_closed(self) -> None:
        if self.window.isVisible():
            self.window.tell(_("The room display was closed. Ctrl+D opens it again."))


def application() -> QApplication:
    """The one QApplication, which whoever builds a Program has made."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
