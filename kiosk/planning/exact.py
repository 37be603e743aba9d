"""A small day with windows or shared companions, solved whole: who meets whom and when, at once.

Choosing pairs first is exact only when everybody is there all day. Where that fails, and the day is
small enough, an integer program with a column for each pair in each round takes its place. What
comes first in the order of good plans outweighs all that comes after it together. Large days are
left to the tries of ``choices.py``, which lose next to nothing there (docs/benchmarks.md).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kiosk.domain.plan.points import LEAST, MOST
from kiosk.planning.highs import Columns, Floats, Ints, Rows, Solution, maximise
from kiosk.planning.instance import Instance, Seat
from kiosk.planning.pairs import (
    KEPT,
    Fairness,
    PairChoice,
    add_shortage,
    fairness_of,
    least_of,
    limits_with_musts,
)
from kiosk.planning.placement import Placement

MOST_COLUMNS = 1_500


def solved_whole(instance: Instance) -> tuple[Placement, PairChoice] | None:
    """The best seats and their proof; None when the day is too large, or its locks can't be."""
    seats = _possible_seats(instance)
    if len(seats) > MOST_COLUMNS or not len(seats):
        return None
    fairness = fairness_of(instance)
    best = _Whole(instance, fairness, seats).solve()
    if best is None:
        return None
    return _placed(instance, best), _proof(instance, fairness, best)


@dataclass(frozen=True)
class _Weights:
    """What a conversation short, a must and a table's conversation short weigh, dearest first."""

    seeker: float
    must: float
    table: float


def _weights(instance: Instance, fairness: Fairness) -> _Weights:
    level, turns = fairness.level + 1, sum(instance.free_rounds)
    table = (MOST - LEAST + KEPT) * turns + 1.0
    must = table * len(instance.tables) * level * level + 1.0
    return _Weights(must * (len(instance.musts) + 1), must, table)


def _possible_seats(instance: Instance) -> NDArray[np.int64]:
    """Every seat that no rule forbids by itself: rows of seeker, table, round."""
    here = np.array(instance.present, np.bool_).reshape(len(instance.seekers), -1)
    opened = np.array(instance.seats, np.int64).reshape(len(instance.tables), -1) > 0
    possible = instance.allowed[:, :, None] & here[:, None, :] & opened[None, :, :]
    for i, j, r in instance.locks:
        possible[i, j] = False
        possible[i, :, r] = False
        possible[i, j, r] = True
    return np.argwhere(possible)


class _Whole:
    """The integer program: rows for people, tables and pairs in all, and in each round."""

    def __init__(self, instance: Instance, fairness: Fairness, seats: NDArray[np.int64]) -> None:
        self._instance, self._fairness, self._seats = instance, fairness, seats
        self._n, self._m, self._rounds = (
            len(instance.seekers),
            len(instance.tables),
            len(instance.rounds),
        )

    def solve(self) -> NDArray[np.int64] | None:
        """The seats that are taken."""
        columns, seats = Columns(), self._seats
        instance, fairness = self._instance, self._fairness
        weights = _weights(instance, fairness)
        beyond = fairness.level - np.array(instance.turns, np.int64) - fairness.floors
        add_shortage(columns, fairness.floors, beyond, 0, weights.seeker)
        beyond = fairness.level - fairness.table_floors
        add_shortage(columns, fairness.table_floors, beyond, self._n, weights.table)
        profits = instance.points.astype(np.float64)
        for pair in instance.musts:
            profits[pair] += weights.must
        profit = profits[seats[:, 0], seats[:, 1]] + KEPT * _among(seats, instance.former)
        locked = _among(seats, instance.locks)
        columns.add(profit, locked, np.ones(len(seats)), self._rows_of_seats())
        solution = maximise(columns, self._rows(), whole=True)
        return None if solution is None else seats[_taken(solution, len(seats))]

    def _rows_of_seats(self) -> list[Ints]:
        i, j, r = (self._seats[:, k].astype(np.int32) for k in range(3))
        n, m, rounds = self._n, self._m, self._rounds
        first = n + m
        rows = [i, n + j, first + i * m + j]
        first += n * m
        rows.append(first + i * rounds + r)
        first += n * rounds
        rows.append(first + j * rounds + r)
        first += m * rounds
        for helper in self._instance.helpers:
            helped = np.isin(i, helper.seekers)
            rows.append(np.where(helped, first + r, -1).astype(np.int32))
            first += rounds
        return rows

    def _rows(self) -> Rows:
        """In the order of :meth:`_rows_of_seats`."""
        instance, fairness = self._instance, self._fairness
        each_round = self._n * self._rounds
        seats = np.array(instance.seats, np.float64).ravel()
        helped = [float(each) for helper in instance.helpers for each in helper.capacity]
        lower: list[ArrayLike] = [
            fairness.floors,
            fairness.table_floors,
            np.zeros(self._n * self._m + each_round + len(seats) + len(helped)),
        ]
        upper: list[ArrayLike] = [
            limits_with_musts(instance, fairness),
            instance.loads,
            np.ones(self._n * self._m + each_round),
            seats,
            helped,
        ]
        return Rows(_joined(lower), _joined(upper))


def _among(seats: NDArray[np.int64], some: Iterable[Seat]) -> Floats:
    """1 for each seat that is one of these, else 0."""
    known = set(some)
    return np.array([float(tuple(seat) in known) for seat in seats.tolist()])


def _joined(parts: Sequence[ArrayLike]) -> Floats:
    return np.concatenate([np.asarray(part, np.float64) for part in parts])


def _taken(solution: Solution, count: int) -> NDArray[np.bool_]:
    taken: NDArray[np.bool_] = solution.values[-count:] > 0.5  # noqa: PLR2004 - whole, rounded
    return taken


def _placed(instance: Instance, seats: NDArray[np.int64]) -> Placement:
    placement = Placement(instance)
    found: list[Seat] = [(int(i), int(j), int(r)) for i, j, r in seats]
    for seat in found:
        placement.put(*seat)
    return placement


def _proof(instance: Instance, fairness: Fairness, seats: NDArray[np.int64]) -> PairChoice:
    i, j = seats[:, 0], seats[:, 1]
    given = np.bincount(i, minlength=len(instance.seekers))
    return PairChoice(
        tuple((int(a), int(b)) for a, b in zip(i, j, strict=True)),
        int(instance.points[i, j].sum()),
        least_of(instance, fairness, given),
        tuple(map(int, np.minimum(given, fairness.floors))),
    )
