"""Puts requests to the oracle, which answers from a process of its own."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from kiosk.domain.plan import PlanRequest, points_of
from tests.helpers.fairness import own_limits, table_floors, water_level
from tests.helpers.hard_rules import may_meet

ROOT = Path(__file__).parents[2]


def ask_oracle(problems: Sequence[Mapping[str, Any]]) -> list[Any]:
    """What the oracle says to each of these problems."""
    asked = subprocess.run(
        [sys.executable, "-m", "tests.helpers.oracle"],
        input=json.dumps(problems),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    answers: list[Any] = json.loads(asked.stdout)
    return answers


def problem_of(request: PlanRequest, task: str) -> dict[str, Any]:
    """A request as the oracle reads it: people and tables by index."""
    people = {seeker.candidate_id: index for index, seeker in enumerate(request.seekers)}
    tables = {table.employer_id: index for index, table in enumerate(request.tables)}
    rounds = list(request.open_rounds)
    return {
        "task": task,
        "rounds": rounds,
        "seats": {str(n): [table.seats_in(n) for table in request.tables] for n in rounds},
        "people": _people(request, tables),
        "helpers": [
            {
                "people": sorted(people[person] for person in helper.candidates),
                "rounds": sorted(helper.rounds),
                "capacity": helper.capacity,
            }
            for helper in request.helpers
        ],
        "locks": [
            [people[lock.candidate_id], tables[lock.employer_id], lock.round_number]
            for lock in request.locked
            if lock.round_number in rounds
        ],
        "level": water_level(request),
        "floors": table_floors(request),
    }


def _people(request: PlanRequest, tables: Mapping[UUID, int]) -> list[dict[str, Any]]:
    limits, level = own_limits(request), water_level(request)
    turns = Counter(c.candidate_id for c in request.held)
    done = {(c.candidate_id, c.employer_id) for c in request.held}
    locked = {(c.candidate_id, c.employer_id) for c in request.locked}
    people = []
    for seeker in request.seekers:
        person = seeker.candidate_id
        points = {
            tables[table.employer_id]: points_of(seeker, table)
            for table in request.tables
            if may_meet(seeker, table) and (person, table.employer_id) not in done
        }
        musts = {tables[must] for must in seeker.musts if must in tables} - {
            tables[met] for who, met in done if who == person
        }
        asked = musts | {tables[employer] for who, employer in locked if who == person}
        people.append(
            {
                "rounds": sorted(seeker.rounds),
                "points": points,
                "limit": limits[person],
                "cap": max(level + 1, turns[person] + len(asked & points.keys())),
                "held": turns[person],
                "musts": sorted(musts),
            }
        )
    return people
