"""After the day: the organiser takes the results out, and nobody learns a one-sided yes."""

import csv
import random
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kiosk.app.registration import import_files
from kiosk.config import DEMO
from kiosk.domain.interest import Answer, Interest
from kiosk.domain.people import Side
from kiosk.domain.plan import PlanMethod
from kiosk.exporting import kind_of, write_export
from kiosk.importing.event_description import read_event_description
from kiosk.planning.carousel import Carousel
from kiosk.services.export import EXPORT_MADE, export_day
from kiosk.services.founding import found_event
from kiosk.services.seating import make_plan


@pytest.fixture
def answers(units, clock) -> dict[tuple[str, str], set[Side]]:
    """The Ghent day with few yeses; who said yes about whom, by badge number and employer."""
    found_event(units(), clock, read_event_description(DEMO / "event.toml"))
    files = [DEMO / "inschrijvingen.csv", DEMO / "werkgevers.xlsx"]
    import_files(units(), clock, files, station="organiser")
    make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")
    chance = random.Random(7)
    yeses: dict[tuple[str, str], set[Side]] = {}
    with units() as unit:
        badges = {person.id: str(person.badge_number) for person in unit.people.all()}
        names = {employer.id: employer.name for employer in unit.employers.all()}
        for c in unit.plans.current().conversations:
            pair = badges[c.candidate_id], names[c.employer_id]
            for side in (Side.CANDIDATE, Side.EMPLOYER):
                given = Answer.YES if chance.random() < 0.2 else Answer.NO
                unit.interests.save(
                    Interest(c.candidate_id, c.employer_id, side, given), clock.now()
                )
                if given is Answer.YES:
                    yeses.setdefault(pair, set()).add(side)
        unit.commit()
    return yeses


def export(units, clock, target: Path) -> None:
    write_export(export_day(units(), clock, kind_of(target)), target, "nl")


def test_the_matches_are_the_only_pairs_that_the_workbook_tells_apart(
    units, clock, answers, tmp_path
):
    export(units, clock, tmp_path / "uit.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "uit.xlsx")
    listed = {
        (str(int(row[3])), row[1]) for row in book.get_sheet_by_name("Matches").to_python()[1:]
    }
    mutual = {pair for pair, sides in answers.items() if len(sides) == 2}
    assert listed
    assert listed <= mutual
    conversations = book.get_sheet_by_name("Gesprekken").to_python()[1:]
    assert {row[6] for row in conversations} == {"gepland"}, "the same word about every pair"


def test_contact_details_are_those_of_matches_alone(units, clock, answers, tmp_path):
    export(units, clock, tmp_path / "uit")
    with units() as unit:
        emails = {p.email: str(p.badge_number) for p in unit.people.all() if p.email}
    for path in (tmp_path / "uit").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.reader(lines, delimiter=";"):
                for cell in emails.keys() & set(row):
                    assert path.stem == "matches"
                    assert emails[cell] in row


def test_each_way_out_is_in_the_journal(units, clock, answers, tmp_path):
    export(units, clock, tmp_path / "uit.xlsx")
    export(units, clock, tmp_path / "uit")
    with units() as unit:
        kinds = [entry.facts["kind"] for entry in unit.journal.latest([EXPORT_MADE], 9)]
        assert unit.journal.first_broken() is None
    assert kinds == ["csv", "xlsx"]
