"""The opening window without its paint: what is asked for, what is lacking, what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from kiosk.config import EVENT_SUFFIX, MIN_PASSPHRASE
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.ui.opening.state import Field, Lack, OpeningFace, Way
from kiosk.ui.opening.wording import trouble_text


class Opened(Protocol):
    """An open event, whatever else it is: closed here when nobody waits for it any more."""

    def close(self) -> None: ...


class Runs(Protocol):
    """Does slow work elsewhere and comes back where the screen lives."""

    def run(
        self,
        work: Callable[[], Opened],
        then: Callable[[Opened], None],
        refused: Callable[[Refusal], None],
        failed: Callable[[], None],
    ) -> None:
        """Run ``work`` and call exactly one of the others; a bug is reported besides."""
        ...


class OpeningScreen(Protocol):
    """What the presenter asks of the window."""

    def show_face(self, face: OpeningFace) -> None: ...

    def forget_passphrases(self) -> None: ...

    def put_cursor_in(self, field: Field) -> None: ...

    def hand_over(self, opened: Opened) -> None: ...


@dataclass(frozen=True, slots=True)
class Openers:
    """What really opens; ``make_event`` takes the description, the target and the passphrase."""

    open_event: Callable[[Path, str], Opened]
    make_event: Callable[[Path, Path, str], Opened]
    open_demo: Callable[[], Opened]


_PASSPHRASES = {Way.OPEN: Field.PASSPHRASE, Way.MAKE: Field.NEW_PASSPHRASE}
_FIELDS_AT_FAULT = {
    Way.OPEN: {
        RefusalCode.FILE_NOT_FOUND: Field.FILE,
        RefusalCode.NOT_AN_EVENT: Field.FILE,
        RefusalCode.FILE_UNREADABLE: Field.FILE,
    },
    Way.MAKE: {
        RefusalCode.FILE_EXISTS: Field.TARGET,
        RefusalCode.FOLDER_UNWRITABLE: Field.TARGET,
        RefusalCode.FILE_NOT_FOUND: Field.DESCRIPTION,
        RefusalCode.FILE_UNREADABLE: Field.DESCRIPTION,
        RefusalCode.EVENT_DESCRIPTION: Field.DESCRIPTION,
    },
}
_OUR_OWN_CHECKS = frozenset({RefusalCode.PASSPHRASE_TOO_SHORT, RefusalCode.PASSPHRASES_DIFFER})
_ABOUT_A_PASSPHRASE = _OUR_OWN_CHECKS | {RefusalCode.WRONG_PASSPHRASE}


class OpeningPresenter:
    """One attempt at a time; while it runs, gestures are passed over."""

    def __init__(self, openers: Openers, runs: Runs, screen: OpeningScreen) -> None:
        self._openers, self._runs, self._screen = openers, runs, screen
        self._way = Way.OPEN
        self._busy = self._left = False
        self._trouble: Refusal | Lack | None = None
        self._wrong: Field | None = None

    def choose(self, way: Way) -> None:
        """Another way in; what was said about the last one is done with."""
        if not self._busy and way is not self._way:
            self._way, self._trouble, self._wrong = way, None, None
        self.paint()

    def open(self, file: str, passphrase: str) -> None:
        """Open an event that is there."""
        if self._busy:
            return
        if not _tidy(file):
            self._lacks(Lack.FILE, Field.FILE)
        elif not passphrase:
            self._lacks(Lack.PASSPHRASE, Field.PASSPHRASE)
        else:
            self._start(partial(self._openers.open_event, Path(_tidy(file)), passphrase))

    def make(self, description: str, target: str, passphrase: str, again: str) -> None:
        """Make a new event; its passphrase is typed twice, since a typing error would lock it."""
        if self._busy:
            return
        if not _tidy(description):
            self._lacks(Lack.DESCRIPTION, Field.DESCRIPTION)
        elif not _tidy(target):
            self._lacks(Lack.TARGET, Field.TARGET)
        elif not passphrase:
            self._lacks(Lack.PASSPHRASE, Field.NEW_PASSPHRASE)
        elif len(passphrase) < MIN_PASSPHRASE:
            self._refused(Refusal(RefusalCode.PASSPHRASE_TOO_SHORT, least=MIN_PASSPHRASE))
        elif passphrase != again:
            self._refused(Refusal(RefusalCode.PASSPHRASES_DIFFER))
        else:
            paths = Path(_tidy(description)), event_path(target)
            self._start(partial(self._openers.make_event, *paths, passphrase))

    def demo(self) -> None:
        """Open the throw-away event."""
        if not self._busy:
            self._start(self._openers.open_demo)

    def leave(self) -> None:
        """The window goes; an event that is opened after this is closed again."""
        self._left = True

    def paint(self) -> None:
        """Show what there is, in the language in use."""
        words = trouble_text(self._trouble)
        self._screen.show_face(OpeningFace(self._way, self._busy, words, self._wrong))

    def _start(self, work: Callable[[], Opened]) -> None:
        self._busy, self._trouble, self._wrong = True, None, None
        self.paint()
        self._runs.run(work, self._opened, self._refused, self._failed)

    def _opened(self, opened: Opened) -> None:
        if self._left:
            opened.close()
            return
        self._screen.forget_passphrases()
        self._screen.hand_over(opened)

    def _refused(self, refusal: Refusal) -> None:
        at_fault = _FIELDS_AT_FAULT.get(self._way, {}).get(refusal.code)
        passphrase = _PASSPHRASES.get(self._way)
        self._wrong = passphrase if refusal.code in _ABOUT_A_PASSPHRASE else at_fault
        self._screen.forget_passphrases()
        self._stay(refusal, at_fault or passphrase)

    def _failed(self) -> None:
        self._screen.forget_passphrases()
        self._stay(Lack.UNEXPECTED, _PASSPHRASES.get(self._way))

    def _lacks(self, lack: Lack, field: Field) -> None:
        self._wrong = field
        self._stay(lack, field)

    def _stay(self, trouble: Refusal | Lack, field: Field | None) -> None:
        self._busy, self._trouble = False, trouble
        self.paint()
        if field:
            self._screen.put_cursor_in(field)


def event_path(text: str) -> Path:
    """Where an event is saved; its file always bears our suffix."""
    path = Path(_tidy(text))
    return path if path.suffix == EVENT_SUFFIX else path.with_name(path.name + EVENT_SUFFIX)


def suggested_target(description: str) -> str:
    """Beside the description, under the same name, unless the organiser wants it elsewhere."""
    return str(Path(_tidy(description)).with_suffix(EVENT_SUFFIX)) if _tidy(description) else ""


def _tidy(typed: str) -> str:
    """A path as it was typed or pasted; Windows copies paths within quotes."""
    return typed.strip().strip('"')
