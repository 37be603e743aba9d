"""The stations behind the tabs, each built from the collaborators that it needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

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
from kiosk.ui.organiser.results_page import ResultsPage
from kiosk.ui.organiser.results_presenter import ResultsPresenter
from kiosk.ui.shell import Page
from kiosk.ui.tasks.asking import Asks
from kiosk.ui.when_wanted import WhenWanted

if TYPE_CHECKING:
    from kiosk.ui.organiser.programme.page import ProgrammePage
    from kiosk.ui.organiser.room.page import RoomPage

ORGANISER = "organiser"


@dataclass(frozen=True)
class Stations:
    """Every station of one open event."""

    desk: DeskStation
    desk_presenter: DeskPresenter
    conductor: ConductorStation
    interest: InterestStation
    programme_place: WhenWanted
    room_place: WhenWanted
    plan: PlanPage
    plan_making: PlanMaking
    people: PeoplePage
    results: ResultsPage

    @property
    def programme(self) -> "ProgrammePage":
        """The programme as organisers edit it."""
        return cast("ProgrammePage", self.programme_place.page)

    @property
    def room(self) -> "RoomPage":
        """The room's screens and sound, and the stories that are told there."""
        return cast("RoomPage", self.room_place.page)

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
            Page("programme", N_("Programme"), self.programme_place),
            Page("plan", N_("Plan"), self.plan),
            Page("people", N_("People"), self.people),
            Page("room", N_("Room"), self.room_place),
            Page("results", N_("Results"), self.results),
        ]


def build_stations(
    worker: Asks,
    clock: Clock,
    tray: PaperTray,
    desk: Desk,
    show: RoomShow,
    texts: Path,
    changed: Callable[[], None],
) -> Stations:
    """All stations on one event; adapters come in as callables, so that screens know none.

    ``changed`` hears that an organiser edited the programme.
    """
    plans = PlanMaking(worker, clock, ORGANISER)
    mending = DayMending()
    presenter = DeskPresenter(worker, clock, station=desk.station, volunteer=desk.volunteer)
    return Stations(
        desk=DeskStation(presenter),
        desk_presenter=presenter,
        conductor=_conductor(worker, clock, show, mending),
        interest=InterestStation(InterestPresenter(worker, clock), find_reader()),
        programme_place=WhenWanted(lambda: _programme_page(worker, clock, mending, changed)),
        room_place=WhenWanted(lambda: _room_page(worker, clock, show, texts)),
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


def _programme_page(
    worker: Asks, clock: Clock, mending: DayMending, changed: Callable[[], None]
) -> "ProgrammePage":
    from kiosk.ui.organiser.programme.page import ProgrammePage  # first needed here
    from kiosk.ui.organiser.programme.presenter import ProgrammePresenter

    presenter = ProgrammePresenter(worker, clock, mending.repair, station=ORGANISER)
    page = ProgrammePage(presenter)
    page.programme_changed.connect(changed)
    return page


def _room_page(worker: Asks, clock: Clock, show: RoomShow, texts: Path) -> "RoomPage":
    from kiosk.ui.organiser.room.keeper import RoomKeeper  # first needed here
    from kiosk.ui.organiser.room.page import RoomPage
    from kiosk.ui.organiser.room.screen_presenter import ScreenPresenter
    from kiosk.ui.organiser.room.sound_presenter import SoundPresenter
    from kiosk.ui.organiser.stories.page import StoriesPage
    from kiosk.ui.organiser.stories.presenter import StoriesPresenter

    screen, sound = ScreenPresenter(), SoundPresenter(show.sound)
    keeper = RoomKeeper(worker, clock, screen, sound, ORGANISER)
    keeper.chosen = show.use
    screen.numbers_wanted = show.identify

    def look_at_screens() -> None:
        screen.take_screens(show.screens, show.aspect)

    show.screens_changed.connect(look_at_screens)
    stories = StoriesPresenter(worker, clock, texts, _open_folder, ORGANISER)
    told = StoriesPage(stories, show.picture_of)
    told.texts_read.connect(show.read_stories)
    told.consents_changed.connect(show.refresh)
    page = RoomPage(screen, sound, keeper, told)
    look_at_screens()
    return page


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
