"""A cheap scanner is a keyboard: tell its bursts from typing by their speed.

Pure logic. Keys go in with the moment they were pressed; what comes out says whether a scanner is
at work and, at the end, what it read. The suffix may be Enter, Tab or nothing: a burst without
one ends when ``poll`` finds that no key has come for a while.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from kiosk.domain.codes import CodeForm, code_in, form_of

SUFFIXES = "\r\n\t"
SHORTEST_NUMBER = 8
"""The shortest bar code on goods (EAN-8); badge numbers are shorter."""
SHORTEST_BURST = 6
QUICK = 0.035
LONGEST_GAP = 0.1
LONGEST_TEXT = 512
REPEAT_WINDOW = 2.5


class Phase(Enum):
    """Where a key stands: ordinary typing, or some part of a burst."""

    TYPING = auto()
    BEGINS = auto()
    GOES_ON = auto()
    ENDS = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one key meant. ``text`` is the burst up to now, ``suffix`` the key that ended it."""

    phase: Phase
    text: str = ""
    suffix: str = ""


_TYPING = Reading(Phase.TYPING)


class BurstDetector:
    """Reads a stream of keys; moments are monotonic seconds."""

    def __init__(self) -> None:
        self._letters: list[str] = []
        self._moments: list[float] = []
        self._in_burst = False

    @property
    def in_burst(self) -> bool:
        """Whether a scanner is at work."""
        return self._in_burst

    @property
    def quick_letters(self) -> int:
        """How many letters have come without a pause; the first that may belong to a burst is 1."""
        return len(self._letters)

    def feed(self, letter: str, at: float) -> Reading:
        """Take one key. Call ``poll`` with the same moment first, or a burst may be lost."""
        if self._moments and at - self._moments[-1] > LONGEST_GAP:
            self.reset()
        if letter in SUFFIXES:
            return self._end(letter) if self._in_burst else self._typed()
        if len(self._letters) >= LONGEST_TEXT or not letter.isprintable():
            return self._typed()
        self._letters.append(letter)
        self._moments.append(at)
        if self._in_burst:
            return Reading(Phase.GOES_ON, self._text())
        self._in_burst = len(self._letters) >= SHORTEST_BURST and _is_quick(self._moments)
        return Reading(Phase.BEGINS, self._text()) if self._in_burst else _TYPING

    def poll(self, now: float) -> Reading | None:
        """A burst without a suffix, once it is plain that no more keys follow."""
        if self._in_burst and now - self._moments[-1] > LONGEST_GAP:
            return self._end("")
        return None

    def reset(self) -> None:
        """Forget what came: the focus moved, a key was held down, a shortcut was pressed."""
        self._letters.clear()
        self._moments.clear()
        self._in_burst = False

    def _text(self) -> str:
        return "".join(self._letters)

    def _typed(self) -> Reading:
        self.reset()
        return _TYPING

    def _end(self, suffix: str) -> Reading:
        reading = Reading(Phase.ENDS, self._text(), suffix)
        self.reset()
        return reading


class RepeatGuard:
    """The same code read twice in a moment is one scan: a badge held too long under the light."""

    def __init__(self, seconds: float = REPEAT_WINDOW) -> None:
        self._seconds = seconds
        self._last = ""
        self._until = float("-inf")

    def is_repeat(self, text: str, at: float) -> bool:
        """Whether this scan should be passed over; if not, it is the one to compare with."""
        if text == self._last and at < self._until:
            return True
        self._last, self._until = text, at + self._seconds
        return False


def is_badge_scan(text: str) -> bool:
    """Whether a quick text is a badge code, whole, damaged or garbled, that a scanner sent.

    Nothing with a space in it: that is a quick hand, or a password manager.
    """
    if any(letter.isspace() for letter in text):
        return False
    return code_in(text) is not None or form_of(text) in {CodeForm.DAMAGED, CodeForm.GARBLED}


def is_other_scan(text: str) -> bool:
    """Whether a quick text is what scanners read elsewhere: a bar code's number, a web address."""
    digits = sum(letter.isdigit() for letter in text)
    is_number = digits == len(text) and digits >= SHORTEST_NUMBER
    return is_number or "://" in text


def _is_quick(moments: Sequence[float]) -> bool:
    newest = moments[-SHORTEST_BURST:]
    return median(after - before for before, after in pairwise(newest)) < QUICK
