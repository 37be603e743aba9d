"""Which page of the board is shown: one clock for all screens, so that mirrors agree."""

from dataclasses import dataclass

from kiosk.services.room import RoomScene


@dataclass(frozen=True, slots=True)
class Turning:
    """How a board turns on one screen: its pages, and the seconds that each stays."""

    pages: int
    seconds: float


class Pager:
    """Turns the pages of the board, from the first one on each time a board appears.

    The page follows from the time since the board began. Screens of another size have other
    pages, but they all count from the same moment. Pages turn in real time, also while the
    countdown is paused and in a rehearsal that runs fast: people read no faster.
    """

    def __init__(self) -> None:
        self._board: int | None = None
        self._since = 0.0

    def page(self, scene: RoomScene, turning: Turning, now: float) -> int:
        """The page to show at ``now``, in seconds that never jump."""
        if scene.round_number != self._board:
            self._board, self._since = scene.round_number, now
        return int((now - self._since) // turning.seconds) % turning.pages

    def seconds_left(self, turning: Turning, now: float) -> float:
        """How long the page at ``now`` stays."""
        return turning.seconds - (now - self._since) % turning.seconds
