"""Telling a wrong passphrase from a damaged file, without touching the file.

SQLCipher answers both with the same error, so the key is checked here first. Two things make that
possible. The file's salt (its first 16 bytes) carries its own check, so a file whose beginning was
overwritten is known as such. And every page ends with an HMAC: a passphrase that fits any page is
the right one, and then a page that does not fit is damaged.

Format: SQLCipher 4 defaults (https://www.zetetic.net/sqlcipher/design/): PBKDF2-HMAC-SHA512 with
256,000 rounds, AES-256-CBC, HMAC-SHA512 over page content, IV and page number.
"""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE_SIZE = 4096
SALT_SIZE = 16
KDF_ROUNDS = 256_000
_HMAC_SIZE = 64
_HMAC_SALT_MASK = 0x3A
_HMAC_ROUNDS = 2
_KEY_SIZE = 32
_RANDOM_SALT = 10


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key of one event file and the salt it was made with."""

    key: bytes
    salt: bytes

    @property
    def pragma(self) -> str:
        """The key as SQLCipher takes it; hexadecimal digits only, so nothing can be injected."""
        return f"PRAGMA key = \"x'{self.key.hex()}{self.salt.hex()}'\""

    def fits(self, page: bytes, number: int) -> bool:
        """Whether the page's HMAC was made with this key. Pages count from 1."""
        body = page[SALT_SIZE if number == 1 else 0 : -_HMAC_SIZE]
        expected = hmac.digest(self._hmac_key(), body + number.to_bytes(4, "little"), "sha512")
        return hmac.compare_digest(expected, page[-_HMAC_SIZE:])

    def _hmac_key(self) -> bytes:
        salt = bytes(byte ^ _HMAC_SALT_MASK for byte in self.salt)
        return hashlib.pbkdf2_hmac("sha512", self.key, salt, _HMAC_ROUNDS, _KEY_SIZE)


def new_salt() -> bytes:
    """80 random bits and 48 bits that check them."""
    random = secrets.token_bytes(_RANDOM_SALT)
    return random + _salt_check(random)


def salt_is_ours(salt: bytes) -> bool:
    """Whether these 16 bytes are an undamaged salt of an event file."""
    return len(salt) == SALT_SIZE and salt[_RANDOM_SALT:] == _salt_check(salt[:_RANDOM_SALT])


def _salt_check(random: bytes) -> bytes:
    return hashlib.sha256(b"stoelendans" + random).digest()[: SALT_SIZE - _RANDOM_SALT]


def derive_key(passphrase: str, salt: bytes) -> FileKey:
    """The key for a passphrase; slow on purpose (about 0.15 s), and it frees the interpreter.

    One passphrase is one key on every keyboard: accents count the same, however they are put
    together (NIST SP 800-63B, 5.1.1.2). Bytes that are no text, from a script, count as they are.
    """
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    return FileKey(hashlib.pbkdf2_hmac("sha512", secret, salt, KDF_ROUNDS, _KEY_SIZE), salt)


def pages(path: Path) -> Iterator[tuple[int, bytes]]:
    """Each page with its number, counted from 1; the last may be cut short."""
    with path.open("rb") as file:
        number = 0
        while page := file.read(PAGE_SIZE):
            number += 1
            yield number, page
