"""Shares that never flatter, and every code of the plan in words."""

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import (
    ClashReason,
    DemandKind,
    PlanBound,
    PlanFigures,
    PlanMethod,
    PlanOrigin,
    PlanState,
    PlanStep,
    RuleCode,
    UnmetReason,
)
from kiosk.i18n import plan_messages as words
from kiosk.i18n import speaking
from kiosk.i18n.messages import refusal_text
from kiosk.services.seating import NamedDemand
from kiosk.ui.organiser.plan.quality_faces import share_text


def figures(points: int, least: int = 5) -> PlanFigures:
    return PlanFigures(40, least, 8, 10, 20, 0, 0, 0, 3, points, 1, 2.5)


@pytest.mark.parametrize(
    ("points", "share"),
    [
        (1000, "100\N{NO-BREAK SPACE}%"),
        (999, "99.9\N{NO-BREAK SPACE}%"),
        (812, "81.2\N{NO-BREAK SPACE}%"),
        (0, "0.0\N{NO-BREAK SPACE}%"),
        (-3, "0.0\N{NO-BREAK SPACE}%"),
    ],
)
def test_a_share_is_rounded_down(points: int, share: str) -> None:
    assert share_text(figures(points), PlanBound(5, 1000)) == share


def test_a_share_of_almost_all_is_not_all() -> None:
    assert share_text(figures(99_999), PlanBound(5, 100_000)) == "99.9\N{NO-BREAK SPACE}%"


def test_all_points_without_the_fairness_are_not_all() -> None:
    assert share_text(figures(1000, least=4), PlanBound(5, 1000)) == "99.9\N{NO-BREAK SPACE}%"


def test_more_points_than_a_fair_plan_can_have_are_no_share_of_it() -> None:
    assert share_text(figures(1001, least=4), PlanBound(5, 1000)) is None


@pytest.mark.parametrize("bound", [None, PlanBound(0, 0)])
def test_without_a_bound_there_is_no_share(bound: PlanBound | None) -> None:
    assert share_text(figures(10), bound) is None


def test_a_share_is_written_as_the_language_does() -> None:
    with speaking("nl"):
        assert share_text(figures(998), PlanBound(5, 1000)) == "99,8\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize("rule", RuleCode)
def test_every_rule_has_words_with_and_without_names(rule: RuleCode) -> None:
    assert words.rule_text(rule)
    about = words.rule_about(rule, name="Samira", employer="Bakkerij", round_number=3)
    assert "Samira" in about or "Bakkerij" in about or "3" in about
    refusal = Refusal(RefusalCode.MOVE_NOT_LEGAL, rule=rule.value)
    assert refusal_text(refusal) == f"Not possible: {words.rule_text(rule)}. Nothing was changed."


@pytest.mark.parametrize(
    ("say", "codes"),
    [
        (words.unmet_text, UnmetReason),
        (words.method_name, PlanMethod),
        (words.state_name, PlanState),
        (words.origin_name, PlanOrigin),
        (words.step_text, PlanStep),
    ],
)
def test_every_code_has_words(say, codes) -> None:
    assert all(say(code) for code in codes)


@pytest.mark.parametrize("why", ClashReason)
def test_a_clash_names_its_demands_and_says_why_when_they_do_not(why: ClashReason) -> None:
    demands = [
        NamedDemand(DemandKind.MUST, 7, "Samira", "Bakkerij", 0),
        NamedDemand(DemandKind.LOCK, 12, "Bo", "Garage", 4),
    ]
    text = words.clash_text(demands, why)
    assert text.startswith(
        "These can't all be kept: 07 Samira must meet Bakkerij; 12 Bo stays with Garage in round 4."
    )
    assert (text.count(".") > 1) == (why is not ClashReason.NEVER)


def test_demands_of_one_person_that_are_alike_are_told_together() -> None:
    demands = [
        NamedDemand(DemandKind.MUST, 7, "Samira", employer, 0)
        for employer in ("Bakkerij", "Garage")
    ]
    text = words.clash_text(demands, ClashReason.TOO_MANY_FOR_PERSON)
    assert text.startswith("These can't all be kept: 07 Samira must meet Bakkerij, Garage. ")


def test_one_demand_alone_can_clash_too() -> None:
    demand = NamedDemand(DemandKind.MUST, 7, "Samira", "Bakkerij", 0)
    text = words.clash_text([demand], ClashReason.NO_COMMON_ROUND)
    assert text == (
        "This can't be kept: 07 Samira must meet Bakkerij. They are never there in the same round."
    )


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        (RefusalCode.PLAN_CLASH, {"count": 2}),
        (RefusalCode.PLAN_OVERTAKEN, {"version": 3}),
        (RefusalCode.PEOPLE_CHANGED, {}),
        (RefusalCode.ROUND_OVER, {}),
        (RefusalCode.NO_ROUND_LEFT, {}),
        (RefusalCode.NO_PEOPLE, {}),
    ],
)
def test_every_refusal_of_a_plan_is_a_sentence(code: RefusalCode, facts: dict[str, int]) -> None:
    assert refusal_text(Refusal(code, **facts)).endswith(".")
