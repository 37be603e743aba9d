"""Who sits where in a round, and whether they have come."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kiosk.domain.people import Side
from kiosk.domain.plan import Conversation
from kiosk.domain.programme import rounds_of
from kiosk.services.ports import UnitOfWork
from kiosk.services.seating import expected_candidates, rounds_within


@dataclass(frozen=True, slots=True)
class Guest:
    """A candidate at a table or at rest, as the room may know them."""

    candidate_id: UUID
    name: str
    badge_number: int
    here: bool


class TableStanding(StrEnum):
    """What the host needs to know about a table in a round."""

    BUSY = "busy"
    FREE = "free"
    WAITING = "waiting"
    NO_EMPLOYER = "no-employer"


@dataclass(frozen=True, slots=True)
class TableSeating:
    """One table in one round: who receives there, and who sits there."""

    employer_id: UUID
    employer_name: str
    table_number: int
    seats: int
    employer_here: bool
    guests: tuple[Guest, ...]

    @property
    def standing(self) -> TableStanding:
        """Nobody to receive, nobody to come, somebody missing, or all well."""
        if not self.employer_here:
            return TableStanding.NO_EMPLOYER
        if not self.guests:
            return TableStanding.FREE
        here = all(guest.here for guest in self.guests)
        return TableStanding.BUSY if here else TableStanding.WAITING


@dataclass(frozen=True, slots=True)
class RoomSeating:
    """The whole room in one round. ``resting`` are those who are there without a table."""

    round_number: int
    tables: tuple[TableSeating, ...]
    resting: tuple[Guest, ...]


def room_in_round(unit: UnitOfWork, round_number: int) -> RoomSeating:
    """Who sits where in a round; without a plan, the tables with nobody at them."""
    with unit:
        return read_room(unit, round_number)


def employers_here(unit: UnitOfWork) -> frozenset[UUID]:
    """The employers of whom somebody is here now, inside an open unit of work."""
    return unit.people.employers_present()


def conversations_in(unit: UnitOfWork, round_number: int) -> tuple[Conversation, ...]:
    """What the plan in force, if any, has for one round; inside an open unit of work."""
    plan = unit.plans.current()
    found = plan.conversations if plan else ()
    return tuple(c for c in found if c.round_number == round_number)


def read_room(unit: UnitOfWork, round_number: int) -> RoomSeating:
    """The room in a round, inside an open unit of work."""
    here = unit.people.present()
    guests = {
        person.id: Guest(person.id, person.public_name, person.badge_number, person.id in here)
        for person in unit.people.all()
        if person.side is Side.CANDIDATE
    }
    at_table: defaultdict[UUID, list[Guest]] = defaultdict(list)
    resting = _there_in(unit, round_number) if unit.plans.current() else {}
    for conversation in conversations_in(unit, round_number):
        at_table[conversation.employer_id].append(guests[conversation.candidate_id])
        resting.pop(conversation.candidate_id, None)
    receiving = employers_here(unit)
    tables = tuple(
        TableSeating(
            employer.id,
            employer.name,
            employer.table_number,
            employer.seats,
            employer.id in receiving,
            tuple(at_table[employer.id]),
        )
        for employer in unit.employers.all()
    )
    return RoomSeating(round_number, tables, tuple(guests[person_id] for person_id in resting))


def _there_in(unit: UnitOfWork, round_number: int) -> dict[UUID, None]:
    """Everyone who can be seated in a round, in order of badge number."""
    rounds = rounds_of(unit.programme.phases())
    return {
        person.id: None
        for person in expected_candidates(unit)
        if round_number in rounds_within(person.presence, rounds)
    }
