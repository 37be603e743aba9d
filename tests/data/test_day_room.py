"""What a change means for who has met and for what the room is like in a round."""

from dataclasses import replace
from datetime import time
from uuid import UUID

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import Presence
from kiosk.domain.plan import (
    ChangeKind,
    DayChange,
)
from kiosk.services.ports import UnitFactory
from kiosk.services.room_seating import RoomSeating, TableStanding, room_in_round
from kiosk.services.seating import plan_request
from tests.helpers.changing import (
    ROUND_1,
    everyone_comes,
    go_to,
    happens,
    person,
    plan_the_day,
    table,
)
from tests.helpers.seats import (
    candidates_of,
    employers_of,
)


@pytest.fixture(autouse=True)
def day(units: UnitFactory, clock: SimulatedClock) -> None:
    plan_the_day(units, clock)


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
