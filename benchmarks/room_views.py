"""A day for the room display's benchmarks: 32 people who all have a place in every round."""

from dataclasses import replace

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, begin
from kiosk.domain.programme import lay_out
from kiosk.services.room import BoardRow, RoomSnapshot, RoomTotals
from tests.helpers.days import LINES, an_event

ROUND, BOARD = 2, 3
PEOPLE = 32


def begun(position: int, clock: Clock) -> tuple[RoomSnapshot, Countdown]:
    """A phase that has just begun."""
    rows = tuple(BoardRow(number, "Samira B.", number % 15 + 1) for number in range(1, PEOPLE + 1))
    phases = lay_out(LINES)
    countdown = begin(position, phases[position].seconds, clock)
    empty = RoomSnapshot(an_event(), phases, None, False, (rows,) * 4, RoomTotals(50, 184, 4, 46))
    return replace(empty, run=countdown.run), countdown
