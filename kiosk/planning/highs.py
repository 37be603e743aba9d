"""A linear or integer program for HiGHS, given as columns, and what HiGHS says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
INFINITE = highspy.kHighsInf
PRIMAL = 4
FEW = 1_000


class SolverError(RuntimeError):
    """HiGHS gave no answer where there must be one: a fault of ours, not of the request."""


@dataclass(frozen=True)
class Rows:
    """Limits on sums of columns: ``lower <= sum <= upper``."""

    lower: Floats
    upper: Floats


@dataclass
class Columns:
    """Columns that are added block by block; every coefficient is 1.

    ``entries`` holds, for each block, one row index a column for each row that the column is in.
    """

    profit: list[Floats] = field(default_factory=list)
    lower: list[Floats] = field(default_factory=list)
    upper: list[Floats] = field(default_factory=list)
    counts: list[Ints] = field(default_factory=list)
    rows: list[Ints] = field(default_factory=list)

    def add(self, profit: Floats, lower: Floats, upper: Floats, rows: Sequence[Ints]) -> None:
        """A block of columns, each in one row of every array in ``rows``; -1 is no row."""
        entries = np.stack(rows, axis=1).astype(np.int32)
        inside = entries >= 0
        self.profit.append(profit)
        self.lower.append(lower)
        self.upper.append(upper)
        self.counts.append(inside.sum(axis=1).astype(np.int32))
        self.rows.append(entries[inside])


@dataclass(frozen=True)
class Solution:
    """Values of the columns, prices (duals) of the rows, and the total profit."""

    values: Floats
    prices: Floats
    profit: float


class Program:
    """A program that may grow: further columns go on from the optimum of those before."""

    def __init__(self, columns: Columns, rows: Rows, *, whole: bool = False) -> None:
        self._rows = len(rows.lower)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]  # it tells no types
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("presolve", "on" if whole else "off")
        self._solver.setOptionValue("mip_rel_gap", 0.0)
        self._solver.setOptionValue("threads", 1)
        self._solver.passModel(_model(columns, rows, whole=whole))

    def add(self, columns: Columns) -> None:
        """More columns. A few are priced into the optimum so far; for many it is sought anew."""
        counts, index = np.concatenate(columns.counts), np.concatenate(columns.rows)
        if len(counts) <= FEW:
            # the optimum so far stays possible, which the primal simplex goes on from
            self._solver.setOptionValue("simplex_strategy", PRIMAL)
            self._solver.setOptionValue("primal_simplex_bound_perturbation_multiplier", 0.0)
        self._solver.addCols(
            len(counts),
            np.concatenate(columns.profit),
            np.concatenate(columns.lower),
            np.concatenate(columns.upper),
            len(index),
            (np.cumsum(counts) - counts).astype(np.int32),
            index,
            np.ones(len(index)),
        )

    def solve(self) -> Solution | None:
        """The most profit, or None when the limits leave no solution."""
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty):
            raise SolverError(str(status))
        found = self._solver.getSolution()
        return Solution(
            np.array(found.col_value),
            np.array(found.row_dual) if found.row_dual else np.zeros(self._rows),
            self._solver.getInfo().objective_function_value,
        )


def maximise(columns: Columns, rows: Rows, *, whole: bool = False) -> Solution | None:
    """The most profit, or None when the limits leave no solution; ``whole`` numbers if asked."""
    return Program(columns, rows, whole=whole).solve()


def _model(columns: Columns, rows: Rows, *, whole: bool) -> highspy.HighsLp:
    counts, index = np.concatenate(columns.counts), np.concatenate(columns.rows)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(counts), len(rows.lower)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.concatenate(columns.profit)
    model.col_lower_ = np.concatenate(columns.lower)
    model.col_upper_ = np.concatenate(columns.upper)
    model.row_lower_, model.row_upper_ = rows.lower, rows.upper
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
    model.a_matrix_.index_ = index
    model.a_matrix_.value_ = np.ones(len(index))
    if whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(counts)
    return model
