"""Names as people type them: without accents, apostrophes, hyphens or a fixed order."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations, pairwise

LONGEST_QUERY = 80
MOST_WORDS = 6

_SPECIAL = str.maketrans(
    {
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
    }
)
# Everything that keyboards and phones write for an apostrophe, and all short dashes.
_JOINTS = re.compile(r"['`\u00b4\u02b9\u02bb\u02bc\u02be\u02bf\u2010-\u2013\u2018\u2019\u2032\-]")
_SEPARATORS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Small letters without accents: ``Łukasz Ñoël ẞ`` becomes ``lukasz noel ss``."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.translate(_SPECIAL)


def words_of(text: str) -> list[str]:
    """The folded words of a name; apostrophes and hyphens part words like spaces do."""
    return [word for word in _SEPARATORS.split(fold(text)) if word]


def spellings_of(text: str) -> set[str]:
    """Every word under which a stored name can be found.

    Besides its words, all runs of neighbouring words written as one, so that ``vandenberghe``
    finds Van den Berghe and ``obrien`` finds O'Brien.
    """
    words = words_of(text)[:MOST_WORDS]
    ends = range(len(words) + 1)
    return {"".join(words[start:end]) for start, end in combinations(ends, 2)}


def asked_words(query: str) -> list[str]:
    """The words of a query; ``d'hondt`` and ``jan-pieter`` are one word each here."""
    return words_of(_JOINTS.sub("", query[:LONGEST_QUERY]))[:MOST_WORDS]


def readings(words: list[str]) -> Iterator[list[str]]:
    """Every way to read neighbouring words as one; as typed first, then ever more joins."""
    gaps = range(1, len(words))
    for count in range(len(words) - 1, -1, -1):
        for cuts in combinations(gaps, count):
            edges = (0, *cuts, len(words))
            yield ["".join(words[a:b]) for a, b in pairwise(edges)]
