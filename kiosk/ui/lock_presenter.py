"""What covers the pages: nothing, a card that asks for the PIN, or a dark screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import Protocol

from kiosk.domain.clock import Clock
from kiosk.domain.verdicts import Verdict
from kiosk.ui.patience import Patience


class Unlocks(Protocol):
    """Knows the PIN and the passphrase. Checking is slow on purpose, so it happens elsewhere."""

    @property
    def has_pin(self) -> bool:
        """Whether a PIN is in force, or only the passphrase opens."""
        ...

    def ask(self, secret: str, then: Callable[[bool], None]) -> None:
        """Call ``then`` with whether this opens, back where the screen lives."""
        ...


class Front(Enum):
    """What is in front of everybody's eyes."""

    PAGE = auto()
    CARD = auto()
    BLANK = auto()


class Purpose(Enum):
    """What the card asks for."""

    UNLOCK = auto()
    CHANGE_PAGE = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class LockFace:
    """``back`` is where the way back leads, if there is one. ``wait`` counts in seconds.

    ``has_pin`` tells whether a PIN opens too, beside the passphrase.
    """

    front: Front = Front.PAGE
    purpose: Purpose = Purpose.UNLOCK
    back: Front | None = None
    checking: bool = False
    refused: bool = False
    wait: int = 0
    has_pin: bool = False
    verdict: Verdict | None = None


class LockPresenter:
    """Decides what covers the pages, and what an answer opens.

    ``show`` paints a face, ``opened`` gets the key of the page that was asked for, and ``left``
    is called once somebody may leave the program.
    """

    def __init__(self, unlocks: Unlocks, clock: Clock) -> None:
        self._unlocks = unlocks
        self._patience = Patience(clock)
        self._wanted = ""
        self._turns = 0
        self.face = LockFace()
        self.show: Callable[[LockFace], None] = lambda _face: None
        self.opened: Callable[[str], None] = lambda _key: None
        self.left: Callable[[], None] = lambda: None

    @property
    def locked(self) -> bool:
        """Whether the pages are covered."""
        return self.face.front is not Front.PAGE

    @property
    def page_is_open(self) -> bool:
        """Whether anybody may see the page now, perhaps after one press on a way back."""
        return Front.PAGE in (self.face.front, self.face.back)

    def lock(self) -> None:
        """Cover every name; from here on there is no way back without an answer."""
        self._turn(Front.CARD)

    def blank(self) -> None:
        """Turn dark at once, whatever was in front."""
        self._turn(Front.BLANK)

    def wake(self) -> None:
        """Somebody is back at the dark screen."""
        if self.face.front is Front.BLANK:
            self._turn(Front.CARD)

    def ask_for_page(self, key: str) -> None:
        """A visitors' page is in front: whoever came here by mistake may go back to it."""
        self._wanted = key
        self._turn(Front.CARD, Purpose.CHANGE_PAGE, Front.PAGE)

    def ask_to_leave(self) -> None:
        """The way back leads to where one was: a page, or the lock."""
        if self.face.purpose is not Purpose.LEAVE:
            back = Front.PAGE if self.page_is_open else Front.CARD
            self._turn(Front.CARD, Purpose.LEAVE, back)

    def go_back(self) -> None:
        """Somebody thought better of it."""
        if self.face.back is not None:
            self._turn(self.face.back)

    def uncover(self) -> None:
        """Show the page again."""
        self._turn(Front.PAGE)

    def note(self, verdict: Verdict) -> None:
        """A badge was scanned while nobody may see a name."""
        if self.locked:
            self._show(replace(self.face, verdict=verdict))

    def tick(self) -> None:
        """Time passed; only a wait changes with it."""
        if self.face.wait:
            self._show(self.face)

    def forget_refusal(self) -> None:
        """Something else is being typed."""
        if self.face.refused:
            self._show(replace(self.face, refused=False))

    def answer(self, secret: str) -> None:
        """Somebody answers the card."""
        if secret and not self.face.checking and not self._patience.seconds_left:
            self._show(replace(self.face, checking=True, refused=False))
            self._unlocks.ask(secret, partial(self._checked, self._turns))

    def check(self, secret: str, then: Callable[[bool], None]) -> None:
        """A page asks for the PIN itself: tries there count as well, and too many of them lock.

        While somebody has to wait, nothing opens; the lock says for how long.
        """
        if self._patience.seconds_left:
            self.lock()
        if not secret or self._patience.seconds_left:
            then(False)
        else:
            self._unlocks.ask(secret, partial(self._checked_for_a_page, then))

    def _checked_for_a_page(self, then: Callable[[bool], None], right: bool) -> None:
        self._count(right)
        if self._patience.seconds_left:
            self.lock()
        then(right)

    def _count(self, right: bool) -> None:
        if right:
            self._patience.right()
        else:
            self._patience.wrong()

    def _checked(self, turns: int, right: bool) -> None:
        self._count(right)
        self.face = replace(self.face, checking=False)
        # The panic key or the way back may have come in between: then nothing opens any more.
        is_still_asked = turns == self._turns
        if right and is_still_asked:
            self._open()
        else:
            self._show(replace(self.face, refused=is_still_asked))

    def _open(self) -> None:
        purpose = self.face.purpose
        if purpose is Purpose.LEAVE:
            self.left()
            return
        self.uncover()
        if purpose is Purpose.CHANGE_PAGE:
            self.opened(self._wanted)

    def _turn(
        self, front: Front, purpose: Purpose = Purpose.UNLOCK, back: Front | None = None
    ) -> None:
        """What was refused or scanned before is over, but not a check or a wait."""
        self._turns += 1
        self._show(LockFace(front, purpose, back, checking=self.face.checking))

    def _show(self, face: LockFace) -> None:
        wait, has_pin = self._patience.seconds_left, self._unlocks.has_pin
        self.face = replace(face, wait=wait, has_pin=has_pin)
        self.show(self.face)
