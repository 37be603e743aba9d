"""A printer made of a list: what it was handed, and whether it is plugged in."""

from threading import Event

from kiosk.domain.print_jobs import PrinterRefused
from kiosk.ui.devices.printer import Printers


class FakePrinter:
    """Keeps every paper. ``plugged`` and ``refuses`` may change at any time.

    With ``jams`` set it keeps a paper in hand until it is given up.
    """

    def __init__(self, *, plugged: bool = True) -> None:
        self.name = ""
        self.plugged = plugged
        self.refuses: set[str] = set()
        self.jams = False
        self.papers: list[tuple[str, bytes]] = []
        self.taken = Event()
        self._given_up = Event()

    @property
    def titles(self) -> list[str]:
        """What the system's own queue would have shown."""
        return [title for title, _content in self.papers]

    def printers(self) -> Printers:
        return Printers(("Office",), "Office") if self.plugged else Printers()

    def is_ready(self) -> bool:
        return self.plugged and not self._given_up.is_set()

    def print_pdf(self, content: bytes, title: str) -> None:
        self.taken.set()
        if self.jams:
            self._given_up.wait()
        if title in self.refuses or not self.is_ready():
            raise PrinterRefused
        self.papers.append((title, content))

    def give_up(self) -> None:
        self._given_up.set()

    def close(self) -> None:
        self._given_up.set()
