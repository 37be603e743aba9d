"""Opening the app: the command people wait for, so it loads nothing that other commands need."""

import os
from argparse import Namespace

from kiosk.app.desk import Desk
from kiosk.app.start import run_event
from kiosk.cli.passphrase import given_passphrase
from kiosk.config import PASSPHRASE_VARIABLE
from kiosk.ui.lockdown import LockDown


def open_command(arguments: Namespace) -> int:
    """Open the app on an event, or let somebody choose one."""
    passphrase = given_passphrase(arguments.passphrase_file)
    # Programs started from here, such as a PDF viewer, have no business with it.
    os.environ.pop(PASSPHRASE_VARIABLE, None)
    desk = Desk(arguments.station, arguments.volunteer)
    lock_down = LockDown.OFFICE if arguments.window else LockDown.EVENT
    return run_event(arguments.event, passphrase, arguments.language, desk, lock_down)
