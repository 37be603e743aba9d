"""The schema, as typed mappings. Rules that can be a constraint are one.

Nothing here is particular to SQLite: the same mappings are meant for PostgreSQL.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar, TypeAlias
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    MetaData,
    String,
    Uuid,
    false,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from kiosk.data.types import UtcDateTime
from kiosk.domain.countdown import RunState
from kiosk.domain.desk import PaperOnScan
from kiosk.domain.edits import EditedField
from kiosk.domain.event import PublicNames
from kiosk.domain.interest import Answer
from kiosk.domain.people import ConsentKind, RouteKind, Side, Standing, WishKind, WishSource
from kiosk.domain.plan import ChangeKind, PlanMethod, PlanOrigin, PlanState
from kiosk.domain.print_jobs import Paper, PrintState, PrintTrouble
from kiosk.domain.programme import PhaseKind, PhaseSound
from kiosk.domain.stories import ConsentForm

SeatJson: TypeAlias = tuple[int, int, str, str, bool]
"""A conversation of a draft: round, table, candidate, employer, and whether it is locked."""
PhaseJson: TypeAlias = dict[str, str | int | bool | None]
"""A phase as it was, by the names of its columns."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Names every constraint, so that migrations can find them."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {
        UUID: Uuid(),
        datetime: UtcDateTime(),
        list[str]: JSON(),
        dict[str, object]: JSON(),
        list[SeatJson]: JSON(),
        list[PhaseJson]: JSON(),
    }


def one_of(column: str, values: Iterable[StrEnum], name: str) -> CheckConstraint:
    """A constraint that a text column holds one of an enumeration's codes."""
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=name)


class EventRow(Base):
    __tablename__ = "event"
    __table_args__ = (one_of("public_names", PublicNames, "public_names"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    title: Mapped[str]
    date: Mapped[date]
    place: Mapped[str]
    timezone: Mapped[str]
    languages: Mapped[list[str]]
    public_names: Mapped[str]
    table_count: Mapped[int]
    made_with: Mapped[str]
    desk_opens: Mapped[datetime | None]
    desk_closes: Mapped[datetime | None]


class PhaseRow(Base):
    __tablename__ = "phase"
    __table_args__ = (
        one_of("kind", PhaseKind, "kind"),
        one_of("sound", PhaseSound, "sound"),
        CheckConstraint("seconds >= 0", name="seconds"),
        CheckConstraint("planned_seconds >= 0", name="planned_seconds"),
    )

    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    title: Mapped[str]
    starts: Mapped[time]
    seconds: Mapped[int]
    round_number: Mapped[int | None]
    fixed: Mapped[bool] = mapped_column(server_default=false())
    skipped: Mapped[bool] = mapped_column(server_default=false())
    sound: Mapped[str] = mapped_column(server_default="gong")
    prompt: Mapped[str] = mapped_column(server_default="")
    planned_seconds: Mapped[int | None]
    started_at: Mapped[datetime | None]


class ProgrammeEditRow(Base):
    """The phases as they were before an edit, so that it can be undone.

    ``plan_version`` is the version of the seating plan that it led to, when it has other rounds.
    """

    __tablename__ = "programme_edit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    station: Mapped[str]
    begun: Mapped[int]
    plan_version: Mapped[int | None] = mapped_column(ForeignKey("plan.version"))
    phases: Mapped[list[PhaseJson]]


class RoomSettingsRow(Base):
    """At most one row: how the event shows and sounds in its room."""

    __tablename__ = "room_settings"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("volume BETWEEN 0 AND 100", name="volume"),
        CheckConstraint("screen_inches > 0", name="screen_inches"),
        CheckConstraint("farthest_metres > 0", name="farthest_metres"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    screen_inches: Mapped[float | None]
    farthest_metres: Mapped[float | None]
    quiet: Mapped[bool]
    volume: Mapped[int]
    sound_device: Mapped[str]
    unused_screens: Mapped[list[str]]


class RoomSignRow(Base):
    """At most one row: what the host has put over the room's picture."""

    __tablename__ = "room_sign"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message: Mapped[str]
    blackout: Mapped[bool]


class StoryConsentRow(Base):
    """Somebody's consent to show their own story, in exactly these words.

    A consent that was taken back stays on record as such.
    """

    __tablename__ = "story_consent"
    __table_args__ = (one_of("form", ConsentForm, "form"),)

    story_id: Mapped[str] = mapped_column(primary_key=True)
    given_at: Mapped[datetime] = mapped_column(primary_key=True)
    given_by: Mapped[str]
    form: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(String(64))
    taken_back_at: Mapped[datetime | None]


class RunRow(Base):
    """At most one row: the countdown of the phase that runs."""

    __tablename__ = "run"
    __table_args__ = (
        one_of("state", RunState, "state"),
        CheckConstraint("id = 1", name="only_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(ForeignKey("phase.position"))
    state: Mapped[str]
    remaining: Mapped[float]
    seconds: Mapped[float]
    started_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    changes: Mapped[int] = mapped_column(server_default="0")


class EmployerRow(Base):
    __tablename__ = "employer"
    __table_args__ = (CheckConstraint("seats >= 0", name="seats"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    table_number: Mapped[int] = mapped_column(unique=True)
    seats: Mapped[int]
    sectors: Mapped[list[str]]
    languages: Mapped[list[str]]
    jobs: Mapped[str]
    remark: Mapped[str]
    arrives: Mapped[time | None]
    leaves: Mapped[time | None]
    step_free: Mapped[bool] = mapped_column(server_default=true())
    quiet: Mapped[bool] = mapped_column(server_default=false())


class AttendeeRow(Base):
    __tablename__ = "attendee"
    __table_args__ = (
        one_of("side", Side, "side"),
        one_of("standing", Standing, "standing"),
        one_of("route_kind", RouteKind, "route_kind"),
        CheckConstraint(
            "(side = 'employer') = (employer_id IS NOT NULL)", name="representative_has_employer"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    side: Mapped[str]
    badge_number: Mapped[int] = mapped_column(unique=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    chosen_name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    route_kind: Mapped[str]
    route_through: Mapped[str]
    languages: Mapped[list[str]]
    sectors: Mapped[list[str]]
    needs: Mapped[str]
    arrives: Mapped[time | None]
    leaves: Mapped[time | None]
    standing: Mapped[str]
    employer_id: Mapped[UUID | None] = mapped_column(ForeignKey("employer.id"), index=True)
    companion_of: Mapped[UUID | None] = mapped_column(ForeignKey("attendee.id"), index=True)
    seat_needs: Mapped[list[str]] = mapped_column(server_default="[]")


class BadgeCodeRow(Base):
    """Every code ever given; the one without ``replaced_at`` is valid."""

    __tablename__ = "badge_code"

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    attendee_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), index=True)
    given_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]


class ConsentRow(Base):
    __tablename__ = "consent"
    __table_args__ = (one_of("kind", ConsentKind, "kind"),)

    attendee_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    given: Mapped[bool]
    changed_at: Mapped[datetime]


class WishRow(Base):
    """What a candidate said of an employer, and beside it what an organiser did."""

    __tablename__ = "wish"
    __table_args__ = (
        CheckConstraint("weight BETWEEN 0 AND 5", name="weight"),
        one_of("kind", WishKind, "kind"),
        one_of("source", WishSource, "source"),
    )

    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)
    employer_id: Mapped[UUID] = mapped_column(ForeignKey("employer.id"), primary_key=True)
    source: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    weight: Mapped[int]


class CompanionLinkRow(Base):
    """Further candidates whom a companion, an interpreter say, is there for."""

    __tablename__ = "companion_link"

    companion_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)
    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)


class CheckInRow(Base):
    """One row a person: the primary key is what makes two desks give one welcome.

    ``left_at`` is set while somebody has checked out.
    """

    __tablename__ = "check_in"

    attendee_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    station: Mapped[str]
    volunteer: Mapped[str]
    left_at: Mapped[datetime | None]


class AttendeeEditRow(Base):
    """The history of small edits, oldest first for each attendee."""

    __tablename__ = "attendee_edit"
    __table_args__ = (one_of("field", EditedField, "field"),)

    attendee_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    station: Mapped[str]
    volunteer: Mapped[str]
    field: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]


class DeskSettingsRow(Base):
    """One row a station."""

    __tablename__ = "desk_settings"
    __table_args__ = (
        one_of("badge_on_scan", PaperOnScan, "badge_on_scan"),
        one_of("route_card_on_scan", PaperOnScan, "route_card_on_scan"),
        CheckConstraint("idle_minutes >= 0", name="idle_minutes"),
    )

    station: Mapped[str] = mapped_column(primary_key=True)
    badge_on_scan: Mapped[str]
    route_card_on_scan: Mapped[str]
    printer: Mapped[str]
    camera: Mapped[str]
    mirrored: Mapped[bool]
    idle_minutes: Mapped[int]


class StaffPinRow(Base):
    """At most one row: the organiser's PIN, hashed."""

    __tablename__ = "staff_pin"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    salt: Mapped[bytes]
    digest: Mapped[bytes]
    rounds: Mapped[int]


class PrintJobRow(Base):
    __tablename__ = "print_job"
    __table_args__ = (
        one_of("paper", Paper, "paper"),
        one_of("state", PrintState, "state"),
        one_of("trouble", PrintTrouble, "trouble"),
        Index(None, "station", "state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime]
    station: Mapped[str]
    paper: Mapped[str]
    attendee_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), index=True)
    state: Mapped[str]
    trouble: Mapped[str]
    changed_at: Mapped[datetime | None]
    again_of: Mapped[UUID | None] = mapped_column(ForeignKey("print_job.id"))


class PlanRow(Base):
    """A version of the plan; of those that are published the highest is in force."""

    __tablename__ = "plan"
    __table_args__ = (
        one_of("method", PlanMethod, "method"),
        one_of("state", PlanState, "state"),
        one_of("origin", PlanOrigin, "origin"),
    )

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    method: Mapped[str]
    created_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(server_default="published")
    origin: Mapped[str] = mapped_column(server_default="made")
    published_at: Mapped[datetime | None]
    seed: Mapped[int] = mapped_column(server_default="0")
    bound_least: Mapped[int | None]
    bound_points: Mapped[int | None]


class ConversationRow(Base):
    """One place per person and round, whatever planner made the plan.

    A pair may stand twice: what was planned and not held can be planned again.
    """

    __tablename__ = "conversation"
    __table_args__ = (Index(None, "candidate_id", "plan_version"),)

    plan_version: Mapped[int] = mapped_column(ForeignKey("plan.version"), primary_key=True)
    round_number: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)
    employer_id: Mapped[UUID] = mapped_column(ForeignKey("employer.id"))
    table_number: Mapped[int]
    locked: Mapped[bool] = mapped_column(server_default=false())


class PlanEditRow(Base):
    """What an organiser did to a draft by hand, so that it can be undone."""

    __tablename__ = "plan_edit"

    plan_version: Mapped[int] = mapped_column(ForeignKey("plan.version"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    removed: Mapped[list[SeatJson]]
    added: Mapped[list[SeatJson]]


class DayChangeRow(Base):
    """What happened on the day: ``undone_at`` is set when it was taken back."""

    __tablename__ = "day_change"
    __table_args__ = (
        one_of("kind", ChangeKind, "kind"),
        CheckConstraint("candidate_id IS NULL OR employer_id IS NULL", name="one_subject"),
        CheckConstraint("seats IS NULL OR seats >= 0", name="seats"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    station: Mapped[str]
    kind: Mapped[str]
    candidate_id: Mapped[UUID | None] = mapped_column(ForeignKey("attendee.id"))
    employer_id: Mapped[UUID | None] = mapped_column(ForeignKey("employer.id"))
    from_round: Mapped[int]
    until_round: Mapped[int | None]
    seats: Mapped[int | None]
    plan_version: Mapped[int | None] = mapped_column(ForeignKey("plan.version"))
    former_version: Mapped[int | None] = mapped_column(ForeignKey("plan.version"))
    undone_at: Mapped[datetime | None]


class HeldRow(Base):
    """Two that really sat together; planned is not held."""

    __tablename__ = "held"

    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)
    employer_id: Mapped[UUID] = mapped_column(ForeignKey("employer.id"), primary_key=True)
    round_number: Mapped[int]
    at: Mapped[datetime]


class InterestRow(Base):
    __tablename__ = "interest"
    __table_args__ = (
        one_of("side", (Side.CANDIDATE, Side.EMPLOYER), "side"),
        one_of("answer", Answer, "answer"),
    )

    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("attendee.id"), primary_key=True)
    employer_id: Mapped[UUID] = mapped_column(ForeignKey("employer.id"), primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[str]
    at: Mapped[datetime]


class JournalRow(Base):
    __tablename__ = "journal"

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    station: Mapped[str]
    what: Mapped[str]
    subjects: Mapped[list[str]]
    facts: Mapped[dict[str, object]]
    hash: Mapped[str] = mapped_column(String(64))
