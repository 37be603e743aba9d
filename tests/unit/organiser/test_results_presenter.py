"""The results page: figures, the logic model, matches, and the export."""

from pathlib import Path

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.interest import Answer, Interest
from kiosk.domain.people import ContactRoute, RouteKind, Side
from kiosk.ui.organiser.results_presenter import ResultsPresenter
from tests.helpers.days import a_candidate, register
from tests.helpers.seats import arrive, candidates_of, employers_of, seat


class Exporter:
    """Remembers where it was asked to write."""

    def __init__(self) -> None:
        self.written: list[tuple[Path, str]] = []

    def __call__(self, unit, path: Path, language: str) -> None:
        self.written.append((path, language))


@pytest.fixture
def exporter() -> Exporter:
    return Exporter()


@pytest.fixture
def page(asks, clock, exporter, seen):
    presenter = ResultsPresenter(asks, clock, exporter)
    presenter.show, presenter.tell = seen(), seen()
    return presenter


def match(units, clock, **fields: object) -> None:
    """Somebody and the first employer both say yes; the second one says yes alone."""
    person = a_candidate(70, "Elif", **fields)
    first, second, *_ = employers_of(units())
    with units() as unit:
        register(unit, person)
        unit.commit()
    seat(units(), clock, [(person, first)], [(person, second)])
    with units() as unit:
        for employer, side in ((first, Side.CANDIDATE), (first, Side.EMPLOYER)):
            unit.interests.save(Interest(person.id, employer.id, side, Answer.YES), clock.now())
        alone = Interest(person.id, second.id, Side.EMPLOYER, Answer.YES)
        unit.interests.save(alone, clock.now())
        unit.commit()


def test_the_tiles_count_the_day(page, people, units, clock):
    arrive(units(), clock, *(person.id for person in candidates_of(units())[:2]))
    page.refresh()
    numbers = [(tile.number, tile.caption) for tile in page.show.last.tiles]
    assert numbers[0] == ("2 / 6", "candidates")
    assert numbers[1] == ("0 / 4", "employers")
    assert numbers[4] == ("0", "mutual yeses")


def test_only_the_match_is_listed_with_its_route(page, people, units, clock):
    match(units, clock, email="elif@example.org", phone="+32470")
    page.refresh()
    (row,) = page.show.last.matches
    assert (row.employer, row.contacts, row.name) == ("Werkgever 1", "Contact1", "Elif")
    assert row.route == "directly · +32470 · elif@example.org"
    assert page.show.last.matches_title == "Matches 1"


def test_an_organisation_in_between_hides_the_candidates_own_details(page, people, units, clock):
    route = ContactRoute(RouteKind.ORGANISATION, "Jobroad")
    match(units, clock, route=route, email="elif@example.org")
    page.refresh()
    assert page.show.last.matches[0].route == "through Jobroad"


def test_a_match_without_details_says_so(page, people, units, clock):
    match(units, clock)
    page.refresh()
    assert page.show.last.matches[0].route == "directly · no details are known"


def test_the_logic_model_holds_only_what_the_file_knows(page, people):
    page.refresh()
    columns = page.show.last.model
    assert [column.title for column in columns] == [
        "Inputs",
        "Activities",
        "Outputs",
        "Outcomes on the day",
    ]
    titles = [box.title for column in columns for box in column.boxes]
    assert "4 employers" in titles
    assert not any("companion" in title for title in titles), "there are none"


def test_every_line_of_the_logic_model_leads_to_the_right(page, people):
    page.refresh()
    columns = [{box.key for box in column.boxes} for column in page.show.last.model]
    for at, column in enumerate(page.show.last.model[:-1]):
        reached = {key for box in column.boxes for key in box.leads_to}
        assert reached <= columns[at + 1]


def test_an_export_goes_where_it_was_asked_for_in_the_language_of_the_screen(
    page, exporter, people
):
    page.refresh()
    page.export(Path("/uit/resultaten"))
    assert exporter.written == [(Path("/uit/resultaten.xlsx"), "en")]
    assert page.tell.last.path == Path("/uit/resultaten.xlsx")
    assert page.show.last.can_export
    assert page.show.last.file_name == "results-2023-03-21.xlsx"


def test_a_file_that_is_open_elsewhere_is_told(asks, clock, people, seen):
    def refuse(*_facts):
        raise Refusal(RefusalCode.TARGET_OPEN, path="resultaten.xlsx")

    page = ResultsPresenter(asks, clock, refuse)
    page.show, page.tell = seen(), seen()
    page.refresh()
    page.export(Path("resultaten.xlsx"))
    assert "open in another program" in page.tell.last.text
    assert page.show.last.can_export
