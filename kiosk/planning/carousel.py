"""The simple seating plan: a carousel. In every round everyone moves on one place.

People can follow it without a list, and it can be run by hand when a laptop fails. What it can't
do is seat somebody anew: where presence or an avoided employer takes a conversation away, that
round becomes rest.
"""

from collections.abc import Iterator, Sequence

from kiosk.domain.plan import (
    Clash,
    PlanBound,
    PlanRequest,
    PlanStep,
    Progress,
    SeatingBoard,
    SeatingPlan,
    Seeker,
    TableOffer,
    no_progress,
    pair_rule,
)
from kiosk.planning.ring import lay_ring

SHORTFALL = 100
"""One wish less is worth a conversation for whoever has fewest, so shortfall weighs more."""

SWEEPS = 12
"""Improvement stops by itself after three or four sweeps; this only bounds the time."""


class Carousel:
    """Fills :class:`kiosk.domain.plan.SeatingPlanner`. Same request, same plan."""

    def plan(self, request: PlanRequest, progress: Progress = no_progress) -> SeatingPlan:
        """The conversations, sorted by round and table; locks and shared helpers come first."""
        progress(PlanStep.ROUNDS)
        seekers, length = request.seekers, max(len(request.seekers), 1)
        ring = lay_ring(request.tables, length, request.rounds)
        routes = [_route(ring, start, request) for start in range(len(ring))]
        starts = _starts(seekers, routes, len(request.open_rounds))
        board = SeatingBoard(request)
        board.fill(request.locked)
        for seeker, start in zip(seekers, starts, strict=True):
            for number, table in _kept(seeker, routes[start]):
                if board.why_not(seeker.candidate_id, table.employer_id, number) is None:
                    board.put(seeker.candidate_id, table.employer_id, number)
        return SeatingPlan(board.conversations())

    def clash(self, request: PlanRequest) -> Clash | None:  # noqa: ARG002 - it promises no must
        """Nothing is promised but locks, and those that can't be kept are left out."""
        return None

    def bound(self, request: PlanRequest) -> PlanBound | None:  # noqa: ARG002
        """A carousel proves nothing."""
        return None


Route = Sequence[tuple[int, TableOffer]]


def _route(ring: Sequence[TableOffer | None], start: int, request: PlanRequest) -> Route:
    """The open tables passed from ``start`` on, with the round in which they are passed."""
    turns = ((number, ring[(start + number - 1) % len(ring)]) for number in request.open_rounds)
    return [(number, table) for number, table in turns if table and table.seats_in(number)]


def _kept(seeker: Seeker, route: Route) -> Iterator[tuple[int, TableOffer]]:
    """What is left of a route for somebody: there, not unwanted, and each employer once."""
    met = set(seeker.rather_not)
    for number, table in route:
        allowed = table.employer_id not in met and pair_rule(seeker, table) is None
        if number in seeker.rounds and allowed:
            met.add(table.employer_id)
            yield number, table


def _starts(seekers: Sequence[Seeker], routes: Sequence[Route], rounds: int) -> list[int]:
    """A start place for each seeker: evenly spread, then swapped while a swap is worth it.

    What somebody gets depends on nothing but their own start, so a plan's worth is a plain sum
    and any swap that adds to it is sound. Free places take part in the swaps as well.
    """
    length = len(routes)
    worth = [[_worth(seeker, route, rounds) for route in routes] for seeker in seekers]
    starts = [index * length // len(seekers) for index in range(len(seekers))]
    holder: list[int | None] = [None] * length
    for index, start in enumerate(starts):
        holder[start] = index
    for _ in range(SWEEPS):
        improved = [_improve(index, starts, holder, worth) for index in range(len(seekers))]
        if not any(improved):
            break
    return starts


def _improve(
    index: int, starts: list[int], holder: list[int | None], worth: Sequence[Sequence[int]]
) -> bool:
    """Swap one seeker to the start place that adds most for both; False when none adds."""
    here, own = starts[index], worth[index]
    best, gain = here, 0
    for there, other in enumerate(holder):
        added = own[there] - own[here]
        if other is not None:
            added += worth[other][here] - worth[other][there]
        if added > gain:
            best, gain = there, added
    other = holder[best]
    holder[here], holder[best], starts[index] = other, index, best
    if other is not None:
        starts[other] = here
    return gain > 0


def _worth(seeker: Seeker, route: Route, rounds: int) -> int:
    """Few conversations weigh by their square, so that the swaps help whoever has least."""
    kept = list(_kept(seeker, route))
    wishes = sum(table.employer_id in seeker.wanted for _, table in kept)
    return wishes - SHORTFALL * (rounds - len(kept)) ** 2
