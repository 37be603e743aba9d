"""Changing the plan by hand: where things can go, what it costs, and that it is a draft."""

import pytest

from kiosk.domain.people import Wish, WishKind
from kiosk.domain.plan import PlanState
from kiosk.services import conducting
from tests.helpers.seats import candidates_of, employers_of, seat


@pytest.fixture
def plan(page, people, units, clock):
    """Two people meet two employers in round 1, a third one in round 2; the rest is rest."""
    (one, two, three, *_), (a, b, *_) = candidates_of(units()), employers_of(units())
    with units() as unit:
        unit.people.save_wish(Wish(one.id, a.id, 5))
        unit.commit()
    seat(units(), clock, [(one, a), (two, b)], [(three, a)])
    page.refresh()
    return page


def place(page, row: int, column: int):
    """Whose place it is, counted from 0."""
    return page.show.last.grid.seat(row, column)


def texts(page, row: int) -> list[str]:
    return [cell.text for cell in page.show.last.grid.rows[row].cells]


def said(page) -> str:
    return page.hand.show.last.line


class TestMoving:
    def test_picking_up_shows_where_it_can_go(self, plan):
        plan.hand.pick_up(place(plan, 0, 0))
        assert plan.hand.show.last.held == place(plan, 0, 0)
        assert said(plan) == "Picked up: Kandidaat1, round 1."
        assert plan.hand.target(place(plan, 1, 0)) is True
        assert plan.hand.target(place(plan, 0, 1)) is False, "Werkgever 1 is taken in round 2"
        assert plan.hand.target(place(plan, 0, 0)) is None

    def test_nothing_is_judged_while_nothing_is_picked_up(self, plan):
        assert plan.hand.target(place(plan, 1, 0)) is None

    def test_the_cost_is_said_before_anything_is_done(self, plan):
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.consider(place(plan, 1, 0))
        assert said(plan) == "Kandidaat1 and Kandidaat2 swap: 20 points less."
        plan.hand.consider(place(plan, 0, 2))
        assert said(plan) == "Kandidaat1: rounds 1 and 3 swap: nothing gained or lost."

    def test_what_is_not_possible_is_said_by_name(self, plan):
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.consider(place(plan, 0, 1))
        assert said(plan) == "Not possible: Werkgever 1 has no place left in round 2."
        assert plan.hand.show.last.tone == "warn"

    def test_two_places_swap_in_a_draft_while_the_plan_in_force_stays(self, plan, units):
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.drop(place(plan, 1, 0))
        assert texts(plan, 0)[0] == "Werkgever 2"
        assert texts(plan, 1)[0] == "Werkgever 1"
        assert said(plan) == "Done. Kandidaat1 and Kandidaat2 swap: 20 points less."
        assert "began draft 2. Version 1 stays in force" in plan.tell.last.text
        with units() as unit:
            assert (unit.plans.current().version, unit.plans.newest().version) == (1, 2)
            assert unit.plans.newest().state is PlanState.DRAFT

    def test_the_second_change_begins_no_other_draft(self, plan, units):
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.drop(place(plan, 1, 0))
        plan.tell.last = None
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.drop(place(plan, 0, 2))
        assert plan.tell.last is None
        assert plan.hand.show.last.undo_text == "Undo (2)"
        with units() as unit:
            assert unit.plans.newest().version == 2

    def test_a_drop_where_it_can_not_go_changes_nothing_and_keeps_it_in_hand(self, plan, units):
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.drop(place(plan, 0, 1))
        assert plan.hand.show.last.held is not None
        with units() as unit:
            assert unit.plans.newest().version == 1

    def test_a_drag_that_ends_where_it_can_not_go_is_put_back_and_says_why(self, plan):
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.release(place(plan, 0, 1))
        assert plan.hand.show.last.held is None
        assert said(plan).startswith("Not possible")

    def test_set_down_where_it_was_nothing_happens(self, plan):
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.release(place(plan, 0, 0))
        assert (plan.hand.show.last.held, said(plan)) == (None, "")

    def test_two_empty_places_have_nothing_to_swap(self, plan):
        plan.hand.pick_up(place(plan, 0, 2))
        assert plan.hand.target(place(plan, 0, 3)) is False

    def test_undo_gives_the_former_draft_back(self, plan):
        before = texts(plan, 0)
        plan.hand.pick_up(place(plan, 0, 0))
        plan.hand.drop(place(plan, 1, 0))
        plan.hand.undo()
        assert texts(plan, 0) == before
        assert not plan.hand.show.last.can_undo
        plan.hand.undo()
        assert plan.tell.last.text == "There is nothing to undo."

    def test_a_round_that_has_begun_is_not_touched(self, plan, units, clock):
        rows = conducting.conductor_state(units(), clock).rows
        first = next(row.phase.position for row in rows if row.phase.round_number == 1)
        conducting.start_phase(units(), clock, first, None)
        plan.refresh()
        plan.hand.pick_up(place(plan, 0, 0))
        assert said(plan) == "Not possible: round 1 has begun."
        headings = [each.spoken for each in plan.show.last.grid.rounds]
        assert headings == ["Round 1, running", "Round 2, announced", "Round 3", "Round 4"]


class TestLocksAndClearing:
    def test_a_locked_place_stays_until_it_is_unlocked(self, plan):
        plan.hand.toggle_lock(place(plan, 0, 0))
        assert said(plan) == "Locked: Kandidaat1, round 1."
        plan.hand.pick_up(place(plan, 0, 0))
        assert said(plan) == "Not possible: Kandidaat1 is locked in round 1."
        plan.hand.toggle_lock(place(plan, 0, 0))
        plan.hand.pick_up(place(plan, 0, 0))
        assert plan.hand.show.last.held is not None

    def test_rest_can_not_be_locked(self, plan, units):
        plan.hand.toggle_lock(place(plan, 0, 3))
        assert said(plan).startswith("Only a conversation")
        with units() as unit:
            assert unit.plans.newest().version == 1

    def test_a_cleared_place_is_rest(self, plan):
        plan.hand.clear(place(plan, 0, 0))
        assert texts(plan, 0)[0] == "rest"
        assert said(plan) == "Kandidaat1 rests in round 1."

    def test_a_conversation_that_may_not_be_any_more_can_be_cleared(self, plan, units):
        one, a = candidates_of(units())[0], employers_of(units())[0]
        with units() as unit:
            unit.people.save_wish(Wish(one.id, a.id, kind=WishKind.NEVER))
            unit.commit()
        plan.refresh()
        plan.hand.clear(place(plan, 0, 0))
        assert texts(plan, 0)[0] == "rest"


class TestThePlaceList:
    def test_rest_is_first_then_what_gains_most_then_what_is_not_possible(self, plan):
        plan.place.open(place(plan, 2, 0))
        face = plan.place.show.last
        assert face.title == "Kandidaat3, round 1"
        assert [(each.text, each.note, each.is_legal) for each in face.options] == [
            ("Rest", "now", True),
            ("Werkgever 3, table 3", "10 points more", True),
            ("Werkgever 4, table 4", "10 points more", True),
            ("Werkgever 1, table 1", "they meet in another round, or met before", False),
            ("Werkgever 2, table 2", "that table has no place left in that round", False),
        ]
        assert not face.can_lock

    def test_choosing_seats_the_person_and_closes_the_list(self, plan, units):
        plan.place.open(place(plan, 2, 0))
        plan.place.choose(employers_of(units())[2].id)
        assert texts(plan, 2)[0] == "Werkgever 3"
        assert plan.place.show.last is None

    def test_choosing_what_is_not_possible_says_why_and_stays(self, plan, units):
        plan.place.open(place(plan, 2, 0))
        plan.place.choose(employers_of(units())[1].id)
        assert said(plan) == "Not possible: Werkgever 2 has no place left in round 1."
        assert plan.place.show.last is not None

    def test_the_list_locks_too(self, plan):
        plan.place.open(place(plan, 0, 0))
        assert plan.place.show.last.lock_text == "Lock place"
        plan.place.toggle_lock()
        plan.place.open(place(plan, 0, 0))
        assert plan.place.show.last.lock_text == "Unlock place"

    @pytest.mark.parametrize("kind", [WishKind.MUST, WishKind.RATHER_NOT, WishKind.NEVER])
    def test_an_organiser_asks_something_and_takes_it_back(self, plan, units, kind):
        employer = employers_of(units())[1].id
        plan.place.open(place(plan, 0, 0))
        plan.place.ask_for(employer, kind)
        asked = {each.employer_id: each.asked for each in plan.place.show.last.options}
        assert asked[employer] == {kind}
        plan.place.ask_for(employer, kind)
        asked = {each.employer_id: each.asked for each in plan.place.show.last.options}
        assert asked[employer] == frozenset()

    def test_what_the_person_asked_for_themselves_stays(self, plan, units):
        one, b = candidates_of(units())[0], employers_of(units())[1]
        with units() as unit:
            unit.people.save_wish(Wish(one.id, b.id, kind=WishKind.NEVER))
            unit.commit()
        plan.refresh()
        plan.place.open(place(plan, 0, 0))
        plan.place.ask_for(b.id, WishKind.NEVER)
        assert plan.tell.last.text == "Kandidaat1 asked for this themselves, so it stays: never."
