"""The history of small edits: who changed what about somebody, when, and what it said before."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.people import ConsentKind


class EditedField(StrEnum):
    """What can be changed at a desk."""

    CHOSEN_NAME = "chosen-name"
    LANGUAGES = "languages"
    NEEDS = "needs"
    SEAT_NEEDS = "seat-needs"
    STANDING = "standing"
    COMPANION_OF = "companion-of"
    TAKE_PART = "take-part"
    SHARE_CONTACT = "share-contact"
    FOLLOW_UP = "follow-up"
    BADGE_CODE = "badge-code"


CONSENT_FIELD = {
    ConsentKind.TAKE_PART: EditedField.TAKE_PART,
    ConsentKind.SHARE_CONTACT: EditedField.SHARE_CONTACT,
    ConsentKind.FOLLOW_UP: EditedField.FOLLOW_UP,
}


@dataclass(frozen=True, slots=True)
class AttendeeEdit:
    """One change. ``before`` and ``after`` are empty where the values themselves are secret.

    Consents read ``yes``, ``no`` or, before they were asked, nothing; languages are ISO codes
    parted by spaces, and needs of a seat their codes.
    """

    attendee_id: UUID
    at: datetime
    station: str
    volunteer: str
    field: EditedField
    before: str
    after: str
