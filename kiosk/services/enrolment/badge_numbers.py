"""Badge numbers that tell nothing: drawn at random, whoever it is for.

Numbers in order of import would put employers in one row and candidates in the other, and so say
in public who is in recovery (rule 1).
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

ChooseNumber: TypeAlias = Callable[[Sequence[int]], int]


PEOPLE_A_TABLE = 4
"""One or two who sit there, and two or three who look for work or come along with them."""


def ceiling(expected: int) -> int:
    """The highest number of the smallest range, 99, 999, ..., that stays at most 2/3 full."""
    highest = 99
    while expected * 3 > highest * 2:
        highest = highest * 10 + 9
    return highest


def range_for(taken: Collection[int], newcomers: int, tables: int) -> int:
    """The highest number for an import, the same for all imports of a day wherever it can be.

    Employers are often imported before candidates. Were the range chosen by who is there so far,
    the first would have two digits and those who came later three. So the first import makes room
    for everyone whom a day with so many tables brings, and the next ones stay in that range.
    """
    people = len(taken) + newcomers
    if not taken:
        return ceiling(max(people, PEOPLE_A_TABLE * tables))
    in_use = 10 ** max(2, len(str(max(taken)))) - 1
    return in_use if people <= in_use else ceiling(people)


class BadgeNumbers:
    """Free numbers for one import; all of it draws from the same range."""

    def __init__(
        self, taken: Collection[int], newcomers: int, choose: ChooseNumber, tables: int = 0
    ) -> None:
        highest = range_for(taken, newcomers, tables)
        self._free = sorted(set(range(1, highest + 1)) - set(taken))
        self._choose = choose

    def draw(self) -> int:
        """A free number, which is then taken."""
        number = self._choose(self._free)
        del self._free[bisect_left(self._free, number)]
        return number
