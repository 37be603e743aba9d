"""The list of employers for one place, without its paint, and what organisers ask about a pair."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.people import WishKind
from kiosk.i18n import _
from kiosk.i18n.plan_messages import wish_name
from kiosk.services.ports import SeatOf, UnitOfWork
from kiosk.services.seating.demands import set_demand
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.plan.hand_presenter import HandPresenter
from kiosk.ui.organiser.plan.place_faces import asked_of, place_face
from kiosk.ui.organiser.plan.state import PlaceFace
from kiosk.ui.tasks.asking import Asks


class PlacePresenter:
    """``show`` is set by the view; None closes the list. Changes of seats go through the hand."""

    def __init__(self, asks: Asks, clock: Clock, station: str, hand: HandPresenter) -> None:
        self._asks, self._clock, self._station = asks, clock, station
        self._hand = hand
        self._seat: SeatOf | None = None
        self._expected: tuple[UUID, WishKind] | None = None
        self.show: Callable[[PlaceFace | None], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing
        self.changed: Callable[[], None] = _no_one

    def open(self, seat: SeatOf) -> None:
        """Show the employers for a place."""
        self._hand.put_back()
        self._seat = seat
        self.retranslate()

    def close(self) -> None:
        """Change nothing more."""
        self._seat = None
        self.show(None)

    def take_reading(self) -> None:
        """The plan or what is asked has changed."""
        self._own_wish_stays()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        moves = self._hand.moves
        if self._seat is not None and moves is not None:
            self.show(place_face(moves, self._seat))

    def choose(self, employer_id: UUID | None) -> None:
        """Seat the person there, and close the list; what is not possible leaves it open."""
        moves, seat = self._hand.moves, self._seat
        if moves is None or seat is None:
            return
        possible = moves.seat_rule(seat, employer_id) is None
        self._hand.seat(seat, employer_id)
        if possible:
            self.close()

    def toggle_lock(self) -> None:
        """Hold the conversation fast, or let it go, and close the list."""
        if self._seat is not None:
            self._hand.toggle_lock(self._seat)
            self.close()

    def ask_for(self, employer_id: UUID, kind: WishKind) -> None:
        """Ask it of this person and this employer; once more takes it back."""
        moves, seat = self._hand.moves, self._seat
        if moves is None or seat is None:
            return
        taken_back = kind in asked_of(moves, seat[0], employer_id)
        self._expected = (employer_id, kind) if taken_back else None
        use_case = partial(self._set, seat[0], employer_id, None if taken_back else kind)
        self._asks.ask(use_case, lambda _done: self.changed(), self._refused)

    def _set(
        self, candidate_id: UUID, employer_id: UUID, kind: WishKind | None, unit: UnitOfWork
    ) -> None:
        set_demand(unit, self._clock, candidate_id, employer_id, kind, station=self._station)

    def _own_wish_stays(self) -> None:
        """What the person said themselves can't be taken back here."""
        expected, self._expected = self._expected, None
        moves, seat = self._hand.moves, self._seat
        if expected is None or moves is None or seat is None:
            return
        employer_id, kind = expected
        if kind in asked_of(moves, seat[0], employer_id):
            text = _("{name} asked for this themselves, so it stays: {wish}.")
            facts = {"name": moves.name(seat), "wish": wish_name(kind)}
            self.tell(Notice(text.format(**facts), "info"))

    def _refused(self, refusal: Refusal) -> None:
        self.tell(notice_of(refusal))


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_one() -> None:
    """Before somebody listens, nobody is told."""
