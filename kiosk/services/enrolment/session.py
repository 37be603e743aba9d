"""What both imports share: the unit at work, the journal, and what the last import said.

The journal keeps, for each person and employer, a checksum of the row that was last taken. A row
that says what it said before is left alone, so a second import changes nothing, and never undoes
what the desk has changed since. The checksum has 32 bits: enough to notice an edit, too little to
tell what a row said.
"""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.edits import EditedField
from kiosk.domain.people import Attendee, ConsentKind, Employer, Side, Standing
from kiosk.domain.registration import EmployerRow, PersonRow, RowIssue
from kiosk.services.enrolment.report import (
    Enrolled,
    EnrolmentReport,
    RowChange,
    Totals,
    by_row,
)
from kiosk.services.ports import Fact, UnitOfWork

ATTENDEE_ENROLLED = "attendee-enrolled"
ATTENDEE_UPDATED = "attendee-updated"
ATTENDEE_CANCELLED = "attendee-cancelled"
EMPLOYER_ENROLLED = "employer-enrolled"
EMPLOYER_UPDATED = "employer-updated"
COMPANION_LINKED = "companion-linked"
KINDS = (
    ATTENDEE_ENROLLED,
    ATTENDEE_UPDATED,
    ATTENDEE_CANCELLED,
    EMPLOYER_ENROLLED,
    EMPLOYER_UPDATED,
)
Record = TypeVar("Record", Attendee, Employer)
_ALL_ENTRIES = 1_000_000
_NOT_SAID = frozenset({"row", "answered_at", "issues"})


def checksum(row: PersonRow | EmployerRow) -> int:
    """A number that changes when what the row says changes; its place in the file is no matter."""
    said = [repr(getattr(row, f.name)) for f in fields(row) if f.name not in _NOT_SAID]
    return zlib.crc32("\x1f".join(said).encode("utf-8", "surrogatepass"))


def changed_fields(before: Record, after: Record) -> list[str]:
    """The names of the fields in which two versions of one record differ."""
    names = [field.name for field in fields(before)]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


@dataclass(slots=True)
class Enrolment:
    """One import at work inside its unit: it writes, journals and collects the report."""

    unit: UnitOfWork
    clock: Clock
    station: str
    new_code: Callable[[], str]
    changes: list[RowChange]
    issues: list[RowIssue]
    said_before: dict[UUID, Mapping[str, Fact]]

    @classmethod
    def begin(
        cls, unit: UnitOfWork, clock: Clock, station: str, new_code: Callable[[], str]
    ) -> "Enrolment":
        """Read from the journal what earlier imports said."""
        said: dict[UUID, Mapping[str, Fact]] = {}
        for entry in reversed(unit.journal.latest(KINDS, _ALL_ENTRIES)):
            said[entry.subjects[0]] = entry.facts
        return cls(unit, clock, station, new_code, [], [], said)

    def now(self) -> datetime:
        return self.clock.now()

    def record(self, what: str, subject: UUID, facts: Mapping[str, Fact], *others: UUID) -> None:
        """Journal a change of one person or employer, and who else it is about."""
        self.unit.journal.append(self.now(), self.station, what, [subject, *others], facts)

    def outcome(self, row: int, outcome: Enrolled, changed: tuple[str, ...] = ()) -> None:
        """Put a row's outcome into the report."""
        self.changes.append(RowChange(row, outcome, changed))

    def said_the_same(self, subject: UUID, row: PersonRow | EmployerRow) -> bool:
        """Whether the last import already took a row that said just this."""
        return self.said_before.get(subject, {}).get("said") == checksum(row)

    def edited_since(self, subject: UUID, answered_at: datetime | None) -> set[EditedField]:
        """What a desk has changed after this answer was given.

        ``answered_at`` is the form's own local time; without it the desk had the last word.
        """
        zone = self.unit.events.get().zone
        edits = self.unit.people.edits(subject)
        if answered_at is not None:
            given = answered_at.replace(tzinfo=zone)
            edits = [edit for edit in edits if edit.at > given]
        return {edit.field for edit in edits}

    def welcome(self, attendee: Attendee, facts: Mapping[str, Fact]) -> None:
        """Save a new attendee with a badge code."""
        self.unit.people.save(attendee)
        self.unit.people.give_code(attendee.id, self.new_code(), self.now())
        self.record(
            ATTENDEE_ENROLLED, attendee.id, {"badge_number": attendee.badge_number, **facts}
        )

    def consent(self, attendee_id: UUID, kind: ConsentKind, *, given: bool) -> None:
        """Record an answer to one of the three questions."""
        self.unit.people.set_consent(attendee_id, kind, given, self.now())

    def finish(self, *, dry_run: bool) -> EnrolmentReport:
        """Commit, unless it was only a rehearsal, and answer."""
        report = EnrolmentReport(dry_run, self._totals(), tuple(self.changes), by_row(self.issues))
        if not dry_run and not report.changed_nothing:
            self.unit.commit()
        return report

    def _totals(self) -> Totals:
        expected = [a for a in self.unit.people.all() if a.standing is Standing.EXPECTED]
        employers = self.unit.employers.all()
        return Totals(
            candidates=sum(a.side is Side.CANDIDATE for a in expected),
            employers=len(employers),
            representatives=sum(a.side is Side.EMPLOYER for a in expected),
            companions=sum(a.side is Side.COMPANION for a in expected),
            seats=sum(employer.seats for employer in employers),
        )
