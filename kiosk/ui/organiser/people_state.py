"""What the people page shows, as values."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Column(StrEnum):
    """The columns of the list, in order."""

    BADGE = "badge"
    NAME = "name"
    SIDE = "side"
    ORGANISATION = "organisation"
    LANGUAGES = "languages"
    PRESENCE = "presence"
    NEEDS = "needs"


class Shown(StrEnum):
    """Whom the list shows."""

    ALL = "all"
    HERE = "here"
    MISSING = "missing"


class Presence(StrEnum):
    """Whether somebody is there."""

    HERE = "here"
    AWAITED = "awaited"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list; ``needs`` is empty, or says that there is a need."""

    attendee_id: UUID
    badge: str
    name: str
    side: str
    organisation: str
    languages: str
    presence: Presence
    presence_text: str
    needs: str


@dataclass(frozen=True, slots=True)
class ListFace:
    """The list with its filters; ``empty`` says why nobody is in it."""

    rows: tuple[PersonRow, ...]
    filters: tuple[tuple[Shown, str], ...]
    shown: Shown
    sorted_by: Column
    descending: bool
    empty: str


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One thing about one row: where, how much it matters, and what it is."""

    place: str
    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class FileFace:
    """What one file holds for the event."""

    name: str
    figures: tuple[str, ...]
    headings: tuple[tuple[str, tuple[IssueLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class ImportFace:
    """The import panel: first what would happen, then what happened."""

    title: str
    text: str
    files: tuple[FileFace, ...]
    can_apply: bool
    close_text: str
    busy: bool = False
