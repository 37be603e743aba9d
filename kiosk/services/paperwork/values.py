"""What stands on each paper, and nothing more. Papers are made from these values alone."""

from dataclasses import dataclass
from datetime import datetime, time

from kiosk.domain.event import Event
from kiosk.domain.people import RouteKind, Side


@dataclass(frozen=True, slots=True)
class BadgeData:
    """One badge. ``name`` is empty where the event shows badge numbers only."""

    badge_number: int
    name: str
    languages: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One round of somebody's day. Without a table it is a round of rest."""

    round_number: int
    starts: time
    table_number: int | None = None
    company: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteCard:
    """Where a candidate goes, by the plan in force; ``planned_at`` is local to the venue."""

    badge_number: int
    name: str
    stops: tuple[Stop, ...]
    plan_version: int
    planned_at: datetime


@dataclass(frozen=True, slots=True)
class TableCard:
    """What stands on a table. It names no person."""

    table_number: int
    employer: str


@dataclass(frozen=True, slots=True)
class FormLine:
    """One row of boxes to tick: a table and its employer, or a badge and its name."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class PaperForm:
    """The paper way to answer; an employer's form has no room for remarks about a person."""

    badge_number: int
    name: str
    code: str
    plan_version: int
    lines: tuple[FormLine, ...]


@dataclass(frozen=True, slots=True)
class MatchBox:
    """A mutual yes, as one of the two may read it.

    ``through`` is the companion or organisation on the candidate's route. ``phone`` and ``email``
    are filled for an employer only, and only on the direct route. ``contacts`` are the people at
    the employer's table, for a candidate only.
    """

    name: str
    route: RouteKind
    through: str = ""
    contacts: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Personal:
    """The pages of a brochure that belong to one reader."""

    badge_number: int
    name: str
    day: tuple[Stop, ...]
    matches: tuple[MatchBox, ...]


@dataclass(frozen=True, slots=True)
class BrochureData:
    """One brochure for one side in one language; ``personal`` is None on the brochure table."""

    audience: Side
    language: str
    rounds: int
    round_minutes: int
    personal: Personal | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What every paper of the event shares."""

    event: Event


@dataclass(frozen=True, slots=True)
class BadgeBatch(Batch):
    """Badges to print."""

    cards: tuple[BadgeData, ...]


@dataclass(frozen=True, slots=True)
class RouteBatch(Batch):
    """Route cards to print."""

    cards: tuple[RouteCard, ...]


@dataclass(frozen=True, slots=True)
class TableBatch(Batch):
    """Table cards to print."""

    cards: tuple[TableCard, ...]


@dataclass(frozen=True, slots=True)
class FormBatch(Batch):
    """Interest forms to print."""

    cards: tuple[PaperForm, ...]


@dataclass(frozen=True, slots=True)
class BrochureBatch(Batch):
    """Brochures to print."""

    cards: tuple[BrochureData, ...]
