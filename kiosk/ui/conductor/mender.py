"""What the host does about the plan: each a use case, whose answer is told and shown."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.errors import Refusal
from kiosk.domain.plan import Conversation, DayChange, PlanRequest, SeatingPlan
from kiosk.services.conducting import HOST, conductor_state
from kiosk.services.conductor_state import ConductorState
from kiosk.services.ports import UnitOfWork
from kiosk.services.seating.day import polish_request
from kiosk.services.seating.effects import (
    DayEffect,
    change_day,
    foresee_polish,
    take_back,
    take_polish,
)
from kiosk.services.seating.proposals import PlanProposal, propose
from kiosk.ui.conductor.repairs import Improvement, Improving, RepairPresenter
from kiosk.ui.tasks.asking import Asks

Changes: TypeAlias = Callable[[UnitOfWork], DayEffect]


class MendsDay(Protocol):
    """What the planner can do for a day that goes on; the program hands it in."""

    def repair(
        self, request: PlanRequest, former: Sequence[Conversation], /
    ) -> tuple[Conversation, ...]:
        """Mend a plan at once: as it was wherever it still can be, and the holes filled."""
        ...

    def improve(self, request: PlanRequest, then: Callable[[SeatingPlan | None], None], /) -> None:
        """Look for a better rest of the day in the background; None when that failed."""
        ...

    def stop(self) -> None:
        """Give up looking; nobody hears of it any more."""
        ...


class HearsOfMending(Protocol):
    """The station around it."""

    @property
    def seen(self) -> Countdown | None:
        """The countdown on the screen, which goes on as it is."""
        ...

    def changed(self, state: ConductorState, /) -> None:
        """The plan changed."""
        ...

    def refused(self, refusal: Refusal, /) -> None:
        """Nothing was changed."""
        ...

    def told(self) -> None:
        """There is something else to say."""
        ...


class Mender:
    """Runs the use cases of the day's repairs for one station."""

    def __init__(
        self,
        worker: Asks,
        clock: Clock,
        mends: MendsDay,
        repairs: RepairPresenter,
        hears: HearsOfMending,
    ) -> None:
        self._worker, self._clock, self._mends = worker, clock, mends
        self._repairs, self._hears = repairs, hears
        self._is_committing = False

    def look(self) -> None:
        """See what the check-ins say about the plan."""
        if self._repairs.is_viewing:
            return
        clock, repair, known = self._clock, self._mends.repair, self._repairs.known
        self._worker.ask(lambda unit: propose(unit, clock, repair, known), self._proposed)

    def apply(self, *changes: DayChange) -> None:
        """Something happened: the plan is mended at once."""
        clock, repair = self._clock, self._mends.repair
        self._commit(lambda unit: change_day(unit, clock, repair, changes, station=HOST))

    def undo(self) -> None:
        """Take back what happened last."""
        clock, repair = self._clock, self._mends.repair
        self._commit(lambda unit: take_back(unit, clock, repair, station=HOST), undone=True)

    def accept(self) -> None:
        """Do what is proposed."""
        accepted, clock = self._repairs.accepted, self._clock
        if isinstance(accepted, PlanProposal):
            self.apply(*accepted.changes)
        elif isinstance(accepted, Improvement):
            request, plan = accepted.request, accepted.plan
            self._commit(lambda unit: take_polish(unit, clock, request, plan, station=HOST))

    def improve(self) -> None:
        """Look for a better rest of the day; one search at a time."""
        if not self._repairs.is_searching:
            self._repairs.searching()
            self._worker.ask(polish_request, self._search, self._search_refused)

    def stop(self) -> None:
        """Give up looking for something better."""
        self._mends.stop()
        if self._repairs.is_searching:
            self._repairs.search_ended()

    def _commit(self, change: Changes, *, undone: bool = False) -> None:
        """A plan that was being looked for is for a day that is no longer so.

        While one change is on its way another tap does nothing, so that no tap counts twice.
        """
        if self._is_committing:
            return
        self._is_committing = True
        self.stop()
        clock, seen = self._clock, self._hears.seen

        def act(unit: UnitOfWork) -> tuple[DayEffect, ConductorState]:
            return change(unit), conductor_state(unit, clock, seen)

        def done(answer: tuple[DayEffect, ConductorState]) -> None:
            effect, state = answer
            self._is_committing = False
            self._repairs.show_done(effect, undone=undone)
            self._hears.changed(state)

        def refused(refusal: Refusal) -> None:
            self._is_committing = False
            self._hears.refused(refusal)

        self._worker.ask(act, done, refused)

    def _proposed(self, proposal: PlanProposal | None) -> None:
        self._repairs.show_proposal(proposal)
        self._hears.told()

    def _search(self, request: PlanRequest) -> None:
        if not self._repairs.is_searching:
            return
        if request.open_rounds:
            self._mends.improve(request, lambda plan: self._searched(request, plan))
        else:
            self._repairs.search_ended(Improving.NOTHING_BETTER)
        self._hears.told()

    def _searched(self, request: PlanRequest, plan: SeatingPlan | None) -> None:
        if not self._repairs.is_searching:
            return
        if plan is None:
            self._repairs.search_ended(Improving.FAILED)
            self._hears.told()
            return

        def foresee(unit: UnitOfWork) -> Improvement:
            return Improvement(request, plan, foresee_polish(unit, request, plan))

        self._worker.ask(foresee, self._found, self._search_refused)

    def _found(self, found: Improvement) -> None:
        if self._repairs.is_searching:
            self._repairs.show_found(found)
            self._hears.told()

    def _search_refused(self, refusal: Refusal) -> None:
        self._repairs.search_ended()
        self._hears.refused(refusal)
