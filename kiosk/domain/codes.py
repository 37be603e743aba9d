"""The badge code: 18 random letters and 2 check letters that survive any keyboard layout.

A Belgian laptop types AZERTY while a cheap scanner sends QWERTY, and some send QWERTZ. These 20
letters sit on the same key on all three, so a code arrives as it was printed. 20 letters fill
exactly a version 1-M QR code.
"""

import re
import secrets
from collections.abc import Callable, Iterator
from enum import StrEnum

ALPHABET = "BCDEFGHIJKLNOPRSTUVX"
BASE = len(ALPHABET)
RANDOM_LETTERS = 18
CODE_LENGTH = RANDOM_LETTERS + 2

_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
_LETTERS = frozenset(ALPHABET)
_SEPARATORS = re.compile(r"[\s\-]+")
_OTHERS = re.compile(f"[^{ALPHABET}]+")
LONGEST_CODE_TEXT = 200
"""A code with a separator after each letter is far shorter; nothing longer needs a closer look."""
LONGEST_SCAN = 512
"""What comes after that many letters is no scan of a badge."""


class CodeForm(StrEnum):
    """What a scanned or typed text looks like, before anyone is looked up."""

    VALID = "valid"
    DAMAGED = "damaged"
    GARBLED = "garbled"
    NOT_A_CODE = "not-a-code"


def check_letters(body: str) -> str:
    """Two letters for the 18 letters in ``body``.

    The first is the sum of the letter values, which any single wrong letter changes. The second
    weighs each letter with its place; neighbouring weights differ by one, so that a swap of two
    different neighbours changes it. Both are modulo 20. The last weight, 17, shares no factor
    with 20, so a swap across the border to the first check letter is caught too.
    """
    values = [_VALUE[letter] for letter in body]
    plain = sum(values) % BASE
    weighted = sum(place * value for place, value in enumerate(values)) % BASE
    return ALPHABET[plain] + ALPHABET[weighted]


def new_code(choose: Callable[[str], str] = secrets.choice) -> str:
    """A fresh code of about 77 random bits; ``choose`` is replaced only where days are replayed."""
    body = "".join(choose(ALPHABET) for _ in range(RANDOM_LETTERS))
    return body + check_letters(body)


def normalise(text: str) -> str:
    """Upper case, without the spaces and hyphens people put in to read a code aloud."""
    return _SEPARATORS.sub("", text).upper()


def is_valid(code: str) -> bool:
    """Whether a normalised text is one whole code with the right check letters."""
    return (
        len(code) == CODE_LENGTH
        and _LETTERS.issuperset(code)
        and check_letters(code[:RANDOM_LETTERS]) == code[RANDOM_LETTERS:]
    )


def form_of(text: str) -> CodeForm:
    """Tell a whole code, a damaged one, a garbled scan and something else apart.

    A text counts as a damaged code when it is almost as long as one and made of letters, so that
    half a scan is told from a typed name. It counts as garbled when it is as long as a code, in
    one piece, but with signs between its letters or in another alphabet: so a scanner writes that
    is set to a keyboard, a language or a way of sending (``Alt`` and digits) that we can't read.
    """
    if len(text) > LONGEST_CODE_TEXT:
        return CodeForm.NOT_A_CODE
    code = normalise(text)
    if is_valid(code):
        return CodeForm.VALID
    if not RANDOM_LETTERS <= len(code) <= CODE_LENGTH + 2:
        return CodeForm.NOT_A_CODE
    if code.isascii() and code.isalpha():
        return CodeForm.DAMAGED
    return CodeForm.GARBLED if _is_garbled(text) else CodeForm.NOT_A_CODE


def code_in(scanned: str) -> str | None:
    """The one whole code in what a scanner sent, or None.

    Scanners put signs before and after what they read (an AIM identifier such as ``]Q1``, a
    prefix that somebody once set), send it twice, or double each letter. Any 20 letters in a row
    with the right check letters are taken for a code only when no other 20 are.
    """
    text = scanned[:LONGEST_SCAN].upper()
    if is_valid(normalise(text)):
        return normalise(text)
    runs = [run for run in _OTHERS.split(_undoubled(text)) if len(run) >= CODE_LENGTH]
    whole = {run for run in _halves(runs) if is_valid(run)}
    found = whole or {window for run in runs for window in _windows(run) if is_valid(window)}
    return found.pop() if len(found) == 1 else None


def _undoubled(text: str) -> str:
    """``BBCCDD`` as ``BCD``: some scanners are too slow to let go of a key."""
    odd, even = text[::2], text[1::2]
    return odd if odd == even and len(odd) >= CODE_LENGTH else text


def _halves(runs: list[str]) -> Iterator[str]:
    """Each run, and its first half where it is the same text sent twice or more often."""
    for run in runs:
        yield run
        if len(run) % CODE_LENGTH == 0 and run == run[:CODE_LENGTH] * (len(run) // CODE_LENGTH):
            yield run[:CODE_LENGTH]


def _windows(run: str) -> Iterator[str]:
    return (run[start : start + CODE_LENGTH] for start in range(len(run) - CODE_LENGTH + 1))


def _is_garbled(text: str) -> bool:
    """One piece, no web or mail address, no bar code's number, nothing a person would write."""
    text = text.strip()
    digits = sum(letter.isdigit() for letter in text)
    is_address = "://" in text or "@" in text or text.lower().startswith("www.")
    return not (is_address or digits == len(text) or any(letter.isspace() for letter in text))
