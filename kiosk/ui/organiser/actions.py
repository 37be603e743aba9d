"""What the organisers' screens can have done elsewhere; the program puts the doers in.

Each runs on the worker with a unit of work. The language is passed along, because a worker thread
has none of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.domain.errors import Refusal
from kiosk.domain.plan import PlanBound, PlanFigures, PlanMethod, PlanStep
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """What another method would give; ``bound`` is known where that method proves one."""

    method: PlanMethod
    figures: PlanFigures
    bound: PlanBound | None


class WatchesMaking(Protocol):
    """Hears how the making of a plan goes; after one of the last three there is no more."""

    def stepped(self, step: PlanStep, /) -> None:
        """It has come so far."""
        ...

    def made(self, outcome: PlanOutcome, /) -> None:
        """The plan is kept as a draft."""
        ...

    def refused(self, refusal: Refusal, /) -> None:
        """There is no plan, for an expected reason; a :class:`PlanClash` among them."""
        ...

    def failed(self) -> None:
        """There is no plan, by a fault of the program, which is reported elsewhere."""
        ...


class MakesPlans(Protocol):
    """Makes plans in the background, one at a time."""

    @property
    def methods(self) -> Sequence[PlanMethod]:
        """The ways there are, the usual one first."""
        ...

    def make(self, method: PlanMethod, watcher: WatchesMaking, /, *, set_aside: bool) -> None:
        """Make a plan and keep it as a draft; ``set_aside`` leaves out what can't be met."""
        ...

    def cancel(self) -> None:
        """Stop; nothing is kept, and the watcher hears nothing more."""
        ...

    def compare(self, method: PlanMethod, then: Callable[[Comparison], None], /) -> None:
        """See what another method would give, with nothing kept."""
        ...


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
