"""Time comes in through a Clock, so that rules, tests and rehearsals agree on what "now" is."""

import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Two readings: wall time for people and records, monotonic seconds for countdowns."""

    def now(self) -> datetime:
        """Wall time, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump; only differences mean anything."""
        ...


class SystemClock:
    """The laptop's own clock; its monotonic seconds go on while the laptop sleeps.

    Somebody closes the lid for two minutes: the room has lived through them, so the countdown has
    too. Python's own monotonic clock counts them on Windows only; Linux calls the one that does
    ``CLOCK_BOOTTIME`` and macOS ``CLOCK_MONOTONIC``.
    """

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return _awake_and_asleep()


_COUNTS_SLEEP = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}


def _awake_and_asleep() -> float:
    name = _COUNTS_SLEEP.get(sys.platform)
    return time.clock_gettime(getattr(time, name)) if name else time.monotonic()


class SimulatedClock:
    """A clock that a test or rehearsal moves by hand; wall and monotonic time can part."""

    def __init__(self, start: datetime) -> None:
        self._wall = start.astimezone(UTC)
        self._monotonic = 0.0

    def now(self) -> datetime:
        return self._wall

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Let time pass on both readings."""
        self._wall += timedelta(seconds=seconds)
        self._monotonic += seconds

    def advance_to(self, moment: datetime) -> None:
        """Let time pass until ``moment``; a moment in the past changes nothing."""
        self.advance(max(0.0, (moment - self._wall).total_seconds()))

    def set_wall(self, moment: datetime) -> None:
        """Somebody sets the laptop's clock: wall time jumps, monotonic time does not."""
        self._wall = moment.astimezone(UTC)


class AcceleratedClock:
    """The system clock from ``start`` on, running ``speed`` times as fast (rehearsal on screen)."""

    def __init__(self, start: datetime, speed: float) -> None:
        self._start = start.astimezone(UTC)
        self._speed = speed
        self._origin = _awake_and_asleep()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return (_awake_and_asleep() - self._origin) * self._speed
