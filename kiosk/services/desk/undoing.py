"""Taking a check-in back: with one key for ten minutes, later with the organiser's consent."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.desk import UndoReason
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.verdicts import DeskRecord, VerdictCode
from kiosk.services.desk.check_in import SCAN, known
from kiosk.services.desk.leaving import CHECKED_OUT
from kiosk.services.ports import JournalEntry, UnitOfWork

UNDO = "undo-check-in"
FREE_MINUTES = 10
REACH = 500
"""So many scans of all desks are searched for the last welcome of this one."""

_WELCOMES = {VerdictCode.WELCOME.value, VerdictCode.WELCOME_BACK.value}


def undo(
    unit: UnitOfWork,
    clock: Clock,
    attendee_id: UUID,
    *,
    station: str,
    reason: UndoReason | None = None,
) -> DeskRecord:
    """Take somebody's last arrival back; the journal keeps both.

    Somebody who had left and came back counts as gone again, since they left; anybody else as
    never arrived.
    ``reason`` is given when an organiser has agreed, whose PIN the caller has checked.

    Raises:
        Refusal: NOTHING_TO_UNDO; UNDO_TOO_LATE without a reason after ten minutes.
    """
    with unit:
        record = known(unit, attendee_id)
        arrival = _last_arrival(unit, attendee_id)
        if record.check_in is None or not record.check_in.is_here or arrival is None:
            raise Refusal(RefusalCode.NOTHING_TO_UNDO)
        _require_in_time(arrival.at, clock, reason)
        undone = _take_back(unit, clock, record, arrival)
        facts = {"reason": reason.value} if reason else {}
        unit.journal.append(clock.now(), station, UNDO, (attendee_id,), facts)
        unit.commit()
    return undone


def last_welcomed(unit: UnitOfWork, *, station: str) -> UUID:
    """Whom this station checked in last, of those who are still here.

    Raises:
        Refusal: NOTHING_TO_UNDO.
    """
    with unit.reading():
        present = unit.people.present()
        for attendee_id, greeter in _greeters(unit.journal.latest((SCAN,), REACH)).items():
            if greeter == station and attendee_id in present:
                return attendee_id
    raise Refusal(RefusalCode.NOTHING_TO_UNDO)


def _greeters(scans: Iterable[JournalEntry]) -> dict[UUID, str]:
    """Which station welcomed whom last, newest first; after an undo it may be another one."""
    greeters: dict[UUID, str] = {}
    for entry in scans:
        if entry.facts["verdict"] in _WELCOMES:
            greeters.setdefault(entry.subjects[0], entry.station)
    return greeters


def _last_arrival(unit: UnitOfWork, attendee_id: UUID) -> JournalEntry | None:
    welcomes = (
        entry
        for entry in unit.journal.about(attendee_id, (SCAN,))
        if entry.facts["verdict"] in _WELCOMES
    )
    return next(welcomes, None)


def _require_in_time(at: datetime, clock: Clock, reason: UndoReason | None) -> None:
    if reason is None and clock.now() - at > timedelta(minutes=FREE_MINUTES):
        raise Refusal(RefusalCode.UNDO_TOO_LATE, minutes=FREE_MINUTES)


def _take_back(
    unit: UnitOfWork, clock: Clock, record: DeskRecord, arrival: JournalEntry
) -> DeskRecord:
    attendee_id = record.attendee.id
    if arrival.facts["verdict"] == VerdictCode.WELCOME_BACK.value:
        left = unit.journal.about(attendee_id, (CHECKED_OUT,))
        left_at = left[0].at if left else clock.now()
        unit.people.check_out(attendee_id, left_at)
        assert record.check_in is not None
        return replace(record, check_in=replace(record.check_in, left_at=left_at))
    unit.people.undo_check_in(attendee_id)
    return replace(record, check_in=None)
