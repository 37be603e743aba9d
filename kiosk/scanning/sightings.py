"""A badge in front of a camera is in thirty frames a second and still one scan."""

AWAY = 5.0
"""Seconds out of sight after which the same code counts as shown again."""


class Sightings:
    """Remembers every code in view, so that two badges side by side do not take turns."""

    def __init__(self, away: float = AWAY) -> None:
        self._away = away
        self._seen: dict[str, float] = {}

    def is_new(self, text: str, at: float) -> bool:
        """Whether this code has just come into view; ``at`` is in monotonic seconds."""
        self._seen = {
            other: moment for other, moment in self._seen.items() if at - moment < self._away
        }
        was_there = text in self._seen
        self._seen[text] = at
        return not was_there
