"""Founding an event: what the organisers describe becomes the event and its programme."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from kiosk.domain.clock import Clock
from kiosk.domain.event import Event, PublicNames
from kiosk.domain.programme import PhaseLine, lay_out
from kiosk.services.ports import UnitOfWork

EVENT_FOUNDED = "event-founded"
FOUNDING_STATION = "organiser"


@dataclass(frozen=True, slots=True)
class EventDescription:
    """An event as its organisers describe it, before it has an id and a file."""

    title: str
    date: date
    place: str
    timezone: str
    languages: tuple[str, ...]
    public_names: PublicNames
    table_count: int
    programme: tuple[PhaseLine, ...]
    made_with: str = ""


def found_event(unit: UnitOfWork, clock: Clock, description: EventDescription) -> Event:
    """Write the event and its phases into a new event file."""
    event = Event(
        id=uuid4(),
        title=description.title,
        date=description.date,
        place=description.place,
        timezone=description.timezone,
        languages=description.languages,
        public_names=description.public_names,
        table_count=description.table_count,
        made_with=description.made_with,
    )
    phases = lay_out(description.programme)
    with unit:
        unit.events.save(event)
        unit.programme.replace(phases)
        unit.journal.append(
            clock.now(),
            FOUNDING_STATION,
            EVENT_FOUNDED,
            [event.id],
            {"phases": len(phases), "tables": event.table_count},
        )
        unit.commit()
    return event
