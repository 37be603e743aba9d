"""Checking out: somebody goes home, or out for air; the next scan welcomes them back."""

from dataclasses import replace
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.verdicts import DeskRecord
from kiosk.services.desk.check_in import known
from kiosk.services.ports import UnitOfWork

CHECKED_OUT = "checked-out"


def check_out(unit: UnitOfWork, clock: Clock, attendee_id: UUID, *, station: str) -> DeskRecord:
    """Record that somebody left; nobody is asked why.

    Raises:
        Refusal: NOT_HERE when they had not arrived or had left already.
    """
    with unit:
        record, now = known(unit, attendee_id), clock.now()
        if not unit.people.check_out(attendee_id, now):
            raise Refusal(RefusalCode.NOT_HERE)
        unit.journal.append(now, station, CHECKED_OUT, (attendee_id,))
        unit.commit()
    assert record.check_in is not None
    return replace(record, check_in=replace(record.check_in, left_at=now))
