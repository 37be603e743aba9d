"""After some wrong tries the lock makes people wait, longer each time."""

import math

from kiosk.domain.clock import Clock

FREE_TRIES = 5
FIRST_WAIT = 10
LONGEST_WAIT = 300
"""Seconds. With a wait of five minutes, a day at the door is enough for about a hundred tries."""


class Patience:
    """Counts what was tried. Only the right answer starts it anew, not leaving and coming back."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong = 0
        self._until = 0.0

    @property
    def seconds_left(self) -> int:
        """How long nothing is tried; 0 when the next try may come."""
        if self._wrong < FREE_TRIES:
            return 0
        return max(0, math.ceil(self._until - self._clock.monotonic()))

    def right(self) -> None:
        """Somebody knew it."""
        self._wrong = 0

    def wrong(self) -> None:
        """Somebody did not."""
        self._wrong += 1
        doublings = self._wrong - FREE_TRIES
        if doublings >= 0:
            wait = min(LONGEST_WAIT, FIRST_WAIT * 2**doublings)
            self._until = self._clock.monotonic() + wait
