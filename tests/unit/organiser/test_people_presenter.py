"""The people page: who is listed, and an import that is looked at before it is taken in."""

from pathlib import Path

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Standing
from kiosk.domain.registration import IssueCode, RowIssue
from kiosk.services.enrolment import Enrolled, EnrolmentReport, RowChange, Totals
from kiosk.ui.organiser.actions import ImportedFile, Printed
from kiosk.ui.organiser.people_presenter import PeoplePresenter
from kiosk.ui.organiser.people_state import Column, Presence, Shown
from tests.helpers.days import a_candidate, register
from tests.helpers.seats import arrive, candidates_of

ISSUES = (
    RowIssue(3, IssueCode.BLANK_ROWS),
    RowIssue(7, IssueCode.UNKNOWN_EMPLOYER, {"written": "Bakkerij X"}, "Bakkerij De Smet"),
)


class Importer:
    """An import of one new and one known person; it remembers how it was asked."""

    def __init__(self, *outcomes: Enrolled) -> None:
        self.calls: list[bool] = []
        self._outcomes = outcomes or (Enrolled.ADDED, Enrolled.UNCHANGED)

    def __call__(self, unit, paths, *, dry_run: bool):
        self.calls.append(dry_run)
        changes = tuple(RowChange(2 + at, outcome) for at, outcome in enumerate(self._outcomes))
        report = EnrolmentReport(dry_run, Totals(32, 15, 15, 24), changes, ISSUES)
        return [ImportedFile(path.name, report) for path in paths]


@pytest.fixture
def importer() -> Importer:
    return Importer()


@pytest.fixture
def page(asks, importer, seen):
    presenter = PeoplePresenter(asks, importer, lambda unit, language: Printed(Path("b.pdf"), 1))
    presenter.show, presenter.show_import, presenter.tell = seen(), seen(), seen()
    return presenter


def names(page) -> list[str]:
    return [row.name for row in page.show.last.rows]


def test_everyone_is_listed_by_badge_with_who_is_here(page, people, units, clock):
    arrive(units(), clock, candidates_of(units())[0].id)
    page.refresh()
    first, second, *_ = page.show.last.rows
    assert (first.presence, first.presence_text) == (Presence.HERE, "here since 13:00")
    assert (second.presence, second.presence_text) == (Presence.AWAITED, "not here yet")
    assert page.show.last.rows[-1].organisation == "Werkgever 4"
    assert [text for _shown, text in page.show.last.filters] == ["All 10", "Here 1", "Missing 9"]


def test_contact_details_and_needs_stay_out_of_the_list(page, people, units):
    person = a_candidate(70, email="geheim@example.org", phone="+32470", needs="Grote letters")
    with units() as unit:
        register(unit, person)
        unit.commit()
    page.refresh()
    row = page.show.last.rows[-1]
    assert row.needs == "Has a need; the desk knows which"
    assert not {"geheim", "+32470", "Grote"} & set(str(row).replace("@", " ").split())


def test_the_filters_show_who_is_here_and_who_is_missing(page, people, units, clock):
    gone = a_candidate(80, "Weg", standing=Standing.CANCELLED)
    with units() as unit:
        register(unit, gone)
        unit.commit()
    arrive(units(), clock, candidates_of(units())[2].id)
    page.refresh()
    page.filter(Shown.HERE)
    assert names(page) == ["Kandidaat3"]
    page.filter(Shown.MISSING)
    assert "Weg" not in names(page)
    assert len(names(page)) == 9


def test_a_name_is_found_while_it_is_typed(page, people):
    page.refresh()
    page.search("contact2")
    assert names(page) == ["Contact2"]
    page.search("niemand zo")
    assert (names(page), page.show.last.empty) == ([], "Nobody is found.")


def test_a_column_sorts_and_sorts_back(page, people):
    page.refresh()
    page.sort(Column.NAME)
    assert names(page)[0] == "Contact1"
    page.sort(Column.NAME)
    assert names(page)[0] == "Kandidaat6"
    assert page.show.last.descending


def test_an_import_is_shown_before_anything_is_changed(page, importer):
    page.choose_files([Path("/somewhere/inschrijvingen.csv")])
    face = page.show_import.last
    (file,) = face.files
    assert (importer.calls, face.can_apply) == ([True], True)
    assert file.name == "inschrijvingen.csv"
    assert file.figures == ("1 new", "1 unchanged", "1 passed over")
    (_look, (warning,)), (_over, (skipped,)) = file.headings
    assert (warning.place, warning.tone) == ("row 7", "warn")
    assert "Bakkerij De Smet" in warning.text
    assert skipped.place == "row 3"


def test_taking_it_in_says_what_happened_and_tells_others(page, importer, people):
    heard = []
    page.enrolled = lambda: heard.append("people")
    page.choose_files([Path("a.csv")])
    page.apply_import()
    face = page.show_import.last
    assert (importer.calls, heard) == ([True, False], ["people"])
    assert (face.title, face.can_apply) == ("Taken in", False)
    assert face.text.startswith("32 candidates and 15 employers")
    page.close_import()
    assert page.show_import.last is None


def test_a_file_with_nothing_new_can_only_be_closed(asks, seen):
    page = PeoplePresenter(asks, Importer(Enrolled.UNCHANGED), None)
    page.show_import = seen()
    page.choose_files([Path("a.csv")])
    assert not page.show_import.last.can_apply


def test_a_file_that_cannot_be_read_is_told(asks, seen):
    def refuse(unit, paths, *, dry_run):
        raise Refusal(RefusalCode.NO_HEADER, path="a.csv", file="a.csv")

    page = PeoplePresenter(asks, refuse, None)
    page.tell, page.show_import = seen(), seen()
    page.choose_files([Path("a.csv")])
    assert page.tell.last.tone == "warn"
    assert page.show_import.last is None
