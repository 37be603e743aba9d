"""The append-only journal: each entry's hash covers the entry and the hash before it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, String, cast, insert, select

from kiosk.data.prepared import AnyRow, Prepared
from kiosk.data.tables import JournalRow
from kiosk.services.ports import Fact, JournalEntry

GENESIS = "0" * 64

_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode

_LAST = Prepared(
    select(JournalRow.sequence, JournalRow.hash).order_by(JournalRow.sequence.desc()).limit(1)
)
_COLUMNS = select(*JournalRow.__table__.columns)
_INSERT = Prepared(insert(JournalRow))


def entry_hash(
    previous: str,
    sequence: int,
    at: datetime,
    station: str,
    what: str,
    subjects: Sequence[str],
    facts: Mapping[str, Fact],
) -> str:
    """SHA-256 over the previous hash and the entry as canonical JSON."""
    content = [
        previous,
        sequence,
        at.astimezone(UTC).isoformat(),
        station,
        what,
        list(subjects),
        dict(facts),
    ]
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


class SqlJournal:
    """The journal within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(
        self,
        at: datetime,
        station: str,
        what: str,
        subjects: Sequence[UUID] = (),
        facts: Mapping[str, Fact] | None = None,
    ) -> int:
        last = _LAST.first(self._connection)
        sequence, previous = (last.sequence + 1, last.hash) if last else (1, GENESIS)
        named = [str(subject) for subject in subjects]
        stated = dict(facts or {})
        _INSERT.write(
            self._connection,
            sequence=sequence,
            at=at,
            station=station,
            what=what,
            subjects=named,
            facts=stated,
            hash=entry_hash(previous, sequence, at, station, what, named, stated),
        )
        return int(sequence)

    def latest(self, what: Sequence[str], limit: int) -> list[JournalEntry]:
        newest = (
            _COLUMNS.where(JournalRow.what.in_(what))
            .order_by(JournalRow.sequence.desc())
            .limit(limit)
        )
        return [_entry(row) for row in self._connection.execute(newest)]

    def about(self, subject: UUID, what: Sequence[str]) -> list[JournalEntry]:
        named = cast(JournalRow.subjects, String).contains(str(subject), autoescape=True)
        found = _COLUMNS.where(JournalRow.what.in_(what), named)
        rows = self._connection.execute(found.order_by(JournalRow.sequence.desc()))
        return [_entry(row) for row in rows]

    def since(self, sequence: int) -> list[JournalEntry]:
        later = _COLUMNS.where(JournalRow.sequence > sequence).order_by(JournalRow.sequence)
        return [_entry(row) for row in self._connection.execute(later)]

    def last_sequence(self) -> int:
        last = _LAST.first(self._connection)
        return int(last.sequence) if last else 0

    def entries(self) -> list[JournalEntry]:
        return [
            _entry(row) for row in self._connection.execute(_COLUMNS.order_by(JournalRow.sequence))
        ]

    def first_broken(self) -> int | None:
        previous = GENESIS
        for number, entry in enumerate(self.entries(), start=1):
            subjects = [str(subject) for subject in entry.subjects]
            expected = entry_hash(
                previous,
                entry.sequence,
                entry.at,
                entry.station,
                entry.what,
                subjects,
                entry.facts,
            )
            if entry.sequence != number or entry.hash != expected:
                return entry.sequence
            previous = entry.hash
        return None


def _entry(row: AnyRow) -> JournalEntry:
    return JournalEntry(
        row.sequence,
        row.at,
        row.station,
        row.what,
        tuple(UUID(subject) for subject in row.subjects),
        row.facts,
        row.hash,
    )
