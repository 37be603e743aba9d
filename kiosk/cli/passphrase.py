"""Where the passphrase comes from: a file, the environment, or the person at the keyboard."""

import os
import sys
from getpass import getpass
from pathlib import Path

from kiosk.config import PASSPHRASE_VARIABLE
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.i18n import _

_LONGEST_LINE = 10_000


def ask_passphrase(file: Path | None) -> str:
    """The passphrase of an existing event.

    Raises:
        Refusal: nobody can be asked and it is not given, or the file can't be read.
    """
    return given_passphrase(file) or _asked(_("Passphrase: "))


def choose_passphrase(file: Path | None) -> str:
    """The passphrase for a new event; typed twice, because a typing error would lock it."""
    given = given_passphrase(file)
    if given:
        return given
    first = _asked(_("Choose a passphrase: "))
    if _asked(_("Once more, to be sure: ")) != first:
        raise Refusal(RefusalCode.PASSPHRASES_DIFFER)
    return first


def given_passphrase(file: Path | None) -> str:
    """What the file or the environment says; empty when neither is given."""
    if file is None:
        return os.environ.get(PASSPHRASE_VARIABLE, "")
    passphrase = first_line(file)
    if not passphrase:
        raise Refusal(RefusalCode.PASSPHRASE_MISSING, variable=PASSPHRASE_VARIABLE)
    return passphrase


def first_line(file: Path) -> str:
    """What a file that holds a secret says.

    Raises:
        Refusal: the file can't be read.
    """
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline(_LONGEST_LINE).rstrip("\n")
    except (OSError, ValueError) as error:
        raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(file)) from error


def _asked(prompt: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refusal(RefusalCode.PASSPHRASE_MISSING, variable=PASSPHRASE_VARIABLE)
    answer = getpass(prompt)
    if not answer:
        raise Refusal(RefusalCode.PASSPHRASE_MISSING, variable=PASSPHRASE_VARIABLE)
    return answer
