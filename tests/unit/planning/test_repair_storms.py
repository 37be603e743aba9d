"""On a bad day the plan is mended, not made anew: nobody moves who need not."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from benchmarks.instances import Size, demanding, windowed
from kiosk.domain.plan import (
    ChangeKind,
    Conversation,
    DayChange,
    PlanRequest,
    Seeker,
    TableOffer,
    broken_rules,
    with_changes,
)
from kiosk.domain.plan.values import SeatKey
from kiosk.planning.best import Best
from kiosk.planning.repair import repair
from tests.helpers.calm import holes, robbed
from tests.helpers.hard_rules import violations
from tests.helpers.requests import table_id
from tests.helpers.storms import Storm

EVENTS = 100
EVENTS_IN_A_ROUND = 13
SMALL = Size("small", 24, 10, 8)
DAYS: tuple[Callable[[Size, int], PlanRequest], ...] = (windowed, demanding)

ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))


@pytest.mark.parametrize("seed", range(20))
def test_a_storm_of_events_leaves_a_sound_plan_and_calm_people(seed: int) -> None:
    for request, former, mended in storm_over(DAYS[seed % 2](SMALL, seed), seed):
        assert violations(request, mended) == []
        assert broken_rules(request, mended) == []
        assert robbed(request, former, mended) == []
        assert [hole.key for hole in holes(request, mended)] == []


def test_the_seat_of_somebody_who_leaves_goes_to_whoever_had_fewest() -> None:
    request, former = three_and_one_table_in_the_last_round()
    left = with_changes(request, [DayChange(ChangeKind.GONE, ONE, 3)])
    assert seats_in(3, repair(left, former)) == {(3, THREE, table_id(2))}


def test_what_can_stay_is_not_even_looked_at() -> None:
    request, former = three_and_one_table_in_the_last_round()
    assert seats_in(3, repair(request, former)) == seats_in(3, former)


def test_a_conversation_that_was_not_held_may_still_come() -> None:
    request, former = three_and_one_table_in_the_last_round()
    news = (
        DayChange(ChangeKind.GONE, THREE, 3),
        DayChange(ChangeKind.TABLE_OPENED, table_id(1), 3),
    )
    met = with_changes(request, news)
    missed = replace(met, held=tuple(c for c in met.held if c.candidate_id != TWO))
    again = (3, TWO, table_id(1))
    assert again not in seats_in(3, repair(met, former))
    assert again in seats_in(3, repair(missed, former))


def storm_over(
    asked: PlanRequest, seed: int
) -> Iterator[tuple[PlanRequest, tuple[Conversation, ...], tuple[Conversation, ...]]]:
    """After each event: the request as it stands, the plan before and the plan after."""
    storm, plan = Storm(asked, seed), Best().plan(asked).conversations
    for number in range(1, EVENTS + 1):
        if number % EVENTS_IN_A_ROUND == 0:
            storm.end_round(plan)
        storm.strike()
        former, plan = plan, repair(storm.request, plan)
        yield storm.request, former, plan


def three_and_one_table_in_the_last_round() -> tuple[PlanRequest, tuple[Conversation, ...]]:
    """Two rounds are over: one person had two conversations, another had one, a third none."""
    tables = tuple(TableOffer.steady(table_id(i), i + 1, 1, range(1, 4), 3) for i in range(2))
    last = TableOffer.steady(table_id(2), 3, 1, (3,), 3)
    seekers = tuple(Seeker(person, frozenset({1, 2, 3})) for person in (ONE, TWO, THREE))
    held = (
        Conversation(1, 1, ONE, table_id(0)),
        Conversation(2, 2, ONE, table_id(1)),
        Conversation(1, 2, TWO, table_id(1)),
    )
    closed = tuple(replace(table, seats=(1, 1, 0)) for table in tables)
    request = PlanRequest((*closed, last), seekers, 3, held=held, first_round=3)
    return request, (*held, Conversation(3, 3, ONE, table_id(2)))


def seats_in(number: int, plan: Sequence[Conversation]) -> set[SeatKey]:
    return {c.key for c in plan if c.round_number == number}
