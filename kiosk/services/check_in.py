"""Checking people in: a scan or a choice from the search list goes in, a verdict comes out.

A verdict is in the file before anyone sees it. The way of a scan is kept short on purpose: one
look-up, one arrival, one journal entry, one commit.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.codes import CodeForm, form_of, normalise
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import Event
from kiosk.domain.indicators import Attendance
from kiosk.domain.people import Attendee, CheckIn, Employer, Side, Standing
from kiosk.domain.verdicts import DeskRecord, Verdict, VerdictCode, judge
from kiosk.services.ports import JournalEntry, UnitOfWork

SCAN = "scan"
UNDO = "undo-check-in"
RECENT_SCANS = 7
UNDO_REACH = 500


@dataclass(frozen=True, slots=True)
class RecentScan:
    """One line of the desk's memory; ``code`` is None where a check-in was undone."""

    at: datetime
    code: VerdictCode | None
    attendee: Attendee | None = None
    organisation: str = ""
    table_number: int | None = None


@dataclass(frozen=True, slots=True)
class DeskState:
    """Who is here out of those expected, and the last scans, newest first.

    An employer counts as here when one of its representatives is.
    """

    event: Event
    candidates: Attendance
    employers_expected: int
    employers_here: frozenset[UUID]
    recent: tuple[RecentScan, ...]

    @property
    def employers(self) -> Attendance:
        """Organisations here out of those expected."""
        return Attendance(len(self.employers_here), self.employers_expected)

    @property
    def missing(self) -> int:
        """How many candidates and employers are still on their way."""
        return self.candidates.missing + self.employers.missing

    def after(self, verdict: Verdict) -> "DeskState":
        """The state once this verdict was given, without asking the file for all of it again."""
        recent = (_recent_of(verdict), *self.recent)[:RECENT_SCANS]
        if verdict.code is not VerdictCode.WELCOME or verdict.record is None:
            return replace(self, recent=recent)
        attendee = verdict.record.attendee
        came = int(attendee.side is Side.CANDIDATE)
        return replace(
            self,
            recent=recent,
            candidates=replace(self.candidates, here=self.candidates.here + came),
            employers_here=self.employers_here | _employer_of(attendee),
        )


def scan(
    unit: UnitOfWork, clock: Clock, text: str, *, station: str, volunteer: str = ""
) -> Verdict:
    """Answer a scanned or typed badge code, or a badge number.

    Scanning again changes nothing. Refused scans go into the journal too, never their text.
    """
    with unit:
        record = _record_of(unit, text)
        if record is None:
            verdict = Verdict(_refused(text), clock.now())
        else:
            verdict = _answer(unit, record, CheckIn(clock.now(), station, volunteer))
        _remember(unit, verdict, station)
        unit.commit()
    return verdict


def check_in_person(
    unit: UnitOfWork, clock: Clock, attendee_id: UUID, *, station: str, volunteer: str = ""
) -> Verdict:
    """The same answer for somebody chosen from the search list, without a badge."""
    with unit:
        record = _known(unit, attendee_id)
        verdict = _answer(unit, record, CheckIn(clock.now(), station, volunteer))
        _remember(unit, verdict, station)
        unit.commit()
    return verdict


def undo(unit: UnitOfWork, clock: Clock, attendee_id: UUID, *, station: str) -> DeskRecord:
    """Take a check-in back; the journal keeps both. Raises Refusal when there is none."""
    with unit:
        record = _undone(unit, clock, attendee_id, station)
        unit.commit()
    return record


def undo_last(unit: UnitOfWork, clock: Clock, *, station: str) -> DeskRecord:
    """Take back the newest check-in of this station that still stands."""
    with unit:
        arrivals = unit.people.check_ins().items()
        here = {attendee for attendee, arrival in arrivals if arrival.station == station}
        welcomed = (
            subject
            for entry in unit.journal.latest((SCAN,), UNDO_REACH)
            if entry.station == station and entry.facts["verdict"] == VerdictCode.WELCOME.value
            for subject in entry.subjects
            if subject in here
        )
        newest = next(welcomed, None)
        if newest is None:
            raise Refusal(RefusalCode.NOTHING_TO_UNDO)
        record = _undone(unit, clock, newest, station)
        unit.commit()
    return record


def desk_state(unit: UnitOfWork) -> DeskState:
    """Counters and last scans, read anew."""
    with unit:
        people = {attendee.id: attendee for attendee in unit.people.all()}
        employers = {employer.id: employer for employer in unit.employers.all()}
        here = unit.people.check_ins().keys()
        entries = unit.journal.latest((SCAN, UNDO), RECENT_SCANS)
        event = unit.events.get()
    candidates = [person for person in people.values() if person.side is Side.CANDIDATE]
    expected = [p for p in candidates if p.id in here or p.standing is Standing.EXPECTED]
    return DeskState(
        event=event,
        candidates=Attendance(sum(person.id in here for person in candidates), len(expected)),
        employers_expected=len(employers),
        employers_here=_employer_of(*(people[attendee_id] for attendee_id in here)),
        recent=tuple(_recalled(entry, people, employers) for entry in entries),
    )


def _record_of(unit: UnitOfWork, text: str) -> DeskRecord | None:
    if form_of(text) is CodeForm.VALID:
        return unit.people.record_by_code(normalise(text))
    number = text.strip()
    if not (number.isascii() and number.isdecimal()):
        return None
    holders = (a.id for a in unit.people.all() if str(a.badge_number) == number.lstrip("0"))
    holder = next(holders, None)
    return unit.people.record_by_id(holder) if holder else None


def _refused(text: str) -> VerdictCode:
    damaged = form_of(text) is CodeForm.DAMAGED
    return VerdictCode.DAMAGED_CODE if damaged else VerdictCode.UNKNOWN_CODE


def _known(unit: UnitOfWork, attendee_id: UUID) -> DeskRecord:
    record = unit.people.record_by_id(attendee_id)
    if record is None:
        raise Refusal(RefusalCode.UNKNOWN_ATTENDEE)
    return record


def _answer(unit: UnitOfWork, record: DeskRecord, arrival: CheckIn) -> Verdict:
    """Judge, and let the file decide when two desks greet the same person at once."""
    code = judge(record)
    if code is VerdictCode.WELCOME:
        if unit.people.check_in(record.attendee.id, arrival):
            return Verdict(code, arrival.at, record, arrival)
        record = _known(unit, record.attendee.id)
        code = judge(record)
    return Verdict(code, arrival.at, record, record.check_in)


def _remember(unit: UnitOfWork, verdict: Verdict, station: str) -> None:
    subjects = (verdict.attendee_id,) if verdict.attendee_id else ()
    unit.journal.append(verdict.at, station, SCAN, subjects, {"verdict": verdict.code.value})


def _undone(unit: UnitOfWork, clock: Clock, attendee_id: UUID, station: str) -> DeskRecord:
    record = _known(unit, attendee_id)
    if record.check_in is None:
        raise Refusal(RefusalCode.NOTHING_TO_UNDO)
    unit.people.undo_check_in(attendee_id)
    unit.journal.append(clock.now(), station, UNDO, (attendee_id,))
    return replace(record, check_in=None)


def _employer_of(*attendees: Attendee) -> frozenset[UUID]:
    return frozenset(
        attendee.employer_id
        for attendee in attendees
        if attendee.side is Side.EMPLOYER and attendee.employer_id
    )


def _recent_of(verdict: Verdict) -> RecentScan:
    record = verdict.record
    if record is None:
        return RecentScan(verdict.at, verdict.code)
    own_table = record.first_table if record.attendee.side is Side.EMPLOYER else None
    table = own_table.table_number if own_table else None
    return RecentScan(verdict.at, verdict.code, record.attendee, record.organisation, table)


def _recalled(
    entry: JournalEntry, people: dict[UUID, Attendee], employers: dict[UUID, Employer]
) -> RecentScan:
    code = VerdictCode(str(entry.facts["verdict"])) if entry.what == SCAN else None
    attendee = _first(entry.subjects, people)
    employer = employers.get(attendee.employer_id) if attendee and attendee.employer_id else None
    if employer is None:
        return RecentScan(entry.at, code, attendee)
    return RecentScan(entry.at, code, attendee, employer.name, employer.table_number)


def _first(subjects: Sequence[UUID], people: dict[UUID, Attendee]) -> Attendee | None:
    return next((people[subject] for subject in subjects if subject in people), None)
