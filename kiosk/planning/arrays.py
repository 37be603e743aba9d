"""What the making of a plan computes with: a row for each person, a column for each table."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.plan import Seeker, TableOffer, points_of
from kiosk.domain.plan.points import affinity
from kiosk.planning.instance import Instance

Points: TypeAlias = NDArray[np.int64]
Allowed: TypeAlias = NDArray[np.bool_]


def points_of_pairs(seekers: Sequence[Seeker], tables: Sequence[TableOffer]) -> Points:
    """What each pair is worth. People who told the same of themselves share a row to begin with."""
    table_at = {table.employer_id: j for j, table in enumerate(tables)}
    rows: dict[tuple[frozenset[str], frozenset[str], bool], Points] = {}
    points = np.zeros((len(seekers), len(tables)), np.int64)
    for i, seeker in enumerate(seekers):
        told = (seeker.sectors, seeker.languages, seeker.quiet)
        if told not in rows:
            rows[told] = np.array([affinity(seeker, table) for table in tables], np.int64)
        points[i] = rows[told]
        for employer_id in seeker.wanted | seeker.rather_not:
            j = table_at.get(employer_id)
            if j is not None:
                points[i, j] = points_of(seeker, tables[j])
    return points


def allowed_pairs(instance: Instance) -> Allowed:
    """The pairs that no rule keeps apart, and that have a round in common."""
    rounds = len(instance.rounds)
    here = np.array(instance.present, np.int64).reshape(len(instance.seekers), rounds)
    seats = np.array(instance.seats, np.int64).reshape(len(instance.tables), rounds)
    allowed: Allowed = here @ (seats > 0).astype(np.int64).T > 0
    for i, tables in enumerate(instance.apart):
        allowed[i, [j for j in tables if j >= 0]] = False
    return allowed
