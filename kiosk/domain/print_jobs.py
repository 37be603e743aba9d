"""Papers on their way to the printer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Paper(StrEnum):
    """What a desk prints for one person."""

    BADGE = "badges"
    ROUTE_CARD = "route-cards"
    BROCHURE = "brochures"


class PrintState(StrEnum):
    """Where a job stands. Sent is what a program can know: paper may still jam.

    A job that was asked for again is REPRINTED: the new one, which names it, counts.
    """

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    REPRINTED = "reprinted"
    CANCELLED = "cancelled"


class PrintTrouble(StrEnum):
    """Why a job waits or failed."""

    NONE = ""
    NO_PRINTER = "no-printer"
    PRINTER_REFUSED = "printer-refused"
    PAPER_NOT_MADE = "paper-not-made"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One paper of one person. ``again_of`` is the job that this one repeats."""

    id: UUID
    asked_at: datetime
    station: str
    paper: Paper
    attendee_id: UUID
    state: PrintState = PrintState.QUEUED
    trouble: PrintTrouble = PrintTrouble.NONE
    changed_at: datetime | None = None
    again_of: UUID | None = None


class PrinterRefused(Exception):
    """The printer, or the system behind it, did not take a paper."""
