"""The room at a moment of the small day, for tests of what it shows."""

from dataclasses import replace
from datetime import timedelta

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, begin
from kiosk.domain.programme import lay_out
from kiosk.domain.room_settings import RoomSettings, RoomSign
from kiosk.services.room import BoardRow, RoomSnapshot, RoomTotals, RoomView, room_view
from tests.helpers.days import LINES, an_event

ROUND_1, CHANGEOVER, BREAK, LAST_ROUND = 2, 3, 5, 8


def rows(count: int, name: str = "Samira B.") -> tuple[BoardRow, ...]:
    """So many people, all with one name; an empty one for badge numbers only."""
    return tuple(BoardRow(number, name, number % 15 + 1) for number in range(1, count + 1))


def a_snapshot(
    count: int = 32,
    *,
    name: str = "Samira B.",
    sign: RoomSign | None = None,
    settings: RoomSettings | None = None,
) -> RoomSnapshot:
    """The small day with a board of so many people in each round."""
    return RoomSnapshot(
        an_event(),
        lay_out(LINES),
        None,
        False,
        (rows(count, name),) * 4,
        RoomTotals(50, 184, 4, 46),
        sign=sign or RoomSign(),
        settings=settings or RoomSettings(),
    )


def running(
    shown: RoomSnapshot, position: int, left: float, late: float = 0
) -> tuple[RoomSnapshot, Countdown, SimulatedClock]:
    """A phase that began ``late`` seconds after its time, with ``left`` seconds to go."""
    phase = shown.phases[position]
    clock = SimulatedClock(shown.event.moment(phase.starts) + timedelta(seconds=late))
    countdown = begin(position, phase.seconds, clock)
    clock.advance(phase.seconds - left)
    return replace(shown, run=countdown.run), countdown, clock


def view_at(shown: RoomSnapshot, position: int, left: float, late: float = 0) -> RoomView:
    """What the room sees then."""
    return room_view(*running(shown, position, left, late))
