"""Use cases: make a plan, keep it as a draft or publish it, and look at what it gives."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import (
    Clash,
    ClashReason,
    Conversation,
    Demand,
    DemandKind,
    PlanBound,
    PlanFigures,
    PlanMethod,
    PlanRequest,
    PlanState,
    SeatingBoard,
    SeatingPlan,
    SeatingPlanner,
    UnmetWish,
    figures_of,
    in_order,
    unmet_wishes,
    without,
)
from kiosk.services.ports import PlanEdit, PlanVersion, StoredPlan, UnitOfWork
from kiosk.services.seating.names import read_names
from kiosk.services.seating.request import plan_request, read_request, required_plan

PLAN_MADE = "plan-made"
PLAN_PUBLISHED = "plan-published"


def share_of(figures: PlanFigures, bound: PlanBound | None) -> float | None:
    """Points as a share of the bound; None without one, or when new wishes have outgrown it."""
    known = bound is not None and 0 < bound.points >= figures.points
    return figures.points / bound.points if bound and known else None


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """A saved plan and what it gives. ``set_aside`` are demands that it was made without."""

    plan: StoredPlan
    figures: PlanFigures
    unmet: tuple[UnmetWish, ...] = ()
    set_aside: tuple["NamedDemand", ...] = ()

    @property
    def share(self) -> float | None:
        """The points reached as a share of what no plan can beat; None when that is not known."""
        return share_of(self.figures, self.plan.bound)


@dataclass(frozen=True, slots=True)
class NamedDemand:
    """A demand as an organiser knows it: by badge number, public name and employer."""

    kind: DemandKind
    badge_number: int
    name: str
    employer: str
    round_number: int


class PlanClash(Refusal):
    """Demands that can't all be met, by name: the smallest set of them, and what stands between."""

    def __init__(self, demands: tuple[NamedDemand, ...], why: ClashReason) -> None:
        super().__init__(RefusalCode.PLAN_CLASH, count=len(demands))
        self.demands = demands
        self.why = why


def make_plan(
    unit: UnitOfWork,
    clock: Clock,
    planner: SeatingPlanner,
    method: PlanMethod,
    *,
    station: str,
    publish: bool = True,
    set_aside: bool = False,
    seed: int = 0,
) -> PlanOutcome:
    """Make a plan of the rounds that are still to come, and keep it as the next version.

    Nothing holds up the desks meanwhile: the file is read before, and written after. With
    ``set_aside`` the plan is made without the demands that can't be met.

    Raises:
        PlanClash: demands clash, and ``set_aside`` was not asked for.
        Refusal: ``NO_PEOPLE`` when there is nobody to plan for; ``PEOPLE_CHANGED`` when the event
            changed while the plan was being made.
    """
    request = replace(plan_request(unit), seed=seed)
    require_people(request)
    ready = settled(request, planner, set_aside=set_aside)
    if isinstance(ready, Clash):
        raise PlanClash(named(unit, ready.demands), ready.why)
    made = planner.plan(ready.request)
    return keep_plan(
        unit, clock, request, made, method, station=station, publish=publish, dropped=ready.dropped
    )


def require_people(request: PlanRequest) -> None:
    """There must be somebody to plan for.

    Raises:
        Refusal: ``NO_PEOPLE``; ``NO_ROUND_LEFT`` when every round has begun.
    """
    if not (request.seekers and request.tables and request.rounds):
        raise Refusal(RefusalCode.NO_PEOPLE)
    if not request.open_rounds:
        raise Refusal(RefusalCode.NO_ROUND_LEFT)


@dataclass(frozen=True, slots=True)
class Settled:
    """A request whose demands can all be met, and those that were set aside for it."""

    request: PlanRequest
    dropped: tuple[Demand, ...]


def settled(request: PlanRequest, planner: SeatingPlanner, *, set_aside: bool) -> Settled | Clash:
    """The request without what can't be met, or the first clash when nothing may be set aside.

    It reads no file, so that another process can do it.
    """
    dropped: list[Demand] = []
    while clash := planner.clash(without(request, dropped)):
        if not set_aside:
            return clash
        dropped.append(_yielding(clash))
    return Settled(without(request, dropped), tuple(dropped))


def _yielding(clash: Clash) -> Demand:
    """The one of clashing demands that goes: the last that may."""
    return [demand for demand in clash.demands if demand.can_be_set_aside][-1]


def keep_plan(
    unit: UnitOfWork,
    clock: Clock,
    request: PlanRequest,
    made: SeatingPlan,
    method: PlanMethod,
    *,
    station: str,
    publish: bool,
    dropped: Iterable[Demand] = (),
) -> PlanOutcome:
    """Write a plan down, unless the event is no longer as it was when the plan was made."""
    with unit:
        if replace(read_request(unit), seed=request.seed) != request:
            raise Refusal(RefusalCode.PEOPLE_CHANGED)
        conversations = (*past_of(unit, request), *made.conversations)
        kept = without(request, tuple(dropped)).locked
        now = clock.now()
        plan = unit.plans.add(
            method,
            conversations,
            now,
            state=PlanState.PUBLISHED if publish else PlanState.DRAFT,
            locked={(lock.candidate_id, lock.round_number) for lock in kept},
            seed=request.seed,
            bound=made.bound,
        )
        outcome = PlanOutcome(
            plan,
            figures_of(request, conversations),
            unmet_wishes(request, conversations),
            named_in(unit, dropped),
        )
        note_plan(unit, clock, outcome.plan, outcome.figures, PLAN_MADE, station)
        unit.commit()
        return outcome


def publish_plan(unit: UnitOfWork, clock: Clock, version: int, *, station: str) -> StoredPlan:
    """Put a draft in force: from now on it is what everybody follows.

    Rounds that have begun since it was made stay as they were in the plan in force until now, and
    what has become impossible since is left out: a never, somebody who is gone, two who have met.

    Raises:
        Refusal: ``NO_PLAN`` when there is no such version; ``PLAN_OVERTAKEN`` when a newer one is
            in force already.
    """
    with unit:
        plan, current = unit.plans.get(version), unit.plans.current()
        if plan is None:
            raise Refusal(RefusalCode.NO_PLAN)
        if current and current.version > version:
            raise Refusal(RefusalCode.PLAN_OVERTAKEN, version=current.version)
        if plan.state is PlanState.PUBLISHED:
            return plan
        now = clock.now()
        _fit_to_the_day(unit, plan, now)
        unit.plans.publish(version, now)
        unit.journal.append(now, station, PLAN_PUBLISHED, facts={"version": version})
        published = unit.plans.get(version)
        assert published is not None
        unit.commit()
        return published


def _fit_to_the_day(unit: UnitOfWork, draft: StoredPlan, now: datetime) -> None:
    request = replace(read_request(unit), locked=draft.locks)
    board = SeatingBoard(request)
    board.fill(draft.conversations)
    drawn = set(draft.conversations)
    fitting = {*past_of(unit, request), *board.conversations()}
    if drawn != fitting:
        edit = PlanEdit(in_order(drawn - fitting), in_order(fitting - drawn))
        unit.plans.edit(draft.version, edit, now)


def current_plan(unit: UnitOfWork) -> PlanOutcome:
    """The plan in force, with its figures.

    Raises:
        Refusal: ``NO_PLAN`` when none has been made.
    """
    with unit:
        plan = required_plan(unit)
        request = read_request(unit)
        return PlanOutcome(
            plan,
            figures_of(request, plan.conversations),
            unmet_wishes(request, plan.conversations),
        )


def plan_versions(unit: UnitOfWork) -> list[PlanVersion]:
    """Every version, newest first."""
    with unit.reading():
        return unit.plans.versions()


def past_of(unit: UnitOfWork, request: PlanRequest) -> tuple[Conversation, ...]:
    """What the plan in force had for rounds that have begun: another plan does not rewrite it."""
    plan = unit.plans.current()
    found = plan.conversations if plan else ()
    return tuple(c for c in found if c.round_number < request.first_round)


def note_plan(
    unit: UnitOfWork,
    clock: Clock,
    plan: StoredPlan,
    figures: PlanFigures,
    what: str,
    station: str,
) -> None:
    """What the journal says of a new version."""
    facts = {
        "version": plan.version,
        "method": plan.method.value,
        "state": plan.state.value,
        "conversations": figures.conversations,
        "least": figures.least,
        "most": figures.most,
    }
    unit.journal.append(clock.now(), station, what, facts=facts)


def named(unit: UnitOfWork, demands: Iterable[Demand]) -> tuple[NamedDemand, ...]:
    """Demands as an organiser knows them."""
    with unit.reading():
        return named_in(unit, demands)


def named_in(unit: UnitOfWork, demands: Iterable[Demand]) -> tuple[NamedDemand, ...]:
    """The same, inside an open unit of work."""
    names = read_names(unit)
    return tuple(
        NamedDemand(
            demand.kind,
            *names.people[demand.candidate_id],
            names.employers[demand.employer_id],
            demand.round_number,
        )
        for demand in demands
    )
