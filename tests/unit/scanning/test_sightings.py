"""A badge held in view is one scan; shown again later it is another."""

from kiosk.scanning.sightings import AWAY, Sightings


def test_a_badge_in_view_is_new_once_however_long_it_stays() -> None:
    sightings = Sightings()
    assert [sightings.is_new("A", at / 10) for at in range(120)] == [True] + [False] * 119


def test_a_badge_that_was_away_for_five_seconds_is_new_again() -> None:
    sightings = Sightings()
    sightings.is_new("A", 1.0)
    assert not sightings.is_new("A", 1.0 + AWAY - 0.1)
    assert sightings.is_new("A", 1.0 + AWAY - 0.1 + AWAY)


def test_two_badges_side_by_side_are_each_new_once() -> None:
    sightings = Sightings()
    seen = [sightings.is_new(text, at / 10) for at in range(30) for text in ("A", "B")]
    assert seen.count(True) == 2


def test_another_badge_is_new_at_once() -> None:
    sightings = Sightings()
    sightings.is_new("A", 0.0)
    assert sightings.is_new("B", 0.01)
