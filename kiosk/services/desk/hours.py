"""When the desk checks people in: not before the doors open, not after the day is closed."""

from dataclasses import replace
from datetime import datetime

from kiosk.domain.clock import Clock
from kiosk.domain.event import Event
from kiosk.services.ports import UnitOfWork

DESK_HOURS_SET = "desk-hours-set"


def set_desk_hours(
    unit: UnitOfWork,
    clock: Clock,
    opens: datetime | None,
    closes: datetime | None,
    *,
    station: str,
) -> Event:
    """From when until when the desk checks people in; None is no limit."""
    with unit:
        event = replace(unit.events.get(), desk_opens=opens, desk_closes=closes)
        unit.events.save(event)
        facts = {
            "opens": opens.isoformat() if opens else "",
            "closes": closes.isoformat() if closes else "",
        }
        unit.journal.append(clock.now(), station, DESK_HOURS_SET, facts=facts)
        unit.commit()
    return event
