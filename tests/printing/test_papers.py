"""Papers by name, from a real event file to files on a stick."""

import re
from dataclasses import replace

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.plan import Conversation, PlanMethod
from kiosk.printing.documents import Sheet
from kiosk.printing.papers import PAPERS, PaperFile, PaperOptions, make_paper
from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING, small_day
from tests.printing import pdfs


@pytest.fixture
def codes(units: UnitFactory) -> list[str]:
    with units() as unit:
        found = small_day(unit)
        people, employers = unit.people.all(), unit.employers.all()
        conversations = [
            Conversation(1, employer.table_number, person.id, employer.id)
            for person, employer in zip(people, employers, strict=False)
        ]
        unit.plans.add(PlanMethod.CAROUSEL, conversations, MORNING)
        unit.commit()
    return sorted(found.values())


@pytest.mark.parametrize("kind", PAPERS)
def test_each_paper_comes_as_named_files(kind: str, units: UnitFactory, clock, codes):
    files = make_paper(kind, units(), clock, "nl")
    assert files
    assert all(file.content.startswith(b"%PDF-") for file in files)
    assert len({file.name for file in files}) == len(files)
    assert all(re.fullmatch(r"[a-z0-9-]+\.pdf", file.name) for file in files)


def test_all_badges_of_an_event_decode(units: UnitFactory, clock: SimulatedClock, codes):
    (file,) = make_paper("badges", units(), clock, "nl", PaperOptions(Sheet.A6))
    assert sorted(pdfs.codes(file.content)) == codes
    assert file.count == len(codes)


def test_a_personal_brochure_is_filed_under_its_number_only(units: UnitFactory, clock, codes):
    names = [file.name for file in make_paper("brochures", units(), clock, "nl")]
    assert "brochure-01-nl.pdf" in names
    assert "brochure-candidates-en.pdf" in names
    assert not any("Kandidaat" in name for name in names)


def test_a_name_that_can_not_be_written_is_reported(units: UnitFactory, clock, codes):
    with units() as unit:
        person = unit.people.all()[0]
        unit.people.save(replace(person, chosen_name="日本語"))
        unit.commit()
    (file,) = make_paper("badges", units(), clock, "nl")
    assert file.unwritable == (1,)


def test_a_file_shows_no_content_in_its_repr():
    assert "PDF" not in repr(PaperFile("x.pdf", b"%PDF-", 1))


@pytest.mark.parametrize("kind", PAPERS)
def test_nothing_runs_off_a_page_however_long_names_are(
    kind: str, units: UnitFactory, clock, codes
):
    long = "Kringwinkel-en-Herstelplaats " * 6
    with units() as unit:
        unit.events.save(replace(unit.events.get(), title=long, place="S" * 190, made_with=long))
        for employer in unit.employers.all():
            unit.employers.save(replace(employer, name=long + str(employer.table_number)))
        for person in unit.people.all():
            unit.people.save(replace(person, chosen_name="Wilhelmina" * 20))
        unit.commit()
    for made in make_paper(kind, units(), clock, "nl"):
        assert pdfs.overflow(made.content) == []


def test_a_name_of_nothing_but_emoji_is_reported_too(units: UnitFactory, clock, codes):
    with units() as unit:
        person = unit.people.all()[0]
        unit.people.save(replace(person, chosen_name="\U0001f600"))
        unit.commit()
    (made,) = make_paper("badges", units(), clock, "nl")
    assert made.unwritable == (person.badge_number,)
