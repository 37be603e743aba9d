"""Who is expected and not here yet, and whom to call about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.people import Attendee, ConsentKind, Employer, RouteKind, Side, Standing
from kiosk.services.ports import UnitOfWork

_ORDER = (Side.EMPLOYER, Side.CANDIDATE, Side.COMPANION)


@dataclass(frozen=True, slots=True)
class CallLine:
    """One person to call; ``through`` is the organisation or companions that speak for them."""

    attendee_id: UUID
    badge_number: int
    name: str
    side: Side
    organisation: str
    table_number: int | None
    phone: str
    email: str
    through: str
    arrives: str

    @property
    def order(self) -> tuple[int, int, str, int]:
        """Sides first, then tables, then names."""
        name = self.name.casefold()
        return (_ORDER.index(self.side), self.table_number or 0, name, self.badge_number)


def call_list(unit: UnitOfWork) -> tuple[CallLine, ...]:
    """Everyone expected who never came: employers by table first, because a table waits for them.

    Somebody who was here and left is not missing, and who said no to taking part is not called. A
    representative is missing only while nobody of the organisation is here.
    """
    with unit.reading():
        people = unit.people.all()
        came = unit.people.check_ins()
        consents = unit.people.consents()
        employers = {employer.id: employer for employer in unit.employers.all()}
        receiving = unit.people.employers_present()
    companions = _companions(people)
    missing = (
        person
        for person in people
        if person.standing is Standing.EXPECTED
        and person.id not in came
        and person.employer_id not in receiving
        and consents.get(person.id, {}).get(ConsentKind.TAKE_PART) is not False
    )
    lines = (_line(each, employers, companions) for each in missing)
    return tuple(sorted(lines, key=lambda line: line.order))


def _companions(people: Iterable[Attendee]) -> Mapping[UUID, list[str]]:
    """By candidate, the names of those who come along."""
    names: defaultdict[UUID, list[str]] = defaultdict(list)
    for person in people:
        if person.companion_of:
            names[person.companion_of].append(person.public_name)
    return names


def _line(
    person: Attendee, employers: Mapping[UUID, Employer], companions: Mapping[UUID, list[str]]
) -> CallLine:
    employer = employers.get(person.employer_id) if person.employer_id else None
    return CallLine(
        person.id,
        person.badge_number,
        _name(person),
        person.side,
        employer.name if employer else "",
        employer.table_number if employer else None,
        person.phone,
        person.email,
        _through(person, companions.get(person.id, [])),
        f"{person.presence.arrives:%H:%M}" if person.presence.arrives else "",
    )


def _name(person: Attendee) -> str:
    """The name to ask for; a chosen name of several words is left as it was chosen."""
    called = person.public_name
    return called if " " in called else f"{called} {person.family_name}".strip()


def _through(person: Attendee, companions: Iterable[str]) -> str:
    match person.route.kind:
        case RouteKind.ORGANISATION:
            return person.route.through
        case RouteKind.COMPANION:
            return ", ".join(companions)
        case RouteKind.DIRECT:
            return ""
