"""What an import did, or would do: figures, changes and issues, as values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.registration import RowIssue, Severity


class Enrolled(StrEnum):
    """What became of one row's person or employer."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CANCELLED = "cancelled"
    NOT_KEPT = "not-kept"


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a row led to; ``fields`` name what an update changed."""

    row: int
    outcome: Enrolled
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """Who is in the event after the import, without those who cancelled."""

    candidates: int
    employers: int
    representatives: int
    seats: int
    companions: int = 0


@dataclass(frozen=True, slots=True)
class EnrolmentReport:
    """The answer of an import. A dry run gives the same one as the import it stands for."""

    dry_run: bool
    totals: Totals
    changes: tuple[RowChange, ...]
    issues: tuple[RowIssue, ...]

    def count(self, outcome: Enrolled) -> int:
        """How many rows had this outcome."""
        return Counter(change.outcome for change in self.changes)[outcome]

    def of(self, severity: Severity) -> tuple[RowIssue, ...]:
        """The issues of one severity, by row."""
        return tuple(issue for issue in self.issues if issue.severity is severity)

    @property
    def changed_nothing(self) -> bool:
        """Whether everything in the file was known already."""
        idle = {Enrolled.UNCHANGED, Enrolled.NOT_KEPT}
        return all(change.outcome in idle for change in self.changes)


def by_row(issues: Sequence[RowIssue]) -> tuple[RowIssue, ...]:
    """Issues in the order in which somebody walks through the spreadsheet."""
    return tuple(sorted(issues, key=lambda issue: issue.row))
