"""What the room is told while a phase counts down: each thing once, and only while it is true."""

from dataclasses import dataclass
from enum import StrEnum


class Announcement(StrEnum):
    """What can be said about the time that is left."""

    TWO_MINUTES = "two-minutes"
    LAST_MINUTE = "last-minute"
    TIME_UP = "time-up"


@dataclass(frozen=True, slots=True)
class _Span:
    """Due from ``due`` seconds left, and still true above ``until``."""

    announcement: Announcement
    due: float
    until: float


_STALL = 10.0
"""A screen may stall this long and "two minutes" is still near enough to be said."""

_SPANS = (
    _Span(Announcement.TWO_MINUTES, 120.0, 120.0 - _STALL),
    _Span(Announcement.LAST_MINUTE, 60.0, 0.0),
    _Span(Announcement.TIME_UP, 0.0, float("-inf")),
)


def due_announcements(before: float, after: float) -> tuple[Announcement, ...]:
    """What to announce when the seconds left went from ``before`` to ``after``.

    At most one: after a stall, a suspend or a taken minute, only what is still true is said, so
    that overdue announcements never come in a burst. Time that was added says nothing; when it
    runs out again, the same announcement is true again and is made again. A phase that starts
    exactly on a boundary, such as a changeover of one minute, is not announced at its start.
    """
    return tuple(span.announcement for span in _SPANS if before > span.due >= after > span.until)
