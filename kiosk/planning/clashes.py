"""The smallest set of demands that can't all be met.

Demands are musts and locks; a never is one too where it stands against a must. Most requests are
cleared by placing the demands alone. Where that fails, a small integer program per set of demands
says whether they can be met together, and *implicit hitting sets* find the smallest set that can't
(Ignatiev et al. 2015): a candidate set hits every known way out; when it can be met, the way out
that it leaves open joins the list.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from uuid import UUID

import numpy as np

from kiosk.domain.plan import (
    Clash,
    ClashReason,
    Demand,
    DemandKind,
    PlanRequest,
    RuleCode,
    SeatingBoard,
    demands_of,
    pair_rule,
)
from kiosk.planning.chance import chance_of
from kiosk.planning.highs import Columns, Rows, maximise
from kiosk.planning.instance import instance_of
from kiosk.planning.rounds import in_rounds

_REASONS = {
    RuleCode.NEVER: ClashReason.NEVER,
    RuleCode.MET: ClashReason.MET_BEFORE,
    RuleCode.NOT_STEP_FREE: ClashReason.NOT_STEP_FREE,
}


def smallest_clash(request: PlanRequest) -> Clash | None:
    """The smallest set of demands that can't all be met; None when all can."""
    rules = SeatingBoard(request)
    demands = [demand for demand in demands_of(request) if _is_about_somebody(rules, demand)]
    alone = [clash for demand in demands if (clash := _clash_alone(rules, demand))]
    if not alone and _placed_at_once(rules, demands):
        return None
    hopeless = {clash.demands[0] for clash in alone}
    hopeful = [demand for demand in demands if demand not in hopeless]
    together = [
        _explained(request, _smallest(part, partial(_can_be_met, rules)))
        for part in _parts(request, hopeful)
        if not _can_be_met(rules, part)
    ]
    return min((*alone, *together), key=lambda clash: len(clash.demands), default=None)


def _is_about_somebody(board: SeatingBoard, demand: Demand) -> bool:
    """Whether both are still in the event."""
    return demand.candidate_id in board.seekers and demand.employer_id in board.tables


def _clash_alone(board: SeatingBoard, demand: Demand) -> Clash | None:
    """What stands against one demand, whatever else was asked for."""
    seeker, table = board.seekers[demand.candidate_id], board.tables[demand.employer_id]
    rule = pair_rule(seeker, table)
    if rule is RuleCode.NEVER:
        never = Demand(DemandKind.NEVER, demand.candidate_id, demand.employer_id)
        return Clash((demand, never), ClashReason.NEVER)
    if rule:
        return Clash((demand,), _REASONS[rule])
    return None if _rounds_for(board, demand) else Clash((demand,), ClashReason.NO_COMMON_ROUND)


def _rounds_for(board: SeatingBoard, demand: Demand) -> list[int]:
    """The open rounds in which a demand can be met as far as these two go."""
    seeker, table = board.seekers[demand.candidate_id], board.tables[demand.employer_id]
    wanted = [demand.round_number] if demand.kind is DemandKind.LOCK else board.request.open_rounds
    return [number for number in wanted if number in seeker.rounds and table.seats_in(number)]


def _placed_at_once(board: SeatingBoard, demands: Sequence[Demand]) -> bool:
    """Whether simply placing the demands meets all of them: then nothing clashes."""
    instance = instance_of(board.request)
    placement, left = in_rounds(instance, instance.musts, chance_of(0))
    kept = all(placement.table_at[i][r] == j for i, j, r in instance.locks)
    return not left and kept and len(instance.musts) == len({d.pair for d in demands})


def _parts(request: PlanRequest, demands: Iterable[Demand]) -> list[list[Demand]]:
    """Demands that share nobody and no table can't clash: they are looked at apart."""
    helpers: dict[UUID, list[UUID]] = defaultdict(list)
    for helper in request.helpers:
        for candidate_id in helper.candidates:
            helpers[candidate_id].append(helper.helper_id)
    parts: list[tuple[set[UUID], list[Demand]]] = []
    for demand in demands:
        touched = {demand.candidate_id, demand.employer_id, *helpers[demand.candidate_id]}
        same = [part for part in parts if part[0] & touched]
        merged = [each for part in same for each in part[1]]
        parts = [part for part in parts if part not in same]
        parts.append((touched.union(*(part[0] for part in same)), [*merged, demand]))
    return sorted((part[1] for part in parts), key=len)


def _can_be_met(board: SeatingBoard, demands: Collection[Demand]) -> bool:
    """Whether there is a seat for each demand: one column for each round it could be met in."""
    choices = [
        (d, number) for d, demand in enumerate(demands) for number in _rounds_for(board, demand)
    ]
    limits = _Limits(board, list(demands))
    rows = [limits.of(d, number) for d, number in choices]
    if len({d for d, _ in choices}) < len(demands):
        return False
    widest = max(map(len, rows), default=0)
    padded = np.array([row + [-1] * (widest - len(row)) for row in rows], np.int32)
    columns, size = Columns(), len(choices)
    if not size:
        return True
    columns.add(np.zeros(size), np.zeros(size), np.ones(size), list(padded.T))
    return maximise(columns, limits.rows(), whole=True) is not None


class _Limits:
    """Rows of the little program: each demand once; a person, a table, a helper in each round."""

    def __init__(self, board: SeatingBoard, demands: list[Demand]) -> None:
        self._board, self._demands = board, demands
        self._row: dict[tuple[UUID | int, int], int] = {}
        self._lower: list[float] = []
        self._upper: list[float] = []

    def of(self, d: int, number: int) -> list[int]:
        """The rows in which a demand in a round counts."""
        demand, board = self._demands[d], self._board
        seats = board.tables[demand.employer_id].seats_in(number)
        found = [
            self._at((d, 0), 1, 1),
            self._at((demand.candidate_id, number), 0, 1),
            self._at((demand.employer_id, number), 0, seats),
        ]
        for helper in board.request.helpers:
            if demand.candidate_id in helper.candidates:
                capacity = helper.capacity if number in helper.rounds else 0
                found.append(self._at((helper.helper_id, number), 0, capacity))
        return found

    def rows(self) -> Rows:
        """Their limits."""
        return Rows(np.array(self._lower, np.float64), np.array(self._upper, np.float64))

    def _at(self, what: tuple[UUID | int, int], lower: float, upper: float) -> int:
        if what not in self._row:
            self._row[what] = len(self._row)
            self._lower.append(lower)
            self._upper.append(upper)
        return self._row[what]


def _smallest(
    demands: Sequence[Demand], can_be_met: Callable[[Collection[Demand]], bool]
) -> tuple[Demand, ...]:
    """The smallest subset that can't be met."""
    ways_out: list[set[int]] = []
    while True:
        hitting = _smallest_hitting(len(demands), ways_out)
        some = [demands[d] for d in hitting]
        if not can_be_met(some):
            return tuple(some)
        for d, demand in enumerate(demands):
            if d not in hitting and can_be_met([*some, demand]):
                hitting.append(d)
                some.append(demand)
        ways_out.append(set(range(len(demands))) - set(hitting))


def _smallest_hitting(size: int, sets: Sequence[set[int]]) -> list[int]:
    """The fewest of ``size`` things of which each set holds one."""
    if not sets:
        return []
    columns = Columns()
    member = [
        np.array([k if d in each else -1 for d in range(size)], np.int32)
        for k, each in enumerate(sets)
    ]
    columns.add(np.full(size, -1.0), np.zeros(size), np.ones(size), member)
    rows = Rows(np.ones(len(sets)), np.full(len(sets), float(size)))
    found = maximise(columns, rows, whole=True)
    assert found is not None  # all of them hit every set
    return [d for d in range(size) if found.values[d] > 0.5]  # noqa: PLR2004 - whole, rounded


def _explained(request: PlanRequest, demands: tuple[Demand, ...]) -> Clash:
    people = {demand.candidate_id for demand in demands}
    if len(people) == 1:
        return Clash(demands, ClashReason.TOO_MANY_FOR_PERSON)
    if len({demand.employer_id for demand in demands}) == 1:
        return Clash(demands, ClashReason.TOO_MANY_FOR_TABLE)
    if any(people <= helper.candidates for helper in request.helpers):
        return Clash(demands, ClashReason.TOO_MANY_FOR_HELPER)
    return Clash(demands, ClashReason.TOGETHER)
