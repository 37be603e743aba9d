"""Whom somebody wishes to meet, and how much: "Brasserie Lys: 3", "Poetsbrigade ****"."""

import re

from kiosk.domain.people import WishKind
from kiosk.domain.registration import NamedWish
from kiosk.importing.values.text import listed

_WITH_STRENGTH = re.compile(
    r"""(?P<name>.*?\S)\s*
    (?: \(\s*(?P<in_brackets>[0-5])(?:\s*/\s*5)?\s*\)
      | [:=]\s*(?P<after_sign>[0-5])(?:\s*/\s*5)?
      | \s(?P<of_five>[0-5])\s*/\s*5
      | (?P<stars>[*\u2605\u2b50]{1,5})\u2606*
    )""",
    re.VERBOSE,
)
"""A bare number at the end is part of a name: "Studio 3"."""


def parse_wishes(text: str, kind: WishKind) -> tuple[NamedWish, ...]:
    """The employers listed in a cell; one without a strength is wished for as much as can be."""
    return tuple(dict.fromkeys(_wish(part, kind) for part in listed(text)))


def _wish(part: str, kind: WishKind) -> NamedWish:
    found = _WITH_STRENGTH.fullmatch(part)
    return NamedWish(found["name"], kind, _weight(found)) if found else NamedWish(part, kind)


def _weight(found: re.Match[str]) -> int:
    if found["stars"]:
        return len(found["stars"])
    return int(found["in_brackets"] or found["after_sign"] or found["of_five"])
