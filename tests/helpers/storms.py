"""A bad day, event by event: people late, gone, back or resting, tables closed, a seat less."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import TypeAlias
from uuid import UUID

from kiosk.domain.plan import ChangeKind, Conversation, DayChange, PlanRequest, with_changes

Event: TypeAlias = Callable[[Random, PlanRequest], DayChange]

NOT_HELD = 0.03
"""Of the conversations of a round, how many turn out not to have taken place."""
GONE_IN_A_SHOCK = 0.10
LATE_IN_A_SHOCK = 0.05


def any_event(rng: Random, request: PlanRequest) -> DayChange:
    """One thing that goes otherwise than planned, from the first open round or a later one."""
    happens = rng.choices(tuple(_EVENTS), tuple(_EVENTS.values()))[0]
    return happens(rng, request)


def shock(rng: Random, request: PlanRequest) -> tuple[DayChange, ...]:
    """As in reference/planning.md, D: 10 % are gone before this round, and 5 % one round late."""
    people = [seeker.candidate_id for seeker in request.seekers]
    gone = max(1, round(len(people) * GONE_IN_A_SHOCK))
    late = max(1, round(len(people) * LATE_IN_A_SHOCK))
    hit = rng.sample(people, min(len(people), gone + late))
    now = request.first_round
    return (
        *(DayChange(ChangeKind.GONE, person, now) for person in hit[:gone]),
        *(DayChange(ChangeKind.LATE, person, now + 1) for person in hit[gone:]),
    )


def after_a_round(
    rng: Random, request: PlanRequest, planned: Sequence[Conversation]
) -> PlanRequest:
    """The same day one round later: what was planned for the round was held, nearly all of it."""
    held = tuple(
        c for c in planned if c.round_number == request.first_round and rng.random() >= NOT_HELD
    )
    return replace(request, held=request.held + held, first_round=request.first_round + 1)


class Storm:
    """A day under way: the request as it was asked, what happened since, the round to come."""

    def __init__(self, asked: PlanRequest, seed: int) -> None:
        self._rng = Random(seed)
        self._asked = asked
        self.changes: list[DayChange] = []

    @property
    def request(self) -> PlanRequest:
        """The request as it stands now."""
        return with_changes(self._asked, self.changes)

    def strike(self) -> DayChange:
        """Let one more thing go wrong."""
        change = any_event(self._rng, self.request)
        self.changes.append(change)
        return change

    def end_round(self, planned: Sequence[Conversation]) -> None:
        """The next round begins; the last one never does."""
        if self._asked.first_round < self._asked.rounds:
            self._asked = after_a_round(self._rng, self._asked, planned)


def _person(rng: Random, request: PlanRequest) -> UUID:
    return rng.choice(request.seekers).candidate_id


def _table(rng: Random, request: PlanRequest) -> UUID:
    return rng.choice(request.tables).employer_id


def _soon(rng: Random, request: PlanRequest) -> int:
    return rng.randint(request.first_round, min(request.rounds, request.first_round + 2))


def _late(rng: Random, request: PlanRequest) -> DayChange:
    return DayChange(ChangeKind.LATE, _person(rng, request), _soon(rng, request) + 1)


def _gone(rng: Random, request: PlanRequest) -> DayChange:
    return DayChange(ChangeKind.GONE, _person(rng, request), _soon(rng, request))


def _back(rng: Random, request: PlanRequest) -> DayChange:
    away = [s.candidate_id for s in request.seekers if len(s.rounds) < request.rounds]
    person = rng.choice(away) if away else _person(rng, request)
    return DayChange(ChangeKind.BACK, person, _soon(rng, request))


def _no_show(rng: Random, request: PlanRequest) -> DayChange:
    now = request.first_round
    return DayChange(ChangeKind.NO_SHOW, _person(rng, request), now, now)


def _rest(rng: Random, request: PlanRequest) -> DayChange:
    begins = _soon(rng, request)
    return DayChange(ChangeKind.REST, _person(rng, request), begins, begins + rng.choice((0, 1)))


def _table_closed(rng: Random, request: PlanRequest) -> DayChange:
    begins = _soon(rng, request)
    ends = rng.choice((begins, begins + 1, None))
    return DayChange(ChangeKind.TABLE_CLOSED, _table(rng, request), begins, ends)


def _table_opened(rng: Random, request: PlanRequest) -> DayChange:
    return DayChange(ChangeKind.TABLE_OPENED, _table(rng, request), _soon(rng, request))


def _seats(rng: Random, request: PlanRequest) -> DayChange:
    number = _soon(rng, request)
    return DayChange(ChangeKind.SEATS, _table(rng, request), number, seats=rng.choice((1, 2, 3)))


_EVENTS: dict[Event, int] = {
    _late: 3,
    _gone: 2,
    _back: 6,
    _no_show: 3,
    _rest: 3,
    _table_closed: 1,
    _table_opened: 2,
    _seats: 2,
}
"""How often each happens: people return more often than they go for good, or the room empties."""
