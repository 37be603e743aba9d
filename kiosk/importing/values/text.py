"""Cells as plain text: tidy, harmless, and never run by a spreadsheet that shows them again."""

import re

from kiosk.domain.text import tidy

MAX_LENGTH = 2000
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLAIN_NUMBER = re.compile(r"[+-][\d\s./()\-]*\d[\d\s./()\-]*")
_BULLET = re.compile(r"[-+]\s+\w")
_NOTHING = frozenset({"-", "--", "/", "n.v.t.", "nvt", "n/a", "\u2013", "\u2014"})
_QUOTED = re.compile(r'"([^"]+)"')


def tidy_line(text: str) -> str:
    """The same on one line; a lone dash and the like mean that nothing is filled in."""
    line = tidy(text).replace("\n", " ")
    return "" if line.casefold() in _NOTHING else line


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would run this. A phone number, a number or a dashed list is fine."""
    start = text.lstrip(" \n\u00a0\ufeff")
    if not start.startswith(_STARTS_FORMULA) or tidy_line(start) == "":
        return False
    return not (_PLAIN_NUMBER.fullmatch(start.strip()) or _BULLET.match(start))


def without_formula(text: str) -> str:
    """What somebody may have meant to write: the last text quoted in it, else all but the sign."""
    quoted = _QUOTED.findall(text)
    return tidy_line(quoted[-1] if quoted else text.lstrip("=+-@ \t"))


_SEPARATORS = re.compile(r"[;,\n|]")


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list in one cell, each once, in the order given."""
    parts = (tidy_line(part) for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))
