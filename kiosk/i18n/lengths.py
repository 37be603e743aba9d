"""Lengths and clock times as people write them, and as the page shows them."""

import re
from datetime import time

from kiosk.i18n import _

MINUTE = 60
HOUR = 60 * MINUTE

_PARTS = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)")
_MINUTES = re.compile(r"(\d{1,3})(?:[.,](\d))?\s*(?:min|m|')?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:.uh]\s*([0-5]\d)?)?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})([0-5]\d)")


def read_length(text: str) -> int | None:
    """Seconds in ``7``, ``7:30``, ``7,5``, ``7 min`` or ``1:30:00``; None for anything else."""
    written = text.strip()
    if parts := _PARTS.fullmatch(written):
        hours, minutes, seconds = (int(part or 0) for part in parts.groups())
        return hours * HOUR + minutes * MINUTE + seconds
    if minutes_only := _MINUTES.fullmatch(written):
        whole, tenths = (int(part or 0) for part in minutes_only.groups())
        return whole * MINUTE + tenths * 6
    return None


def read_clock(text: str) -> time | None:
    """The time in ``14:00``, ``14.00``, ``14u30``, ``1430`` or ``14``; None for anything else."""
    written = text.strip()
    found = _DIGITS.fullmatch(written) or _CLOCK.fullmatch(written)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 else None  # noqa: PLR2004 - hours of a day


def length_text(seconds: int) -> str:
    """Minutes and seconds, as a timer has them: ``7:00``."""
    minutes, rest = divmod(seconds, MINUTE)
    return f"{minutes}:{rest:02d}"


def clock_text(moment: time) -> str:
    """A time of day as the programme prints it."""
    return f"{moment:%H:%M}"


def duration(seconds: float) -> str:
    """A length in words: ``2 h 44 min``, ``7 min 30 s``."""
    hours, rest = divmod(round(seconds), HOUR)
    minutes, rest = divmod(rest, MINUTE)
    parts = [
        (hours, _("{count} h").format(count=hours)),
        (minutes, _("{count} min").format(count=minutes)),
        (rest, _("{count} s").format(count=rest)),
    ]
    return " ".join(words for count, words in parts if count) or parts[1][1]
