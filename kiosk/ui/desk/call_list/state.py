"""The call list as values."""

from dataclasses import dataclass
from uuid import UUID

from kiosk.services.desk.call_list import CallLine


@dataclass(frozen=True, slots=True)
class CallRow:
    """Somebody to call; ``declined`` says that they were just marked as not coming."""

    line: CallLine
    declined: bool = False

    @property
    def attendee_id(self) -> UUID:
        """Whom it is about."""
        return self.line.attendee_id


@dataclass(frozen=True, slots=True)
class CallScreen:
    """The panel. ``missing`` counts everyone; ``rows`` are those that the filter lets through.

    Only so many rows are shown at once; ``more`` is how many more there are. ``loaded`` is False
    until the file has been asked.
    """

    loaded: bool = False
    missing: int = 0
    query: str = ""
    rows: tuple[CallRow, ...] = ()
    more: int = 0
