"""The board and a checker that knows nothing of it find the same faults in plans full of faults."""

from collections import Counter
from random import Random

from kiosk.domain.plan import Conversation, PlanRequest, broken_rules
from kiosk.planning.carousel import Carousel
from tests.helpers import wild
from tests.helpers.hard_rules import violations

SEEDS = range(600)


def spoilt(request: PlanRequest, seed: int) -> list[Conversation]:
    """A sound plan into which up to two conversations were put without a thought."""
    rng = Random(seed)
    plan = list(Carousel().plan(request).conversations)
    for _ in range(rng.randint(0, 2)):
        if plan and rng.random() < 0.5:
            plan.pop(rng.randrange(len(plan)))
        table, seeker = rng.choice(request.tables), rng.choice(request.seekers)
        number = rng.choice(request.open_rounds)
        plan.append(
            Conversation(number, table.table_number, seeker.candidate_id, table.employer_id)
        )
    return plan


def test_two_checkers_agree_which_plans_are_sound() -> None:
    found = Counter[bool]()
    for seed in SEEDS:
        request = (wild.all_day, wild.in_and_out, wild.everything)[seed % 3](seed)
        plan = spoilt(request, seed)
        sound = violations(request, plan) == []
        assert sound == (broken_rules(request, plan) == []), f"seed {seed}"
        found[sound] += 1
    assert min(found[True], found[False]) > len(SEEDS) // 5
