"""Papers asked for on a screen: made into files that vanish when the program ends."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from uuid import UUID

from PySide6.QtCore import QLockFile

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.services.ports import UnitOfWork
from kiosk.ui.organiser.actions import Printed

PREFIX = "stoelendans-papers-"


class PaperTray:
    """Makes papers into a temporary folder, and hands each to ``show`` (a PDF viewer prints it).

    The files hold names, so they do not stay on the laptop: what a program that was killed left
    behind is erased by the next one.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        _erase_leftovers()
        self._folder = TemporaryDirectory(prefix=PREFIX)
        self._in_use = _lock(Path(self._folder.name))
        self._in_use.tryLock(0)

    def one(self, kind: str, attendee_id: UUID) -> Callable[[UnitOfWork, str], Printed]:
        """A paper of one person, a badge as a card of its own."""
        return lambda unit, language: self._make(kind, unit, language, attendee_id)

    def all(self, kind: str) -> Callable[[UnitOfWork, str], Printed]:
        """A paper of everybody."""
        return lambda unit, language: self._make(kind, unit, language, None)

    @property
    def folder(self) -> Path:
        """Where papers are while the program runs."""
        return Path(self._folder.name)

    def close(self) -> None:
        """Erase what was made."""
        self._in_use.unlock()
        self._folder.cleanup()

    def _make(self, kind: str, unit: UnitOfWork, language: str, who: UUID | None) -> Printed:
        # Printing is loaded with the first paper: the desk need not wait for it.
        from kiosk.exporting.replacing import write_files
        from kiosk.printing.documents import Sheet
        from kiosk.printing.papers import PaperOptions, make_paper

        options = PaperOptions(Sheet.A6, only=(who,)) if who else PaperOptions()
        files = make_paper(kind, unit, self._clock, language, options)
        count = sum(file.count for file in files)
        if who and not count:
            raise Refusal(RefusalCode.NO_SUCH_PAPER)
        write_files({self.folder / file.name: file.content for file in files})
        return Printed(self.folder / files[0].name, count)


def _erase_leftovers() -> None:
    """Erase the folders of programs that run no more; another that runs holds its lock."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        lock = _lock(folder)
        if not folder.is_symlink() and lock.tryLock(0):
            lock.unlock()
            shutil.rmtree(folder, ignore_errors=True)


def _lock(folder: Path) -> QLockFile:
    """Held while the program lives; a dead program's lock counts as free, however young it is."""
    lock = QLockFile(str(folder / "in-use"))
    lock.setStaleLockTime(0)
    return lock
