"""Who meets whom, before it is known in which round: a linear program, and its proof.

A *b-matching with floors*: seekers and tables are rows, allowed pairs are columns between 0 and 1.
Every row has a limit (rounds present, seats in all rounds together) and a floor, the fair share.
The matrix is a network matrix, so the optimum is whole by itself, and its dual proves that no
plan has more (reference/planning.md, B). Companions shared by several people are further rows,
and so is the whole room: in no round are there more conversations than people or seats. Only when
companions cross each other may HiGHS have to branch.

Falling short of a floor costs more than any preference can gain, and more with every conversation
that is missing. So the first thing in the answer is the best possible least number.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.plan.points import LEAST, MOST
from kiosk.planning.arrays import Allowed
from kiosk.planning.highs import INFINITE, Columns, Floats, Ints, Program, Rows, Solution, maximise
from kiosk.planning.instance import Instance, Pair, Seat

EXACT = 1e-6
KEPT = 2.0
"""What it is worth to keep a pair of a former plan: people know their way already."""
SPREAD = 3.0
"""Points of chance by which the first columns differ, so that they do not all crowd one table."""


@dataclass(frozen=True)
class Fairness:
    """Floors and limits in the open rounds; ``level`` is the fair share that they stand for."""

    level: int
    floors: NDArray[np.int64]
    limits: NDArray[np.int64]
    table_floors: NDArray[np.int64]


@dataclass(frozen=True)
class PairChoice:
    """The pairs, the points that no choice beats, and the best possible least number.

    ``floors`` are what each seeker can really be given, with turns they had left aside. A choice is
    ``proven`` unless musts stood against fairness: then who gives up what was settled beforehand.
    """

    pairs: tuple[Pair, ...]
    points: int
    least: int
    floors: tuple[int, ...]
    proven: bool = True


def fairness_of(instance: Instance) -> Fairness:
    """The water level: the most that everybody could have if only seats were counted.

    Nobody gets two more than that, and an employer as many as a candidate where people suffice.
    """
    turns, own = np.array(instance.turns, np.int64), own_limits(instance)
    loads, level = np.array(instance.loads, np.int64), 0
    most = int((turns + own).max(initial=0))
    while level < most and int(_needed(level + 1, turns, own).sum()) <= instance.room:
        level += 1
    table_own = np.minimum(loads, instance.allowed.sum(axis=0))
    return Fairness(
        level,
        _needed(level, turns, own),
        _needed(level + 1, turns, own),
        np.minimum(level, table_own),
    )


def choose_pairs(instance: Instance, *, seed: int = 0) -> PairChoice:
    """The best pairs: the least number first, then musts, then preference.

    Musts are forced in. Only where they can't all be had, or forcing them would cost somebody a
    conversation, do they merely weigh more than every preference.
    """
    fairness = fairness_of(instance)
    forced = _Program(instance, fairness, seed).solve()
    if forced and (not forced.short or not instance.musts):
        return forced.choice
    free = _Program(replace(instance, musts=()), fairness, seed).solve()
    assert free is not None  # nothing is forced, so leaving everybody out would do
    if forced and sorted(forced.short) == sorted(free.short):
        return forced.choice
    strict = replace(fairness, floors=np.array(free.choice.floors, np.int64))
    weighed = _Program(instance, strict, seed, force=False).solve()
    assert weighed is not None
    return replace(weighed.choice, least=free.choice.least, proven=False)


def most_points(instance: Instance, seats: Sequence[Seat]) -> int:
    """The most points with which everyone still has as many conversations as in these seats.

    More than their fair share need not be kept; musts that are met need.
    """
    fairness, rounds = fairness_of(instance), instance.points.shape
    given = np.bincount([i for i, _, _ in seats], minlength=rounds[0])
    loads = np.bincount([j for _, j, _ in seats], minlength=rounds[1])
    pairs = {(i, j) for i, j, _ in seats}
    kept = replace(instance, musts=tuple(must for must in instance.musts if must in pairs))
    floors = np.minimum(fairness.floors, given)
    table_floors = np.minimum(fairness.table_floors, loads)
    same = replace(fairness, floors=floors, table_floors=table_floors)
    answer = _Program(kept, same, seed=0).solve()
    assert answer is not None  # the seats themselves are a solution
    return answer.choice.points


def own_limits(instance: Instance) -> NDArray[np.int64]:
    """The most conversations each seeker could have alone in the room."""
    own = np.minimum(instance.free_rounds, instance.allowed.sum(axis=1)).astype(np.int64)
    opened = np.array(instance.seats, np.int64).reshape(-1, len(instance.rounds)) > 0
    for i, row in enumerate(instance.present):
        here = np.flatnonzero(row)
        tables = opened[instance.allowed[i]][:, here]
        if tables.all(axis=1).sum() < len(here) and own[i]:
            own[i] = _matched(tables)
    limits: NDArray[np.int64] = own
    return limits


def _matched(meetings: NDArray[np.bool_]) -> int:
    """How many rows can have a column of their own."""
    row, column = np.nonzero(meetings)
    size, (rows, total) = len(row), meetings.shape
    columns = Columns()
    each = [row.astype(np.int32), (rows + column).astype(np.int32)]
    columns.add(np.ones(size), np.zeros(size), np.ones(size), each)
    found = maximise(columns, Rows(np.zeros(rows + total), np.ones(rows + total)))
    assert found is not None  # nobody at all is a solution
    return round(found.profit)


def _needed(level: int, turns: NDArray[np.int64], own: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many conversations each still needs to reach a level, as far as they can at all."""
    needed: NDArray[np.int64] = np.clip(level - turns, 0, own)
    return needed


@dataclass(frozen=True)
class _Answer:
    """A choice, and by how much each seeker falls short of the level (those who do)."""

    choice: PairChoice
    short: tuple[int, ...]


class _Program:
    """The linear program of one instance, solved by column generation.

    With ``force`` musts are in, and falling short of a floor has a price; without it the floors
    are known to be possible and stand fast, and a must weighs more than all that is below it.

    The seed shuffles the columns: it chooses among optima. (Noise in the profits would do so too,
    but takes the simplex method many times as long.)

    Most pairs are worth the same, so the program begins with each row's most promising columns.
    The prices of the optimum tell which others could still gain; when none can, it is the optimum
    of all pairs.
    """

    def __init__(
        self, instance: Instance, fairness: Fairness, seed: int, *, force: bool = True
    ) -> None:
        self._instance, self._fairness, self._force = instance, fairness, force
        n, m = instance.points.shape
        self._chance = np.random.default_rng(seed)
        self._profits = instance.points.astype(np.float64)
        for i, j, _ in instance.former:
            self._profits[i, j] += KEPT
        rounds = max(1, len(instance.rounds))
        self._table_short = float((MOST - LEAST + KEPT) * (n + m) + 1)
        dearer = 2.0 * self._table_short * rounds
        self._seeker_short = dearer if force else 0.0
        if not force:
            for pair in instance.musts:
                self._profits[pair] += dearer
        self._of_helper = _memberships(instance)
        self._must = np.zeros((n, m), np.bool_)
        for pair in instance.musts:
            self._must[pair] = True

    def solve(self) -> _Answer | None:
        """The optimum over all pairs; None when musts and limits leave no solution."""
        active = self._promising()
        pairs = self._shuffled(active)
        program = Program(self._columns(pairs, shortage=True), self._rows())
        solution = program.solve()
        if solution is None and not self._force:
            # floors that stand fast may need any pair; musts that clash are helped by none
            active = self._instance.allowed.copy()
            pairs = self._shuffled(active)
            program = Program(self._columns(pairs, shortage=True), self._rows())
            solution = program.solve()
        while solution is not None:
            gaining = self._gaining(active, solution)
            if not gaining.any():
                return self._answer(pairs, solution)
            more = self._shuffled(gaining)
            program.add(self._columns(more, shortage=False))
            active |= gaining
            pairs = np.concatenate((pairs, more))
            solution = program.solve()
        return None

    def _shuffled(self, chosen: Allowed) -> NDArray[np.int64]:
        return self._chance.permutation(np.argwhere(chosen))

    def _promising(self) -> Allowed:
        instance = self._instance
        n, m = instance.points.shape
        spread = self._chance.random((n, m)) * SPREAD
        score = np.where(instance.allowed, self._profits + spread, -np.inf)
        across = min(m, 4 * self._fairness.level + 4)
        down = min(n, 4 * (int(np.mean(instance.loads)) if m else 0) + 4)
        active = np.zeros((n, m), np.bool_)
        if n and m:
            best = np.argpartition(-score, across - 1, axis=1)[:, :across]
            np.put_along_axis(active, best, values=True, axis=1)
            best = np.argpartition(-score, down - 1, axis=0)[:down]
            np.put_along_axis(active, best, values=True, axis=0)
        active |= self._must
        promising: Allowed = active & instance.allowed
        return promising

    def _columns(self, pairs: NDArray[np.int64], *, shortage: bool) -> Columns:
        """Columns for pairs, after those for what may be missing if these are wanted as well."""
        instance, fairness = self._instance, self._fairness
        n, m = instance.points.shape
        columns = Columns()
        if shortage:
            if self._force:
                beyond = fairness.level - np.array(instance.turns, np.int64) - fairness.floors
                add_shortage(columns, fairness.floors, beyond, 0, self._seeker_short)
            beyond = fairness.level - fairness.table_floors
            add_shortage(columns, fairness.table_floors, beyond, n, self._table_short)
        i, j = pairs[:, 0].astype(np.int32), pairs[:, 1].astype(np.int32)
        lower = self._must[i, j].astype(np.float64) if self._force else np.zeros(len(pairs))
        helped = [np.where(of[i], n + m + h, -1) for h, of in enumerate(self._of_helper)]
        rows = [i, n + j, *helped, np.full(len(pairs), n + m + len(helped), np.int32)]
        columns.add(self._profits[i, j], lower, np.ones(len(pairs)), rows)
        return columns

    def _rows(self) -> Rows:
        instance, fairness = self._instance, self._fairness
        limits = limits_with_musts(instance, fairness)
        helped = [float(sum(helper.capacity)) for helper in instance.helpers]
        lower = [*fairness.floors, *fairness.table_floors, *(-INFINITE for _ in helped), 0]
        upper = [*limits, *instance.loads, *helped, instance.room]
        return Rows(np.array(lower, np.float64), np.array(upper, np.float64))

    def _gaining(self, active: Allowed, solution: Solution) -> Allowed:
        """The pairs outside the program that could still add to the profit, the best of each."""
        instance = self._instance
        n, m = instance.points.shape
        prices = solution.prices
        gain = self._profits - prices[:n, None] - prices[None, n : n + m]
        for h, of in enumerate(self._of_helper):
            gain[of] -= prices[n + m + h]
        gain -= prices[-1]
        gain[active | ~instance.allowed] = 0
        if not (gain > EXACT).any():
            return np.zeros((n, m), np.bool_)
        across = min(m, 20)
        best = np.argpartition(-gain, across - 1, axis=1)[:, :across]
        chosen = np.zeros((n, m), np.bool_)
        np.put_along_axis(chosen, best, values=True, axis=1)
        gaining: Allowed = chosen & (gain > EXACT)
        return gaining

    def _answer(self, pairs: NDArray[np.int64], solution: Solution) -> _Answer:
        instance, fairness = self._instance, self._fairness
        values = solution.values[-len(pairs) :] if len(pairs) else solution.values[:0]
        if np.any((values > EXACT) & (values < 1 - EXACT)):
            columns = self._columns(pairs, shortage=True)
            branched = maximise(columns, self._rows(), whole=True)
            assert branched is not None  # some are missing, if need be
            values = branched.values[-len(pairs) :]
        taken = pairs[values > 0.5]  # noqa: PLR2004 - whole, but for rounding
        degrees = np.bincount(taken[:, 0], minlength=len(instance.seekers))
        floors = np.minimum(degrees, fairness.floors)
        lacking = degrees < fairness.floors
        least = least_of(instance, fairness, degrees)
        points = int(instance.points[taken[:, 0], taken[:, 1]].sum())
        choice = PairChoice(
            tuple((int(i), int(j)) for i, j in taken), points, least, tuple(map(int, floors))
        )
        reached = degrees + np.array(instance.turns, np.int64)
        return _Answer(choice, tuple(map(int, reached[lacking])))


def add_shortage(
    columns: Columns, floors: NDArray[np.int64], beyond: NDArray[np.int64], first: int, price: float
) -> None:
    """One column for each conversation that may be missing, dearer the fewer somebody has left.

    The price rises by one with each conversation below the level, from the level itself and not
    from somebody's own floor (``beyond`` is what lies between): being left with one is as bad for
    whoever could have two as for whoever could have eight. A rising price spreads what is missing
    as evenly as can be, so the least number is the best possible one.
    """
    rows = np.repeat(np.arange(len(floors)), floors)
    if not len(rows):
        return
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(floors) - floors, floors) + 1
    profit: Floats = -price * (nth + np.repeat(np.maximum(beyond, 0), floors))
    each: Ints = (first + rows).astype(np.int32)
    columns.add(profit, np.zeros(len(rows)), np.ones(len(rows)), [each])


def _memberships(instance: Instance) -> list[NDArray[np.bool_]]:
    found = []
    for helper in instance.helpers:
        of = np.zeros(len(instance.seekers), np.bool_)
        of[list(helper.seekers)] = True
        found.append(of)
    return found


def limits_with_musts(instance: Instance, fairness: Fairness) -> NDArray[np.int64]:
    """The most that each may have: more than the fair share only for the sake of musts."""
    musts = np.zeros(len(instance.seekers), np.int64)
    for i, _ in instance.musts:
        musts[i] += 1
    possible = np.minimum(musts, np.array(instance.free_rounds, np.int64))
    limits: NDArray[np.int64] = np.maximum(fairness.limits, possible)
    return limits


def least_of(instance: Instance, fairness: Fairness, given: NDArray[np.int64]) -> int:
    """The least number of conversations for anyone who could have more."""
    reached = given + np.array(instance.turns, np.int64)
    lacking = given < fairness.floors
    return int(reached[lacking].min()) if lacking.any() else fairness.level
