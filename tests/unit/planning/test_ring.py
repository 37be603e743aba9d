"""The ring keeps seats of one table apart and spreads rest."""

from itertools import combinations

import pytest

from kiosk.domain.plan import TableOffer
from kiosk.planning.ring import lay_ring
from tests.helpers.requests import table_id


def ring_of(seats: tuple[int, ...], places: int, rounds: int) -> list[TableOffer | None]:
    tables = [
        TableOffer.steady(table_id(index), index + 1, count, range(1, rounds + 1), rounds)
        for index, count in enumerate(seats)
    ]
    return lay_ring(tables, places, rounds)


def smallest_gap(ring: list[TableOffer | None]) -> int:
    gaps = [
        min(b - a, len(ring) - b + a)
        for a, b in combinations(range(len(ring)), 2)
        if ring[a] is not None and ring[a] is ring[b]
    ]
    return min(gaps, default=len(ring))


@pytest.mark.parametrize(
    ("seats", "places", "rounds"),
    [
        ((1, 2, 1, 2, 3, 1, 2, 1, 2, 1, 2, 1, 2, 2, 1), 32, 8),
        ((3,) * 8, 24, 8),
        ((3, 3, 1, 1, 1, 1, 1, 1), 12, 4),
        ((1, 1, 1, 1, 4), 20, 5),
    ],
)
def test_seats_of_one_table_are_as_far_apart_as_there_are_rounds(
    seats: tuple[int, ...], places: int, rounds: int
) -> None:
    assert smallest_gap(ring_of(seats, places, rounds)) >= rounds


def test_every_seat_has_one_place() -> None:
    ring = ring_of((2, 3, 1), places=10, rounds=4)
    assert len(ring) == 10
    assert [
        sum(place is not None and place.table_number == n for place in ring) for n in (1, 2, 3)
    ] == [2, 3, 1]


@pytest.mark.parametrize("places", [24, 25, 30, 32, 48])
def test_rest_is_never_twice_in_a_row_while_half_the_places_are_seats(places: int) -> None:
    ring = ring_of((1,) * 24, places, 8)
    assert all(ring[place] or ring[place - 1] for place in range(places))
