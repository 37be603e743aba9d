"""Founding an event: what the organisers describe becomes the event and its programme."""

from dataclasses import dataclass, replace
from datetime import date, time
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
    desk_opens: time | None = None
    desk_closes: time | None = None


def found_event(unit: UnitOfWork, clock: Clock, description: EventDescription) -> Event:
    """Write the event and its phases into a new event file.

    Without another word the desk opens as the day begins: who tries a badge the evening before is
    not checked in by it.
    """
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
    event = replace(
        event,
        desk_opens=event.moment(description.desk_opens or time(0)),
        desk_closes=event.moment(description.desk_closes) if description.desk_closes else None,
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
