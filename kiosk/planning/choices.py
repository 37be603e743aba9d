"""From a choice of pairs to seats: placed, what is left over mended, the best of some kept."""

from dataclasses import dataclass, replace
from random import Random

from kiosk.domain.plan import PlanStep, Progress
from kiosk.planning.chance import chance_of
from kiosk.planning.exact import solved_whole
from kiosk.planning.gaps import fill_gaps
from kiosk.planning.instance import Instance
from kiosk.planning.pairs import PairChoice, choose_pairs, most_points
from kiosk.planning.placement import Placement
from kiosk.planning.rounds import in_rounds

TRIES = 6
"""How many of the best choices of pairs are tried when one can't be placed whole."""
TRIES_IF_MANY = 1
MANY_PAIRS = 50_000


@dataclass(frozen=True)
class Placed:
    """A placement, and the choice of pairs that proves how good it could be."""

    placement: Placement
    choice: PairChoice
    rank: tuple[int, int, int]
    """Conversations short of the floors, musts that are missing, and points (negative)."""


def best_placed(instance: Instance, seed: int, progress: Progress) -> Placed:
    """The first choice of pairs that is placed whole; else the best of some."""
    best: Placed | None = None
    tries = TRIES if instance.points.size <= MANY_PAIRS else TRIES_IF_MANY
    for attempt in range(tries):
        progress(PlanStep.PAIRS)
        choice = choose_pairs(instance, seed=seed + attempt)
        progress(PlanStep.ROUNDS)
        placed, whole = _place(instance, choice, chance_of(seed + attempt), progress)
        if whole and choice.proven:
            return placed
        best = placed if best is None or placed.rank < best.rank else best
        if whole:
            break
    assert best is not None
    progress(PlanStep.GAPS)
    exact = solved_whole(instance)
    if exact is None:
        return best if whole else _with_sound_bound(best)
    placement, choice = exact
    return Placed(placement, choice, _rank(placement, choice))


def _with_sound_bound(placed: Placed) -> Placed:
    """What no plan can beat that gives everyone, person by person, at least what this one does.

    Where windows cost fairness that a choice of pairs could have had, what is given up may become
    points; the choice's own bound would then be none.
    """
    points = most_points(placed.placement.instance, placed.placement.seats())
    return replace(placed, choice=replace(placed.choice, points=points))


def _place(
    instance: Instance, choice: PairChoice, chance: Random, progress: Progress
) -> tuple[Placed, bool]:
    placement, left = in_rounds(instance, choice.pairs, chance)
    if left:
        progress(PlanStep.GAPS)
        fill_gaps(placement, left)
    return Placed(placement, choice, _rank(placement, choice)), not left


def _rank(placement: Placement, choice: PairChoice) -> tuple[int, int, int]:
    instance = placement.instance
    seats = {(i, j) for i, j, _ in placement.seats()}
    given = [sum(j >= 0 for j in row) for row in placement.table_at]
    short = sum(max(0, floor - count) for floor, count in zip(choice.floors, given, strict=True))
    musts = sum(must not in seats for must in instance.musts)
    return short, musts, -sum(int(instance.points[pair]) for pair in seats)
