"""Which page of the board is shown: one clock for all screens, so that mirrors agree."""

from dataclasses import dataclass, replace

from kiosk.services.room import RoomState, RoomView

LONGEST = 2.0
"""A page stays at most this many times as long as it needs: a board that was seen whole and has
no time for a second turn goes round again, rather than to stand on its last page."""
BLINK = 0.3
"""A board appears a moment after its countdown began: that must not cost a whole turn."""


@dataclass(frozen=True, slots=True)
class Turning:
    """How a board turns on one screen.

    Its pages, the seconds that each stays when nobody changes the time, and those that it needs.
    """

    pages: int
    seconds: float
    needed: float

    def pace(self, turned: float, left: float) -> float:
        """Seconds for each page when ``turned`` pages are over, and ``left`` seconds remain.

        As many whole boards as there is time for, and pages that are all as long: so no page is
        missed that can be seen. Where even the board that has begun can't be read to its end, it
        goes on as fast as pages can be read.
        """
        boards = int((turned + (left + BLINK) / self.needed) / self.pages)
        to_come = boards * self.pages - turned
        if to_come <= 0:
            return self.needed
        return min(left / to_come, LONGEST * self.needed)


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch in which the board turned evenly; ``left`` is the countdown at its beginning."""

    begins: float
    left: float
    ends: float | None = None


class Pager:
    """Turns the pages of the board, from the first one on each time another board appears.

    Screens of another size have other pages, but they all count from the same moments: when the
    board appeared, and whenever the host gave or took time, or hid the board for a while. At such
    a moment a page stays where it is, and the pages to come share the time that is left. Pages
    turn in real time, also while the countdown is paused and in a rehearsal that runs fast:
    people read no faster.
    """

    def __init__(self) -> None:
        self._board: int | None = None
        self._changes = 0
        self._spans: list[_Span] = []

    def see(self, view: RoomView, now: float) -> None:
        """This is what all screens show at ``now``, in seconds that never jump."""
        if view.scene.state is not RoomState.BOARD:
            self._end(now)
            return
        if view.scene.round_number != self._board:
            self._board = view.scene.round_number
            self._spans.clear()
        elif self._spans[-1].ends is None and view.changes == self._changes:
            return
        self._end(now)
        self._changes = view.changes
        self._spans.append(_Span(now, max(0.0, view.remaining or 0.0)))

    def page(self, turning: Turning, now: float) -> int:
        """The page to show now."""
        return int(self._turned(turning, now)[0]) % turning.pages

    def seconds_left(self, turning: Turning, now: float) -> float:
        """How long the page of this moment stays."""
        turned, pace = self._turned(turning, now)
        return pace * (1 - turned % 1)

    def _end(self, now: float) -> None:
        if self._spans and self._spans[-1].ends is None:
            self._spans[-1] = replace(self._spans[-1], ends=now)

    def _turned(self, turning: Turning, now: float) -> tuple[float, float]:
        """How many pages are over, the part of this one included; and the pace of this moment."""
        turned, pace = 0.0, turning.seconds
        for span in self._spans:
            pace = turning.pace(turned, span.left)
            turned += ((now if span.ends is None else span.ends) - span.begins) / pace
        return turned, pace
