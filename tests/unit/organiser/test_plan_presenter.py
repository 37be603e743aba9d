"""The plan page: what it shows, and what making, publishing and printing do."""

from pathlib import Path

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Wish, WishKind, WishSource
from kiosk.domain.plan import PlanMethod, PlanState, PlanStep
from kiosk.i18n import speaking
from kiosk.services.seating import CellKind
from kiosk.ui.organiser.plan.grid_faces import spoken
from kiosk.ui.organiser.plan.state import Drawer
from tests.helpers.days import found
from tests.helpers.seats import candidates_of, employers_of, seat


def line(face, label: str):
    return next(fact for fact in face.quality.facts if fact.label == label)


def labels(face) -> list[str]:
    return [fact.label for fact in face.quality.facts]


def wish(units, number: int, table: int, **fields) -> None:
    """Candidate and employer counted from 1."""
    person, employer = candidates_of(units())[number - 1], employers_of(units())[table - 1]
    with units() as unit:
        unit.people.save_wish(Wish(person.id, employer.id, **fields))
        unit.commit()


def demand(units, number: int, table: int, kind: WishKind) -> None:
    wish(units, number, table, kind=kind, source=WishSource.ORGANISER)


def seat_one(units, clock) -> None:
    """The first candidate meets the first employer in round 1, and nobody else anybody."""
    seat(units(), clock, [(candidates_of(units())[0], employers_of(units())[0])])


class TestTheGrid:
    def test_without_people_there_is_nothing_to_plan(self, page, units):
        with units() as unit:
            found(unit)
            unit.commit()
        page.refresh()
        face = page.show.last
        options = face.options
        assert (face.grid, face.quality) == (None, None)
        assert [options.can_make, options.can_publish, options.can_print] == [False] * 3
        assert "People" in face.empty

    def test_a_first_plan_fills_the_grid(self, page, people):
        page.refresh()
        page.make()
        face = page.show.last
        assert len(face.grid.rows) == 6
        assert [each.text for each in face.grid.rounds] == ["R1", "R2", "R3", "R4"]

    def test_each_cell_says_in_words_who_is_where(self, page, people, units, clock):
        wish(units, 1, 1, weight=4)
        seat_one(units, clock)
        page.refresh()
        cells = page.show.last.grid.rows[0].cells
        assert spoken(cells[0]) == "Kandidaat1, round 1: Werkgever 1, table 1, wished much"
        assert (cells[0].strength, cells[1].kind) == (4, CellKind.REST)
        assert spoken(cells[1]) == "Kandidaat1, round 2: rest"

    def test_a_must_and_a_lock_are_said(self, page, people, units, clock):
        demand(units, 1, 1, WishKind.MUST)
        seat_one(units, clock)
        page.refresh()
        face = page.show.last.grid
        page.hand.toggle_lock(face.seat(0, 0))
        cell = page.show.last.grid.rows[0].cells[0]
        assert (cell.must, cell.locked) == (True, True)
        assert spoken(cell).endswith("table 1, must meet, locked")

    def test_a_seat_that_breaks_a_rule_by_now_is_marked_and_counted(
        self, page, people, units, clock
    ):
        seat_one(units, clock)
        demand(units, 1, 1, WishKind.NEVER)
        page.refresh()
        face = page.show.last
        assert "not possible any more: these two must not meet" in spoken(
            face.grid.rows[0].cells[0]
        )
        for label in ("Not possible any more", "Forbidden combinations"):
            assert (line(face, label).value, line(face, label).tone) == ("1", "bad")

    def test_the_page_speaks_the_language_in_use(self, page, people):
        page.refresh()
        page.make()
        with speaking("nl"):
            page.retranslate()
            assert {cell.text for row in page.show.last.grid.rows for cell in row.cells} >= {"rust"}


class TestQuality:
    def test_the_best_plan_says_how_good_it_is(self, page, people):
        page.refresh()
        page.make()
        face = page.show.last.quality
        assert (face.figure, face.caption) == ("100\N{NO-BREAK SPACE}%", "of the best possible")
        assert "Conversations per person" in labels(page.show.last)

    def test_a_plan_that_proves_nothing_shows_what_everybody_gets(self, page, people, units, clock):
        seat_one(units, clock)
        page.refresh()
        face = page.show.last.quality
        assert (face.figure, face.caption) == ("0\N{EN DASH}1", "conversations per person")
        assert "Conversations per person" not in labels(page.show.last)

    def test_a_carousel_is_held_to_what_the_best_match_proved(self, page, people):
        page.refresh()
        page.choose_method(PlanMethod.CAROUSEL)
        page.make()
        face = page.show.last
        assert face.quality.caption == "of the best possible"
        assert face.options.comparison.startswith("Best match: 100")

    def test_what_the_other_method_gives_is_told_of_this_very_plan_only(self, page, people):
        page.refresh()
        page.make()
        assert page.show.last.options.comparison.startswith("Carousel: ")
        page.publish()
        assert page.show.last.options.comparison.startswith("Carousel: ")
        page.hand.toggle_lock(page.show.last.grid.seat(0, 0))
        assert page.show.last.options.comparison == ""

    def test_a_draft_never_passes_for_the_plan_in_force(self, page, people):
        page.refresh()
        page.make()
        face = page.show.last.quality
        assert (face.standing, face.is_draft) == ("Draft. No plan is in force yet.", True)
        page.publish()
        assert page.show.last.quality.standing == "Version 1 is in force."
        page.make()
        assert page.show.last.quality.standing == "Draft. Version 1 is in force."

    def test_musts_and_what_is_better_not_there_have_a_line_only_when_there_are_any(
        self, page, people, units, clock
    ):
        seat_one(units, clock)
        page.refresh()
        assert not {"Musts met", "Rather-not combinations"} & set(labels(page.show.last))
        demand(units, 1, 1, WishKind.RATHER_NOT)
        demand(units, 2, 1, WishKind.MUST)
        page.refresh()
        face = page.show.last
        assert (line(face, "Musts met").value, line(face, "Musts met").tone) == ("0 / 1", "bad")
        assert line(face, "Rather-not combinations").value == "1"

    def test_walks_waits_and_empty_seats_are_told(self, page, people):
        page.refresh()
        page.make()
        face = page.show.last
        assert line(face, "Mean walk").value.endswith(" m")
        assert line(face, "Longest wait").value.endswith(("round", "rounds"))
        assert line(face, "Empty seats").value == "0"


class TestMaking:
    def test_a_made_plan_is_a_draft_until_it_is_published(self, page, people, units):
        heard = []
        page.planned = lambda: heard.append("plan")
        page.refresh()
        page.make()
        assert "Draft 1 is made" in page.tell.last.text
        assert heard == []
        with units() as unit:
            assert unit.plans.current() is None
        page.publish()
        assert page.tell.last.text == "Plan 1 is in force."
        assert heard == ["plan"]
        with units() as unit:
            assert unit.plans.current().state is PlanState.PUBLISHED

    def test_only_a_draft_can_be_published(self, page, people):
        page.refresh()
        assert not page.show.last.options.has_draft
        page.make()
        assert page.show.last.options.can_publish
        page.publish()
        page.publish()
        assert not page.show.last.options.can_publish

    def test_while_a_plan_is_made_the_page_says_how_far_it_is(
        self, plan_page, still_making, people
    ):
        page = plan_page(still_making)
        page.refresh()
        page.make()
        assert page.show.last.options.working
        assert not page.show.last.options.can_make
        still_making.watcher.stepped(PlanStep.GAPS)
        options = page.show.last.options
        assert (options.working, options.done, options.steps) == ("Filling gaps …", 2, 4)

    def test_a_cancelled_plan_changes_nothing(self, plan_page, still_making, people, units):
        page = plan_page(still_making)
        page.refresh()
        page.make()
        page.cancel()
        assert still_making.cancelled
        assert page.show.last.options.working == ""
        assert page.show.last.options.can_make
        with units() as unit:
            assert unit.plans.versions() == []

    def test_a_fault_of_the_planner_gives_the_buttons_back(self, plan_page, still_making, people):
        page = plan_page(still_making)
        page.refresh()
        page.make()
        still_making.watcher.failed()
        assert page.tell.last.tone == "warn"
        assert page.show.last.options.can_make

    def test_demands_that_clash_are_named_and_can_be_left_out(self, page, people, units):
        demand(units, 1, 2, WishKind.MUST)
        wish(units, 1, 2, kind=WishKind.NEVER)
        page.refresh()
        page.make()
        face = page.show.last.demands
        assert face.text == (
            "These can't all be kept: 01 Kandidaat1 must meet Werkgever 2;"
            " 01 Kandidaat1 must not meet Werkgever 2."
        )
        assert face.can_go_on
        page.make_without()
        face = page.show.last.demands
        assert face.text == "Made without: 01 Kandidaat1 must meet Werkgever 2."
        assert not face.can_go_on
        page.close_demands()
        assert page.show.last.demands is None

    def test_once_conversations_were_held_another_plan_is_published_only_when_asked_twice(
        self, page, people, units, clock
    ):
        page.refresh()
        page.make()
        page.publish()
        with units() as unit:
            unit.plans.mark_held(unit.plans.current().conversations[:1], clock.now())
            unit.commit()
        page.make()
        page.publish()
        assert page.show.last.options.publish_text == "Sure? Again"
        assert page.tell.last.tone == "warn"
        page.dismiss()
        assert page.show.last.options.publish_text == "Publish"
        page.publish()
        page.publish()
        assert page.tell.last.text == "Plan 2 is in force."


class TestPaper:
    def test_route_cards_are_made_in_the_language_of_the_screen(self, page, people):
        page.refresh()
        page.make()
        page.publish()
        with speaking("nl"):
            page.print_route_cards()
        assert page.tell.last.path == Path("nl")
        assert page.tell.last.text.startswith("6 schema's")

    def test_without_a_plan_in_force_there_are_no_route_cards(self, page, people):
        page.refresh()
        page.make()
        assert not page.show.last.options.can_print

    def test_beside_a_draft_the_cards_are_said_to_be_of_the_plan_in_force(self, page, people):
        page.refresh()
        page.make()
        page.publish()
        page.make()
        page.print_route_cards()
        assert "They are of version 1, which is in force" in page.tell.last.text

    def test_a_refusal_is_told_and_the_buttons_come_back(self, plan_page, makes, people):
        def refuse(*_facts):
            raise Refusal(RefusalCode.NO_PLAN)

        page = plan_page(makes, refuse)
        page.refresh()
        page.make()
        page.publish()
        page.print_route_cards()
        assert page.tell.last.tone == "warn"
        assert page.show.last.options.can_print


class TestLists:
    def test_wishes_that_are_not_met_are_listed_with_why_the_strongest_first(
        self, page, people, units, clock
    ):
        seat_one(units, clock)
        wish(units, 2, 1, weight=2)
        wish(units, 3, 2, weight=5)
        demand(units, 4, 3, WishKind.MUST)
        page.refresh()
        page.toggle_list(Drawer.UNMET)
        face = page.show.last.drawer
        assert face.title == "3 wishes are not met"
        assert [each.text for each in face.lines] == [
            "04 Kandidaat4 \N{EN DASH} Werkgever 3: still possible: a place is free",
            "03 Kandidaat3 \N{EN DASH} Werkgever 2: still possible: a place is free",
            "02 Kandidaat2 \N{EN DASH} Werkgever 1: still possible: a place is free",
        ]
        assert [each.detail for each in face.lines] == [
            "must meet",
            "wished very much",
            "wished somewhat",
        ]
        page.toggle_list(Drawer.UNMET)
        assert page.show.last.drawer is None

    def test_the_versions_say_when_and_how_they_were_made_and_which_is_in_force(self, page, people):
        page.refresh()
        page.make()
        page.publish()
        page.hand.toggle_lock(page.show.last.grid.seat(0, 0))
        page.toggle_list(Drawer.VERSIONS)
        lines = page.show.last.drawer.lines
        assert [(each.text, each.detail) for each in lines] == [
            ("Version 2, 21/3 at 13:00: by hand, 16 conversations", "draft"),
            ("Version 1, 21/3 at 13:00: Best match, 16 conversations", "in force, take up again"),
        ]
        assert [each.version for each in lines] == [None, 1]

    def test_an_earlier_version_is_taken_up_again_as_a_draft(self, page, people, units):
        page.refresh()
        page.make()
        page.publish()
        page.make()
        page.publish()
        page.hand.take_up(1)
        with units() as unit:
            newest, first = unit.plans.newest(), unit.plans.get(1)
        assert (newest.version, newest.state) == (3, PlanState.DRAFT)
        assert newest.conversations == first.conversations


@pytest.mark.parametrize("method", list(PlanMethod))
def test_the_chosen_method_makes_the_plan(page, people, units, method):
    page.refresh()
    page.choose_method(method)
    page.make()
    with units() as unit:
        assert unit.plans.newest().method is method
