"""What people and employers are called where a plan is told."""

from dataclasses import dataclass
from uuid import UUID

from kiosk.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Names:
    """Public name and badge number of each attendee, and the name of each employer."""

    people: dict[UUID, tuple[int, str]]
    employers: dict[UUID, str]


def names_of(unit: UnitOfWork) -> Names:
    """The names as they are now."""
    with unit.reading():
        return read_names(unit)


def read_names(unit: UnitOfWork) -> Names:
    """The same, inside an open unit of work."""
    return Names(
        {person.id: (person.badge_number, person.public_name) for person in unit.people.all()},
        {employer.id: employer.name for employer in unit.employers.all()},
    )
