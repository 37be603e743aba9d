"""One open event on the screens: the main window, the room display, and what connects them."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from kiosk.app.desk import Desk
from kiosk.app.pages import build_stations
from kiosk.app.paper_tray import PaperTray
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import _, language
from kiosk.services.conducting import InterruptedRun, interrupted_run
from kiosk.services.conductor_state import ConductorState
from kiosk.services.room import room_snapshot
from kiosk.ui.announcer import Announcer
from kiosk.ui.desk.wedge_filter import WedgeFilter
from kiosk.ui.displays.placer import RoomPlacer
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.room.window import RoomWindow
from kiosk.ui.shell import ShellWindow
from kiosk.ui.sound import Sound, SoundPlayer
from kiosk.ui.tasks.collecting import MainThreadCollector
from kiosk.ui.tasks.worker import DatabaseWorker

ROOM_REFRESH_MS = 300
"""Check-ins change the room's board; reading it waits this long, so that scans come first."""


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
        desk: Desk = Desk(),
        show_paper: Callable[[Path], None] = open_with_viewer,
        own_file: bool = True,
    ) -> None:
        super().__init__()
        self._file, self._clock, self._own_file = file, clock, own_file
        self._show_paper = show_paper
        self._countdown: Countdown | None = None
        self._tray = PaperTray(clock)
        self._sounds = SoundPlayer()
        self._collector = MainThreadCollector(self)
        self.worker = DatabaseWorker(file.unit, self)
        self.stations = build_stations(self.worker, clock, self._tray, desk, self._strike_gong)
        with file.unit() as unit:
            event = unit.events.get()
        self.window = ShellWindow(self.stations.pages(), clock, event, file.unlocks_with)
        self.room = RoomWindow(RoomPresenter(clock))
        self.placer = RoomPlacer(self.room, self.window)
        self._announcer = Announcer(clock, self._sounds.play, self)
        self._wedge = WedgeFilter(clock, self)
        self._room_due = QTimer(self, singleShot=True, interval=ROOM_REFRESH_MS)
        self._connect()

    def start(self) -> None:
        """Show both windows; offer to resume what a crash interrupted."""
        self.window.fill_screen()
        self.placer.open()
        self.window.activateWindow()
        self.stations.conductor.start()
        clock = self._clock
        self.worker.ask(lambda unit: interrupted_run(unit, clock), self._hold_if_interrupted)
        self.refresh_room()
        QTimer.singleShot(0, self._sounds.prepare)

    def close(self) -> None:
        """Finish what was asked of the file, then let go of everything."""
        application().removeEventFilter(self._wedge)
        self._room_due.stop()
        self.placer.close()
        self.worker.close()
        self._tray.close()
        self._collector.stop()
        if self._own_file:
            self._file.close()
        self.closed.emit()

    def refresh_room(self) -> None:
        """Read anew what the room display shows."""
        self.worker.ask(
            room_snapshot, lambda snapshot: self.room.show_snapshot(snapshot, self._countdown)
        )

    def refresh(self) -> None:
        """Read everything anew, because it was changed behind the screens' back."""
        self.stations.desk.refresh()
        self.stations.conductor.refresh()
        self.refresh_room()

    def follow(self, state: ConductorState) -> None:
        """The host, or a rehearsal, has moved the day on."""
        self._countdown = state.countdown
        self._announcer.follow(state.countdown)
        self.room.release()
        self.refresh_room()

    def _connect(self) -> None:
        desk, conductor, plan = self.stations.desk, self.stations.conductor, self.stations.plan
        application().installEventFilter(self._wedge)
        self._wedge.scanned.connect(self.window.route_scan)
        self.worker.refused.connect(self.window.tell_refusal)
        self._room_due.timeout.connect(self.refresh_room)
        desk.judged.connect(self._judged)
        desk.badge_wanted.connect(lambda person: self._print_one("badges", person))
        desk.brochure_wanted.connect(lambda person: self._print_one("brochures", person))
        conductor.programme_changed.connect(self.follow)
        plan.plan_changed.connect(self._plan_changed)
        self.stations.interest.staff_wanted.connect(lambda: self.window.leave_for("desk"))
        self.window.language_changed.connect(self._language_changed)
        self.room.closed.connect(self._room_closed)
        # The room display alone would keep the program running, with nobody at the wheel.
        self.window.closed.connect(self.placer.close)
        again = QShortcut(QKeySequence("Ctrl+D"), self.window)
        again.activated.connect(self.placer.open)

    def _strike_gong(self) -> None:
        self._sounds.play(Sound.GONG)

    def _judged(self, verdict: Verdict) -> None:
        self._sounds.play(verdict.tone)
        self.window.note_verdict(verdict)
        if verdict.code is VerdictCode.WELCOME:
            self._room_due.start()

    def _plan_changed(self) -> None:
        self.stations.conductor.refresh()
        self.refresh_room()

    def _hold_if_interrupted(self, interrupted: InterruptedRun | None) -> None:
        if interrupted is not None:
            self.room.hold()

    def _print_one(self, kind: str, attendee_id: UUID) -> None:
        paper, spoken = self._tray.one(kind, attendee_id), language()
        self.worker.ask(
            lambda unit: paper(unit, spoken), lambda printed: self._show_paper(printed.path)
        )

    def _language_changed(self) -> None:
        self.stations.conductor.retranslate()
        self.stations.interest.retranslate()
        self.room.retranslate()

    def _room_closed(self) -> None:
        self.placer.close()
        if self.window.isVisible():
            self.window.tell(_("The room display was closed. Ctrl+D opens it again."))


def application() -> QApplication:
    """The one QApplication, which whoever builds a Program has made."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
