"""Who is away in a round because of something that happened on the day, and why."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kiosk.domain.plan import ChangeKind, DayChange

_AWAY = frozenset({ChangeKind.NO_SHOW, ChangeKind.GONE, ChangeKind.REST, ChangeKind.TABLE_CLOSED})
_THERE = frozenset({ChangeKind.BACK, ChangeKind.TABLE_OPENED})


def absences_in(changes: Iterable[DayChange], round_number: int) -> Mapping[UUID, ChangeKind]:
    """The people who are away and the employers whose table is closed, by the last word on each.

    Only what happened counts, oldest first: somebody who meant to leave early and still sits there
    is there.
    """
    absent: dict[UUID, ChangeKind] = {}
    for change in changes:
        if change.subject is None:
            continue
        if _takes_away(change, round_number):
            absent[change.subject] = change.kind
        elif change.kind in _THERE and change.covers(round_number):
            absent.pop(change.subject, None)
    return absent


def _takes_away(change: DayChange, round_number: int) -> bool:
    if change.kind is ChangeKind.LATE:
        return round_number < change.from_round
    return change.kind in _AWAY and change.covers(round_number)
