"""Who sits where in a round, and whether they have come."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kiosk.domain.people import Employer, Side
from kiosk.domain.plan import (
    ChangeKind,
    Conversation,
    DayChange,
    PlanRequest,
    Seeker,
    TableOffer,
    with_changes,
)
from kiosk.domain.programme import rounds_of
from kiosk.services.ports import UnitOfWork
from kiosk.services.seating import expected_candidates, rounds_within
from kiosk.services.seating.absences import absences_in


@dataclass(frozen=True, slots=True)
class Guest:
    """A candidate at a table or at rest, as the room may know them.

    ``absence`` is what the host was told of this round; whoever is marked so is not ``here``.
    """

    candidate_id: UUID
    name: str
    badge_number: int
    here: bool
    absence: ChangeKind | None = None


class TableStanding(StrEnum):
    """What the host needs to know about a table in a round."""

    BUSY = "busy"
    FREE = "free"
    WAITING = "waiting"
    NO_EMPLOYER = "no-employer"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class TableSeating:
    """One table in one round: who receives there, and who sits there. ``seats`` 0 is closed."""

    employer_id: UUID
    employer_name: str
    table_number: int
    seats: int
    employer_here: bool
    guests: tuple[Guest, ...]

    @property
    def standing(self) -> TableStanding:
        """Closed, nobody to receive, nobody to come, somebody missing, or all well.

        Whoever is known to be away is not waited for.
        """
        if not self.seats:
            return TableStanding.CLOSED
        if not self.employer_here:
            return TableStanding.NO_EMPLOYER
        coming = [guest for guest in self.guests if guest.absence is None]
        if not coming:
            return TableStanding.FREE
        here = all(guest.here for guest in coming)
        return TableStanding.BUSY if here else TableStanding.WAITING


@dataclass(frozen=True, slots=True)
class RoomSeating:
    """The whole room in one round.

    ``resting`` are those who are there without a table; ``away`` those of whom the host was told
    that they are not, or wish to rest.
    """

    round_number: int
    tables: tuple[TableSeating, ...]
    resting: tuple[Guest, ...]
    away: tuple[Guest, ...] = ()


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
    changes = [each.change for each in unit.day_changes.standing()]
    absences = absences_in(changes, round_number)
    employers = unit.employers.all()
    request = _as_it_stands(unit, employers, changes)
    guests = _guests(unit, absences)
    at_table: defaultdict[UUID, list[Guest]] = defaultdict(list)
    for conversation in conversations_in(unit, round_number):
        at_table[conversation.employer_id].append(guests[conversation.candidate_id])
    seated = {guest.candidate_id for each in at_table.values() for guest in each}
    others = [
        (guests[seeker.candidate_id], round_number in seeker.rounds)
        for seeker in (request.seekers if unit.plans.current() else ())
        if seeker.candidate_id not in seated
    ]
    receiving = employers_here(unit) - absences.keys()
    offers = {offer.employer_id: offer for offer in request.tables}
    tables = tuple(
        TableSeating(
            employer.id,
            employer.name,
            employer.table_number,
            offers[employer.id].seats_in(round_number),
            employer.id in receiving,
            tuple(sorted(at_table[employer.id], key=lambda guest: guest.badge_number)),
        )
        for employer in employers
    )
    return RoomSeating(
        round_number,
        tables,
        tuple(guest for guest, there in others if there),
        tuple(guest for guest, there in others if guest.absence and not there),
    )


def _guests(unit: UnitOfWork, absences: Mapping[UUID, ChangeKind]) -> dict[UUID, Guest]:
    here = unit.people.present() - absences.keys()
    return {
        person.id: Guest(
            person.id,
            person.public_name,
            person.badge_number,
            person.id in here,
            absences.get(person.id),
        )
        for person in unit.people.all()
        if person.side is Side.CANDIDATE
    }


def _as_it_stands(
    unit: UnitOfWork, employers: Sequence[Employer], changes: Sequence[DayChange]
) -> PlanRequest:
    """Who is there in which rounds, and with how many seats; wishes are left out."""
    rounds = rounds_of(unit.programme.phases())
    tables = tuple(
        TableOffer.steady(
            employer.id,
            employer.table_number,
            employer.seats,
            rounds_within(employer.presence, rounds),
            len(rounds),
        )
        for employer in employers
    )
    seekers = tuple(
        Seeker(person.id, rounds_within(person.presence, rounds))
        for person in expected_candidates(unit)
    )
    return with_changes(PlanRequest(tables, seekers, len(rounds)), changes)
