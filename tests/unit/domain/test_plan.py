"""A plan's hard rules and its figures."""

from uuid import UUID

import pytest

from kiosk.domain.plan import (
    Conversation,
    PlanRequest,
    RuleCode,
    Seeker,
    TableOffer,
    broken_rules,
    figures_of,
)

SAMIRA, JONAS, MIEKE = (UUID(int=number) for number in (1, 2, 3))
BAKERY, GARAGE = (UUID(int=number) for number in (11, 12))
ALL = frozenset({1, 2})

REQUEST = PlanRequest(
    tables=(TableOffer(BAKERY, 1, (1, 1)), TableOffer(GARAGE, 2, (1, 0))),
    seekers=(
        Seeker(SAMIRA, ALL, liking={BAKERY: 5, GARAGE: 3}),
        Seeker(JONAS, ALL, never=frozenset({GARAGE})),
        Seeker(MIEKE, frozenset({2})),
    ),
    rounds=2,
)


def meets(number: int, candidate: UUID, employer: UUID) -> Conversation:
    return Conversation(number, 1 if employer == BAKERY else 2, candidate, employer)


def test_a_sound_plan_breaks_nothing() -> None:
    plan = [meets(1, SAMIRA, GARAGE), meets(1, JONAS, BAKERY), meets(2, SAMIRA, BAKERY)]
    assert broken_rules(REQUEST, plan) == []


@pytest.mark.parametrize(
    ("plan", "trouble"),
    [
        ([meets(1, MIEKE, BAKERY)], RuleCode.PERSON_AWAY),
        ([meets(2, SAMIRA, GARAGE)], RuleCode.TABLE_CLOSED),
        ([meets(1, JONAS, GARAGE)], RuleCode.NEVER),
        ([meets(1, SAMIRA, BAKERY), meets(1, SAMIRA, GARAGE)], RuleCode.PERSON_BUSY),
        ([meets(1, SAMIRA, BAKERY), meets(2, SAMIRA, BAKERY)], RuleCode.MET),
        ([meets(1, SAMIRA, BAKERY), meets(1, JONAS, BAKERY)], RuleCode.TABLE_FULL),
    ],
)
def test_each_hard_rule_is_checked(plan: list[Conversation], trouble: RuleCode) -> None:
    ((conversation, rule),) = broken_rules(REQUEST, plan)
    assert (conversation, rule) == (plan[-1], trouble)


def test_figures_count_everyone_also_who_meets_nobody() -> None:
    figures = figures_of(REQUEST, [meets(1, SAMIRA, GARAGE), meets(2, SAMIRA, BAKERY)])
    assert (figures.conversations, figures.least, figures.most) == (2, 0, 2)
    assert (figures.wishes_met, figures.wishes) == (2, 2)
    assert figures.empty_seats == 1


def test_an_empty_plan_has_figures_too() -> None:
    figures = figures_of(PlanRequest((), (), 0), ())
    assert (figures.conversations, figures.least, figures.most, figures.wishes) == (0, 0, 0, 0)


def test_conversations_sort_by_round_and_table() -> None:
    late, early = meets(2, SAMIRA, BAKERY), meets(1, MIEKE, GARAGE)
    assert sorted([late, early]) == [early, late]
