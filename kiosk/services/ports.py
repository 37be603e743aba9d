"""What use cases need from the outside. ``kiosk.data`` fills these; tests use the real thing.

A unit of work is one transaction. Leaving its ``with`` block without ``commit()`` rolls back.
Every use case that changes something appends to the journal in the same transaction.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self, TypeAlias
from uuid import UUID

from kiosk.domain.arrivals import Arrival
from kiosk.domain.countdown import StoredRun
from kiosk.domain.desk import DeskSettings
from kiosk.domain.edits import AttendeeEdit
from kiosk.domain.event import Event
from kiosk.domain.indicators import Attendance
from kiosk.domain.interest import Interest
from kiosk.domain.people import Attendee, CheckIn, ConsentKind, Employer, Side, Wish
from kiosk.domain.pin import StoredPin
from kiosk.domain.plan import (
    Conversation,
    DayChange,
    PlanBound,
    PlanMethod,
    PlanOrigin,
    PlanState,
)
from kiosk.domain.print_jobs import Paper, PrintJob
from kiosk.domain.programme import Phase
from kiosk.domain.room_settings import RoomSettings, RoomSign
from kiosk.domain.stories import StoryConsent
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


SeatOf: TypeAlias = tuple[UUID, int]
"""A candidate, in a round."""


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as it was saved. Versions count from 1; the highest published one is in force.

    ``locked`` are the seats that an organiser holds fast.
    """

    version: int
    method: PlanMethod
    created_at: datetime
    conversations: tuple[Conversation, ...]
    state: PlanState = PlanState.PUBLISHED
    origin: PlanOrigin = PlanOrigin.MADE
    published_at: datetime | None = None
    locked: frozenset[SeatOf] = frozenset()
    seed: int = 0
    bound: PlanBound | None = None

    @property
    def locks(self) -> tuple[Conversation, ...]:
        """The conversations that are locked."""
        return tuple(
            c for c in self.conversations if (c.candidate_id, c.round_number) in self.locked
        )


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan in the list of versions."""

    version: int
    method: PlanMethod
    state: PlanState
    origin: PlanOrigin
    created_at: datetime
    published_at: datetime | None
    conversations: int


@dataclass(frozen=True, slots=True)
class PlanEdit:
    """One change by hand to a draft: which conversations went and which came, with their locks."""

    removed: tuple[Conversation, ...]
    added: tuple[Conversation, ...]
    removed_locks: frozenset[SeatOf] = frozenset()
    added_locks: frozenset[SeatOf] = frozenset()


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """A change of the day: the version of the plan that it led to, and the one before it."""

    number: int
    at: datetime
    station: str
    change: DayChange
    plan_version: int | None
    former_version: int | None


@dataclass(frozen=True, slots=True)
class FormerProgramme:
    """The phases before an edit, when ``begun`` was the position of the last one that had begun.

    ``plan_version`` is the version of the seating plan that the edit led to, None where it left the
    plan alone. ``number`` is given by the file.
    """

    number: int
    at: datetime
    phases: tuple[Phase, ...]
    begun: int
    plan_version: int | None = None


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

    def about(self, subject: UUID, what: Sequence[str]) -> list[JournalEntry]:
        """The entries of these kinds about one subject, newest first."""
        ...

    def since(self, sequence: int) -> list[JournalEntry]:
        """Every entry after this sequence number, oldest first."""
        ...

    def last_sequence(self) -> int:
        """The number of the newest entry; 0 when there is none."""
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
    def replace(self, phases: Sequence[Phase]) -> None:
        """Another programme; the countdown that runs goes on at its position."""
        ...

    def note_start(self, position: int, at: datetime | None) -> None:
        """A phase really began; with None it did by mistake only."""
        ...

    def keep_former(
        self,
        phases: Sequence[Phase],
        at: datetime,
        station: str,
        *,
        begun: int,
        plan_version: int | None,
    ) -> None:
        """Keep what an edit can be undone to."""
        ...

    def former(self) -> FormerProgramme | None:
        """What the newest edit can be undone to."""
        ...

    def forget_former(self, number: int) -> None: ...
    def forget_formers_of(self, plan_version: int | None) -> None:
        """What led to this version of the plan was undone in another way.

        Edits after it go with it: they were made on a programme that is no more.
        """
        ...

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

    def badge_numbers(self) -> set[int]:
        """Those that are taken."""
        ...

    def get(self, attendee_id: UUID) -> Attendee | None: ...
    def save(self, attendee: Attendee) -> None: ...

    def record_by_code(self, code: str) -> DeskRecord | None: ...
    def record_by_number(self, badge_number: int) -> DeskRecord | None: ...
    def record_by_id(self, attendee_id: UUID) -> DeskRecord | None: ...

    def codes(self) -> dict[UUID, str]:
        """The valid badge code of each attendee."""
        ...

    def code_of(self, attendee_id: UUID) -> str | None:
        """Somebody's valid badge code."""
        ...

    def sides_with_languages(self) -> dict[Side, bool]:
        """For each side that is expected, whether anybody told us a language."""
        ...

    def give_code(self, attendee_id: UUID, code: str, at: datetime) -> None:
        """A new code for somebody; a former one counts as replaced from now on."""
        ...

    def consents(self) -> dict[UUID, dict[ConsentKind, bool]]: ...
    def consents_of(self, attendee_id: UUID) -> dict[ConsentKind, bool]: ...
    def set_consent(
        self, attendee_id: UUID, kind: ConsentKind, given: bool, at: datetime
    ) -> None: ...

    def wishes(self) -> list[Wish]: ...
    def replace_wishes(self, candidate_id: UUID, wishes: Sequence[Wish]) -> None:
        """Other answers of the candidate's own; what organisers said stays."""
        ...

    def save_wish(self, wish: Wish) -> None: ...
    def remove_wish(self, wish: Wish) -> None:
        """What this source said of this pair, whatever it was."""
        ...

    def companions(self) -> dict[UUID, frozenset[UUID]]:
        """For each companion the candidates whom they are there for."""
        ...

    def link_companion(self, companion_id: UUID, candidate_id: UUID) -> None:
        """A companion is there for one more candidate."""
        ...

    def check_ins(self) -> dict[UUID, CheckIn]:
        """Everyone who came, those who left again included."""
        ...

    def present(self) -> frozenset[UUID]:
        """Those who are here now."""
        ...

    def check_in(self, attendee_id: UUID, check_in: CheckIn) -> bool:
        """Record the arrival; False, and nothing changed, when somebody was here already."""
        ...

    def check_out(self, attendee_id: UUID, at: datetime) -> bool:
        """Record that somebody left; False, and nothing changed, when they are not here."""
        ...

    def come_back(self, attendee_id: UUID) -> bool:
        """Somebody who left is here again; False, and nothing changed, for anybody else."""
        ...

    def undo_check_in(self, attendee_id: UUID) -> None: ...

    def attendance(self) -> dict[Side, Attendance]:
        """How many of each side are here, out of those who came or are expected."""
        ...

    def employers_present(self) -> frozenset[UUID]:
        """The employers of whom somebody is here now."""
        ...

    def arrivals_since(self, moment: datetime) -> list[Arrival]: ...

    def edits(self, attendee_id: UUID) -> list[AttendeeEdit]:
        """The history of small edits, oldest first."""
        ...

    def add_edit(self, edit: AttendeeEdit) -> None: ...
    def forget_edits(self, attendee_id: UUID) -> None:
        """Keep that there were edits, but not what they said."""
        ...


class Settings(Protocol):
    """What desks were told to do, and the organiser's PIN."""

    def desk(self, station: str) -> DeskSettings:
        """A desk's own settings; the defaults for one that has none yet."""
        ...

    def save_desk(self, station: str, settings: DeskSettings) -> None: ...
    def pin(self) -> StoredPin | None: ...
    def save_pin(self, pin: StoredPin | None) -> None: ...


class PrintJobs(Protocol):
    """Papers that desks asked for."""

    def add(self, job: PrintJob) -> None: ...
    def save(self, job: PrintJob) -> None: ...
    def get(self, job_id: UUID) -> PrintJob | None: ...
    def waiting(self, station: str) -> list[PrintJob]:
        """The queue of a station, oldest first."""
        ...

    def latest(self, station: str, limit: int) -> list[PrintJob]:
        """The newest jobs of a station in any state, newest first."""
        ...

    def was_asked(self, attendee_id: UUID, paper: Paper) -> bool:
        """Whether this paper of this person is on its way or was made."""
        ...


class Plans(Protocol):
    """Seating plans and what became of their conversations."""

    def current(self) -> StoredPlan | None:
        """The plan in force: the newest that is published."""
        ...

    def current_of(self, candidate_id: UUID) -> StoredPlan | None:
        """The plan in force, with the conversations of this candidate only."""
        ...

    def newest(self) -> StoredPlan | None:
        """The newest plan, be it a draft or published."""
        ...

    def get(self, version: int) -> StoredPlan | None: ...
    def versions(self) -> list[PlanVersion]:
        """All of them, newest first."""
        ...

    def add(
        self,
        method: PlanMethod,
        conversations: Sequence[Conversation],
        at: datetime,
        *,
        state: PlanState = PlanState.PUBLISHED,
        origin: PlanOrigin = PlanOrigin.MADE,
        locked: Collection[SeatOf] = (),
        seed: int = 0,
        bound: PlanBound | None = None,
    ) -> StoredPlan:
        """Keep a plan as the next version."""
        ...

    def publish(self, version: int, at: datetime) -> None: ...
    def edit(self, version: int, edit: PlanEdit, at: datetime) -> None:
        """Change a draft, and keep how to undo it."""
        ...

    def undo_edit(self, version: int) -> PlanEdit | None:
        """Take back the newest change by hand to a draft; None when there is none."""
        ...

    def edits(self, version: int) -> int:
        """How many changes by hand can be undone."""
        ...

    def held(self) -> frozenset[tuple[UUID, UUID]]:
        """The (candidate, employer) pairs that really sat together."""
        ...

    def held_conversations(self) -> tuple[Conversation, ...]:
        """The same, with round and table, in order."""
        ...

    def mark_held(self, conversations: Sequence[Conversation], at: datetime) -> None: ...


class DayChanges(Protocol):
    """What happened to the plan on the day."""

    def add(
        self,
        change: DayChange,
        at: datetime,
        station: str,
        *,
        plan_version: int | None,
        former_version: int | None,
    ) -> RecordedChange: ...
    def led_to(self, numbers: Sequence[int], plan_version: int) -> None:
        """These changes were what made a version of the plan."""
        ...

    def standing(self) -> list[RecordedChange]:
        """Those that were not taken back, oldest first."""
        ...

    def take_back(self, number: int, at: datetime) -> None: ...


class Room(Protocol):
    """How the event shows and sounds in its room."""

    def settings(self) -> RoomSettings: ...
    def save_settings(self, settings: RoomSettings) -> None: ...
    def sign(self) -> RoomSign: ...
    def save_sign(self, sign: RoomSign) -> None: ...


class Stories(Protocol):
    """Consents to tell somebody's own story."""

    def consents(self) -> list[StoryConsent]:
        """All that were ever given, oldest first."""
        ...

    def save(self, consent: StoryConsent) -> None:
        """Record one, or that it was taken back."""
        ...


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
    def day_changes(self) -> DayChanges: ...
    @property
    def interests(self) -> Interests: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def prints(self) -> PrintJobs: ...
    @property
    def room(self) -> Room: ...
    @property
    def stories(self) -> Stories: ...
    @property
    def journal(self) -> Journal: ...

    def reading(self) -> Self:
        """The same unit for a ``with`` block that writes nothing, and so holds up no other desk."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...


UnitFactory: TypeAlias = Callable[[], UnitOfWork]
