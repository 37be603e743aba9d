"""The best possible plan of a small day, by OR-Tools CP-SAT: slow, exact, and not ours.

It runs as a process of its own (``python -m tests.helpers.oracle``): OR-Tools can't be imported
beside highspy. A list of problems comes in as JSON, a list of answers goes out.

A problem knows people and tables by index and rounds by number::

    {"task": "plan" or "clash",
     "rounds": [1, 2], "seats": {"1": [2, 0], ...}      seats of each table in each round
     "people": [{"rounds": [1, 2], "points": {"0": 10}, "limit": 2, "cap": 8, "held": 0,
                 "musts": [0]}],                         points of each table they may meet
     "helpers": [{"people": [0, 1], "rounds": [1, 2], "capacity": 1}],
     "locks": [[person, table, round]],
     "level": 3, "floors": [2, 3]}    what everyone, and each table, would have if seats were all

A plan is the best in this order: the largest number F such that everyone has F conversations or
as many as their own limit allows; nobody further below the level than need be; musts met; the
same for tables; points. The answer is ``{"least", "musts", "points"}``, or ``{"feasible":
false}``. A clash is the smallest list of demands, ``["must", person, table]`` or ``["lock",
person, table, round]``, that can't all be met; null without one.
"""

import json
import sys
from collections import defaultdict
from itertools import combinations
from typing import Any, TypeAlias

from ortools.sat.python import cp_model

Problem: TypeAlias = dict[str, Any]
Demand: TypeAlias = list[Any]


class Room:
    """A model with every hard rule in it, and one truth for each possible conversation."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.sits = {
            (person, int(table), number): self.model.new_bool_var(f"{person} {table} {number}")
            for person, who in enumerate(problem["people"])
            for table in who["points"]
            for number in problem["rounds"]
            if number in who["rounds"] and problem["seats"][str(number)][int(table)]
        }
        self._one_place_at_a_time()
        self._no_employer_twice()
        self._seats()
        self._helpers()

    def all_of(self, *chosen: tuple[int, int, int]) -> cp_model.LinearExprT:
        return sum(self.sits[place] for place in chosen)

    def turns(self, person: int) -> cp_model.LinearExprT:
        """Conversations of one person, those that were held included."""
        planned = [place for place in self.sits if place[0] == person]
        return self.problem["people"][person]["held"] + self.all_of(*planned)

    def meet(self, person: int, table: int) -> cp_model.LinearExprT:
        """1 when these two meet, else 0."""
        return self.all_of(*(place for place in self.sits if place[:2] == (person, table)))

    def demand(self, kind: str, person: int, table: int, number: int = 0) -> None:
        """What somebody asked for has to happen."""
        if kind == "must":
            self.model.add(self.meet(person, table) == 1)
        elif (person, table, number) in self.sits:
            self.model.add(self.sits[person, table, number] == 1)
        else:
            self.model.add_bool_or([])

    def lacking(self, has: cp_model.LinearExprT, floor: int, level: int) -> cp_model.LinearExprT:
        """How far somebody stays below a floor: the lower a conversation that lacks, the worse."""
        lacks = [self.model.new_bool_var("lacks") for _ in range(floor)]
        self.model.add(has + sum(lacks) >= floor)
        return sum((level - turn) * lack for turn, lack in enumerate(lacks))

    def most(self, of: cp_model.LinearExprT) -> int | None:
        """The largest value of this, which is then kept; None when no plan is possible at all."""
        self.model.maximize(of)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.solve(self.model) != cp_model.OPTIMAL:
            return None
        best = round(solver.objective_value)
        self.model.add(of >= best)
        return best

    def feasible(self) -> bool:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        return solver.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)

    def _one_place_at_a_time(self) -> None:
        self._at_most(1, lambda person, _table, number: (person, number))

    def _no_employer_twice(self) -> None:
        self._at_most(1, lambda person, table, _number: (person, table))

    def _at_most(self, most: int, key: Any) -> None:
        groups = defaultdict(list)
        for place in self.sits:
            groups[key(*place)].append(place)
        for group in groups.values():
            self.model.add(self.all_of(*group) <= most)

    def _seats(self) -> None:
        for number in self.problem["rounds"]:
            for table, seats in enumerate(self.problem["seats"][str(number)]):
                guests = [place for place in self.sits if place[1:] == (table, number)]
                self.model.add(self.all_of(*guests) <= seats)

    def _helpers(self) -> None:
        for helper in self.problem["helpers"]:
            for number in self.problem["rounds"]:
                hands = helper["capacity"] if number in helper["rounds"] else 0
                helped = [p for p in self.sits if p[0] in helper["people"] and p[2] == number]
                self.model.add(self.all_of(*helped) <= hands)


def best_plan(problem: Problem) -> dict[str, Any]:
    """The three figures of the best plan, one after the other."""
    room = Room(problem)
    people = problem["people"]
    for lock in problem["locks"]:
        room.demand("lock", *lock)
    for person, who in enumerate(people):
        room.model.add(room.turns(person) <= who["cap"])
    top = max((who["limit"] for who in people), default=0)
    least = room.model.new_int_var(0, top, "least")
    for person, who in enumerate(people):
        floor = room.model.new_int_var(0, top, f"floor of {person}")
        room.model.add_min_equality(floor, [least, who["limit"]])
        room.model.add(room.turns(person) >= floor)
    fair = room.most(least + 0)
    if fair is None:
        return {"feasible": False}
    room.most(-_lacking_for_people(room))
    wanted = [(person, table) for person, who in enumerate(people) for table in who["musts"]]
    musts = room.most(sum((room.meet(*pair) for pair in wanted), 0 * least))
    room.most(-_lacking_at_tables(room))
    worth = [people[p]["points"][str(table)] * sits for (p, table, _), sits in room.sits.items()]
    return {"least": fair, "musts": musts, "points": room.most(sum(worth, 0 * least))}


def _lacking_for_people(room: Room) -> cp_model.LinearExprT:
    level = room.problem["level"]
    return sum(
        room.lacking(room.turns(person), min(level, who["limit"]), level)
        for person, who in enumerate(room.problem["people"])
    )


def _lacking_at_tables(room: Room) -> cp_model.LinearExprT:
    level = room.problem["level"]
    return sum(
        room.lacking(room.all_of(*(p for p in room.sits if p[1] == table)), floor, level)
        for table, floor in enumerate(room.problem["floors"])
    )


def smallest_clash(problem: Problem) -> list[Demand] | None:
    """The smallest set of musts and locks that can't all be met, the first of its size."""
    musts = [
        ["must", p, table] for p, who in enumerate(problem["people"]) for table in who["musts"]
    ]
    demands = musts + [["lock", *lock] for lock in problem["locks"]]
    if _together(problem, demands):
        return None
    return next(
        list(some)
        for size in range(1, len(demands) + 1)
        for some in combinations(demands, size)
        if not _together(problem, some)
    )


def _together(problem: Problem, demands: Any) -> bool:
    room = Room(problem)
    for demand in demands:
        room.demand(*demand)
    return room.feasible()


TASKS = {"plan": best_plan, "clash": smallest_clash}

if __name__ == "__main__":
    json.dump([TASKS[problem["task"]](problem) for problem in json.load(sys.stdin)], sys.stdout)
