"""The ring of places that a carousel turns on: every seat of every table, and places of rest.

Everyone moves on one place each round, so two seats of one table must be at least as far apart
as there are rounds, or somebody would meet an employer twice. Rest is spread evenly, so that
nobody waits two rounds in a row as long as there are at least as many seats as places of rest.
"""

from collections.abc import Sequence

from kiosk.domain.plan import TableOffer


def lay_ring(tables: Sequence[TableOffer], places: int, rounds: int) -> list[TableOffer | None]:
    """A ring of ``places`` places, None for rest; at least one place for each seat.

    Tables come in their own order. The second and later seats of a table stand evenly around the
    ring from its first; what still comes too close is then swapped apart.
    """
    seats = _spread(tables)
    length = max(places, len(seats))
    rests = length - len(seats)
    in_order = iter(seats)
    ring = [
        None if (place + 1) * rests // length > place * rests // length else next(in_order)
        for place in range(length)
    ]
    _part(ring, rounds)
    return ring


def _spread(tables: Sequence[TableOffer]) -> list[TableOffer]:
    """Every seat, sorted by the angle at which it would stand on a ring without rest."""
    angles = [
        ((index / len(tables) + seat / table.most_seats) % 1, index, table)
        for index, table in enumerate(tables)
        for seat in range(table.most_seats)
    ]
    return [table for _, _, table in sorted(angles, key=lambda angle: angle[:2])]


def _part(ring: list[TableOffer | None], rounds: int) -> None:
    """Swap seats of one table apart, as long as a swap brings fewer of them too close."""
    reach = min(rounds, len(ring)) - 1
    improved = [True]
    while any(improved):
        crowded = [place for place in range(len(ring)) if _close(ring, place, reach)]
        improved = [_swap_away(ring, place, reach) for place in crowded]


def _swap_away(ring: list[TableOffer | None], place: int, reach: int) -> bool:
    """Give the seat at ``place`` the best other place; False when none is better."""
    best, gain = place, 0
    for other, there in enumerate(ring):
        if there is None or there is ring[place]:
            continue
        before = _close(ring, place, reach) + _close(ring, other, reach)
        ring[place], ring[other] = ring[other], ring[place]
        saved = before - _close(ring, place, reach) - _close(ring, other, reach)
        ring[place], ring[other] = ring[other], ring[place]
        if saved > gain:
            best, gain = other, saved
    ring[place], ring[best] = ring[best], ring[place]
    return gain > 0


def _close(ring: Sequence[TableOffer | None], place: int, reach: int) -> int:
    """How many seats of the same table are within ``reach`` places on either side."""
    table = ring[place]
    if table is None:
        return 0
    length = len(ring)
    near = {(place + step) % length for step in range(-reach, reach + 1)} - {place}
    return sum(ring[other] is table for other in near)
