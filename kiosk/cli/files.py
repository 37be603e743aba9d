"""The event file that a command works on."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.cli.passphrase import ask_passphrase
from kiosk.data.eventfile import EventFile, open_event_file


@contextmanager
def opened(arguments: Namespace) -> Iterator[EventFile]:
    """The file of ``EVENT``, closed again at the end of the block."""
    file = open_event_file(arguments.event, ask_passphrase(arguments.passphrase_file))
    try:
        yield file
    finally:
        file.close()
