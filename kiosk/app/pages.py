"""The stations behind the tabs, each built from the collaborators that it needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kiosk.app.day_mending import DayMending
from kiosk.app.desk import Desk
from kiosk.app.paper_tray import PaperTray
from kiosk.app.plan_making import PlanMaking
from kiosk.app.room_show import RoomShow
from kiosk.domain.clock import Clock
from kiosk.i18n import N_
from kiosk.services.ports import UnitOfWork
from kiosk.ui.conductor.station import ConductorStation
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.station import DeskStation
from kiosk.ui.interest.presenter import InterestPresenter
from kiosk.ui.interest.reader import find_reader
from kiosk.ui.interest.station import InterestStation
from kiosk.ui.organiser.actions import ImportedFile
from kiosk.ui.organiser.people_page import PeoplePage
from kiosk.ui.organiser.people_presenter import PeoplePresenter
from kiosk.ui.organiser.plan.page import PlanPage
from kiosk.ui.organiser.plan.presenter import PlanPresenter
from kiosk.ui.organiser.programme.page import ProgrammePage
from kiosk.ui.organiser.programme.presenter import ProgrammePresenter
from kiosk.ui.organiser.results_page import ResultsPage
from kiosk.ui.organiser.results_presenter import ResultsPresenter
from kiosk.ui.organiser.room.keeper import RoomKeeper
from kiosk.ui.organiser.room.page import RoomPage
from kiosk.ui.organiser.room.screen_presenter import ScreenPresenter
from kiosk.ui.organiser.room.sound_presenter import SoundPresenter
from kiosk.ui.organiser.stories.page import StoriesPage
from kiosk.ui.organiser.stories.presenter import StoriesPresenter
from kiosk.ui.shell import Page
from kiosk.ui.tasks.asking import Asks

ORGANISER = "organiser"


@dataclass(frozen=True)
class Stations:
    """Every station of one open event."""

    desk: DeskStation
    desk_presenter: DeskPresenter
    conductor: ConductorStation
    interest: InterestStation
    programme: ProgrammePage
    room: RoomPage
    plan: PlanPage
    plan_making: PlanMaking
    people: PeoplePage
    results: ResultsPage

    def close(self) -> None:
        """Let go of what is being worked out beside the screens."""
        self.plan_making.stop()
        self.conductor.stop()

    def pages(self) -> list[Page]:
        """As tabs, in the order of the day."""
        return [
            Page("desk", N_("Desk"), self.desk, self.desk.take_scan, self.desk.refresh),
            # the host needs the keys in mid-round, and stands in the room
            Page("host", N_("Host"), self.conductor.page, locks_when_idle=False),
            Page(
                "interest",
                N_("Interest"),
                self.interest,
                take_scan=self.interest.code_scanned,
                for_visitors=True,
                locks_when_idle=False,
            ),
            Page("programme", N_("Programme"), self.programme),
            Page("plan", N_("Plan"), self.plan),
            Page("people", N_("People"), self.people),
            Page("room", N_("Room"), self.room),
            Page("results", N_("Results"), self.results),
        ]


def build_stations(
    worker: Asks,
    clock: Clock,
    tray: PaperTray,
    desk: Desk,
    show: RoomShow,
    texts: Path,
) -> Stations:
    """All stations on one event; adapters come in as callables, so that screens know none."""
    plans = PlanMaking(worker, clock, ORGANISER)
    mending = DayMending()
    presenter = DeskPresenter(worker, clock, station=desk.station, volunteer=desk.volunteer)
    return Stations(
        desk=DeskStation(presenter),
        desk_presenter=presenter,
        conductor=_conductor(worker, clock, show, mending),
        interest=InterestStation(InterestPresenter(worker, clock), find_reader()),
        programme=ProgrammePage(
            ProgrammePresenter(worker, clock, mending.repair, station=ORGANISER)
        ),
        room=_room_page(worker, clock, show, texts),
        plan=PlanPage(
            PlanPresenter(worker, clock, plans, tray.all("route-cards"), station=ORGANISER)
        ),
        plan_making=plans,
        people=PeoplePage(PeoplePresenter(worker, Importer(clock), tray.all("badges"))),
        results=ResultsPage(ResultsPresenter(worker, clock, _exports(clock))),
    )


def _conductor(worker: Asks, clock: Clock, show: RoomShow, mending: DayMending) -> ConductorStation:
    station = ConductorStation(worker, clock, show.strike_gong, mending)
    station.page.set_preview(show.preview)
    return station


def _room_page(worker: Asks, clock: Clock, show: RoomShow, texts: Path) -> RoomPage:
    screen, sound = ScreenPresenter(), SoundPresenter(show.sound)
    keeper = RoomKeeper(worker, clock, screen, sound, ORGANISER)
    keeper.chosen = show.use
    screen.numbers_wanted = show.identify
    show.screens_changed.connect(lambda: screen.take_screens(show.screens, show.aspect))
    stories = StoriesPresenter(worker, clock, texts, _open_folder, ORGANISER)
    return RoomPage(screen, sound, keeper, StoriesPage(stories, show.picture_of))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@dataclass(frozen=True)
class Importer:
    """Takes files in from a screen, or tells what would become of them."""

    clock: Clock

    def __call__(
        self, unit: UnitOfWork, paths: Sequence[Path], *, dry_run: bool
    ) -> list[ImportedFile]:
        from kiosk.app.registration import import_files  # heavy, first needed here

        reports = import_files(unit, self.clock, paths, station=ORGANISER, dry_run=dry_run)
        return [ImportedFile(each.path.name, each.report) for each in reports]


def _exports(clock: Clock) -> Callable[[UnitOfWork, Path, str], None]:
    def export(unit: UnitOfWork, path: Path, language: str) -> None:
        from kiosk.exporting import kind_of, write_export  # heavy, first needed here
        from kiosk.services.export import export_day

        write_export(export_day(unit, clock, kind_of(path), station=ORGANISER), path, language)

    return export
