"""Opening the app: the command people wait for, so it loads nothing that other commands need."""

from argparse import Namespace

from kiosk.app.desk import Desk
from kiosk.app.start import run_event
from kiosk.cli.passphrase import given_passphrase


def open_command(arguments: Namespace) -> int:
    """Open the app on an event, or let somebody choose one."""
    passphrase = given_passphrase(arguments.passphrase_file)
    desk = Desk(arguments.station, arguments.volunteer)
    return run_event(arguments.event, passphrase, arguments.language, desk)
