"""Checking people in: a scan or a choice from the search list goes in, a verdict comes out.

A verdict is in the file before anyone sees it. The way of a scan is kept short on purpose: one
look-up, one arrival, one journal entry, one commit.
"""

from dataclasses import dataclass, field, replace
from uuid import UUID

from kiosk.domain import codes
from kiosk.domain.clock import Clock
from kiosk.domain.codes import CodeForm, form_of
from kiosk.domain.desk import DeskSettings
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import CheckIn, badge_label
from kiosk.domain.verdicts import DeskRecord, Verdict, VerdictCode, judge
from kiosk.services.desk.on_scan import print_on_welcome
from kiosk.services.ports import UnitOfWork

SCAN = "scan"
LONGEST_BADGE_NUMBER = 9

_REFUSED = {
    # Whatever has the right check letters was made by this program, so for another event.
    CodeForm.VALID: VerdictCode.OTHER_EVENT,
    CodeForm.DAMAGED: VerdictCode.DAMAGED_CODE,
    CodeForm.GARBLED: VerdictCode.GARBLED_SCAN,
    CodeForm.NOT_A_CODE: VerdictCode.UNKNOWN_CODE,
}


@dataclass(frozen=True, slots=True)
class DeskPost:
    """Where a check-in is made and by whom, and what that desk prints by itself."""

    station: str
    volunteer: str = ""
    settings: DeskSettings = field(default_factory=DeskSettings)


def scan(unit: UnitOfWork, clock: Clock, text: str, *, desk: DeskPost) -> Verdict:
    """Answer a scanned or typed badge code, or a badge number.

    Scanning again changes nothing. Refused scans go into the journal too, never their text.
    """
    with unit:
        record = _record_of(unit, text)
        if record is None:
            verdict = Verdict(_refused(text), clock.now())
        else:
            verdict = answer(unit, clock, record, desk)
        verdict = remember(unit, verdict, desk.station)
        unit.commit()
    return verdict


def check_in_person(
    unit: UnitOfWork, clock: Clock, attendee_id: UUID, *, desk: DeskPost
) -> Verdict:
    """The same answer for somebody chosen from the search list, without a badge."""
    with unit:
        verdict = answer(unit, clock, known(unit, attendee_id), desk)
        verdict = remember(unit, verdict, desk.station)
        unit.commit()
    return verdict


def known(unit: UnitOfWork, attendee_id: UUID) -> DeskRecord:
    """Somebody's record, inside an open unit of work. Raises Refusal UNKNOWN_ATTENDEE."""
    record = unit.people.record_by_id(attendee_id)
    if record is None:
        raise Refusal(RefusalCode.UNKNOWN_ATTENDEE)
    return record


def answer(unit: UnitOfWork, clock: Clock, record: DeskRecord, desk: DeskPost) -> Verdict:
    """Judge, and let the file decide when two desks greet the same person at once."""
    now = clock.now()
    code = judge(record, now)
    arrival = CheckIn(now, desk.station, desk.volunteer)
    if code is VerdictCode.WELCOME and unit.people.check_in(record.attendee.id, arrival):
        print_on_welcome(unit, record.attendee, desk.settings, desk.station, now)
        return Verdict(code, now, record, arrival)
    if code is VerdictCode.WELCOME_BACK and unit.people.come_back(record.attendee.id):
        print_on_welcome(unit, record.attendee, desk.settings, desk.station, now)
        assert record.check_in is not None
        return Verdict(code, now, record, replace(record.check_in, left_at=None))
    if code in {VerdictCode.WELCOME, VerdictCode.WELCOME_BACK}:
        record = known(unit, record.attendee.id)
        code = judge(record, now)
    return Verdict(code, now, record, record.check_in)


def remember(unit: UnitOfWork, verdict: Verdict, station: str) -> Verdict:
    """Put a verdict into the journal; it comes back with its place there."""
    subjects = (verdict.attendee_id,) if verdict.attendee_id else ()
    facts = {"verdict": verdict.code.value}
    return replace(verdict, entry=unit.journal.append(verdict.at, station, SCAN, subjects, facts))


def _record_of(unit: UnitOfWork, text: str) -> DeskRecord | None:
    code = codes.code_in(text)
    if code is not None:
        return unit.people.record_by_code(code)
    number = _badge_number(text)
    return None if number is None else unit.people.record_by_number(number)


def _badge_number(text: str) -> int | None:
    """A number just as a badge shows it; ``00000017`` is a bar code of something else."""
    written = text.strip()
    if not (written.isascii() and written.isdecimal() and len(written) <= LONGEST_BADGE_NUMBER):
        return None
    number = int(written)
    return number if written in {str(number), badge_label(number)} else None


def _refused(text: str) -> VerdictCode:
    return VerdictCode.OTHER_EVENT if codes.code_in(text) else _REFUSED[form_of(text)]
