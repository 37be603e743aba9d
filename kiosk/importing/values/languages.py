"""Language names in Dutch, English and French, and their abbreviations, as ISO 639 codes."""

import re
from difflib import get_close_matches
from functools import cache

from babel import Locale

from kiosk.domain.registration import folded

_NAMED_IN = ("nl", "en", "fr")
_OWN_NAMES = (
    *("ar", "bg", "cs", "de", "el", "es", "fa", "hr", "hu", "it", "ku", "pl", "ps", "pt"),
    *("ro", "ru", "sk", "so", "sq", "sr", "ti", "tr", "uk", "zh"),
)
"""Languages that people may name in the language itself: Deutsch, Türkçe."""
_SEPARATORS = re.compile(r"[;,/&+\n|]|(?<=\w)\s+(?:en|and|et)\s+(?=\w)")
"""A small "en" between two words is Dutch for "and"; any other "en" is English."""
_ASIDE = re.compile(r"\([^)]*\)|:.*")
_LONGEST_CODE = 3
_CLOSE = 0.8
_OTHER_NAMES = {
    "vlaams": "nl",
    "flemish": "nl",
    "flamand": "nl",
    "dari": "fa",
    "farsi": "fa",
    "berbers": "ber",
    "berber": "ber",
    "berbere": "ber",
    "tamazight": "ber",
    "vgt": "vgt",
    "vlaamse gebarentaal": "vgt",
    "ned": "nl",
    "ndl": "nl",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "ar": "ar",
}


def parse_languages(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the languages listed in a cell, and the parts that name none we know."""
    codes: list[str] = []
    unknown: list[str] = []
    for part in _SEPARATORS.split(text):
        name = _ASIDE.sub("", part).strip()
        code = language_code(name)
        if code:
            codes.append(code)
        elif name:
            unknown.append(name)
    return tuple(dict.fromkeys(codes)), tuple(unknown)


def language_code(text: str) -> str:
    """The code of a language given by name or abbreviation, also amid words ("beetje Frans")."""
    names = _codes_by_name()
    whole = folded(text)
    if whole in names:
        return names[whole]
    words = [word for word in whole.split() if len(word) > _LONGEST_CODE and word in names]
    return names[words[0]] if len(words) == 1 else ""


def is_language_name(text: str) -> bool:
    """Whether a text is just the name of a language that is often spoken here.

    Of the hundreds of others many are called as people are: Mari, Ada, Akan.
    """
    return len(folded(text)) > _LONGEST_CODE and language_code(text) in (*_NAMED_IN, *_OWN_NAMES)


def suggest_language(text: str) -> str:
    """The known name closest to a misspelt one, in the language in which it is close."""
    close = get_close_matches(folded(text), _codes_by_name(), n=1, cutoff=_CLOSE)
    return close[0].capitalize() if close else ""


@cache
def _codes_by_name() -> dict[str, str]:
    """Names win over abbreviations; Dutch names over English and French ones."""
    by_name: dict[str, str] = {}
    for locale in _NAMED_IN:
        for code, name in Locale.parse(locale).languages.items():
            if len(code) <= _LONGEST_CODE:
                by_name.setdefault(folded(name), code)
    for code in _OWN_NAMES:
        by_name.setdefault(folded(Locale.parse(code).languages[code]), code)
    for code in list(by_name.values()):
        by_name.setdefault(code, code)
    return by_name | _OTHER_NAMES
