"""The logic of trying a scanner out, without touching anybody's check-in."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.domain.codes import CodeForm, check_letters, code_in, form_of

TEST_BODY = "BCDEFGHIJKLNOPRSTU"
TEST_CODE = TEST_BODY + check_letters(TEST_BODY)
"""Each letter of the alphabet but two: a scanner that garbles any of them shows it."""


class Trial(Enum):
    """What came of a scan while the scanner is tried out."""

    WAITING = auto()
    RIGHT = auto()
    OTHER_CODE = auto()
    DAMAGED = auto()
    GARBLED = auto()


@dataclass(frozen=True, slots=True)
class ScannerScreen:
    """``scans`` counts what was heard since the panel was opened."""

    trial: Trial = Trial.WAITING
    scans: int = 0


class ScannerPresenter:
    """Judges what a scanner sends by the code that the screen shows."""

    def __init__(self) -> None:
        self.screen = ScannerScreen()
        self.show: Callable[[ScannerScreen], None] = _nothing

    def open(self) -> None:
        """Start anew."""
        self._update(ScannerScreen())

    def take(self, text: str) -> None:
        """A scanner read something."""
        self._update(ScannerScreen(trial_of(text), self.screen.scans + 1))

    def _update(self, screen: ScannerScreen) -> None:
        self.screen = screen
        self.show(screen)


def trial_of(text: str) -> Trial:
    """How a scanner did on the code on the screen."""
    code = code_in(text)
    if code is not None:
        return Trial.RIGHT if code == TEST_CODE else Trial.OTHER_CODE
    return Trial.DAMAGED if form_of(text) is CodeForm.DAMAGED else Trial.GARBLED


def _nothing(_screen: ScannerScreen) -> None:
    """Before a view is there, nothing is shown."""
