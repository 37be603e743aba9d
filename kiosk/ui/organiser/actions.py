"""What the organisers' screens can have done elsewhere; the program puts the doers in.

Each runs on the worker with a unit of work. The language is passed along, because a worker thread
has none of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.services.enrolment import EnrolmentReport
from kiosk.services.ports import UnitOfWork
from kiosk.services.seating import PlanOutcome


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF that is ready: where it is, and how many cards it holds."""

    path: Path
    count: int


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What one file led to, or would lead to."""

    name: str
    report: EnrolmentReport


class MakesPlan(Protocol):
    """Makes a plan and puts it in force."""

    def __call__(self, unit: UnitOfWork, /) -> PlanOutcome: ...


class Prints(Protocol):
    """Makes papers of one kind."""

    def __call__(self, unit: UnitOfWork, language: str, /) -> Printed: ...


class Imports(Protocol):
    """Takes in files together, or with ``dry_run`` tells what would become of them."""

    def __call__(
        self, unit: UnitOfWork, paths: Sequence[Path], /, *, dry_run: bool
    ) -> Sequence[ImportedFile]: ...


class Exports(Protocol):
    """Writes the day's results into a workbook."""

    def __call__(self, unit: UnitOfWork, path: Path, language: str, /) -> None: ...
