"""A small day with made-up people, for tests that need one."""

from datetime import UTC, date, datetime, time
from uuid import UUID, uuid4

from kiosk.domain import codes
from kiosk.domain.event import Event, PublicNames
from kiosk.domain.people import Attendee, ConsentKind, Employer, Side
from kiosk.domain.programme import PhaseKind, PhaseLine, lay_out
from kiosk.services.ports import UnitOfWork

MORNING = datetime(2023, 3, 21, 12, 0, tzinfo=UTC)
PASSPHRASE = "een lange zin"

LINES = (
    PhaseLine(PhaseKind.WELCOME, 30, "Onthaal", time(13, 30)),
    PhaseLine(PhaseKind.INFO, 20, "Welkom", time(14, 0)),
    PhaseLine(PhaseKind.ROUND, 7, count=2, changeover_minutes=1),
    PhaseLine(PhaseKind.BREAK, 15, "Pauze"),
    PhaseLine(PhaseKind.ROUND, 7, count=2, changeover_minutes=1),
    PhaseLine(PhaseKind.INTEREST, 20, "Interesse"),
    PhaseLine(PhaseKind.CELEBRATION, 30, "Samen vieren"),
)


def an_event(public_names: PublicNames = PublicNames.CHOSEN_NAME) -> Event:
    """A day in Ghent."""
    return Event(
        id=uuid4(),
        title="Careerdating Gent",
        date=date(2023, 3, 21),
        place="Gent",
        timezone="Europe/Brussels",
        languages=("nl", "en"),
        public_names=public_names,
        table_count=15,
    )


def a_candidate(number: int, name: str = "Samira", **fields: object) -> Attendee:
    """Somebody who looks for work."""
    return Attendee(uuid4(), Side.CANDIDATE, number, name, "Benali", name, **fields)  # type: ignore[arg-type]


def an_employer(table: int, name: str = "Bakkerij De Smet", seats: int = 1) -> Employer:
    """An organisation with a table."""
    return Employer(uuid4(), name, table, seats)


def a_representative(number: int, employer: Employer, name: str = "Lotte") -> Attendee:
    """Somebody who sits at an employer's table."""
    return Attendee(uuid4(), Side.EMPLOYER, number, name, "Dhaenens", name, employer_id=employer.id)


def register(unit: UnitOfWork, attendee: Attendee, *, share: bool = True) -> str:
    """Put somebody in the file with consents, and return the badge code."""
    code = codes.new_code()
    unit.people.save(attendee)
    unit.people.give_code(attendee.id, code, MORNING)
    unit.people.set_consent(attendee.id, ConsentKind.TAKE_PART, True, MORNING)
    unit.people.set_consent(attendee.id, ConsentKind.SHARE_CONTACT, share, MORNING)
    return code


def found(unit: UnitOfWork, event: Event | None = None) -> Event:
    """Write an event and its programme."""
    event = event or an_event()
    unit.events.save(event)
    unit.programme.replace(lay_out(LINES))
    return event


def small_day(unit: UnitOfWork, candidates: int = 6, employers: int = 4) -> dict[UUID, str]:
    """An event with numbered people; returns everyone's badge code."""
    found(unit)
    people: dict[UUID, str] = {}
    for number in range(1, candidates + 1):
        person = a_candidate(number, f"Kandidaat{number}")
        people[person.id] = register(unit, person)
    for table in range(1, employers + 1):
        employer = an_employer(table, f"Werkgever {table}")
        unit.employers.save(employer)
        person = a_representative(candidates + table, employer, f"Contact{table}")
        people[person.id] = register(unit, person)
    return people
