"""The badge code: 18 random letters and 2 check letters that survive any keyboard layout.

A Belgian laptop types AZERTY while a cheap scanner sends QWERTY, and some send QWERTZ. These 20
letters sit on the same key on all three, so a code arrives as it was printed. 20 letters fill
exactly a version 1-M QR code.
"""

import re
import secrets
from collections.abc import Callable
from enum import StrEnum

ALPHABET = "BCDEFGHIJKLNOPRSTUVX"
BASE = len(ALPHABET)
RANDOM_LETTERS = 18
CODE_LENGTH = RANDOM_LETTERS + 2

_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
_SEPARATORS = re.compile(r"[\s\-]+")


class CodeForm(StrEnum):
    """What a scanned or typed text looks like, before anyone is looked up."""

    VALID = "valid"
    DAMAGED = "damaged"
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


def form_of(text: str) -> CodeForm:
    """Tell a whole code, a damaged one and something else apart.

    A text counts as a damaged code when it is almost as long as one and made of its letters, so
    that half a scan is told from a typed name.
    """
    code = normalise(text)
    if len(code) == CODE_LENGTH and all(letter in _VALUE for letter in code):
        intact = check_letters(code[:RANDOM_LETTERS]) == code[RANDOM_LETTERS:]
        return CodeForm.VALID if intact else CodeForm.DAMAGED
    looks_scanned = RANDOM_LETTERS <= len(code) <= CODE_LENGTH + 2 and code.isascii()
    return CodeForm.DAMAGED if looks_scanned and code.isalpha() else CodeForm.NOT_A_CODE
