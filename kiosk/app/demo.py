"""The demo: a throw-away event with the sample people that come with the program."""

from datetime import datetime, timedelta
from pathlib import Path

from kiosk.app.registration import Chance, import_files
from kiosk.config import DEMO, EVENT_SUFFIX
from kiosk.data.eventfile import EventFile, create_event_file
from kiosk.domain.clock import Clock
from kiosk.domain.plan import PlanMethod
from kiosk.importing.event_description import read_event_description
from kiosk.planning import PLANNERS
from kiosk.services.founding import found_event
from kiosk.services.ports import UnitOfWork
from kiosk.services.seating import make_plan

STATION = "demo"
PASSPHRASE = "stoelendans"  # noqa: S105 - sample people only; it is shown on the screen
BEFORE_DOORS = timedelta(minutes=10)
SAMPLES = ("werkgevers.xlsx", "inschrijvingen.csv")


def make_demo(folder: Path, clock: Clock, chance: Chance = Chance()) -> EventFile:
    """An encrypted event in ``folder`` with everybody imported and a plan made."""
    file = create_event_file(folder / f"demo{EVENT_SUFFIX}", PASSPHRASE)
    try:
        found_event(file.unit(), clock, read_event_description(DEMO / "event.toml"))
        samples = [DEMO / name for name in SAMPLES]
        import_files(file.unit(), clock, samples, station=STATION, chance=chance)
        method = PlanMethod.BEST
        make_plan(file.unit(), clock, PLANNERS[method](), method, station=STATION)
    except BaseException:
        file.close()
        raise
    return file


def demo_start(unit: UnitOfWork) -> datetime:
    """A moment on the event's own day, shortly before the doors open."""
    with unit:
        event, phases = unit.events.get(), unit.programme.phases()
    return event.moment(phases[0].starts) - BEFORE_DOORS
