"""Figures about the day, and the rule that shared figures hide small groups."""

from dataclasses import dataclass

SMALL_GROUP = 5


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many of those expected are here."""

    here: int
    expected: int

    @property
    def missing(self) -> int:
        """Expected, not here."""
        return self.expected - self.here


@dataclass(frozen=True, slots=True)
class Totals:
    """The day in figures; counts only, no persons."""

    candidates: Attendance
    employers: Attendance
    conversations_planned: int
    conversations_held: int
    rounds_held: int
    answers_given: int
    matches: int


def shareable(count: int, threshold: int = SMALL_GROUP) -> int | None:
    """The count, or None when the group is so small that it could point at a person.

    Zero is shown: nobody can be recognised in it.
    """
    return count if count == 0 or count >= threshold else None
