"""Setting the PIN that opens the lock of a desk, or taking it away."""

import sys
from argparse import Namespace
from contextlib import closing
from getpass import getpass
from pathlib import Path

from kiosk.cli.output import say, say_json
from kiosk.cli.passphrase import ask_passphrase, first_line
from kiosk.data.eventfile import open_event_file
from kiosk.domain.clock import SystemClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.i18n import _
from kiosk.services.pin import clear_pin, set_pin

STATION = "command line"


def pin_command(arguments: Namespace) -> int:
    """Ask for a PIN and put it in force; it is never an argument, which others could read."""
    with closing(
        open_event_file(arguments.event, ask_passphrase(arguments.passphrase_file))
    ) as file:
        if arguments.clear:
            clear_pin(file.unit(), SystemClock(), station=STATION)
        else:
            pin = _choose_pin(arguments.pin_file)
            set_pin(file.unit(), SystemClock(), pin, station=STATION)
    if arguments.json:
        say_json({"pin": not arguments.clear})
    elif arguments.clear:
        say(_("There is no PIN any more. The passphrase opens the lock."))
    else:
        say(_("The PIN is set. It opens the lock, as the passphrase does."))
    return 0


def _choose_pin(file: Path | None) -> str:
    """What the file says, or what is typed twice, because nobody sees a typing error."""
    if file is not None:
        return first_line(file)
    first = _asked(_("Choose a PIN: "))
    if _asked(_("Once more, to be sure: ")) != first:
        raise Refusal(RefusalCode.PINS_DIFFER)
    return first


def _asked(prompt: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refusal(RefusalCode.PIN_MISSING)
    return getpass(prompt)
