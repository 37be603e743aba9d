"""A testimonial lives through a day: written, agreed to, shown, taken back, and never named."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.demo import make_demo
from kiosk.app.registration import Chance
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import begin
from kiosk.domain.plan import PlanMethod
from kiosk.domain.programme import PhaseKind
from kiosk.domain.stories import ConsentForm
from kiosk.exporting import kind_of, write_export
from kiosk.planning import PLANNERS
from kiosk.printing.papers import PAPERS, make_paper
from kiosk.services.export import export_day
from kiosk.services.rehearsal import opening, rehearse
from kiosk.services.room import room_snapshot, room_view
from kiosk.services.room.stories import RoomStories
from kiosk.services.stories import Library, content_beside, read_library
from kiosk.services.stories.consents import give_consent, take_back_consent
from tests.helpers.days import MORNING
from tests.printing.pdfs import texts

GIVER = "Wilhelmina Vandersteen-Okonkwo"
TALE = """+++
id = "tale"
kind = "testimonial"
language = "nl"
reading_level = "B1"
licence = "met toestemming"
+++
# Zo begon ik opnieuw

Hier staan de woorden.
"""


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[EventFile]:
    file = make_demo(tmp_path, SimulatedClock(MORNING), Chance.seeded(7))
    yield file
    file.close()


def written(file: EventFile) -> Library:
    folder = content_beside(file.path)
    folder.mkdir()
    (folder / "tale.nl.md").write_text(TALE, encoding="utf-8")
    return read_library([folder])


def titles_in_the_break(file: EventFile, library: Library) -> set[str]:
    """Every title that the room sees in its first break, by a fresh snapshot."""
    snapshot = room_snapshot(file.unit())
    phase = next(p for p in snapshot.phases if p.kind is PhaseKind.BREAK)
    clock = SimulatedClock(snapshot.event.moment(phase.starts))
    countdown = begin(phase.position, phase.seconds, clock)
    stories, shown = RoomStories(library, snapshot.event.languages), set[str]()
    for _step in range(60):
        view = room_view(snapshot, countdown, clock)
        page = stories.told(view, snapshot, phase.seconds, clock.now()).scene.story
        shown |= {page.story.title} if page else set()
        clock.advance(5)
    return shown


def test_it_is_shown_after_a_yes_and_not_a_snapshot_longer_than_wanted(demo: EventFile) -> None:
    library, clock = written(demo), SimulatedClock(MORNING)
    assert titles_in_the_break(demo, library) == set()
    give_consent(demo.unit(), clock, library, "tale", GIVER, ConsentForm.SIGNED, "organiser")
    assert titles_in_the_break(demo, library) == {"Zo begon ik opnieuw"}
    take_back_consent(demo.unit(), clock, "tale", GIVER, "organiser")
    assert titles_in_the_break(demo, library) == set()


def test_who_said_yes_stands_on_no_paper_in_no_export_and_not_in_the_journal(
    demo: EventFile, tmp_path: Path
) -> None:
    library = written(demo)
    clock = SimulatedClock(opening(demo.unit()))
    give_consent(demo.unit(), clock, library, "tale", GIVER, ConsentForm.EMAIL, "organiser")
    rehearse(demo.unit, clock, PLANNERS[PlanMethod.CAROUSEL](), seed=7)
    told = [repr(room_snapshot(demo.unit()))]
    with demo.unit() as unit:
        told += [json.dumps([e.what, dict(e.facts)]) for e in unit.journal.entries()]
    for kind in PAPERS:
        made = make_paper(kind, demo.unit(), clock, "nl")
        told += [page for file in made for page in texts(file.content)]
    for target in (tmp_path / "results.xlsx", tmp_path / "results"):
        write_export(export_day(demo.unit(), clock, kind_of(target)), target, "nl")
        told += list(contents(target))
    assert len(told) > 100
    for part in ("Wilhelmina", "Vandersteen", "Okonkwo"):
        assert [text for text in told if part in text] == []


def contents(target: Path) -> Iterator[str]:
    """Everything written, a workbook unpacked."""
    if target.is_dir():
        yield from (path.read_text("utf-8-sig") for path in target.rglob("*") if path.is_file())
        return
    with zipfile.ZipFile(target) as workbook:
        yield from (workbook.read(name).decode("utf-8", "replace") for name in workbook.namelist())
