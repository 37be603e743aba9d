"""What tests of the desk's use cases share: a desk, what the file says, and refusals."""

from collections.abc import Callable
from uuid import UUID

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Attendee, CheckIn
from kiosk.domain.print_jobs import PrintJob
from kiosk.services.desk.check_in import DeskPost
from kiosk.services.ports import JournalEntry, UnitFactory

DESK = "desk 1"
POST = DeskPost(DESK, "Els")


def attendee(units: UnitFactory, attendee_id: UUID) -> Attendee:
    """Somebody as the file has them."""
    with units() as unit:
        found = unit.people.get(attendee_id)
    assert found is not None
    return found


def everyone(units: UnitFactory) -> list[Attendee]:
    """Everybody in the file, by badge number."""
    with units() as unit:
        return unit.people.all()


def arrival(units: UnitFactory, attendee_id: UUID) -> CheckIn | None:
    """When somebody came, if they did."""
    with units() as unit:
        return unit.people.check_ins().get(attendee_id)


def queue(units: UnitFactory) -> list[PrintJob]:
    """What waits for the desk's printer."""
    with units() as unit:
        return unit.prints.waiting(DESK)


def journal(units: UnitFactory) -> list[JournalEntry]:
    """All of the journal."""
    with units() as unit:
        return unit.journal.entries()


def refused(act: Callable[[], object]) -> RefusalCode:
    """With which code something is refused; it must be."""
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code
