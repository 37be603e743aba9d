"""What the desk shows, as one frozen value."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from kiosk.domain.desk import DeskSettings
from kiosk.domain.verdicts import DeskRecord, Verdict
from kiosk.services.desk.state import DeskState
from kiosk.services.search import PersonLine


@dataclass(frozen=True, slots=True)
class Undone:
    """A check-in that was taken back."""

    record: DeskRecord


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who has checked out."""

    record: DeskRecord


Answer: TypeAlias = Verdict | Undone | Left


@dataclass(frozen=True, slots=True)
class DeskScreen:
    """``answer`` stays until the next one replaces it; a ``query`` covers it with ``results``.

    ``chosen`` is the marked line of the results. ``scanner_heard`` is when the scanner last was,
    ``scanner_garbled`` whether what it then sent could not be read as letters of ours.
    """

    state: DeskState | None = None
    answer: Answer | None = None
    query: str = ""
    results: tuple[PersonLine, ...] = ()
    chosen: int | None = None
    scanner_heard: datetime | None = None
    scanner_garbled: bool = False
    settings: DeskSettings = field(default_factory=DeskSettings)
    volunteer: str = ""

    @property
    def searching(self) -> bool:
        """Whether the search list is in front."""
        return bool(self.query.strip())

    @property
    def attendee_id(self) -> UUID | None:
        """Whom the answer in front is about, if anyone."""
        if self.answer is None or self.searching:
            return None
        return self.answer.record.attendee.id if self.answer.record else None
