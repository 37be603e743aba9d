"""Papers asked for on a screen: made into files that vanish when the program ends."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.exporting.replacing import write_files
from kiosk.services.ports import UnitOfWork
from kiosk.ui.organiser.actions import Printed


class PaperTray:
    """Makes papers into a temporary folder, and hands each to ``show`` (a PDF viewer prints it).

    The files hold names, so they do not stay on the laptop.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._folder = TemporaryDirectory(prefix="stoelendans-papers-")

    def one(self, kind: str, attendee_id: UUID) -> Callable[[UnitOfWork, str], Printed]:
        """A paper of one person, a badge as a card of its own."""
        return lambda unit, language: self._make(kind, unit, language, attendee_id)

    def all(self, kind: str) -> Callable[[UnitOfWork, str], Printed]:
        """A paper of everybody."""
        return lambda unit, language: self._make(kind, unit, language, None)

    def close(self) -> None:
        """Erase what was made."""
        self._folder.cleanup()

    def _make(self, kind: str, unit: UnitOfWork, language: str, who: UUID | None) -> Printed:
        # Printing is loaded with the first paper: the desk need not wait for it.
        from kiosk.printing.documents import Sheet
        from kiosk.printing.papers import PaperOptions, make_paper

        options = PaperOptions(Sheet.A6, only=(who,)) if who else PaperOptions()
        files = make_paper(kind, unit, self._clock, language, options)
        folder = Path(self._folder.name)
        write_files({folder / file.name: file.content for file in files})
        return Printed(folder / files[0].name, sum(file.count for file in files))
