"""Figures, and the small groups that are never shared."""

import pytest

from kiosk.domain.indicators import Attendance, shareable


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (46, 46)])
def test_small_groups_are_hidden(count: int, shown: int | None) -> None:
    assert shareable(count) == shown


def test_the_missing_are_those_expected_who_are_not_here() -> None:
    assert Attendance(here=27, expected=30).missing == 3
