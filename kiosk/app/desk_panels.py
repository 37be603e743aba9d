"""The desk's panels: each is built when it is first wanted, and wired to desk and printer."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import UUID

from PySide6.QtCore import QObject

from kiosk.app.desk_printing import DeskPrinting
from kiosk.domain.clock import Clock
from kiosk.domain.desk import DeskSettings
from kiosk.domain.errors import Refusal
from kiosk.domain.event import Event
from kiosk.domain.print_jobs import Paper
from kiosk.domain.verdicts import DeskRecord, Verdict
from kiosk.services.desk.check_in import DeskPost
from kiosk.services.search import PeopleIndex
from kiosk.ui.desk.camera.state import CameraSettings, CameraStatus
from kiosk.ui.desk.lights import Light, LightTone, camera_light
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.printing.state import PrinterLight
from kiosk.ui.desk.printing.wording import light_saying
from kiosk.ui.desk.screen import Left, Undone
from kiosk.ui.desk.station import DeskStation
from kiosk.ui.tasks.asking import Asks

if TYPE_CHECKING:  # a panel is loaded when it is first wanted, so that the desk starts the sooner
    from kiosk.ui.desk.call_list.panel import CallListPanel
    from kiosk.ui.desk.camera.panel import CameraPanel
    from kiosk.ui.desk.late_undo import LateUndoPanel
    from kiosk.ui.desk.late_undo_presenter import Check
    from kiosk.ui.desk.person.panel import PersonPanel
    from kiosk.ui.desk.printing.panel import PrintPanel
    from kiosk.ui.desk.scanner.panel import ScannerPanel
    from kiosk.ui.desk.setup.panel import SetupPanel
    from kiosk.ui.desk.setup.presenter import SetupPresenter
    from kiosk.ui.desk.walk_in.panel import WalkInPanel

Panel = TypeVar("Panel", bound=DeskPanel)
_LIGHT_TONES = {"ok": LightTone.OK, "warn": LightTone.WARN, "bad": LightTone.WARN}


class DeskPanels(QObject):
    """Opens what the desk asks for.

    ``check`` finds out whether something is the PIN or the passphrase; ``refused`` shows why
    something could not be done; ``wants_paper`` prints, ``wants_pdf`` opens in a viewer, each for
    a paper of one attendee.
    """

    def __init__(
        self,
        desk: DeskStation,
        presenter: DeskPresenter,
        asks: Asks,
        clock: Clock,
        event: Event,
        printing: DeskPrinting,
        *,
        check: "Check",
        refused: Callable[[Refusal], None],
        wants_paper: Callable[[Paper, UUID], None],
        wants_pdf: Callable[[UUID, Paper], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._presenter = desk, presenter
        self._asks, self._clock, self._event = asks, clock, event
        self._printing, self._check, self._refused = printing, check, refused
        self._wants_paper, self._wants_pdf = wants_paper, wants_pdf
        self._panels: dict[str, DeskPanel] = {}
        self._setup: SetupPresenter | None = None
        self._camera: CameraPanel | None = None
        self._connect()

    def close(self) -> None:
        """Let go of the camera."""
        if self._camera is not None:
            self._camera.release()

    def speak(self) -> None:
        """Say everything in the language now in use."""
        self._show_printer_light(self._printing.presenter.screen.light)
        if self._camera is not None:
            self._camera.retranslate()

    def open_walk_in(self) -> None:
        """Register somebody who is not on the list."""
        panel = self._once(self._walk_in)
        panel.refresh()
        self._desk.open_panel(panel)

    def open_person(self, attendee_id: UUID) -> None:
        """Show and edit one person."""
        panel = self._once(self._person)
        panel.show_person(attendee_id)
        self._desk.open_panel(panel)

    def open_call_list(self) -> None:
        """Show who is not here yet."""
        panel = self._once(self._call_list)
        panel.refresh()
        self._desk.open_panel(panel)

    def open_late_undo(self, record: DeskRecord) -> None:
        """Ask an organiser to take a check-in back after ten minutes."""
        panel = self._once(self._undo)
        panel.show_record(record)
        self._desk.open_panel(panel)

    def open_device(self, device: str) -> None:
        """Scanner, printer, camera or the settings of this desk."""
        openers = {
            "scanner": self._open_scanner,
            "printer": self._open_printing,
            "camera": self.toggle_camera,
            "settings": self._open_setup,
        }
        openers[device]()

    def toggle_camera(self) -> None:
        """Watch through the camera beside the card, or stop."""
        if self._camera is None:
            self._camera = self._build_camera()
        self._desk.show_beside(None if self._camera.isVisible() else self._camera)

    def _connect(self) -> None:
        desk = self._desk
        desk.walk_in_wanted.connect(self.open_walk_in)
        desk.details_wanted.connect(self.open_person)
        desk.call_list_wanted.connect(self.open_call_list)
        desk.late_undo_wanted.connect(self.open_late_undo)
        desk.device_wanted.connect(self.open_device)
        self._printing.presenter.settings_changed = self._presenter.change_settings
        self._printing.light_changed.connect(self._show_printer_light)

    def _once(self, build: Callable[[], Panel]) -> Panel:
        """The panel that ``build`` makes, made once."""
        if build.__name__ not in self._panels:
            self._panels[build.__name__] = build()
        return cast(Panel, self._panels[build.__name__])

    def _walk_in(self) -> "WalkInPanel":
        from kiosk.ui.desk.walk_in.panel import WalkInPanel
        from kiosk.ui.desk.walk_in.presenter import WalkInPresenter

        presenter = WalkInPresenter(
            self._asks, self._clock, self._post, self._people, self._refused
        )
        panel = WalkInPanel(presenter, self._event.languages)
        panel.registered.connect(self._registered)
        return panel

    def _registered(self, verdict: Verdict) -> None:
        """The form is done with: the card takes its place."""
        self._desk.close_panel()
        self._presenter.take_verdict(verdict)

    def _person(self) -> "PersonPanel":
        from kiosk.ui.desk.person.panel import PersonPanel
        from kiosk.ui.desk.person.presenter import PersonPresenter

        presenter = PersonPresenter(
            self._asks, self._clock, self._post, self._people, self._refused
        )
        panel = PersonPanel(presenter, self._event)
        panel.paper_wanted.connect(self._wants_paper)
        panel.checked_in.connect(self._presenter.take_verdict)
        panel.left.connect(lambda record: self._presenter.take_change(Left(record)))
        panel.changed.connect(self._presenter.look_around)
        return panel

    def _call_list(self) -> "CallListPanel":
        from kiosk.ui.desk.call_list.panel import CallListPanel
        from kiosk.ui.desk.call_list.presenter import CallListPresenter

        presenter = CallListPresenter(self._asks, self._clock, self._post, self._refused)
        panel = CallListPanel(presenter)
        panel.checked_in.connect(self._presenter.take_verdict)
        panel.changed.connect(self._presenter.look_around)
        self._desk.others_changed.connect(panel.refresh)
        self._desk.judged.connect(panel.refresh)
        return panel

    def _undo(self) -> "LateUndoPanel":
        from kiosk.ui.desk.late_undo import LateUndoPanel
        from kiosk.ui.desk.late_undo_presenter import LateUndoPresenter

        station = self._post().station
        presenter = LateUndoPresenter(self._asks, self._clock, station, self._check, self._refused)
        panel = LateUndoPanel(presenter, self._event)
        panel.undone.connect(self._undone)
        return panel

    def _undone(self, record: DeskRecord) -> None:
        self._desk.close_panel()
        self._presenter.take_change(Undone(record))

    def _open_scanner(self) -> None:
        panel = self._once(_scanner)
        panel.begin()
        self._desk.open_panel(panel)

    def _open_printing(self) -> None:
        self._desk.open_panel(self._once(self._print))

    def _print(self) -> "PrintPanel":
        from kiosk.ui.desk.printing.panel import PrintPanel

        panel = PrintPanel(self._printing.presenter)
        panel.pdf_wanted.connect(self._wants_pdf)
        return panel

    def _open_setup(self) -> None:
        panel = self._once(self._build_setup)
        screen = self._presenter.screen
        assert self._setup is not None
        self._setup.open(screen.volunteer, screen.settings)
        self._desk.open_panel(panel)

    def _build_setup(self) -> "SetupPanel":
        from kiosk.ui.desk.setup.panel import SetupPanel
        from kiosk.ui.desk.setup.presenter import SetupPresenter

        station = self._post().station
        self._setup = SetupPresenter(self._asks, self._clock, self._check, station)
        self._setup.volunteer_changed = self._presenter.set_volunteer
        self._setup.settings_changed = self._keep_idle_minutes
        self._setup.hours_changed = lambda _event: self._presenter.look_around()
        self._setup.pin_changed = self._presenter.look_around
        return SetupPanel(self._setup)

    def _build_camera(self) -> "CameraPanel":
        from kiosk.ui.desk.camera.devices import LazySource
        from kiosk.ui.desk.camera.panel import CameraPanel
        from kiosk.ui.desk.camera.presenter import CameraPresenter

        chosen = self._presenter.screen.settings
        presenter = CameraPresenter(
            LazySource(),
            self._clock,
            CameraSettings(chosen.camera, chosen.mirrored),
            self._keep_camera,
        )
        panel = CameraPanel(presenter)
        panel.code_seen.connect(self._presenter.seen_by_camera)
        panel.status_changed.connect(self._show_camera_light)
        panel.closed.connect(partial(self._desk.show_beside, None))
        return panel

    def _keep_idle_minutes(self, chosen: DeskSettings) -> None:
        """The rest may have changed since that panel was opened: the camera stands beside it."""
        kept: DeskSettings = self._presenter.screen.settings
        self._presenter.change_settings(replace(kept, idle_minutes=chosen.idle_minutes))

    def _keep_camera(self, camera: CameraSettings) -> None:
        kept: DeskSettings = self._presenter.screen.settings
        self._presenter.change_settings(
            replace(kept, camera=camera.device_id, mirrored=camera.mirrored)
        )

    def _show_camera_light(self, status: CameraStatus) -> None:
        self._desk.show_camera(camera_light(status))

    def _show_printer_light(self, light: PrinterLight) -> None:
        saying = light_saying(light)
        tone = _LIGHT_TONES.get(saying.tone, LightTone.NEUTRAL)
        self._desk.show_printer(Light(tone, saying.words))

    def _post(self) -> DeskPost:
        return self._presenter.post

    def _people(self) -> PeopleIndex:
        return self._presenter.index


def _scanner() -> "ScannerPanel":
    from kiosk.printing.qr import rectangles
    from kiosk.ui.desk.scanner.panel import ScannerPanel
    from kiosk.ui.desk.scanner.presenter import TEST_CODE, ScannerPresenter

    return ScannerPanel(ScannerPresenter(), rectangles(TEST_CODE))
