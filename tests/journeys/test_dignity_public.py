"""What anybody in the room can read tells nobody who is in recovery."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from babel.messages.pofile import read_po

from kiosk.app.demo import make_demo
from kiosk.app.registration import Chance, import_files
from kiosk.config import DEMO
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.event import PublicNames
from kiosk.domain.people import Attendee, Side
from kiosk.domain.plan import PlanMethod
from kiosk.domain.registration import EmployerRow, PersonRow
from kiosk.planning import PLANNERS
from kiosk.printing.papers import make_paper
from kiosk.services.enrolment import enrol_employers, enrol_people
from kiosk.services.paperwork import badges
from kiosk.services.ports import UnitFactory
from kiosk.services.room import room_snapshot
from kiosk.services.seating import make_plan
from tests.helpers.days import MORNING, an_event, found
from tests.helpers.seats import arrive
from tests.printing.pdfs import metadata, texts

CATALOGUE = Path("kiosk/i18n/locale/nl/LC_MESSAGES/stoelendans.po")
CONTENT = Path("assets/content/brochure")
PUBLIC = (
    "kiosk/ui/room/",
    "kiosk/ui/interest/",
    "kiosk/ui/lock_",
    "kiosk/ui/blank_cover.py",
    "kiosk/ui/nameless_answer.py",
    "kiosk/ui/idle_notice.py",
    "kiosk/printing/",
    "kiosk/i18n/verdict_messages.py",
)
SIDES = re.compile(
    r"ervaringsdrager|candidate|kandidaat|herstel|recover|verslaa?v|addict", re.IGNORECASE
)
STIGMA = re.compile(
    r"\b(verslaafden?|junkies?|gebruikers?|cliënten?|patiënten?|probleemgeval\w*|lijdt aan|"
    r"addicts?|abusers?|users?|clients?|patients?|suffers? from|clean)\b",
    re.IGNORECASE,
)
STAFF_WORDS = re.compile(r"ervaringsdrager|candidate|kandidaat|verslaa?v", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”")
"""Words that a brochure advises against stand between quotation marks."""


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[EventFile]:
    file = make_demo(tmp_path, SimulatedClock(MORNING), Chance.seeded(7))
    yield file
    file.close()


def people_of(units: UnitFactory) -> list[Attendee]:
    with units() as unit:
        return unit.people.all()


def said(public: bool) -> list[str]:
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    return [
        text
        for message in messages
        if not public or any(path.startswith(PUBLIC) for path, _line in message.locations)
        for texts in (message.id, message.string)
        for text in (texts if isinstance(texts, tuple | list) else (texts,))
    ]


def test_public_words_name_no_side() -> None:
    words = said(public=True)
    assert len(words) > 100
    assert [text for text in words if SIDES.search(text)] == []


def test_no_word_of_the_program_puts_a_label_on_people() -> None:
    assert [text for text in said(public=False) if STIGMA.search(text)] == []


@pytest.mark.parametrize("path", sorted(CONTENT.glob("*.md")), ids=lambda path: path.name)
def test_brochures_speak_of_people_first(path: Path) -> None:
    text = QUOTED.sub("", path.read_text("utf-8"))
    assert STIGMA.findall(text) == []


def test_a_cover_names_no_reader_and_no_staff_word(demo: EventFile) -> None:
    names = {p.public_name for p in people_of(demo.unit)}
    for file in make_paper("brochures", demo.unit(), SimulatedClock(MORNING), "nl"):
        pages = texts(file.content)
        for cover in (pages[0], pages[-1]):
            assert not STAFF_WORDS.search(cover)
            assert not names & set(re.findall(r"\w+", cover))


def test_a_list_of_files_tells_no_side_and_no_name(demo: EventFile) -> None:
    people = people_of(demo.unit)
    files = make_paper("brochures", demo.unit(), SimulatedClock(MORNING), "nl")
    own = [file.name for file in files if re.match(r"brochure-\d", file.name)]
    assert len(own) == len(people)
    assert all(re.fullmatch(r"brochure-\d+-(nl|en)\.pdf", name) for name in own)
    for kind in ("badges", "route-cards", "interest-forms", "brochures"):
        for file in make_paper(kind, demo.unit(), SimulatedClock(MORNING), "nl"):
            told = str(metadata(file.content)) + file.name
            assert not [p.public_name for p in people if f" {p.public_name} " in told]
            assert metadata(file.content)["Author"] == ""


def test_all_badges_are_alike_and_lie_in_the_order_of_their_numbers(demo: EventFile) -> None:
    """Only name, languages, number and code differ; employers are not printed together."""
    (made,) = make_paper("badges", demo.unit(), SimulatedClock(MORNING), "nl")
    people = people_of(demo.unit)
    document = pypdfium2.PdfDocument(made.content)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    numbers = [
        number
        for page in pages
        for number in sorted(map(int, re.findall(r"^(\d\d)\s*$", page, re.MULTILINE)))
    ]
    assert numbers == sorted(p.badge_number for p in people)
    printed = " ".join(pages)
    assert not SIDES.search(printed)
    with demo.unit() as unit:
        organisations = [employer.name for employer in unit.employers.all()]
    assert [name for name in organisations if name in printed] == []
    sides = [p.side for p in sorted(people, key=lambda p: p.badge_number)]
    changes = sum(one is not other for one, other in pairwise(sides))
    assert changes > len(sides) // 5, "the two sides are mixed"


def test_every_badge_of_the_sample_day_has_a_line_of_languages(demo: EventFile) -> None:
    cards = badges(demo.unit(), SimulatedClock(MORNING)).cards
    assert all(card.languages for card in cards)


def test_where_only_one_side_told_its_languages_no_badge_shows_any(demo: EventFile) -> None:
    """An employers' list without that column would leave the line to candidates alone."""
    with demo.unit() as unit:
        for person in unit.people.all():
            if person.side is Side.EMPLOYER:
                unit.people.save(replace(person, languages=()))
        unit.commit()
    people = people_of(demo.unit)
    one = next(p.id for p in people if p.side is Side.CANDIDATE)
    for only in (None, (one,)):
        cards = badges(demo.unit(), SimulatedClock(MORNING), only).cards
        assert {card.languages for card in cards} == {()}


@pytest.mark.parametrize("tables", [4, 20, 40])
def test_no_badge_number_is_longer_on_one_side(
    units: UnitFactory, clock: SimulatedClock, tables: int
) -> None:
    """Employers come first and candidates weeks later, in two imports."""
    with units() as unit:
        found(unit, replace(an_event(), table_count=tables))
        unit.commit()
    employers = [
        EmployerRow(n, f"Werkgever {n}", n, representatives=(f"Lotte Maes{n}",), seats=1)
        for n in range(1, tables + 1)
    ]
    crowd = [
        PersonRow(n, f"Jo{n}", "Maes", phone=f"+3247000{n:04d}", take_part=True)
        for n in range(2, 2 + 5 * tables // 2)
    ]
    enrol_employers(units(), clock, employers, station="organiser", choose_number=max)
    enrol_people(units(), clock, crowd, station="organiser", choose_number=max)
    lengths = {
        side: {len(str(p.badge_number)) for p in people_of(units) if p.side is side}
        for side in (Side.CANDIDATE, Side.EMPLOYER)
    }
    assert lengths[Side.EMPLOYER] == lengths[Side.CANDIDATE]


@pytest.mark.parametrize("public_names", PublicNames)
def test_the_rooms_board_has_both_sides_in_the_order_of_their_badges(
    units: UnitFactory, clock: SimulatedClock, public_names: PublicNames
) -> None:
    with units() as unit:
        found(unit, an_event(public_names))
        unit.commit()
    files = [DEMO / "werkgevers.xlsx", DEMO / "inschrijvingen.csv"]
    import_files(units(), clock, files, station="organiser")
    people = people_of(units)
    planner = PLANNERS[PlanMethod.CAROUSEL]()
    make_plan(units(), clock, planner, PlanMethod.CAROUSEL, station="organiser")
    arrive(units(), clock, *(p.id for p in people))
    sides = {p.badge_number: p.side for p in people}
    for board in room_snapshot(units()).boards:
        numbers = [row.badge_number for row in board]
        assert numbers == sorted(numbers)
        assert {sides[number] for number in numbers} == {Side.CANDIDATE, Side.EMPLOYER}
        shown = {row.name for row in board}
        assert (shown == {""}) is (public_names is PublicNames.BADGE_NUMBER)
        assert shown <= {"", *(p.public_name for p in people)}
