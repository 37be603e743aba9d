"""Badge numbers that tell nothing: drawn at random, whoever it is for.

Numbers in order of import would put employers in one row and candidates in the other, and so say
in public who is in recovery (rule 1).
"""

from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

ChooseNumber: TypeAlias = Callable[[Sequence[int]], int]


def ceiling(expected: int) -> int:
    """The highest number of the smallest range, 99, 999, ..., that stays at most 2/3 full."""
    highest = 99
    while expected * 3 > highest * 2:
        highest = highest * 10 + 9
    return highest


class BadgeNumbers:
    """Free numbers for one import; all of it draws from the same range."""

    def __init__(self, taken: Collection[int], newcomers: int, choose: ChooseNumber) -> None:
        highest = ceiling(len(taken) + newcomers)
        self._free = sorted(set(range(1, highest + 1)) - set(taken))
        self._choose = choose

    def draw(self) -> int:
        """A free number, which is then taken."""
        number = self._choose(self._free)
        self._free.remove(number)
        return number
