"""Who comes: attendees, the organisations with a table, and what each agreed to.

There is no field for substance, diagnosis, treatment, date of birth or national number, here or
anywhere else (DESIGN.md, rule 2).
"""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from uuid import UUID


class Side(StrEnum):
    """On which side of a table somebody sits. Never shown in public."""

    CANDIDATE = "candidate"
    EMPLOYER = "employer"
    COMPANION = "companion"


class Standing(StrEnum):
    """Whether somebody is expected at the door."""

    EXPECTED = "expected"
    CANCELLED = "cancelled"


class ConsentKind(StrEnum):
    """Three separate questions; no is a normal answer to each."""

    TAKE_PART = "take-part"
    SHARE_CONTACT = "share-contact"
    FOLLOW_UP = "follow-up"


class RouteKind(StrEnum):
    """How a candidate wants to be reached after a match."""

    DIRECT = "direct"
    COMPANION = "companion"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class ContactRoute:
    """``through`` names the organisation, e.g. ``Jobroad``; empty for the other kinds."""

    kind: RouteKind = RouteKind.DIRECT
    through: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """From when until when somebody is there, local to the venue; None means the whole day."""

    arrives: time | None = None
    leaves: time | None = None

    def covers(self, start: time, end: time) -> bool:
        """Whether a phase from ``start`` to ``end`` lies wholly within."""
        return (self.arrives is None or self.arrives <= start) and (
            self.leaves is None or end <= self.leaves
        )


class SeatNeed(StrEnum):
    """What a place must offer to somebody; it says nothing of why."""

    STEP_FREE = "step-free"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Anyone with a badge. ``languages`` are ISO 639 codes; ``needs`` is shown to the desk only.

    ``seat_needs`` is what the seating plan has to know of those needs.
    """

    id: UUID
    side: Side
    badge_number: int
    given_name: str
    family_name: str
    chosen_name: str
    email: str = ""
    phone: str = ""
    route: ContactRoute = ContactRoute()
    languages: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    needs: str = ""
    presence: Presence = Presence()
    standing: Standing = Standing.EXPECTED
    employer_id: UUID | None = None
    companion_of: UUID | None = None
    seat_needs: tuple[SeatNeed, ...] = ()

    @property
    def public_name(self) -> str:
        """The name for badges and the room: chosen, else the given name. Never the family name."""
        return self.chosen_name or self.given_name


@dataclass(frozen=True, slots=True)
class Employer:
    """An organisation with a table; ``seats`` is how many conversations it holds at once.

    ``step_free``: the table can be reached without a step; ``quiet``: it stands apart.
    """

    id: UUID
    name: str
    table_number: int
    seats: int = 1
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    jobs: str = ""
    remark: str = ""
    presence: Presence = Presence()
    step_free: bool = True
    quiet: bool = False


class WishKind(StrEnum):
    """``wish`` has a weight; ``must`` and ``never`` are demands; ``rather-not`` yields to need.

    ``met`` is no wish but a fact: they spoke before, at another event.
    """

    WISH = "wish"
    MUST = "must"
    RATHER_NOT = "rather-not"
    NEVER = "never"
    MET = "met"


class WishSource(StrEnum):
    """Who said so: the candidate, or an organiser who knows why."""

    CANDIDATE = "candidate"
    ORGANISER = "organiser"


WISH_WANTED = 5
"""The weight of a wish without a degree: "I would like to meet them"."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wished about one candidate and one employer; ``weight``, 0 to 5, is for a wish."""

    candidate_id: UUID
    employer_id: UUID
    weight: int = 0
    kind: WishKind = WishKind.WISH
    source: WishSource = WishSource.CANDIDATE


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The one arrival that counts: when, at which desk, by which volunteer.

    ``left_at`` is set while somebody has checked out; coming back clears it, and the first arrival
    stays the one that counts.
    """

    at: datetime
    station: str
    volunteer: str
    left_at: datetime | None = None

    @property
    def is_here(self) -> bool:
        """Whether they are in the building now."""
        return self.left_at is None


def badge_label(number: int) -> str:
    """A badge number as people read it: at least two digits, ``05``, ``17``, ``104``."""
    return f"{number:02d}"
