"""What the organisers' screens show: the plan, the people, and the day's results."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.event import Event
from kiosk.domain.people import Attendee, CheckIn, Employer, Side, Standing
from kiosk.domain.plan import Conversation, PlanRequest, UnmetWish, unmet_wishes
from kiosk.domain.programme import Phase, PhaseKind, rounds_of, taking_place
from kiosk.services.export import DayExport, read_day
from kiosk.services.ports import PlanVersion, UnitOfWork
from kiosk.services.search import PeopleIndex, load_people
from kiosk.services.seating import PlanGrid, read_grid, read_request


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """The newest plan, be it a draft, and what a next one would be made from.

    ``request`` and ``conversations`` are what moves by hand are judged with; ``unmet`` are the
    wishes that the plan does not meet; ``published`` is the version in force. ``begun`` says that
    conversations were held, so that a new plan would cut through the day.
    """

    grid: PlanGrid | None
    request: PlanRequest
    conversations: tuple[Conversation, ...]
    unmet: tuple[UnmetWish, ...]
    published: int | None
    versions: tuple[PlanVersion, ...]
    begun: bool
    rounds: tuple[Phase, ...]
    changeover_seconds: int
    candidates: int
    employers: int


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One attendee as the staff list shows them: no contact details, and not what they need."""

    attendee_id: UUID
    badge_number: int
    name: str
    side: Side
    organisation: str
    languages: tuple[str, ...]
    arrived_at: datetime | None
    cancelled: bool
    has_needs: bool


@dataclass(frozen=True, slots=True)
class PeopleOverview:
    """Everyone by badge number, and the index that finds them by name."""

    people: tuple[PersonEntry, ...]
    index: PeopleIndex


@dataclass(frozen=True, slots=True)
class DayResults:
    """The day's figures and matches, and what went into it."""

    day: DayExport
    phases: tuple[Phase, ...]
    seats: int
    representatives: int
    companions: int


def plan_overview(unit: UnitOfWork) -> PlanOverview:
    """The plan page, whether or not a plan was made."""
    with unit.reading():
        plan, published = unit.plans.newest(), unit.plans.current()
        phases, request = unit.programme.phases(), read_request(unit)
        conversations = plan.conversations if plan else ()
        return PlanOverview(
            read_grid(unit, plan, request) if plan else None,
            request,
            conversations,
            unmet_wishes(request, conversations) if plan else (),
            published.version if published else None,
            tuple(unit.plans.versions()),
            bool(unit.plans.held()),
            rounds_of(phases),
            max((p.seconds for p in phases if p.kind is PhaseKind.CHANGEOVER), default=0),
            len(request.seekers),
            len(request.tables),
        )


def people_overview(unit: UnitOfWork) -> PeopleOverview:
    """Everyone with a badge."""
    with unit:
        event = unit.events.get()
        here = unit.people.check_ins()
        employers = {employer.id: employer for employer in unit.employers.all()}
        people = tuple(
            _entry(event, person, here.get(person.id), employers) for person in unit.people.all()
        )
    return PeopleOverview(people, load_people(unit))


def day_results(unit: UnitOfWork, clock: Clock) -> DayResults:
    """The results page. Reading it is no export, so the journal says nothing of it."""
    with unit:
        day = read_day(unit, clock.now())
        sides = [line.side for line in day.attendance]
        return DayResults(
            day,
            taking_place(unit.programme.phases()),
            sum(employer.seats for employer in unit.employers.all()),
            sides.count(Side.EMPLOYER),
            sides.count(Side.COMPANION),
        )


def _entry(
    event: Event,
    person: Attendee,
    arrival: CheckIn | None,
    employers: dict[UUID, Employer],
) -> PersonEntry:
    employer = employers.get(person.employer_id) if person.employer_id else None
    return PersonEntry(
        person.id,
        person.badge_number,
        person.public_name,
        person.side,
        employer.name if employer else "",
        person.languages,
        event.local(arrival.at) if arrival else None,
        person.standing is Standing.CANCELLED,
        bool(person.needs.strip()),
    )
