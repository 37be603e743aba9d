"""Simulated people answer for themselves, and slips of a scanner are slips."""

from itertools import islice
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.codes import CodeForm, form_of, new_code
from kiosk.services.rehearsal.crowd import Visitor, damaged
from tests.helpers.days import a_candidate

seeds = st.integers(0, 10_000)


@given(seeds)
def test_a_damaged_code_is_seen_as_damaged(seed: int) -> None:
    chance = Random(seed)
    assert form_of(damaged(new_code(chance.choice), chance)) is CodeForm.DAMAGED


@given(seeds)
def test_the_same_person_answers_the_same_for_the_same_seed(seed: int) -> None:
    def answers(badge_number: int) -> list[object]:
        visitor = Visitor(a_candidate(badge_number), "B" * 20, None, None)
        return list(islice(visitor.opinions(seed), 30))

    assert answers(5) == answers(5)
    assert answers(5) != answers(6)


def test_all_answers_occur_and_some_lines_stay_open() -> None:
    visitor = Visitor(a_candidate(1), "B" * 20, None, None)
    assert len(set(islice(visitor.opinions(7), 200))) == 4
