"""Languages by name, in the language of the screen. Babel is loaded when the first is asked for."""

from collections.abc import Iterator, Sequence
from functools import cache

from kiosk.domain.search import fold

COMMON = ("nl", "fr", "en", "ar", "tr")
"""Spoken most at a desk in Ghent; the event's own languages come before them."""
MOST_FOUND = 8
_LONGEST_CODE = 3
_ALSO_CALLED = {"Dari": "fa", "Farsi": "fa", "Vlaams": "nl", "Tamazight": "ber", "Sorani": "ckb"}
"""Names that people give to their language and that Babel does not list."""


def offered(event_languages: Sequence[str], spoken: Sequence[str] = ()) -> tuple[str, ...]:
    """The languages to choose from at once: the event's, the common ones, and those chosen."""
    return tuple(dict.fromkeys((*event_languages, *COMMON, *spoken)))


@cache
def language_name(code: str, screen: str) -> str:
    """A language in the words of the screen; a code that nobody knows stays a code."""
    name = _names(screen).get(code, code)
    return name[:1].upper() + name[1:]


def find_languages(query: str, screen: str) -> list[tuple[str, str]]:
    """Code and name of the languages of which a word begins like the query, likely ones first."""
    asked = fold(query.strip())
    found = sorted(_fitting(asked, screen)) if asked else []
    codes: dict[str, str] = {}
    for _rank, _length, name, code in found:
        codes.setdefault(code, name)
    return list(codes.items())[:MOST_FOUND]


def _fitting(asked: str, screen: str) -> Iterator[tuple[int, int, str, str]]:
    """Names that begin like the query go before names with a word that does.

    Among them, whole names first, and then short codes: those are the languages of many speakers.
    """
    for name, folded, code in _folded_names(screen):
        if folded == asked:
            yield 0, 0, name, code
        elif folded.startswith(asked):
            yield 1, len(code), name, code
        elif f" {asked}" in folded:
            yield 2, len(code), name, code


@cache
def _folded_names(screen: str) -> tuple[tuple[str, str, str], ...]:
    known = ((language_name(code, screen), code) for code in _names(screen))
    others = _ALSO_CALLED.items()
    return tuple((name, fold(name), code) for name, code in (*known, *others))


@cache
def _names(screen: str) -> dict[str, str]:
    from babel import Locale

    languages = Locale.parse(screen).languages
    return {code: str(name) for code, name in languages.items() if len(code) <= _LONGEST_CODE}
