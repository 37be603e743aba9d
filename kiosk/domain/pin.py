"""The organiser's PIN: a few digits that open the lock of a laptop at a desk.

The PIN never opens the file, only a window of a program that has it open already. It is hashed
slowly all the same: people use the digits of their telephone or bank card, and whoever may read
the file (another organiser, a script with the passphrase) should not read those along the way.
Ten thousand PINs of four digits at a tenth of a second are a quarter of an hour of work, so this
is a hurdle, not a wall; the salt keeps that work from serving for two events.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from kiosk.domain.errors import Refusal, RefusalCode

SHORTEST, LONGEST = 4, 8
FEWEST_DIFFERENT = 3
SALT_SIZE = 16
ROUNDS = 200_000
"""Of PBKDF2-HMAC-SHA512; about 0.1 s, and it frees the interpreter meanwhile."""

_UP, _DOWN = 1, 9
"""Steps of a row, modulo 10: after 9 comes 0, as on the keys of a telephone."""
_WITHOUT_SHIFT = str.maketrans("&é\"'(§è!çà-_", "123456789068")
"""The row of digits of an AZERTY keyboard, where they need Shift (Belgian; French - and _)."""


@dataclass(frozen=True, slots=True)
class StoredPin:
    """What is kept of a PIN; ``rounds`` goes with it, so that later ones can be slower."""

    salt: bytes
    digest: bytes
    rounds: int

    def fits(self, typed: str) -> bool:
        """Whether these are the digits; slow on purpose, so never on a thread that paints."""
        digits = digits_of(typed)
        if not is_pin_shaped(digits):
            return False
        return hmac.compare_digest(_digest(digits, self.salt, self.rounds), self.digest)


def hash_pin(typed: str, rounds: int = ROUNDS) -> StoredPin:
    """What to keep of a new PIN.

    Raises:
        Refusal: it is not 4 to 8 digits, or one of the first that anybody would try.
    """
    digits = digits_of(typed)
    if not is_pin_shaped(digits):
        raise Refusal(RefusalCode.PIN_SHAPE, least=SHORTEST, most=LONGEST)
    if is_guessable(digits):
        raise Refusal(RefusalCode.PIN_GUESSABLE)
    salt = secrets.token_bytes(SALT_SIZE)
    return StoredPin(salt, _digest(digits, salt, rounds), rounds)


def digits_of(typed: str) -> str:
    """The digits that somebody meant: in any script, and typed without Shift on AZERTY.

    Anything else stays as it is, so that it is no PIN.
    """
    plain = typed.strip().translate(_WITHOUT_SHIFT)
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in plain)


def is_pin_shaped(digits: str) -> bool:
    """Whether this is a PIN at all."""
    return SHORTEST <= len(digits) <= LONGEST and digits.isascii() and digits.isdigit()


def is_guessable(digits: str) -> bool:
    """Whether it is among the first that anybody would try.

    Fewer than three different digits (0000, 1212, 1122), a row (1234, 4321, 7890), or one half
    twice (123123).
    """
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    half = len(digits) // 2
    return (
        len(set(digits)) < FEWEST_DIFFERENT
        or steps in ({_UP}, {_DOWN})
        or digits == digits[:half] * 2
    )


def _digest(digits: str, salt: bytes, rounds: int) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", digits.encode("ascii"), salt, rounds)
