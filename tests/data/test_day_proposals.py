"""What the host is offered when the room is not as planned, and at the next break."""

from dataclasses import replace
from datetime import time

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Attendee, ConsentKind, Presence
from kiosk.domain.plan import (
    ChangeKind,
    DayChange,
    SeatingPlan,
)
from kiosk.domain.programme import rounds_of
from kiosk.planning import Carousel
from kiosk.planning.repair import repair
from kiosk.services.desk.check_in import DeskPost, check_in_person
from kiosk.services.desk.leaving import check_out
from kiosk.services.ports import UnitFactory
from kiosk.services.seating.day import polish_request
from kiosk.services.seating.effects import (
    foresee_polish,
    take_polish,
)
from kiosk.services.seating.proposals import PlanProposal, propose
from tests.helpers.changing import (
    ROUND_1,
    everyone_comes,
    go_to,
    happens,
    person,
    plan_the_day,
    planned,
    table,
    undone,
)
from tests.helpers.days import a_candidate, a_representative, an_employer, register
from tests.helpers.seats import (
    arrive,
    candidates_of,
    employers_of,
    representatives_of,
)


@pytest.fixture(autouse=True)
def day(units: UnitFactory, clock: SimulatedClock) -> None:
    plan_the_day(units, clock)


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
