"""The desk's answer to a scan: one code, and the facts a volunteer needs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.people import Attendee, CheckIn, Standing


class VerdictCode(StrEnum):
    """Stable codes; their words, colours, icons and sounds are chosen at the edge."""

    WELCOME = "welcome"
    ALREADY_HERE = "already-here"
    NOT_COMING = "not-coming"
    CONSENT_MISSING = "consent-missing"
    REPLACED_BADGE = "replaced-badge"
    UNKNOWN_CODE = "unknown-code"
    DAMAGED_CODE = "damaged-code"


class Tone(StrEnum):
    """How a verdict sounds and looks. Attention is not a fault."""

    OK = "ok"
    ATTENTION = "attention"
    REFUSED = "refused"


TONE = {
    VerdictCode.WELCOME: Tone.OK,
    VerdictCode.ALREADY_HERE: Tone.ATTENTION,
    VerdictCode.NOT_COMING: Tone.ATTENTION,
    VerdictCode.CONSENT_MISSING: Tone.ATTENTION,
    VerdictCode.REPLACED_BADGE: Tone.REFUSED,
    VerdictCode.UNKNOWN_CODE: Tone.REFUSED,
    VerdictCode.DAMAGED_CODE: Tone.REFUSED,
}


@dataclass(frozen=True, slots=True)
class FirstTable:
    """Where somebody sits first.

    For a candidate the first conversation of the plan; for a representative the own table, and
    then ``round_number`` is None.
    """

    table_number: int
    round_number: int | None = None


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """All that the desk knows about the holder of a badge code, in one look-up."""

    attendee: Attendee
    may_take_part: bool
    badge_replaced: bool = False
    check_in: CheckIn | None = None
    organisation: str = ""
    first_table: FirstTable | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer of the desk; refused verdicts about no one carry no record.

    ``check_in`` is the arrival that counts: this one for a welcome, the first one for somebody
    already here.
    """

    code: VerdictCode
    at: datetime
    record: DeskRecord | None = None
    check_in: CheckIn | None = None

    @property
    def tone(self) -> Tone:
        """Colour, icon and sound family."""
        return TONE[self.code]

    @property
    def attendee_id(self) -> UUID | None:
        """Whom it is about, if anyone."""
        return self.record.attendee.id if self.record else None


def judge(record: DeskRecord) -> VerdictCode:
    """Decide about somebody the desk knows. Someone already here stays here whatever changed."""
    if record.badge_replaced:
        return VerdictCode.REPLACED_BADGE
    if record.check_in is not None:
        return VerdictCode.ALREADY_HERE
    if record.attendee.standing is Standing.CANCELLED:
        return VerdictCode.NOT_COMING
    if not record.may_take_part:
        return VerdictCode.CONSENT_MISSING
    return VerdictCode.WELCOME
