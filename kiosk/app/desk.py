"""Which desk this is: what check-ins say about where and by whom."""

from dataclasses import dataclass

from kiosk.config import DEFAULT_STATION


@dataclass(frozen=True, slots=True)
class Desk:
    """The name of the desk this laptop stands at, and who is behind it."""

    station: str = DEFAULT_STATION
    volunteer: str = ""
