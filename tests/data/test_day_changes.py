"""What happens on the day: one call gives a mended plan and who changes, and it can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from uuid import UUID

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Attendee, ConsentKind, Presence
from kiosk.domain.plan import (
    ChangeKind,
    Conversation,
    DayChange,
    PlanMethod,
    SeatingPlan,
    broken_rules,
)
from kiosk.domain.programme import rounds_of
from kiosk.domain.verdicts import FirstTable
from kiosk.planning import Carousel
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.desk.check_in import DeskPost, check_in_person
from kiosk.services.desk.leaving import check_out
from kiosk.services.export import FigureCode, read_day
from kiosk.services.interest import conversations_met
from kiosk.services.ports import UnitFactory
from kiosk.services.room_seating import RoomSeating, TableStanding, room_in_round
from kiosk.services.seating import make_plan, plan_request, publish_plan
from kiosk.services.seating.by_hand import seat_by_hand, set_lock
from kiosk.services.seating.day import changes_today, polish_request
from kiosk.services.seating.effects import (
    DayEffect,
    change_day,
    foresee,
    foresee_polish,
    take_back,
    take_polish,
)
from kiosk.services.seating.proposals import PlanProposal, propose
from tests.helpers.days import a_candidate, a_representative, an_employer, register, small_day
from tests.helpers.seats import (
    arrive,
    candidates_of,
    employers_of,
    end_the_day,
    representatives_of,
)

ROUND_1 = 2
"""Where the first round stands in the programme of a small day."""

Change = Callable[[UnitFactory], DayChange]


@pytest.fixture(autouse=True)
def day(units: UnitFactory, clock: SimulatedClock) -> None:
    """Six people for four tables of one seat, four rounds, and a plan in force."""
    with units() as unit:
        small_day(unit)
        unit.commit()
    make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")


def planned(units: UnitFactory) -> tuple[Conversation, ...]:
    with units() as unit:
        plan = unit.plans.current()
        assert plan is not None
        return plan.conversations


def everyone_comes(units: UnitFactory, clock: SimulatedClock, *, but: UUID | None = None) -> None:
    people = [*candidates_of(units()), *representatives_of(units())]
    arrive(units(), clock, *(person.id for person in people if person.id != but))


def go_to(units: UnitFactory, clock: SimulatedClock, position: int) -> None:
    state = conducting.conductor_state(units(), clock)
    while state.position != position:
        state = conducting.next_phase(units(), clock, state.position)


def happens(units: UnitFactory, clock: SimulatedClock, *changes: DayChange) -> DayEffect:
    return change_day(units(), clock, repair, changes, station="host")


def undone(units: UnitFactory, clock: SimulatedClock) -> DayEffect:
    return take_back(units(), clock, repair, station="host")


def person(kind: ChangeKind, begins: int, ends: int | None = None, *, at: int = 0) -> Change:
    return lambda units: DayChange(kind, candidates_of(units())[at].id, begins, ends)


def table(
    kind: ChangeKind, begins: int, ends: int | None = None, seats: int | None = None
) -> Change:
    return lambda units: DayChange(kind, employers_of(units())[0].id, begins, ends, seats)


def day_itself(kind: ChangeKind, begins: int) -> Change:
    return lambda units: DayChange(kind, None, begins)


CHANGES = {
    "late": person(ChangeKind.LATE, 3),
    "gone": person(ChangeKind.GONE, 2),
    "not here": person(ChangeKind.NO_SHOW, 2),
    "rest": person(ChangeKind.REST, 2, 2),
    "table closed": table(ChangeKind.TABLE_CLOSED, 2),
    "table closed for two rounds": table(ChangeKind.TABLE_CLOSED, 2, 3),
    "a seat more": table(ChangeKind.SEATS, 2, seats=2),
    "a round less": day_itself(ChangeKind.ROUND_DROPPED, 4),
    "a round more": day_itself(ChangeKind.ROUND_ADDED, 5),
}


class TestEachChange:
    @pytest.mark.parametrize("name", CHANGES)
    def test_one_call_gives_a_sound_plan_and_who_changes(
        self, units: UnitFactory, clock: SimulatedClock, name: str
    ) -> None:
        before = planned(units)
        effect = happens(units, clock, CHANGES[name](units))
        assert effect.moves
        assert effect.repair.conversations == planned(units) != before
        assert broken_rules(plan_request(units()), planned(units)) == []

    @pytest.mark.parametrize("name", CHANGES)
    def test_undo_gives_the_former_plan_back(
        self, units: UnitFactory, clock: SimulatedClock, name: str
    ) -> None:
        before, request = planned(units), plan_request(units())
        there = happens(units, clock, CHANGES[name](units))
        back = undone(units, clock)
        assert planned(units) == before
        assert plan_request(units()) == request
        assert [each.change for each in back.changes] == [each.change for each in there.changes]
        assert {(m.before, m.after) for m in back.moves} == {
            (m.after, m.before) for m in there.moves
        }
        assert changes_today(units()) == []

    @pytest.mark.parametrize("name", [name for name in CHANGES if "round" not in name])
    def test_whoever_is_not_touched_keeps_the_seat_that_was_announced(
        self, units: UnitFactory, clock: SimulatedClock, name: str
    ) -> None:
        go_to(units, clock, ROUND_1)
        before = {c.candidate_id: c.employer_id for c in planned(units) if c.round_number == 2}
        change = CHANGES[name](units)
        happens(units, clock, change)
        after = {c.candidate_id: c.employer_id for c in planned(units) if c.round_number == 2}
        for who, employer in before.items():
            if change.subject not in {who, employer}:
                assert after[who] == employer

    @pytest.mark.parametrize("name", CHANGES)
    def test_looking_at_it_first_changes_nothing(
        self, units: UnitFactory, clock: SimulatedClock, name: str
    ) -> None:
        before, change = planned(units), CHANGES[name](units)
        foreseen = foresee(units(), clock, repair, [change])
        assert planned(units) == before
        assert changes_today(units()) == []
        done = happens(units, clock, change)
        assert foreseen.moves == done.moves
        assert foreseen.repair.after == done.repair.after


def test_somebody_is_back_and_gets_free_places(units: UnitFactory, clock: SimulatedClock) -> None:
    happens(units, clock, person(ChangeKind.GONE, 1)(units))
    effect = happens(units, clock, person(ChangeKind.BACK, 2)(units))
    rounds = [
        c.round_number for c in planned(units) if c.candidate_id == effect.moves[0].candidate_id
    ]
    assert rounds
    assert 1 not in rounds
    assert effect.gained == 1


def test_a_walk_in_gets_places_only_when_that_is_accepted(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    happens(units, clock, table(ChangeKind.SEATS, 1, seats=3)(units))
    newcomer = a_candidate(40, "Nour")
    with units() as unit:
        register(unit, newcomer)
        unit.commit()
    assert newcomer.id not in {c.candidate_id for c in planned(units)}
    effect = happens(units, clock, DayChange(ChangeKind.WALK_IN, newcomer.id, 1))
    assert newcomer.id in {c.candidate_id for c in planned(units)}
    assert effect.changes[0].name == "Nour"
    assert effect.gained == 1


def test_a_table_opens_again_and_gives_places(units: UnitFactory, clock: SimulatedClock) -> None:
    happens(units, clock, table(ChangeKind.TABLE_CLOSED, 1)(units))
    assert employers_of(units())[0].id not in {c.employer_id for c in planned(units)}
    effect = happens(units, clock, table(ChangeKind.TABLE_OPENED, 1)(units))
    assert employers_of(units())[0].id in {c.employer_id for c in planned(units)}
    assert effect.moved == 0
    assert effect.gained


def test_who_rests_is_no_loss_and_who_takes_the_place_gains_one(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    effect = happens(units, clock, person(ChangeKind.REST, 1, 1)(units))
    assert (effect.moved, effect.gained, effect.losing) == (0, 1, 0)
    assert effect.first_round == 1
    assert effect.changes[0].badge_number == 1
    assert [(m.before, m.after) for m in effect.moves] == [(1, None), (None, 1)]


def test_a_closed_table_moves_its_guests_and_says_who_has_fewer(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    effect = happens(units, clock, table(ChangeKind.TABLE_CLOSED, 1)(units))
    assert effect.changes[0].table_number == 1
    assert (effect.moved, effect.losing) == (0, 4)
    assert effect.least == effect.repair.after.least == 1


def test_nothing_to_undo_is_said(units: UnitFactory, clock: SimulatedClock) -> None:
    with pytest.raises(Refusal) as refusal:
        undone(units, clock)
    assert refusal.value.code is RefusalCode.NOTHING_TO_UNDO


def test_changes_that_came_together_are_undone_together(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    before = planned(units)
    both = [person(ChangeKind.GONE, 1)(units), table(ChangeKind.TABLE_CLOSED, 2)(units)]
    happens(units, clock, *both)
    effect = undone(units, clock)
    assert [each.change for each in effect.changes] == both
    assert planned(units) == before


def test_a_round_more_and_less_keep_the_running_phase(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    go_to(units, clock, ROUND_1)
    happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 5)(units))
    state = conducting.conductor_state(units(), clock)
    assert (state.position, state.round_count) == (ROUND_1, 5)
    undone(units, clock)
    state = conducting.conductor_state(units(), clock)
    assert (state.position, state.round_count) == (ROUND_1, 4)


def test_a_rest_now_that_comes_when_the_round_is_over_is_refused(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    go_to(units, clock, ROUND_1 + 1)
    with pytest.raises(Refusal) as refusal:
        happens(units, clock, person(ChangeKind.REST, 1, 1)(units))
    assert refusal.value.code is RefusalCode.ROUND_OVER


INTEREST = 9
"""Where the phase after the last round stands."""


def test_a_round_is_not_added_once_the_last_one_has_passed(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    go_to(units, clock, INTEREST)
    with pytest.raises(Refusal) as refusal:
        happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 5)(units))
    assert refusal.value.code is RefusalCode.NO_ROUND_LEFT
    assert conducting.conductor_state(units(), clock).position == INTEREST


def test_an_added_round_that_has_begun_stays(units: UnitFactory, clock: SimulatedClock) -> None:
    go_to(units, clock, ROUND_1)
    happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 5)(units))
    go_to(units, clock, INTEREST + 1)
    with pytest.raises(Refusal) as refusal:
        undone(units, clock)
    assert refusal.value.code is RefusalCode.NO_ROUND_LEFT
    assert conducting.conductor_state(units(), clock).round_count == 5


def test_two_who_did_not_meet_as_planned_may_be_planned_again(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    everyone_comes(units, clock)
    go_to(units, clock, ROUND_1)
    missed = next(c for c in planned(units) if c.round_number == 1)
    happens(units, clock, DayChange(ChangeKind.NO_SHOW, missed.candidate_id, 1))
    go_to(units, clock, ROUND_1 + 1)
    happens(units, clock, DayChange(ChangeKind.SEATS, missed.employer_id, 2, seats=6))
    happens(units, clock, DayChange(ChangeKind.BACK, missed.candidate_id, 2))
    again = [c.round_number for c in planned(units) if c.key[1:] == missed.key[1:]]
    assert len(again) == 2
    assert again[0] == 1


def held_pairs(units: UnitFactory) -> set[tuple[UUID, UUID]]:
    with units() as unit:
        return set(unit.plans.held())


class TestWhatWasNotHeld:
    @pytest.mark.parametrize(
        "kind", [ChangeKind.NO_SHOW, ChangeKind.GONE, ChangeKind.REST, ChangeKind.LATE]
    )
    def test_it_counts_neither_as_met_nor_as_a_turn(
        self, units: UnitFactory, clock: SimulatedClock, kind: ChangeKind
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        away = candidates_of(units())[0]
        begins = 2 if kind is ChangeKind.LATE else 1
        happens(
            units, clock, DayChange(kind, away.id, begins, 1 if kind is ChangeKind.REST else None)
        )
        go_to(units, clock, ROUND_1 + 1)
        assert away.id not in {who for who, _ in held_pairs(units)}
        assert len(held_pairs(units)) == 3
        assert away.id not in {c.candidate_id for c in plan_request(units()).held}

    def test_nor_does_a_table_that_was_closed_in_mid_round(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        happens(units, clock, table(ChangeKind.TABLE_CLOSED, 1)(units))
        go_to(units, clock, ROUND_1 + 1)
        assert employers_of(units())[0].id not in {employer for _, employer in held_pairs(units)}

    def test_somebody_who_is_back_in_the_same_round_has_met(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        happens(units, clock, person(ChangeKind.NO_SHOW, 1)(units))
        happens(units, clock, person(ChangeKind.BACK, 1)(units))
        go_to(units, clock, ROUND_1 + 1)
        assert len(held_pairs(units)) == 4

    def test_somebody_who_meant_to_leave_early_and_stayed_has_met(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        first = candidates_of(units())[0]
        with units() as unit:
            unit.people.save(replace(first, presence=Presence(leaves=time(14, 0))))
            unit.commit()
        go_to(units, clock, ROUND_1 + 1)
        assert first.id in {who for who, _ in held_pairs(units)}


class TestTheRoom:
    def room(self, units: UnitFactory, number: int = 1) -> RoomSeating:
        return room_in_round(units(), number)

    def test_somebody_marked_in_the_running_round_keeps_the_chair_and_is_not_here(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        happens(units, clock, person(ChangeKind.NO_SHOW, 1)(units))
        guest = self.room(units).tables[0].guests[0]
        assert (guest.here, guest.absence) == (False, ChangeKind.NO_SHOW)
        assert self.room(units).tables[0].standing is TableStanding.FREE
        coming = self.room(units, 2)
        assert guest.candidate_id not in {g.candidate_id for t in coming.tables for g in t.guests}
        assert [away.absence for away in coming.away] == [ChangeKind.NO_SHOW]
        assert guest.candidate_id not in {g.candidate_id for g in coming.resting}

    def test_a_closed_table_says_so_even_with_its_guests_still_there(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        happens(units, clock, table(ChangeKind.TABLE_CLOSED, 1, 2)(units))
        assert self.room(units).tables[0].standing is TableStanding.CLOSED
        assert self.room(units).tables[0].guests
        assert self.room(units, 2).tables[0].standing is TableStanding.CLOSED
        assert self.room(units, 3).tables[0].seats == 1

    def test_seats_are_counted_as_they_are_now(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        happens(units, clock, table(ChangeKind.SEATS, 2, seats=3)(units))
        assert self.room(units, 1).tables[0].seats == 1
        assert self.room(units, 2).tables[0].seats == 3

    def test_whoever_wished_rest_is_away_and_not_among_those_without_a_table(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        happens(units, clock, person(ChangeKind.REST, 2, 2)(units))
        room = self.room(units, 2)
        assert [guest.absence for guest in room.away] == [ChangeKind.REST]
        assert room.away[0] not in room.resting
        assert self.room(units, 3).away == ()


class TestProposals:
    def look(self, units: UnitFactory, clock: SimulatedClock) -> PlanProposal | None:
        return propose(units(), clock, repair)

    def missing(self, units: UnitFactory) -> Attendee:
        """Who sits at the first table."""
        return representatives_of(units())[0]

    def test_while_people_arrive_nothing_is_proposed(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock, but=self.missing(units).id)
        assert self.look(units, clock) is None
        for position in range(ROUND_1):
            go_to(units, clock, position)
            assert self.look(units, clock) is None

    def test_an_employer_of_whom_nobody_came_is_closed_from_the_next_round(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock, but=self.missing(units).id)
        go_to(units, clock, ROUND_1)
        before = planned(units)
        found = self.look(units, clock)
        assert found is not None
        bakery = employers_of(units())[0]
        assert found.changes == (DayChange(ChangeKind.TABLE_CLOSED, bakery.id, 2),)
        assert found.effect.changes[0].name == bakery.name
        assert found.effect.moves
        assert planned(units) == before
        happens(units, clock, *found.changes)
        assert self.look(units, clock) is None

    def test_an_employer_who_said_to_come_later_is_not_missed(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock, but=self.missing(units).id)
        with units() as unit:
            bakery = unit.employers.all()[0]
            unit.employers.save(replace(bakery, presence=Presence(arrives=time(14, 27))))
            unit.commit()
        go_to(units, clock, ROUND_1)
        assert self.look(units, clock) is None

    def test_a_closed_table_is_opened_when_somebody_came_for_it(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        late = self.missing(units)
        everyone_comes(units, clock, but=late.id)
        go_to(units, clock, ROUND_1)
        happens(units, clock, table(ChangeKind.TABLE_CLOSED, 2)(units))
        clock.advance(60)
        check_in_person(units(), clock, late.id, desk=DeskPost("desk 1"))
        found = self.look(units, clock)
        assert found is not None
        assert [change.kind for change in found.changes] == [ChangeKind.TABLE_OPENED]

    def test_a_table_that_the_host_closed_with_people_there_stays_closed(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        clock.advance(60)
        happens(units, clock, table(ChangeKind.TABLE_CLOSED, 2)(units))
        assert self.look(units, clock) is None

    def test_somebody_marked_away_who_comes_to_the_desk_is_taken_back(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        first = candidates_of(units())[0]
        everyone_comes(units, clock, but=first.id)
        go_to(units, clock, ROUND_1)
        happens(units, clock, person(ChangeKind.NO_SHOW, 1)(units))
        assert self.look(units, clock) is None
        clock.advance(60)
        check_in_person(units(), clock, first.id, desk=DeskPost("desk 1"))
        found = self.look(units, clock)
        assert found is not None
        assert found.changes == (DayChange(ChangeKind.BACK, first.id, 2),)
        assert found.effect.gained == 1

    def test_somebody_marked_away_who_was_here_all_along_is_left_alone(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        clock.advance(60)
        happens(units, clock, person(ChangeKind.GONE, 1)(units))
        assert self.look(units, clock) is None
        check_out(units(), clock, candidates_of(units())[0].id, station="desk 1")
        assert self.look(units, clock) is None

    def test_the_places_of_whoever_checked_out_at_the_desk_can_be_given_away(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        leaver = next(c.candidate_id for c in planned(units) if c.round_number == 4)
        check_out(units(), clock, leaver, station="desk 1")
        found = self.look(units, clock)
        assert found is not None
        assert found.changes == (DayChange(ChangeKind.GONE, leaver, 2),)
        happens(units, clock, *found.changes)
        assert leaver not in {c.candidate_id for c in planned(units) if c.round_number > 1}
        assert self.look(units, clock) is None

    def test_the_places_of_whoever_does_not_take_part_after_all_can_be_given_away(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        leaver = next(c.candidate_id for c in planned(units) if c.round_number == 4)
        with units() as unit:
            unit.people.set_consent(leaver, ConsentKind.TAKE_PART, False, clock.now())
            unit.commit()
        found = self.look(units, clock)
        assert found is not None
        assert found.changes == (DayChange(ChangeKind.GONE, leaver, 2),)
        happens(units, clock, *found.changes)
        assert self.look(units, clock) is None

    def test_rest_is_nobodys_business(self, units: UnitFactory, clock: SimulatedClock) -> None:
        first = candidates_of(units())[0]
        everyone_comes(units, clock)
        go_to(units, clock, ROUND_1)
        happens(units, clock, person(ChangeKind.REST, 2, 2)(units))
        clock.advance(60)
        check_in_person(units(), clock, first.id, desk=DeskPost("desk 1"))
        assert self.look(units, clock) is None

    def test_a_walk_in_is_given_the_places_that_are_free(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        newcomer, employer = a_candidate(40, "Nour"), an_employer(9, "Garage Peeters", 6)
        contact = a_representative(41, employer)
        with units() as unit:
            unit.employers.save(employer)
            register(unit, newcomer)
            register(unit, contact)
            unit.commit()
        arrive(units(), clock, newcomer.id, contact.id)
        go_to(units, clock, ROUND_1)
        found = self.look(units, clock)
        assert found is not None
        assert found.changes == (DayChange(ChangeKind.WALK_IN, newcomer.id, 2),)
        happens(units, clock, *found.changes)
        assert self.look(units, clock) is None

    def test_nothing_is_proposed_that_would_help_nobody(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock)
        newcomer = a_candidate(40, "Nour")
        with units() as unit:
            register(unit, newcomer)
            unit.commit()
        arrive(units(), clock, newcomer.id)
        go_to(units, clock, ROUND_1)
        assert self.look(units, clock) is None

    def test_in_the_last_round_there_is_nothing_left_to_propose(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock, but=self.missing(units).id)
        with units() as unit:
            last = rounds_of(unit.programme.phases())[-1].position
        go_to(units, clock, last)
        assert self.look(units, clock) is None

    def test_what_is_known_and_still_true_is_not_worked_out_again(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock, but=self.missing(units).id)
        go_to(units, clock, ROUND_1)
        known = self.look(units, clock)
        assert known is not None
        assert propose(units(), clock, repair, known) is known
        happens(units, clock, person(ChangeKind.REST, 2, 2)(units))
        anew = propose(units(), clock, repair, known)
        assert anew is not None
        assert anew is not known
        assert anew.changes == known.changes

    def test_the_same_proposal_one_round_later_is_about_the_same(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        everyone_comes(units, clock, but=self.missing(units).id)
        go_to(units, clock, ROUND_1)
        now = self.look(units, clock)
        go_to(units, clock, ROUND_1 + 2)
        later = self.look(units, clock)
        assert now is not None
        assert later is not None
        assert now.changes != later.changes
        assert now.subject == later.subject


class TestTheRestOfTheDay:
    def swapped(self, units: UnitFactory) -> SeatingPlan:
        """The last two rounds the other way round: everybody meets the same people."""
        other = {3: 4, 4: 3}
        return SeatingPlan(
            tuple(
                sorted(
                    replace(c, round_number=other[c.round_number])
                    for c in planned(units)
                    if c.round_number in other
                )
            )
        )

    def test_it_is_shown_before_it_is_taken_and_can_be_undone(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        go_to(units, clock, ROUND_1)
        before, request, polished = planned(units), polish_request(units()), self.swapped(units)
        effect = foresee_polish(units(), request, polished)
        assert effect.first_round == 3
        assert effect.better == 0
        assert planned(units) == before
        taken = take_polish(units(), clock, request, polished, station="host")
        assert taken.moves == effect.moves
        undone(units, clock)
        assert planned(units) == before

    def test_how_much_better_it_is_is_said_as_a_share(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        with units() as unit:
            plan = unit.plans.current()
            assert plan is not None
            unit.plans.add(plan.method, plan.conversations[:12], clock.now())
            unit.commit()
        go_to(units, clock, ROUND_1)
        request = polish_request(units())
        full = SeatingPlan(tuple(c for c in plan.conversations if c.round_number >= 3))
        assert foresee_polish(units(), request, full).better == pytest.approx(4 / 12)

    def test_what_was_made_for_another_day_is_refused(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        go_to(units, clock, ROUND_1)
        request = polish_request(units())
        happens(units, clock, person(ChangeKind.GONE, 2)(units))
        with pytest.raises(Refusal) as refusal:
            take_polish(units(), clock, request, Carousel().plan(request), station="host")
        assert refusal.value.code is RefusalCode.PEOPLE_CHANGED


def test_undo_keeps_a_plan_that_organisers_published_since(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    rests = person(ChangeKind.REST, 2, 2)(units)
    happens(units, clock, rests)
    make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser", seed=3)
    published = planned(units)
    moves = undone(units, clock).moves
    assert {move.candidate_id for move in moves} <= {rests.subject}
    assert set(published) <= set(planned(units))


def test_undo_gives_a_lock_back(units: UnitFactory, clock: SimulatedClock) -> None:
    first = planned(units)[0]
    place = (first.candidate_id, first.round_number)
    draft = set_lock(units(), clock, [place], locked=True, station="organiser")
    publish_plan(units(), clock, draft.version, station="organiser")
    happens(units, clock, DayChange(ChangeKind.TABLE_CLOSED, first.employer_id, 1))
    undone(units, clock)
    with units() as unit:
        plan = unit.plans.current()
    assert plan is not None
    assert plan.locks == (first,)


def test_a_lock_in_a_draft_moves_nobody(units: UnitFactory, clock: SimulatedClock) -> None:
    before = planned(units)
    seated = next(c for c in before if c.round_number == 1)
    resting = next(
        each.id
        for each in candidates_of(units())
        if (1, each.id) not in {(c.round_number, c.candidate_id) for c in before}
        and (each.id, seated.employer_id) not in {c.key[1:] for c in before}
    )
    seat_by_hand(units(), clock, (seated.candidate_id, 1), None, station="organiser")
    seat_by_hand(units(), clock, (resting, 1), seated.employer_id, station="organiser")
    set_lock(units(), clock, [(resting, 1)], locked=True, station="organiser")
    happens(units, clock, person(ChangeKind.REST, 4, 4)(units))
    assert seated in planned(units)


def test_a_host_who_went_on_too_early_and_comes_back_moves_nobody(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    everyone_comes(units, clock)
    go_to(units, clock, ROUND_1 + 2)
    before = [c for c in planned(units) if c.round_number == 2]
    conducting.start_phase(units(), clock, ROUND_1 + 1, ROUND_1 + 2)
    happens(units, clock, person(ChangeKind.REST, 4, 4)(units))
    assert [c for c in planned(units) if c.round_number == 2] == before


def test_no_round_is_added_to_a_finished_day_and_the_only_one_stays(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    for last in (4, 3, 2):
        happens(units, clock, day_itself(ChangeKind.ROUND_DROPPED, last)(units))
    with pytest.raises(Refusal) as only:
        happens(units, clock, day_itself(ChangeKind.ROUND_DROPPED, 1)(units))
    end_the_day(units, clock)
    with pytest.raises(Refusal) as finished:
        happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 2)(units))
    assert only.value.code is finished.value.code is RefusalCode.NO_ROUND_LEFT


def test_whoever_receives_at_another_table_is_found_there(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    first = planned(units)[0]
    with units() as unit:
        moved = next(e for e in unit.employers.all() if e.id == first.employer_id)
        unit.employers.save(replace(moved, table_number=12))
        unit.commit()
    assert {c.table_number for c in planned(units) if c.employer_id == moved.id} == {12}
    with units() as unit:
        record = unit.people.record_by_id(first.candidate_id)
    assert record is not None
    assert record.first_table == FirstTable(12, 1)


def test_two_who_met_at_the_second_try_met_once(units: UnitFactory, clock: SimulatedClock) -> None:
    everyone_comes(units, clock)
    go_to(units, clock, ROUND_1)
    missed = next(c for c in planned(units) if c.round_number == 1)
    happens(units, clock, DayChange(ChangeKind.NO_SHOW, missed.candidate_id, 1))
    go_to(units, clock, ROUND_1 + 1)
    happens(units, clock, DayChange(ChangeKind.SEATS, missed.employer_id, 2, seats=6))
    happens(units, clock, DayChange(ChangeKind.BACK, missed.candidate_id, 2))
    go_to(units, clock, INTEREST)
    with units() as unit:
        met = conversations_met(unit)
        noted = unit.plans.held_conversations()
        rounds = read_day(unit, clock.now()).figures
    assert missed not in met
    assert sorted(c.key for c in met) == sorted(c.key for c in noted)
    assert (FigureCode.CONVERSATIONS_HELD, len(noted)) in {(f.code, f.count) for f in rounds}
