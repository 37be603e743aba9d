"""How wide names become on the board, so that it can be laid out before anything is painted.

The services know no fonts, and the organisers are told whether everyone can read the board long
before it is shown. So the widths of the house font's letters are written down here, in shares of
the font size. A test holds them against the font.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, pairwise
from types import MappingProxyType

from kiosk.domain.people import badge_label

_BREAK = re.compile(r"(?<= )|(?<=\w\w-)(?=\w\w)")
"""After a space, and after a hyphen between parts of two letters or more."""
_LETTERS = (
    (0.20, "'"),
    (0.28, ".ji\u2019\u0131"),
    (0.30, "l "),
    (0.37, "łftr-"),
    (0.43, "I1"),
    (0.51, "zcsyv"),
    (0.54, "x7ak"),
    (0.57, "JLFehnuo2ø"),
    (0.60, "g9ðŁETbdpq3þđS5"),
    (0.63, "ZßP468ÞBVY"),
    (0.67, "RCKA0X"),
    (0.71, "DUHÐĐGN"),
    (0.75, "wOØQ"),
    (0.88, "MmæW"),
    (1.02, "œÆŒ"),
)
"""Atkinson Hyperlegible Next, semibold: groups of letters that are hardly of different width."""
_WIDTH = MappingProxyType({letter: width for width, group in _LETTERS for letter in group})
_OTHER, _IDEOGRAPH = 0.75, 1.05
"""Letters of another font, of which nobody knows beforehand which one it will be."""
LEADING, TALL_LEADING = 1.1, 1.3
_LAST_LATIN = 0x24F
DIGIT = 0.66
"""The widest figure; all are as wide in a column that has to be straight."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of a board have room for: the widest name, and the figures beside it.

    ``one`` is its width on one line and ``two`` when it is broken over two, in shares of the font
    size; both are 0 where there are only badge numbers. ``leading`` is from line to line.
    """

    one: float = 0.0
    two: float = 0.0
    badge: int = 2
    table: int = 2
    leading: float = LEADING


def shape_of(people: Iterable[tuple[int, str]], tables: Iterable[int]) -> Shape:
    """The shape that holds all of these badge numbers with their names, and these tables."""
    badges, names = zip(*people, strict=True) if (people := tuple(people)) else ((), ())
    return Shape(
        one=max(map(width_of, names), default=0.0),
        two=max(map(_broken_width, names), default=0.0),
        badge=max((len(badge_label(badge)) for badge in badges), default=2),
        table=max((len(str(table)) for table in tables), default=2),
        leading=max(map(leading_of, names), default=LEADING),
    )


def width_of(text: str) -> float:
    """How wide a text is in the house font, in shares of the font size; rather too wide."""
    return sum(map(_letter_width, unicodedata.normalize("NFKD", text)))


def broken(text: str, width: Callable[[str], float] = width_of, count: int = 2) -> tuple[str, ...]:
    """A name on so many lines, the widest as narrow as can be; the last are perhaps empty."""
    pieces = _BREAK.split(" ".join(text.split()))
    cuts = combinations_with_replacement(range(1, len(pieces) + 1), count - 1)
    ways = (
        tuple(
            "".join(pieces[begin:end]).rstrip() for begin, end in pairwise((0, *cut, len(pieces)))
        )
        for cut in cuts
    )
    return min(ways, key=lambda lines: max(map(width, lines)))


def leading_of(text: str) -> float:
    """From line to line, in shares of the font size; other scripts reach higher and lower."""
    return LEADING if all(ord(letter) <= _LAST_LATIN for letter in text) else TALL_LEADING


def _broken_width(text: str) -> float:
    return max(map(width_of, broken(text)))


@cache
def _letter_width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _IDEOGRAPH
    return _WIDTH.get(letter, _OTHER)
