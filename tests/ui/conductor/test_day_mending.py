"""The planner behind the host's screen: a repair at once, a better rest of the day later."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from kiosk.app.day_mending import DayMending
from kiosk.domain.plan import PlanRequest, SeatingPlan, Seeker, TableOffer, broken_rules

EVERY = frozenset({1, 2, 3})
REQUEST = PlanRequest(
    tables=tuple(TableOffer.steady(UUID(int=100 + n), n, 1, EVERY, 3) for n in range(1, 4)),
    seekers=tuple(Seeker(UUID(int=n), EVERY) for n in range(1, 4)),
    rounds=3,
)


def test_a_plan_is_mended_at_once() -> None:
    mended = DayMending().repair(REQUEST, ())
    assert mended
    assert broken_rules(REQUEST, mended) == []


def test_a_better_rest_of_the_day_comes_later(qtbot: QtBot) -> None:
    found: list[SeatingPlan | None] = []
    mending = DayMending()
    mending.improve(REQUEST, found.append)
    assert found == []
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    assert found[0] is not None
    assert len(found[0].conversations) == 9
    assert broken_rules(REQUEST, found[0].conversations) == []


def test_a_search_that_was_given_up_is_not_heard_of_again(qtbot: QtBot) -> None:
    found: list[SeatingPlan | None] = []
    mending = DayMending()
    mending.improve(REQUEST, found.append)
    mending.stop()
    qtbot.wait(200)
    assert found == []
