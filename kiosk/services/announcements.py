"""What the room is told while a phase counts down: each thing once, and only while it is true."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kiosk.domain.programme import PhaseKind, PhaseSound


class Announcement(StrEnum):
    """What can be said about the time that is left."""

    TWO_MINUTES = "two-minutes"
    LAST_MINUTE = "last-minute"
    TIME_UP = "time-up"


class Chime(StrEnum):
    """The sounds that the room can hear, by the names of their files."""

    GONG = "gong"
    SOFT_GONG = "soft-gong"
    LAST_MINUTE = "last-minute"


class Sentence(StrEnum):
    """What a voice can say; the words are chosen where the language is known."""

    TWO_MINUTES = "two-minutes"
    ROUND_OFF = "round-off"
    ALMOST_ON = "almost-on"
    FIND_TABLE = "find-table"
    NEXT_TABLE = "next-table"
    CONVERSATION = "conversation"
    BREAK = "break"
    INTEREST = "interest"
    CELEBRATION = "celebration"
    ONE_MINUTE = "one-minute"
    GO_ON = "go-on"
    TIME_UP = "time-up"


@dataclass(frozen=True, slots=True)
class Heard:
    """What one announcement sounds like: a chime, a sentence after it, or nothing at all."""

    chime: Chime | None = None
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True)
class PhaseEnd:
    """What is known about the end that a phase is coming to.

    ``following`` is the kind of the phase after it, None when the day ends with this one.
    """

    kind: PhaseKind = PhaseKind.ROUND
    sound: PhaseSound = PhaseSound.GONG
    following: PhaseKind | None = None


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

LEAST_TO_TELL: Mapping[Announcement, float] = MappingProxyType(
    {Announcement.TWO_MINUTES: 150.0, Announcement.LAST_MINUTE: 75.0}
)
"""Seconds that a phase lasts at least."""

_WITH_GONG: Mapping[Announcement, Chime] = MappingProxyType(
    {
        Announcement.TWO_MINUTES: Chime.SOFT_GONG,
        Announcement.LAST_MINUTE: Chime.LAST_MINUTE,
        Announcement.TIME_UP: Chime.GONG,
    }
)

_AFTER_THE_END: Mapping[PhaseKind, Sentence] = MappingProxyType(
    {
        PhaseKind.CHANGEOVER: Sentence.NEXT_TABLE,
        PhaseKind.BREAK: Sentence.BREAK,
        PhaseKind.INTEREST: Sentence.INTEREST,
        PhaseKind.CELEBRATION: Sentence.CELEBRATION,
        PhaseKind.INFO: Sentence.GO_ON,
        PhaseKind.WELCOME: Sentence.GO_ON,
    }
)

_INTO_A_ROUND: Mapping[PhaseKind, Sentence] = MappingProxyType(
    {PhaseKind.ROUND: Sentence.NEXT_TABLE, PhaseKind.CHANGEOVER: Sentence.CONVERSATION}
)


def due_announcements(before: float, after: float) -> tuple[Announcement, ...]:
    """What to announce when the seconds left went from ``before`` to ``after``.

    At most one: after a stall, a suspend or a taken minute, only what is still true is said, so
    that overdue announcements never come in a burst. Time that was added says nothing; when it
    runs out again, the same announcement is true again and is made again. A phase that starts
    exactly on a boundary, such as a changeover of one minute, is not announced at its start.
    """
    return tuple(span.announcement for span in _SPANS if before > span.due >= after > span.until)


def seconds_to_next(left: float) -> float:
    """How long until one becomes due, with so many seconds left; endless when none will."""
    return min((left - span.due for span in _SPANS if span.due < left), default=float("inf"))


def is_worth_saying(announcement: Announcement, seconds: float) -> bool:
    """Whether a phase of this length is long enough for it.

    "Two minutes" right after the beginning is no help to anybody.
    """
    return seconds >= LEAST_TO_TELL.get(announcement, 0.0)


def heard(announcement: Announcement, end: PhaseEnd, *, quiet: bool) -> Heard:
    """What the room hears of an announcement.

    A quiet room hears no gong and no bells: whatever would sound with a gong, sounds with the
    soft one. A spoken announcement begins with the soft gong, so that people listen up, and so
    that there is something to hear on a laptop without a voice.
    """
    if end.sound is PhaseSound.SILENT:
        return Heard()
    if end.sound is PhaseSound.SPOKEN:
        return Heard(Chime.SOFT_GONG, _sentence(announcement, end))
    if end.sound is PhaseSound.SOFT_GONG or quiet:
        return Heard(Chime.SOFT_GONG)
    return Heard(_WITH_GONG[announcement])


def _sentence(announcement: Announcement, end: PhaseEnd) -> Sentence:
    if announcement is Announcement.TWO_MINUTES:
        return Sentence.TWO_MINUTES
    if announcement is Announcement.LAST_MINUTE:
        return _last_minute(end)
    if end.following is None:
        return Sentence.TIME_UP
    if end.following is PhaseKind.ROUND:
        return _INTO_A_ROUND.get(end.kind, Sentence.FIND_TABLE)
    if end.following is PhaseKind.CHANGEOVER and end.kind is not PhaseKind.ROUND:
        return Sentence.FIND_TABLE
    return _AFTER_THE_END.get(end.following, Sentence.TIME_UP)


def _last_minute(end: PhaseEnd) -> Sentence:
    """Who talks is asked to round off; who waits or walks hears that it is nearly time."""
    if end.kind in (PhaseKind.ROUND, PhaseKind.INTEREST, PhaseKind.INFO):
        return Sentence.ROUND_OFF
    return Sentence.ALMOST_ON if end.following else Sentence.ONE_MINUTE
