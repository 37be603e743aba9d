"""The desk's answer to a scan: one code, and the facts a volunteer needs."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.people import Attendee, CheckIn, Standing


class VerdictCode(StrEnum):
    """Stable codes; their words, colours, icons and sounds are chosen at the edge."""

    WELCOME = "welcome"
    WELCOME_BACK = "welcome-back"
    ALREADY_HERE = "already-here"
    NOT_COMING = "not-coming"
    CONSENT_MISSING = "consent-missing"
    TOO_EARLY = "too-early"
    EVENT_CLOSED = "event-closed"
    REPLACED_BADGE = "replaced-badge"
    OTHER_EVENT = "other-event"
    UNKNOWN_CODE = "unknown-code"
    DAMAGED_CODE = "damaged-code"
    GARBLED_SCAN = "garbled-scan"


class Tone(StrEnum):
    """How a verdict sounds and looks. Attention is not a fault."""

    OK = "ok"
    ATTENTION = "attention"
    REFUSED = "refused"


TONE = {
    VerdictCode.WELCOME: Tone.OK,
    VerdictCode.WELCOME_BACK: Tone.OK,
    VerdictCode.ALREADY_HERE: Tone.ATTENTION,
    VerdictCode.NOT_COMING: Tone.ATTENTION,
    VerdictCode.CONSENT_MISSING: Tone.ATTENTION,
    VerdictCode.TOO_EARLY: Tone.ATTENTION,
    VerdictCode.EVENT_CLOSED: Tone.ATTENTION,
    VerdictCode.REPLACED_BADGE: Tone.REFUSED,
    VerdictCode.OTHER_EVENT: Tone.REFUSED,
    VerdictCode.UNKNOWN_CODE: Tone.REFUSED,
    VerdictCode.DAMAGED_CODE: Tone.REFUSED,
    VerdictCode.GARBLED_SCAN: Tone.REFUSED,
}


class MissingAnswer(StrEnum):
    """What the desk can still ask somebody who is welcome anyway."""

    SHARE_CONTACT = "share-contact"
    FOLLOW_UP = "follow-up"
    LANGUAGES = "languages"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class FirstTable:
    """Where somebody sits first.

    For a candidate the first conversation of the plan, for a companion that of the candidate; for
    a representative the own table, and then ``round_number`` is None.
    """

    table_number: int
    round_number: int | None = None


@dataclass(frozen=True, slots=True)
class DeskHours:
    """From when until when the desk checks people in; None is no limit."""

    opens: datetime | None = None
    closes: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """All that the desk knows about the holder of a badge code, in one look-up.

    ``companions`` are the public names of those who come with a candidate, ``accompanies`` is the
    candidate with whom a companion comes.
    """

    attendee: Attendee
    may_take_part: bool
    badge_replaced: bool = False
    check_in: CheckIn | None = None
    organisation: str = ""
    first_table: FirstTable | None = None
    missing: tuple[MissingAnswer, ...] = ()
    companions: tuple[str, ...] = ()
    accompanies: str = ""
    hours: DeskHours = DeskHours()


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer of the desk; refused verdicts about no one carry no record.

    ``check_in`` is the arrival that counts: this one for a welcome, the first one for somebody
    already here. ``entry`` is the verdict's place in the journal.
    """

    code: VerdictCode
    at: datetime
    record: DeskRecord | None = None
    check_in: CheckIn | None = None
    entry: int = field(default=0, compare=False)

    @property
    def tone(self) -> Tone:
        """Colour, icon and sound family."""
        return TONE[self.code]

    @property
    def attendee_id(self) -> UUID | None:
        """Whom it is about, if anyone."""
        return self.record.attendee.id if self.record else None


def judge(record: DeskRecord, at: datetime) -> VerdictCode:
    """Decide about somebody the desk knows. Someone already here stays here whatever changed."""
    came = record.check_in
    if record.badge_replaced:
        return VerdictCode.REPLACED_BADGE
    if came is not None and came.is_here:
        return VerdictCode.ALREADY_HERE
    return _obstacle(record, at) or (VerdictCode.WELCOME_BACK if came else VerdictCode.WELCOME)


def _obstacle(record: DeskRecord, at: datetime) -> VerdictCode | None:
    """What stands in the way of a welcome, the hours before the person."""
    opens, closes = record.hours.opens, record.hours.closes
    if opens is not None and at < opens:
        return VerdictCode.TOO_EARLY
    if closes is not None and at >= closes:
        return VerdictCode.EVENT_CLOSED
    if record.attendee.standing is Standing.CANCELLED:
        return VerdictCode.NOT_COMING
    return None if record.may_take_part else VerdictCode.CONSENT_MISSING
