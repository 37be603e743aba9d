"""Where the passphrase comes from: a file, the environment, or the person at the keyboard."""

import os
import sys
from getpass import getpass
from pathlib import Path

from kiosk.config import PASSPHRASE_VARIABLE
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.i18n import _


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
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(RefusalCode.FILE_UNREADABLE, path=file.name) from error
    if not lines or not lines[0]:
        raise Refusal(RefusalCode.PASSPHRASE_MISSING, variable=PASSPHRASE_VARIABLE)
    return lines[0]


def _asked(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise Refusal(RefusalCode.PASSPHRASE_MISSING, variable=PASSPHRASE_VARIABLE)
    answer = getpass(prompt)
    if not answer:
        raise Refusal(RefusalCode.PASSPHRASE_MISSING, variable=PASSPHRASE_VARIABLE)
    return answer
