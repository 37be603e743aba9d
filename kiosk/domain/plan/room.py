"""Where tables stand when nobody said otherwise: in rows, with room for chairs."""

from kiosk.domain.plan.values import Spot

PER_ROW = 5
APART = 3.0
"""Metres from the middle of one table to the next, chairs and a way through included."""


def spot_of(table_number: int) -> Spot:
    """The place of a table, numbered row by row as the host's floor plan shows them."""
    row, column = divmod(max(table_number, 1) - 1, PER_ROW)
    return column * APART, row * APART
