"""Plans and arrivals for tests of a small day."""

from collections.abc import Sequence
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.people import Attendee, CheckIn, Employer, Side
from kiosk.domain.plan import Conversation, PlanMethod
from kiosk.services import conducting
from kiosk.services.ports import UnitFactory, UnitOfWork


def candidates_of(unit: UnitOfWork) -> list[Attendee]:
    """The candidates by badge number, in a unit of work of its own."""
    with unit:
        return [person for person in unit.people.all() if person.side is Side.CANDIDATE]


def representatives_of(unit: UnitOfWork) -> list[Attendee]:
    """The representatives by badge number, in a unit of work of its own."""
    with unit:
        return [person for person in unit.people.all() if person.side is Side.EMPLOYER]


def employers_of(unit: UnitOfWork) -> list[Employer]:
    """The employers by table, in a unit of work of its own."""
    with unit:
        return unit.employers.all()


def seat(unit: UnitOfWork, clock: Clock, *rounds: Sequence[tuple[Attendee, Employer]]) -> None:
    """Save a plan: for each round, who meets whom."""
    conversations = [
        Conversation(number, employer.table_number, candidate.id, employer.id)
        for number, pairs in enumerate(rounds, start=1)
        for candidate, employer in pairs
    ]
    with unit:
        unit.plans.add(PlanMethod.CAROUSEL, conversations, clock.now())
        unit.commit()


def arrive(unit: UnitOfWork, clock: Clock, *people: UUID) -> None:
    """Check people in, without a desk."""
    with unit:
        for person in people:
            unit.people.check_in(person, CheckIn(clock.now(), "desk 1", "Lotte"))
        unit.commit()


def end_the_day(units: UnitFactory, clock: Clock) -> None:
    """The host goes to the last phase and ends the programme, whatever ran before."""
    running = conducting.conductor_state(units(), clock)
    last = running.rows[-1].phase.position
    conducting.start_phase(units(), clock, last, running.position)
    conducting.finish(units(), clock, last)
