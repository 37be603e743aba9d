"""Which of several desks on one event this program is, when they all run on one laptop.

The first one is desk 1 and shows the room; another program on the same file is desk 2, so that
"already here, at desk 2" says where. Places are lock files in the folder for temporary files, named
by a hash: they hold no name of anybody or anything.
"""

import hashlib
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QLockFile

from kiosk.app.desk import Desk
from kiosk.config import DEFAULT_STATION


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """A desk with its name; ``is_first`` is true of the program that shows the room."""

    desk: Desk
    is_first: bool
    lock: QLockFile

    def leave(self) -> None:
        """Make room for another program; a program that is killed does so too."""
        self.lock.unlock()


def take_place(path: Path, desk: Desk) -> DeskPlace:
    """The first free place at this event; a name that somebody gave the desk is kept."""
    key = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    for number in count(1):
        lock = QLockFile(str(Path(gettempdir()) / f"stoelendans-desk-{key}-{number}"))
        lock.setStaleLockTime(0)
        if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
            break
    if desk.station == DEFAULT_STATION and number > 1:
        desk = replace(desk, station=f"desk {number}")
    return DeskPlace(desk, number == 1, lock)
