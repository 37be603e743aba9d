"""What a desk shows beside its answers: who is here, how fast it goes, and the last scans."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.arrivals import Arrival, Arrivals
from kiosk.domain.clock import Clock
from kiosk.domain.event import Event
from kiosk.domain.indicators import Attendance
from kiosk.domain.people import Attendee, Employer, Side
from kiosk.domain.verdicts import DeskRecord, Verdict, VerdictCode
from kiosk.services.desk.check_in import SCAN
from kiosk.services.desk.leaving import CHECKED_OUT
from kiosk.services.desk.undoing import UNDO
from kiosk.services.ports import JournalEntry, UnitOfWork

RECENT_SCANS = 7
WELCOMES = frozenset({VerdictCode.WELCOME, VerdictCode.WELCOME_BACK})


class DeskAct(StrEnum):
    """What a line of the desk's memory is about."""

    SCANNED = SCAN
    UNDONE = UNDO
    LEFT = CHECKED_OUT


@dataclass(frozen=True, slots=True)
class RecentScan:
    """One line of the desk's memory; ``code`` is the verdict of a scan, None for other acts."""

    at: datetime
    act: DeskAct
    code: VerdictCode | None = None
    attendee: Attendee | None = None
    organisation: str = ""
    table_number: int | None = None


@dataclass(frozen=True, slots=True)
class DeskState:
    """Who is here out of those expected, and the last scans, newest first.

    An employer counts as here when one of its representatives is. ``sequence`` is the journal
    entry up to which this is true.
    """

    event: Event
    candidates: Attendance
    companions: Attendance
    employers_expected: int
    employers_here: frozenset[UUID]
    arrivals: Arrivals
    recent: tuple[RecentScan, ...]
    sequence: int = field(default=0, compare=False)

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
        # An entry of another desk in between is read with the next news.
        is_next = verdict.entry == self.sequence + 1
        sequence = verdict.entry if is_next else self.sequence
        if verdict.code not in WELCOMES or verdict.record is None:
            return replace(self, recent=recent, sequence=sequence)
        attendee = verdict.record.attendee
        state = replace(
            self,
            recent=recent,
            sequence=sequence,
            candidates=_one_more(self.candidates, attendee.side is Side.CANDIDATE),
            companions=_one_more(self.companions, attendee.side is Side.COMPANION),
            employers_here=self.employers_here | _employer_of(attendee),
        )
        if verdict.code is VerdictCode.WELCOME and verdict.check_in:
            arrival = Arrival(verdict.at, verdict.check_in.station)
            return replace(state, arrivals=self.arrivals.with_one(arrival))
        return state


def desk_state(unit: UnitOfWork, clock: Clock) -> DeskState:
    """Counters and last scans, read anew."""
    with unit.reading():
        entries = unit.journal.latest(tuple(DeskAct), RECENT_SCANS)
        records = _records(unit, entries)
        tables = {employer.id: employer for employer in unit.employers.all()}
        counts = unit.people.attendance()
        return DeskState(
            event=unit.events.get(),
            candidates=counts[Side.CANDIDATE],
            companions=counts[Side.COMPANION],
            employers_expected=len(tables),
            employers_here=unit.people.employers_present(),
            arrivals=Arrivals.of(unit.people.arrivals_since(Arrivals.first_of_interest(clock))),
            recent=tuple(_recalled(entry, records, tables) for entry in entries),
            sequence=unit.journal.last_sequence(),
        )


def _one_more(attendance: Attendance, came: bool) -> Attendance:
    return replace(attendance, here=attendance.here + int(came))


def _records(unit: UnitOfWork, entries: list[JournalEntry]) -> dict[UUID, DeskRecord]:
    subjects = {subject for entry in entries for subject in entry.subjects}
    found = {subject: unit.people.record_by_id(subject) for subject in subjects}
    return {subject: record for subject, record in found.items() if record}


def _employer_of(attendee: Attendee) -> frozenset[UUID]:
    return frozenset({attendee.employer_id} if attendee.employer_id else ())


def _recent_of(verdict: Verdict) -> RecentScan:
    record = verdict.record
    if record is None:
        return RecentScan(verdict.at, DeskAct.SCANNED, verdict.code)
    own_table = record.first_table if record.attendee.side is Side.EMPLOYER else None
    return RecentScan(
        verdict.at,
        DeskAct.SCANNED,
        verdict.code,
        record.attendee,
        record.organisation,
        own_table.table_number if own_table else None,
    )


def _recalled(
    entry: JournalEntry, records: Mapping[UUID, DeskRecord], employers: Mapping[UUID, Employer]
) -> RecentScan:
    act = DeskAct(entry.what)
    code = VerdictCode(str(entry.facts["verdict"])) if act is DeskAct.SCANNED else None
    record = next((records[subject] for subject in entry.subjects if subject in records), None)
    if record is None:
        return RecentScan(entry.at, act, code)
    employer_id = record.attendee.employer_id
    employer = employers.get(employer_id) if employer_id else None
    return RecentScan(
        entry.at,
        act,
        code,
        record.attendee,
        record.organisation,
        employer.table_number if employer else None,
    )
