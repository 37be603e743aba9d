"""What happens on the day itself to a plan: who comes late, goes, rests; tables, seats, rounds.

A change says from which round it counts. :func:`with_changes` gives the request as it stands after
all of them; the plan is then repaired, not made anew (reference/planning.md, 0.4).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from kiosk.domain.plan.values import Conversation, PlanRequest, Seeker, TableOffer


class RoundStanding(StrEnum):
    """What may still change in a round.

    Of a round that is done or running nothing; of an announced one only the seats of people whom a
    change touches; a draft may be polished.
    """

    DONE = "done"
    RUNNING = "running"
    ANNOUNCED = "announced"
    DRAFT = "draft"


class ChangeKind(StrEnum):
    """What happened."""

    LATE = "late"
    GONE = "gone"
    BACK = "back"
    WALK_IN = "walk-in"
    NO_SHOW = "no-show"
    REST = "rest"
    TABLE_CLOSED = "table-closed"
    TABLE_OPENED = "table-opened"
    SEATS = "seats"
    ROUND_DROPPED = "round-dropped"
    ROUND_ADDED = "round-added"
    POLISH = "polish"
    """Nothing happened: the rest of the day was arranged better."""


@dataclass(frozen=True, slots=True)
class DayChange:
    """One change; ``subject`` is a candidate or an employer, and None for a round.

    It counts from ``from_round`` to ``until_round``, or to the end of the day when that is None.
    ``seats`` is for a table that takes more or fewer conversations than before.
    """

    kind: ChangeKind
    subject: UUID | None
    from_round: int
    until_round: int | None = None
    seats: int | None = None

    def covers(self, round_number: int) -> bool:
        """Whether it counts in a round."""
        ends = self.until_round
        return self.from_round <= round_number and (ends is None or round_number <= ends)


def with_changes(request: PlanRequest, changes: Iterable[DayChange]) -> PlanRequest:
    """The request as it stands after these changes, oldest first.

    Added and dropped rounds are in the programme already, so they change nothing here.
    """
    seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
    tables = {table.employer_id: table for table in request.tables}
    asked_for, offered = dict(seekers), dict(tables)
    for change in changes:
        subject = change.subject
        if subject in seekers:
            seekers[subject] = _seeker_after(
                seekers[subject], asked_for[subject], change, request.rounds
            )
        elif subject in tables:
            tables[subject] = _table_after(tables[subject], offered[subject], change)
    return replace(request, seekers=tuple(seekers.values()), tables=tuple(tables.values()))


def _seeker_after(now: Seeker, asked: Seeker, change: DayChange, rounds: int) -> Seeker:
    covered = {number for number in range(1, rounds + 1) if change.covers(number)}
    match change.kind:
        case ChangeKind.LATE:
            before = set(range(1, change.from_round))
            return replace(now, rounds=now.rounds - before)
        case ChangeKind.GONE | ChangeKind.NO_SHOW | ChangeKind.REST:
            return replace(now, rounds=now.rounds - covered)
        case ChangeKind.BACK:
            leaves = max(asked.rounds, default=rounds)
            return replace(now, rounds=now.rounds | {n for n in covered if n <= leaves})
        case _:
            return now


def _table_after(now: TableOffer, offered: TableOffer, change: DayChange) -> TableOffer:
    def seats(number: int, before: int, first: int) -> int:
        if not change.covers(number):
            return before
        match change.kind:
            case ChangeKind.TABLE_CLOSED:
                return 0
            case ChangeKind.TABLE_OPENED:
                return max(first, before, 1)
            case ChangeKind.SEATS:
                return (change.seats or 0) if before else 0
            case _:
                return before

    pairs = zip(now.seats, offered.seats, strict=True)
    each = tuple(seats(number, *pair) for number, pair in enumerate(pairs, 1))
    return replace(now, seats=each)


@dataclass(frozen=True, slots=True)
class SeatChange:
    """Where somebody was to be in a round, and where they are now; None is rest."""

    candidate_id: UUID
    round_number: int
    before: UUID | None
    after: UUID | None


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """What one plan changes against another, by round and person."""

    changes: tuple[SeatChange, ...]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everyone whose day changes, in order of first change."""
        return tuple(dict.fromkeys(change.candidate_id for change in self.changes))


def plan_diff(before: Sequence[Conversation], after: Sequence[Conversation]) -> PlanDiff:
    """Every seat that is another one, by round and person."""
    was = {(c.round_number, c.candidate_id): c.employer_id for c in before}
    now = {(c.round_number, c.candidate_id): c.employer_id for c in after}
    places = sorted(was.keys() | now.keys())
    return PlanDiff(
        tuple(
            SeatChange(person, number, was.get((number, person)), now.get((number, person)))
            for number, person in places
            if was.get((number, person)) != now.get((number, person))
        )
    )
