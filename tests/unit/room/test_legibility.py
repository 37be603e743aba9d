"""How large letters look from the farthest seat."""

import math

import pytest

from kiosk.domain.legibility import (
    GOOD_ARC_MINUTES,
    LEAST_ARC_MINUTES,
    Sight,
    arc_minutes,
    readable_metres,
    sight_of,
)

BEAMER = Sight(inches=100, metres=10, aspect=16 / 9)


def test_a_hundred_inches_in_wide_shape_are_a_metre_and_a_quarter_high() -> None:
    assert pytest.approx(1245, abs=1) == BEAMER.picture_millimetres


def test_the_least_letter_at_five_metres_is_as_high_as_the_standards_examples_say() -> None:
    """16 minutes of arc are one part in 215 of the distance, 20 minutes one in 172."""
    assert arc_minutes(5000 / 215, 5) == pytest.approx(LEAST_ARC_MINUTES, abs=0.02)
    assert arc_minutes(5000 / 172, 5) == pytest.approx(GOOD_ARC_MINUTES, abs=0.02)


def test_twice_the_distance_needs_twice_the_letter() -> None:
    near, far = Sight(100, 4, 16 / 9), Sight(100, 8, 16 / 9)
    assert far.share_for(20) == pytest.approx(2 * near.share_for(20))


def test_the_share_for_an_angle_has_that_angle() -> None:
    assert BEAMER.arc_minutes(BEAMER.share_for(20)) == pytest.approx(20)


def test_letters_are_readable_just_as_far_as_their_angle_is_enough() -> None:
    reach = readable_metres(31)
    assert arc_minutes(31, reach) == pytest.approx(LEAST_ARC_MINUTES)
    assert math.floor(reach * 10) == 66


@pytest.mark.parametrize(("inches", "metres"), [(None, 10), (100, None), (0, 10), (100, -1)])
def test_without_both_measures_nothing_is_known(inches: float | None, metres: float | None) -> None:
    assert sight_of(inches, metres, 16 / 9) is None
