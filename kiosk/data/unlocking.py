"""From a passphrase to the key of a file, before SQLCipher or SQLAlchemy is loaded.

Deriving a key takes time on purpose and frees the interpreter, so a program that starts does it
on a thread while it loads everything else. That is why this module imports nothing heavy.
"""

import stat
from pathlib import Path

from kiosk.data import cipher
from kiosk.domain.errors import Refusal, RefusalCode


def unlock(path: Path, passphrase: str) -> cipher.FileKey:
    """The key of an event file; the file is only read.

    Raises:
        Refusal: not there, not ours, wrong passphrase, or damaged.
    """
    key = cipher.derive_key(passphrase, _salt_of(path))
    _check_pages(path, key)
    return key


def _salt_of(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep us waiting for ever
            raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(path))
        with path.open("rb") as file:
            salt = file.read(cipher.SALT_SIZE)
    except FileNotFoundError as error:
        raise Refusal(RefusalCode.FILE_NOT_FOUND, path=str(path)) from error
    except (OSError, ValueError) as error:
        raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(path)) from error
    if not cipher.salt_is_ours(salt):
        raise Refusal(RefusalCode.NOT_AN_EVENT, path=path.name)
    return salt


def _check_pages(path: Path, key: cipher.FileKey) -> None:
    """Tell a wrong passphrase (no page fits) from damage (some fit, some don't).

    After a crash pages may legitimately be half-written while the write-ahead log holds the whole
    ones; then one page that fits is enough here, and SQLCipher checks the rest once it recovered.
    """
    was_interrupted = path.with_name(path.name + "-wal").exists()
    fits = misfits = 0
    for number, page in cipher.pages(path):
        if len(page) == cipher.PAGE_SIZE and key.fits(page, number):
            fits += 1
        else:
            misfits += 1
        if fits and (misfits or was_interrupted):
            break
    if not fits:
        only_salt_left = path.stat().st_size % cipher.PAGE_SIZE or _is_blank(path)
        code = RefusalCode.FILE_DAMAGED if only_salt_left else RefusalCode.WRONG_PASSPHRASE
        raise Refusal(code, path=path.name)
    if misfits and not was_interrupted:
        raise Refusal(RefusalCode.FILE_DAMAGED, path=path.name)


def _is_blank(path: Path) -> bool:
    """Whether the file was overwritten with one and the same byte; ciphertext never looks so."""
    return any(len(set(page[cipher.SALT_SIZE :])) <= 1 for _, page in cipher.pages(path))
