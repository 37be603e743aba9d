"""The plan page: what it shows and what its buttons do."""

from pathlib import Path

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import WISH_AVOID, WISH_WANTED, Wish
from kiosk.i18n import speaking
from kiosk.services.seating import CellKind
from kiosk.ui.organiser.actions import Printed
from kiosk.ui.organiser.plan_presenter import PlanPresenter
from tests.helpers.days import found
from tests.helpers.seats import candidates_of, employers_of, seat


@pytest.fixture
def page(asks, planner, seen):
    presenter = PlanPresenter(asks, planner, lambda unit, language: Printed(Path(language), 6))
    presenter.show, presenter.tell = seen(), seen()
    return presenter


def test_without_people_there_is_nothing_to_plan(page, units):
    with units() as unit:
        found(unit)
        unit.commit()
    page.refresh()
    face = page.show.last
    assert (face.grid, face.can_make, face.can_print) == (None, False, False)
    assert "People" in face.empty


def test_a_first_plan_fills_the_grid(page, people):
    page.refresh()
    assert page.show.last.make_text == "Make a plan"
    page.make()
    face = page.show.last
    assert len(face.grid.rows) == 6
    assert face.grid.rounds == ("R1", "R2", "R3", "R4")
    assert face.can_print
    assert "Plan 1 is in force" in page.tell.last.text


def test_each_cell_says_in_words_who_is_where(page, people, units, clock):
    (one, *_), (a, *_) = candidates_of(units()), employers_of(units())
    with units() as unit:
        unit.people.replace_wishes(one.id, [Wish(one.id, a.id, WISH_WANTED)])
        unit.commit()
    seat(units(), clock, [(one, a)])
    page.refresh()
    cells = page.show.last.grid.rows[0].cells
    assert cells[0].spoken == "Kandidaat1, round 1: Werkgever 1, table 1, as wished"
    assert (cells[0].wanted, cells[1].kind) == (True, CellKind.REST)
    assert cells[1].spoken == "Kandidaat1, round 2: rest"


def test_a_forbidden_pair_is_counted_in_red(page, people, units, clock):
    (one, *_), (a, *_) = candidates_of(units()), employers_of(units())
    with units() as unit:
        unit.people.replace_wishes(one.id, [Wish(one.id, a.id, WISH_AVOID)])
        unit.commit()
    seat(units(), clock, [(one, a)])
    page.refresh()
    line = next(fact for fact in page.show.last.facts if fact.label == "Forbidden pairs")
    assert (line.value, line.tone) == ("1", "bad")


def test_once_conversations_were_held_a_new_plan_is_asked_for_twice(page, people, units, clock):
    page.refresh()
    page.make()
    with units() as unit:
        unit.plans.mark_held(unit.plans.current().conversations[:1], clock.now())
        unit.commit()
    page.refresh()
    page.make()
    assert page.show.last.make_text == "Sure? Again"
    assert page.tell.last.tone == "warn"
    page.dismiss()
    assert page.show.last.make_text == "Make a new plan"
    page.make()
    page.make()
    assert "Plan 2 is in force" in page.tell.last.text


def test_others_hear_of_a_new_plan(page, people):
    heard = []
    page.planned = lambda: heard.append("plan")
    page.refresh()
    page.make()
    assert heard == ["plan"]


def test_route_cards_are_made_in_the_language_of_the_screen(page, people):
    page.refresh()
    page.make()
    with speaking("nl"):
        page.print_route_cards()
    assert page.tell.last.path == Path("nl")
    assert page.tell.last.text.startswith("6 schema's")


def test_a_refusal_is_told_and_the_buttons_come_back(asks, planner, people, seen):
    def refuse(*_facts):
        raise Refusal(RefusalCode.NO_PLAN)

    page = PlanPresenter(asks, planner, refuse)
    page.show, page.tell = seen(), seen()
    page.refresh()
    page.make()
    page.print_route_cards()
    assert page.tell.last.tone == "warn"
    assert page.show.last.can_print
