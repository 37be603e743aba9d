"""Taking a check-in back after ten minutes, without Qt: a reason, a PIN, and only then the undo."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from kiosk.domain.clock import Clock
from kiosk.domain.desk import UndoReason
from kiosk.domain.errors import Refusal
from kiosk.domain.verdicts import DeskRecord
from kiosk.services.desk.undoing import undo
from kiosk.ui.tasks.asking import Asks

Check: TypeAlias = Callable[[str, Callable[[bool], None]], None]
"""Finds out whether something is the PIN or the passphrase, and says so later."""


@dataclass(frozen=True, slots=True)
class LateUndoScreen:
    """Whose check-in it is about, and what is still needed."""

    record: DeskRecord | None = None
    reason: UndoReason | None = None
    reason_missing: bool = False
    secret_wrong: bool = False
    busy: bool = False


class LateUndoPresenter:
    """``show`` is called with every new screen, ``undone`` with the record as it is afterwards.

    ``refused`` is told why something could not be undone.
    """

    def __init__(
        self,
        asks: Asks,
        clock: Clock,
        station: str,
        check: Check,
        refused: Callable[[Refusal], None],
    ) -> None:
        self._asks, self._clock, self._station = asks, clock, station
        self._check, self._refused = check, refused
        self.screen = LateUndoScreen()
        self.show: Callable[[LateUndoScreen], None] = _nothing
        self.undone: Callable[[DeskRecord], None] = _nothing

    def open(self, record: DeskRecord) -> None:
        """Begin anew, about somebody."""
        self._update(LateUndoScreen(record))

    def choose(self, reason: UndoReason) -> None:
        """Why it is taken back."""
        self._update(replace(self.screen, reason=reason, reason_missing=False))

    def confirm(self, secret: str) -> None:
        """Check the PIN or passphrase, and undo."""
        screen = self.screen
        if screen.busy or screen.record is None:
            return
        if screen.reason is None:
            self._update(replace(screen, reason_missing=True))
            return
        self._update(replace(screen, busy=True, secret_wrong=False))
        self._check(secret, partial(self._checked, screen.record, screen.reason))

    def _checked(self, record: DeskRecord, reason: UndoReason, is_right: bool) -> None:
        """An answer that comes when the panel is about somebody else no longer counts."""
        if self.screen.record is not record:
            return
        if not is_right:
            self._update(replace(self.screen, busy=False, secret_wrong=True))
            return
        use_case = partial(
            undo,
            clock=self._clock,
            attendee_id=record.attendee.id,
            station=self._station,
            reason=reason,
        )
        self._asks.ask(use_case, self._done, self._refuse)

    def _done(self, record: DeskRecord) -> None:
        self._update(LateUndoScreen())
        self.undone(record)

    def _refuse(self, refusal: Refusal) -> None:
        self._update(replace(self.screen, busy=False))
        self._refused(refusal)

    def _update(self, screen: LateUndoScreen) -> None:
        self.screen = screen
        self.show(screen)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""
