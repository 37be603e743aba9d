"""What use cases need from the outside. ``kiosk.data`` fills these; tests use the real thing.

A unit of work is one transaction. Leaving its ``with`` block without ``commit()`` rolls back.
Every use case that changes something appends to the journal in the same transaction.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self, TypeAlias
from uuid import UUID

from kiosk.domain.countdown import StoredRun
from kiosk.domain.event import Event
from kiosk.domain.interest import Interest
from kiosk.domain.people import Attendee, CheckIn, ConsentKind, Employer, Wish
from kiosk.domain.plan import Conversation, PlanMethod
from kiosk.domain.programme import Phase
from kiosk.domain.verdicts import DeskRecord

Fact: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One thing that happened. ``facts`` hold codes, numbers and ids, never a name or address."""

    sequence: int
    at: datetime
    station: str
    what: str
    subjects: tuple[UUID, ...]
    facts: Mapping[str, Fact]
    hash: str


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as it was saved. Versions count from 1; the highest is the one in force."""

    version: int
    method: PlanMethod
    created_at: datetime
    conversations: tuple[Conversation, ...]


class Journal(Protocol):
    """The append-only record; each entry carries the hash of the one before."""

    def append(
        self,
        at: datetime,
        station: str,
        what: str,
        subjects: Sequence[UUID] = (),
        facts: Mapping[str, Fact] | None = None,
    ) -> int:
        """Add an entry and return its sequence number."""
        ...

    def latest(self, what: Sequence[str], limit: int) -> list[JournalEntry]:
        """The newest entries of these kinds, newest first."""
        ...

    def entries(self) -> list[JournalEntry]:
        """All of it, oldest first."""
        ...

    def first_broken(self) -> int | None:
        """The sequence number at which the chain of hashes breaks; None when it is whole."""
        ...


class Events(Protocol):
    """The one event of the file."""

    def get(self) -> Event: ...
    def save(self, event: Event) -> None: ...


class Programmes(Protocol):
    """The phases, and the countdown of the one that runs."""

    def phases(self) -> tuple[Phase, ...]: ...
    def replace(self, phases: Sequence[Phase]) -> None: ...
    def run(self) -> StoredRun | None: ...
    def save_run(self, run: StoredRun | None) -> None: ...


class Employers(Protocol):
    """Organisations with a table."""

    def all(self) -> list[Employer]:
        """Sorted by table number."""
        ...

    def save(self, employer: Employer) -> None: ...


class People(Protocol):
    """Attendees with their codes, consents, wishes and arrivals."""

    def all(self) -> list[Attendee]:
        """Sorted by badge number."""
        ...

    def get(self, attendee_id: UUID) -> Attendee | None: ...
    def save(self, attendee: Attendee) -> None: ...

    def record_by_code(self, code: str) -> DeskRecord | None: ...
    def record_by_id(self, attendee_id: UUID) -> DeskRecord | None: ...

    def codes(self) -> dict[UUID, str]:
        """The valid badge code of each attendee."""
        ...

    def give_code(self, attendee_id: UUID, code: str, at: datetime) -> None:
        """A new code for somebody; a former one counts as replaced from now on."""
        ...

    def consents(self) -> dict[UUID, dict[ConsentKind, bool]]: ...
    def set_consent(
        self, attendee_id: UUID, kind: ConsentKind, given: bool, at: datetime
    ) -> None: ...

    def wishes(self) -> list[Wish]: ...
    def replace_wishes(self, candidate_id: UUID, wishes: Sequence[Wish]) -> None: ...

    def check_ins(self) -> dict[UUID, CheckIn]: ...
    def check_in(self, attendee_id: UUID, check_in: CheckIn) -> bool:
        """Record the arrival; False, and nothing changed, when somebody was here already."""
        ...

    def undo_check_in(self, attendee_id: UUID) -> None: ...


class Plans(Protocol):
    """Seating plans and what became of their conversations."""

    def current(self) -> StoredPlan | None: ...
    def add(
        self, method: PlanMethod, conversations: Sequence[Conversation], at: datetime
    ) -> StoredPlan: ...
    def held(self) -> frozenset[tuple[UUID, UUID]]:
        """The (candidate, employer) pairs that really sat together."""
        ...

    def mark_held(self, conversations: Sequence[Conversation], at: datetime) -> None: ...


class Interests(Protocol):
    """Answers, by side. Only services that never show a one-sided yes may read them all."""

    def all(self) -> list[Interest]: ...
    def save(self, interest: Interest, at: datetime) -> None: ...


class UnitOfWork(Protocol):
    """One transaction on the event file."""

    @property
    def events(self) -> Events: ...
    @property
    def programme(self) -> Programmes: ...
    @property
    def employers(self) -> Employers: ...
    @property
    def people(self) -> People: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def interests(self) -> Interests: ...
    @property
    def journal(self) -> Journal: ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...


UnitFactory: TypeAlias = Callable[[], UnitOfWork]
