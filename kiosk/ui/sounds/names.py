"""The names of all sounds, and which of them an answer of the desk has."""

from enum import StrEnum

from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.services.announcements import Chime


class Sound(StrEnum):
    """The sounds of the day; beside these every verdict has one that carries its code."""

    WELCOME_ATTENTION = "welcome-attention"
    GONG = Chime.GONG.value
    SOFT_GONG = Chime.SOFT_GONG.value
    LAST_MINUTE = Chime.LAST_MINUTE.value


NAMES = (*(code.value for code in VerdictCode), *(sound.value for sound in Sound))
"""Every sound there is."""

ROOM_NAMES = frozenset(chime.value for chime in Chime)
"""Those that the whole room is meant to hear; all others are for whoever stands at the desk."""


def verdict_sound(verdict: Verdict) -> str:
    """The sound of an answer; a welcome with something to read or to ask says so."""
    record = verdict.record
    if verdict.code is not VerdictCode.WELCOME or record is None:
        return verdict.code
    attendee = record.attendee
    is_careful = bool(attendee.needs or attendee.seat_needs or record.missing)
    return Sound.WELCOME_ATTENTION if is_careful else verdict.code
