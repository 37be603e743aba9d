"""Changing the plan by hand, without its paint: pick up, drop, lock, clear, undo."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.plan import PlanState
from kiosk.i18n import _
from kiosk.services.ports import SeatOf, StoredPlan, UnitOfWork
from kiosk.services.seating import by_hand
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.plan.moving import Moves
from kiosk.ui.organiser.plan.reading import PlanReading
from kiosk.ui.organiser.plan.state import HandFace
from kiosk.ui.tasks.asking import Asks


class HandPresenter:
    """``show`` is set by the view, ``tell`` and ``changed`` by the page's presenter."""

    def __init__(self, asks: Asks, clock: Clock, station: str) -> None:
        self._asks, self._clock, self._station = asks, clock, station
        self._moves: Moves | None = None
        self._held: SeatOf | None = None
        self._legal: dict[SeatOf, bool] = {}
        self._line, self._tone = "", "muted"
        self.show: Callable[[HandFace], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing
        self.changed: Callable[[], None] = _no_one

    @property
    def moves(self) -> Moves | None:
        """The judge of moves; None while there is no plan."""
        return self._moves

    def take_reading(self, reading: PlanReading) -> None:
        """The plan as it is now. What was picked up is put back, because it may have moved."""
        self._moves = Moves(reading) if reading.overview.grid else None
        self._let_go()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.show(self._face())

    def pick_up(self, seat: SeatOf) -> None:
        """Take a place in hand, to see where it can go."""
        moves = self._moves
        if moves is None:
            return
        rule = moves.why_fixed(seat)
        self._let_go()
        if rule:
            self._say(_("Not possible: {reason}.").format(reason=rule), "warn")
        else:
            self._held = seat
            where = {"name": moves.name(seat), "number": seat[1]}
            self._say(_("Picked up: {name}, round {number}.").format(**where), "info")

    def put_back(self) -> None:
        """Change nothing after all."""
        if self._held is not None:
            self._let_go()
            self._say("", "muted")

    def target(self, seat: SeatOf) -> bool | None:
        """Whether what is in hand may go there; None while nothing is, and for itself."""
        held, moves = self._held, self._moves
        if held is None or moves is None or seat == held:
            return None
        if seat not in self._legal:
            self._legal[seat] = moves.can_swap(held, seat)
        return self._legal[seat]

    def consider(self, seat: SeatOf) -> None:
        """Tell what going there would cost."""
        if self._moves is None or self._held is None or seat == self._held:
            return
        is_legal = self.target(seat)
        self._say(self._moves.swap_text(self._held, seat), "ok" if is_legal else "warn")

    def drop(self, seat: SeatOf) -> None:
        """Swap what is in hand with what is there; on its own place nothing changes."""
        held, moves = self._held, self._moves
        if held is None or moves is None:
            return
        if seat == held:
            self.put_back()
        elif self.target(seat):
            said = _("Done. {line}").format(line=moves.swap_text(held, seat))
            self._change(partial(self._swap, held, seat), said)
        else:
            self.consider(seat)

    def release(self, seat: SeatOf) -> None:
        """A drag ends here; where it can't go, it goes back, and why is still said."""
        if self.target(seat):
            self.drop(seat)
        elif seat == self._held:
            self.put_back()
        else:
            self.consider(seat)
            self._let_go()
            self.retranslate()

    def toggle_lock(self, seat: SeatOf) -> None:
        """Hold a conversation fast, or let it go."""
        moves = self._moves
        if moves is None:
            return
        if not moves.is_taken(seat):
            self._say(_("Only a conversation that is still to come can be locked."), "warn")
            return
        locked = not moves.board.is_locked(*seat)
        where = {"name": moves.name(seat), "number": seat[1]}
        said = (
            _("Locked: {name}, round {number}.")
            if locked
            else _("Unlocked: {name}, round {number}.")
        )
        self._change(partial(self._lock, seat, locked), said.format(**where))

    def seat(self, seat: SeatOf, employer_id: UUID | None) -> None:
        """Seat somebody with an employer; None clears the place, which is then rest."""
        moves = self._moves
        if moves is None or moves.has_nothing_to_do(seat, employer_id):
            return
        rule = moves.seat_rule(seat, employer_id)
        if rule:
            self._say(_("Not possible: {reason}.").format(reason=rule), "warn")
            return
        facts = {"name": moves.name(seat), "number": seat[1]}
        if employer_id is None:
            said = _("{name} rests in round {number}.").format(**facts)
        else:
            employer = moves.employer(employer_id)
            said = _("{name} meets {employer} in round {number}.").format(
                **facts, employer=employer
            )
        self._change(partial(self._seat, seat, employer_id), said)

    def clear(self, seat: SeatOf) -> None:
        """Let somebody rest."""
        self.seat(seat, None)

    def undo(self) -> None:
        """Take back the newest change to the draft."""
        self._change(self._undo, _("The last change is undone."))

    def take_up(self, version: int) -> None:
        """Begin a draft that is as an earlier version was."""
        said = _("Version {version} is taken up again as a draft.").format(version=version)
        self._change(partial(self._take_up, version), said)

    def _take_up(self, version: int, unit: UnitOfWork) -> StoredPlan:
        return by_hand.take_up_version(unit, self._clock, version, station=self._station)

    def _swap(self, one: SeatOf, other: SeatOf, unit: UnitOfWork) -> StoredPlan:
        return by_hand.swap_places(unit, self._clock, one, other, station=self._station)

    def _lock(self, seat: SeatOf, locked: bool, unit: UnitOfWork) -> StoredPlan:
        return by_hand.set_lock(unit, self._clock, [seat], locked=locked, station=self._station)

    def _seat(self, seat: SeatOf, employer_id: UUID | None, unit: UnitOfWork) -> StoredPlan:
        return by_hand.seat_by_hand(unit, self._clock, seat, employer_id, station=self._station)

    def _undo(self, unit: UnitOfWork) -> StoredPlan:
        return by_hand.undo_by_hand(unit, self._clock, station=self._station)

    def _change(self, use_case: Callable[[UnitOfWork], StoredPlan], said: str) -> None:
        self._let_go()
        self.retranslate()
        self._asks.ask(use_case, partial(self._done, said), self._refused)

    def _done(self, said: str, plan: StoredPlan) -> None:
        self._let_go()
        self._say(said, "ok")
        grid = self._moves.reading.overview.grid if self._moves else None
        if grid is not None and grid.state is PlanState.PUBLISHED:
            text = _(
                "This change began draft {version}. Version {former} stays in force until you"
                " publish the draft."
            )
            facts = {"version": plan.version, "former": grid.version}
            self.tell(Notice(text.format(**facts), "info"))
        self.changed()

    def _refused(self, refusal: Refusal) -> None:
        self._let_go()
        self._say("", "muted")
        self.tell(notice_of(refusal))
        self.changed()

    def _let_go(self) -> None:
        self._held = None
        self._legal.clear()

    def _say(self, line: str, tone: str) -> None:
        self._line, self._tone = line, tone
        self.retranslate()

    def _face(self) -> HandFace:
        grid = self._moves.reading.overview.grid if self._moves else None
        edits = grid.edits if grid else 0
        text = _("Undo ({count})").format(count=edits) if edits else _("Undo")
        return HandFace(self._held, self._line, self._tone, text, can_undo=edits > 0)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_one() -> None:
    """Before somebody listens, nobody is told."""
