"""What the host does to the programme and over the room's picture: each a use case."""

from collections.abc import Callable
from typing import Protocol

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.errors import Refusal
from kiosk.domain.plan import Repair
from kiosk.domain.programme import ProgrammeEdit
from kiosk.services.conducting import HOST, conductor_state
from kiosk.services.conductor_state import ConductorState
from kiosk.services.ports import UnitOfWork
from kiosk.services.programme_editing import (
    accept_recovery,
    edit_programme,
    undo_programme_edit,
)
from kiosk.services.room_sign import set_blackout, show_message
from kiosk.ui.conductor.programme_presenter import ProgrammePresenter
from kiosk.ui.tasks.asking import Asks


class HearsOfEditing(Protocol):
    """The station around it."""

    @property
    def seen(self) -> Countdown | None:
        """The countdown on the screen, which goes on as it is."""
        ...

    def changed(self, state: ConductorState, /) -> None:
        """The programme or the sign changed."""
        ...

    def refused(self, refusal: Refusal, /) -> None:
        """Nothing was changed."""
        ...


class ProgrammeEditor:
    """Runs the use cases of one station; while an edit is on its way another tap does nothing."""

    def __init__(
        self,
        worker: Asks,
        clock: Clock,
        repair: Repair,
        programme: ProgrammePresenter,
        hears: HearsOfEditing,
    ) -> None:
        self._worker, self._clock, self._repair = worker, clock, repair
        self._programme, self._hears = programme, hears
        self._is_committing = False

    def edit(self, state: ConductorState, edit: ProgrammeEdit) -> None:
        """Change the programme that the host saw."""
        clock, repair, seen = self._clock, self._repair, state.phases
        self._commit(
            lambda unit: edit_programme(unit, clock, repair, edit, seen, station=HOST),
            lambda: self._programme.edited(seen, edit),
        )

    def win_back(self, state: ConductorState) -> None:
        """Accept the proposal that the host looks at."""
        recovery = self._programme.recovery
        if recovery is None:
            return
        clock, repair, seen = self._clock, self._repair, state.phases
        self._commit(
            lambda unit: accept_recovery(unit, clock, repair, recovery, seen, station=HOST),
            lambda: self._programme.caught_up(recovery),
        )

    def undo(self) -> None:
        """Take back the newest edit."""
        clock, repair = self._clock, self._repair
        self._commit(
            lambda unit: undo_programme_edit(unit, clock, repair, station=HOST),
            self._programme.undone,
        )

    def show_message(self, words: str) -> None:
        """Put words over the room's picture; none take them away."""
        clock = self._clock
        self._ask(lambda unit: show_message(unit, clock, words, station=HOST))

    def toggle_blackout(self, state: ConductorState) -> None:
        """Make the room's picture dark, or show it again."""
        clock, dark = self._clock, not state.sign.blackout
        self._ask(lambda unit: set_blackout(unit, clock, dark=dark, station=HOST))

    def _commit(self, change: Callable[[UnitOfWork], object], note: Callable[[], None]) -> None:
        if self._is_committing:
            return
        self._is_committing = True

        def done(state: ConductorState) -> None:
            self._is_committing = False
            note()
            self._hears.changed(state)

        def refused(refusal: Refusal) -> None:
            self._is_committing = False
            self._hears.refused(refusal)

        self._worker.ask(self._then_read(change), done, refused)

    def _ask(self, change: Callable[[UnitOfWork], object]) -> None:
        """What is said to the room waits for nothing: it is done after what is on its way."""
        self._worker.ask(self._then_read(change), self._hears.changed, self._hears.refused)

    def _then_read(
        self, change: Callable[[UnitOfWork], object]
    ) -> Callable[[UnitOfWork], ConductorState]:
        clock, seen = self._clock, self._hears.seen

        def act(unit: UnitOfWork) -> ConductorState:
            change(unit)
            return conductor_state(unit, clock, seen)

        return act
