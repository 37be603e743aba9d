"""Several use cases as one transaction: all of them are kept, or none."""

from types import TracebackType
from typing import Self

from kiosk.services.ports import UnitOfWork


class JoinedUnit:
    """A unit of work inside another one that is open: only the outer one commits.

    A use case begins and commits its own unit. Given this one instead, it works on the outer
    transaction, and whoever holds that decides whether anything stays.
    """

    def __init__(self, outer: UnitOfWork) -> None:
        self.events = outer.events
        self.programme = outer.programme
        self.employers = outer.employers
        self.people = outer.people
        self.plans = outer.plans
        self.day_changes = outer.day_changes
        self.interests = outer.interests
        self.settings = outer.settings
        self.prints = outer.prints
        self.room = outer.room
        self.stories = outer.stories
        self.journal = outer.journal

    def reading(self) -> Self:
        """What the outer unit is for decides."""
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """An error travels on to the outer unit, which rolls back."""

    def commit(self) -> None:
        """The outer unit does."""
