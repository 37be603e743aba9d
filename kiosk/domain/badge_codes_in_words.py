"""Keeps badge codes out of what people write for others to read.

A scanner that types slowly looks like a person who types. What it left in a text field is known
by the code itself: by its check letters, or, when a letter got lost, by standing there alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

from kiosk.domain.codes import (
    ALPHABET,
    CODE_LENGTH,
    RANDOM_LETTERS,
    CodeForm,
    form_of,
    is_valid,
)

_WORDS = re.compile(r"\w+")
_LETTERS = frozenset(ALPHABET)
_VOWELS = frozenset("EIOU")
"""Those among the letters of a code; no code has an A or a Y."""
MOST_VOWELS = 7
"""Of 20 letters: 97 codes in 100 have no more, words without an A nearly always do."""
SHORT_WORD = 3
_AROUND = ' \t\n.,;:()[]{}<>"*_/|~#'
_ENDS_OF_SENTENCES = ("!", "?", "…", "...")
"""No scanner ends so; a person who calls one long word into the room does."""


def holds_badge_code(text: str) -> bool:
    """Whether a badge code stands in ``text``: whole anywhere in it, or damaged as all of it.

    Case does not matter, nor do spaces and hyphens between its letters. A damaged code is refused
    only when nothing else is written: amid other words a long word is a word.
    """
    return holds_whole_badge_code(text) or _is_damaged(_upper(text))


def holds_whole_badge_code(text: str) -> bool:
    """Whether a badge code with the right check letters stands anywhere in ``text``."""
    words = _WORDS.findall(_upper(text))
    return any(is_valid(window) for word in words for window in _windows(word)) or any(
        _is_spelled(parts) for parts in _spans(words)
    )


def _upper(text: str) -> str:
    return unicodedata.normalize("NFKC", text).upper()


def _windows(word: str) -> Iterator[str]:
    """Each 20 letters in a row; with each letter once, too, where a slow key doubled them all."""
    for run in (word, word[::2] if word[::2] == word[1::2] else ""):
        for start in range(len(run) - CODE_LENGTH + 1):
            yield run[start : start + CODE_LENGTH]


def _spans(words: list[str]) -> Iterator[list[str]]:
    """Neighbouring words that make 20 letters together."""
    for start in range(len(words)):
        lengths = accumulate(len(word) for word in words[start:])
        for count, length in enumerate(lengths, start=1):
            if length == CODE_LENGTH and count > 1:
                yield words[start : start + count]
            if length >= CODE_LENGTH:
                break


def _is_spelled(parts: list[str]) -> bool:
    """A code in pieces; ordinary words happen to have the right check letters once in 400 times."""
    letters = "".join(parts)
    return is_valid(letters) and (_is_regular(parts) or not _reads_like_words(letters))


def _is_regular(parts: list[str]) -> bool:
    """All as long as the first, the last perhaps shorter: so a code is read aloud."""
    first = len(parts[0])
    return all(len(part) == first for part in parts[:-1]) and len(parts[-1]) <= first


def _reads_like_words(letters: str) -> bool:
    return sum(letter in _VOWELS for letter in letters) > MOST_VOWELS


def _is_damaged(written: str) -> bool:
    """One piece, about as long as a code, of its letters or of signs that make no words."""
    alone = written.strip(_AROUND)
    parts = _WORDS.findall(alone)
    letters = "".join(parts)
    one_piece = bool(parts) and _is_regular(parts)
    if not one_piece or written.rstrip().endswith(_ENDS_OF_SENTENCES):
        return False
    if _LETTERS.issuperset(letters):
        return RANDOM_LETTERS <= len(letters) <= CODE_LENGTH + 2 and not _is_sentence(parts)
    in_pieces = max(map(len, parts)) < SHORT_WORD or not letters.isascii()
    return form_of(alone) is CodeForm.GARBLED and in_pieces


def _is_sentence(parts: list[str]) -> bool:
    return len(parts) > 1 and _reads_like_words("".join(parts))
