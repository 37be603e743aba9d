"""A match needs three things, and nothing less will do."""

from itertools import product

import pytest

from kiosk.domain.interest import Answer, is_match

ANSWERS: list[Answer | None] = [*Answer, None]
CASES = list(product(ANSWERS, ANSWERS, [True, False]))


@pytest.mark.parametrize(("candidate", "employer", "may_share"), CASES)
def test_only_a_mutual_yes_with_consent_is_a_match(
    candidate: Answer | None, employer: Answer | None, may_share: bool
) -> None:
    mutual = (candidate, employer, may_share) == (Answer.YES, Answer.YES, True)
    assert is_match(candidate, employer, may_share=may_share) is mutual
