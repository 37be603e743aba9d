"""Use cases of the day: something happens, the plan is mended, and it can be undone.

One call for one event. The answer says who changes; :func:`preview_changes` says it beforehand, so
that a host can look before anything is done.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import (
    ChangeKind,
    Conversation,
    DayChange,
    PlanDiff,
    PlanFigures,
    PlanOrigin,
    PlanRequest,
    PlanState,
    Repair,
    RoundStanding,
    SeatingBoard,
    SeatingPlan,
    figures_of,
    plan_diff,
)
from kiosk.domain.programme import restored, rounds_of, with_round_added, without_last_round
from kiosk.services.day_position import (
    first_open_round,
    is_finished,
    last_begun,
    round_standings,
    running_round,
)
from kiosk.services.joining import JoinedUnit
from kiosk.services.ports import Fact, RecordedChange, StoredPlan, UnitOfWork
from kiosk.services.seating.making import past_of
from kiosk.services.seating.request import read_request, required_plan

PLAN_REPAIRED = "plan-repaired"
PLAN_RESTORED = "plan-restored"
ROUND_KINDS = (ChangeKind.ROUND_ADDED, ChangeKind.ROUND_DROPPED)


@dataclass(frozen=True, slots=True)
class PlanRepair:
    """What a change did, or would do, to the plan in force.

    ``version`` is the one that holds now; in a preview, the one that would hold.
    """

    version: int
    conversations: tuple[Conversation, ...]
    diff: PlanDiff
    before: PlanFigures
    after: PlanFigures


def preview_changes(
    unit: UnitOfWork, clock: Clock, repair: Repair, changes: Sequence[DayChange]
) -> PlanRepair:
    """What these changes would do, with nothing done.

    Raises:
        Refusal: as :func:`apply_changes`.
    """
    with unit:  # never committed
        return apply_changes(JoinedUnit(unit), clock, repair, changes, station="")


def apply_changes(
    unit: UnitOfWork,
    clock: Clock,
    repair: Repair,
    changes: Sequence[DayChange],
    *,
    station: str,
) -> PlanRepair:
    """Write down what happened and mend the plan: all of it, or nothing.

    Raises:
        Refusal: ``NO_PLAN``; ``ROUND_OVER`` for a change to rounds that have all begun;
            ``NO_ROUND_LEFT`` when the round to drop has begun or is the only one, when the last one
            has passed, or when there is none; ``PROGRAMME_CHANGED`` when it is not the last one any
            more.
    """
    with unit:
        _require_open(unit, changes)

        def reshape() -> None:
            for change in changes:
                _change_programme(unit, change.kind)

        phases, begun = unit.programme.phases(), last_begun(unit)
        mended = _applied(unit, clock, repair, changes, reshape, station)
        if any(change.kind in ROUND_KINDS for change in changes):
            unit.programme.keep_former(
                phases, clock.now(), station, begun=begun, plan_version=mended.version
            )
        unit.commit()
        return mended


def reshape_rounds(
    unit: UnitOfWork,
    clock: Clock,
    repair: Repair,
    changes: Sequence[DayChange],
    reshape: Callable[[], None],
    *,
    station: str,
) -> PlanRepair:
    """The organisers edit the programme, and with it how many rounds there are.

    ``reshape`` does the edit; ``changes`` say what it does to the rounds. Raises as
    :func:`apply_changes`.
    """
    with unit:
        mended = _applied(unit, clock, repair, changes, reshape, station)
        unit.commit()
        return mended


def _applied(
    unit: UnitOfWork,
    clock: Clock,
    repair: Repair,
    changes: Sequence[DayChange],
    reshape: Callable[[], None],
    station: str,
) -> PlanRepair:
    former = required_plan(unit)
    before = figures_of(read_request(unit), former.conversations)
    reshape()
    now = clock.now()
    recorded = [
        unit.day_changes.add(change, now, station, plan_version=None, former_version=former.version)
        for change in changes
    ]
    request = _mendable(unit, former)
    mended = repair(request, former.conversations)
    step = _Step(now, station, PlanOrigin.REPAIRED, before, recorded)
    return _in_force(unit, step, former, request, mended)


def polish_request(unit: UnitOfWork) -> PlanRequest:
    """What the rest of the day may be arranged anew from: drafts only, as little changed as can be.

    What is announced counts as if it were held, so that it stays.
    """
    with unit.reading():
        return _polish_request(unit, required_plan(unit))


def preview_polish(unit: UnitOfWork, request: PlanRequest, polished: SeatingPlan) -> PlanRepair:
    """What the polished rest of the day would change.

    Raises:
        Refusal: ``PEOPLE_CHANGED`` when something happened since the request was read.
    """
    with unit.reading():
        former = required_plan(unit)
        _require_same(_polish_request(unit, former), request)
        whole, after = _polished(request, former, polished), read_request(unit)
        return PlanRepair(
            former.version,
            whole,
            plan_diff(former.conversations, whole),
            figures_of(after, former.conversations),
            figures_of(after, whole),
        )


def accept_polish(
    unit: UnitOfWork, clock: Clock, request: PlanRequest, polished: SeatingPlan, *, station: str
) -> PlanRepair:
    """Put the polished rest of the day in force.

    Raises:
        Refusal: ``PEOPLE_CHANGED`` when something happened since the request was read.
    """
    with unit:
        former = required_plan(unit)
        _require_same(_polish_request(unit, former), request)
        now, live = clock.now(), _mendable(unit, former)
        change = DayChange(ChangeKind.POLISH, None, request.first_round)
        recorded = unit.day_changes.add(
            change, now, station, plan_version=None, former_version=former.version
        )
        before = figures_of(live, former.conversations)
        coming = [
            c for c in _polished(request, former, polished) if c.round_number >= live.first_round
        ]
        step = _Step(now, station, PlanOrigin.POLISHED, before, [recorded])
        polished_day = _in_force(unit, step, former, live, coming)
        unit.commit()
        return polished_day


def undo_change(unit: UnitOfWork, clock: Clock, repair: Repair, *, station: str) -> PlanRepair:
    """Take back what happened last, and give the former plan back for the rounds still to come.

    A plan that organisers published since is not lost with it: that one is mended.

    Raises:
        Refusal: ``NOTHING_TO_UNDO`` when nothing was changed today; ``ROUND_OVER`` and
            ``NO_ROUND_LEFT`` when the rounds that it was about have begun.
    """
    with unit:
        standing, current = unit.day_changes.standing(), required_plan(unit)
        if not standing:
            raise Refusal(RefusalCode.NOTHING_TO_UNDO)
        last = [each for each in standing if each.plan_version == standing[-1].plan_version]
        before = figures_of(read_request(unit), current.conversations)
        now = clock.now()
        _require_open(unit, [_opposite(each.change) for each in reversed(last)])
        for each in last:
            unit.day_changes.take_back(each.number, now)
        _give_rounds_back(unit, last)
        former = _former(unit, standing[-1], current)
        request = _mendable(unit, former)
        mended = _given_back(request, former, repair)
        if former is current:
            mended = repair(request, mended)
        step = _Step(now, station, PlanOrigin.RESTORED, before, [])
        undone = _in_force(unit, step, current, request, mended)
        unit.commit()
        return undone


def changes_today(unit: UnitOfWork) -> list[RecordedChange]:
    """What happened and was not taken back, oldest first."""
    with unit.reading():
        return unit.day_changes.standing()


_OPPOSITE = {
    ChangeKind.ROUND_ADDED: ChangeKind.ROUND_DROPPED,
    ChangeKind.ROUND_DROPPED: ChangeKind.ROUND_ADDED,
}


def _opposite(change: DayChange) -> DayChange:
    """What takes a change of the programme back; any other counts in the rounds that it was in."""
    return replace(change, kind=_OPPOSITE.get(change.kind, change.kind))


@dataclass(frozen=True, slots=True)
class _Step:
    """When, where and why the plan changes, and what it gave before."""

    at: datetime
    station: str
    origin: PlanOrigin
    before: PlanFigures
    recorded: Sequence[RecordedChange]


def _in_force(
    unit: UnitOfWork,
    step: _Step,
    current: StoredPlan,
    request: PlanRequest,
    coming: Sequence[Conversation],
) -> PlanRepair:
    """Put the mended plan in force as the next version."""
    whole = (*past_of(unit, request), *coming)
    places = {c.key for c in coming}
    locked = {(k.candidate_id, k.round_number) for k in request.locked if k.key in places}
    plan = unit.plans.add(
        current.method, whole, step.at, origin=step.origin, locked=locked, seed=current.seed
    )
    unit.day_changes.led_to([each.number for each in step.recorded], plan.version)
    diff = plan_diff(current.conversations, plan.conversations)
    after = figures_of(request, plan.conversations)
    _note(unit, step, plan, diff, after)
    return PlanRepair(plan.version, plan.conversations, diff, step.before, after)


def _note(
    unit: UnitOfWork, step: _Step, plan: StoredPlan, diff: PlanDiff, after: PlanFigures
) -> None:
    changes = [each.change for each in step.recorded]
    what = PLAN_RESTORED if step.origin is PlanOrigin.RESTORED else PLAN_REPAIRED
    facts: dict[str, Fact] = {
        "version": plan.version,
        "kinds": " ".join(change.kind.value for change in changes),
        "people": len(diff.people),
        "least": after.least,
    }
    subjects = tuple(change.subject for change in changes if change.subject)
    unit.journal.append(step.at, step.station, what, subjects, facts)


def _mendable(unit: UnitOfWork, plan: StoredPlan) -> PlanRequest:
    """The request as the day stands, with the locks of this plan and not those of a draft."""
    return replace(read_request(unit), locked=plan.locks)


def _former(unit: UnitOfWork, change: RecordedChange, current: StoredPlan) -> StoredPlan:
    """The plan before a change; the current one when organisers published their own since."""
    own = (
        each.origin in (PlanOrigin.MADE, PlanOrigin.BY_HAND)
        or each.published_at != each.created_at  # an earlier one that was taken up again
        for each in unit.plans.versions()
        if each.version > (change.plan_version or 0) and each.state is PlanState.PUBLISHED
    )
    return current if any(own) else unit.plans.get(change.former_version or 0) or current


def _given_back(
    request: PlanRequest, former: StoredPlan, repair: Repair
) -> tuple[Conversation, ...]:
    """A former plan just as it was; mended only where that is no longer possible."""
    board = SeatingBoard(request)
    left_out = board.fill(former.conversations)
    return repair(request, former.conversations) if left_out else board.conversations()


def _require_open(unit: UnitOfWork, changes: Sequence[DayChange]) -> None:
    """Changes must have a round left to count in: an open one, or the one that runs."""
    rounds = len(rounds_of(unit.programme.phases()))
    begins = running_round(unit) or first_open_round(unit)
    for change in changes:
        if change.kind in ROUND_KINDS:
            _require_last_round(unit, change, rounds)
            rounds += 1 if change.kind is ChangeKind.ROUND_ADDED else -1
        elif (rounds if change.until_round is None else change.until_round) < begins:
            raise Refusal(RefusalCode.ROUND_OVER)


def _require_last_round(unit: UnitOfWork, change: DayChange, rounds: int) -> None:
    """It is the last of so many rounds that is dropped, and one behind it that is added."""
    dropped = change.kind is ChangeKind.ROUND_DROPPED
    if dropped and (first_open_round(unit) > rounds or rounds == 1):
        raise Refusal(RefusalCode.NO_ROUND_LEFT)
    if not dropped and _rounds_have_passed(unit):
        raise Refusal(RefusalCode.NO_ROUND_LEFT)
    if change.from_round != (rounds if dropped else rounds + 1):
        raise Refusal(RefusalCode.PROGRAMME_CHANGED)


def _rounds_have_passed(unit: UnitOfWork) -> bool:
    """Also in a programme without rounds: there is none that another could follow."""
    run, rounds = unit.programme.run(), rounds_of(unit.programme.phases())
    if not rounds:
        return True
    return run.position > rounds[-1].position if run else is_finished(unit)


def _give_rounds_back(unit: UnitOfWork, undone: Sequence[RecordedChange]) -> None:
    """As they were, where nothing else was edited since; else one more or less at the end."""
    rounds = [each for each in undone if each.change.kind in ROUND_KINDS]
    if not rounds:
        return
    phases, former = unit.programme.phases(), unit.programme.former()
    version = rounds[0].plan_version
    before = None
    if former is not None and former.plan_version == version:
        before = restored(phases, former.phases, last_begun(unit))
    if before is not None:
        unit.programme.replace(before)
    else:
        for each in rounds:
            _change_programme(unit, _OPPOSITE[each.change.kind])
    unit.programme.forget_formers_of(version)


def _change_programme(unit: UnitOfWork, kind: ChangeKind | None) -> None:
    phases = unit.programme.phases()
    if kind is ChangeKind.ROUND_ADDED:
        changed = with_round_added(phases, last_begun(unit))
    elif kind is ChangeKind.ROUND_DROPPED:
        changed = without_last_round(phases, last_begun(unit))
    else:
        return
    unit.programme.replace(changed)


def _polish_request(unit: UnitOfWork, former: StoredPlan) -> PlanRequest:
    request = _mendable(unit, former)
    announced = [n for n, s in round_standings(unit).items() if s is RoundStanding.ANNOUNCED]
    first = max(announced, default=request.first_round - 1) + 1
    board = SeatingBoard(request)
    board.fill(former.conversations)
    fixed = tuple(c for c in board.conversations() if c.round_number < first)
    return replace(
        request,
        held=(*request.held, *fixed),
        first_round=first,
        former=tuple(c for c in former.conversations if c.round_number >= first),
    )


def _polished(
    request: PlanRequest, former: StoredPlan, polished: SeatingPlan
) -> tuple[Conversation, ...]:
    before = (c for c in former.conversations if c.round_number < request.first_round)
    return tuple(sorted((*before, *polished.conversations)))


def _require_same(now: PlanRequest, then: PlanRequest) -> None:
    if now != then:
        raise Refusal(RefusalCode.PEOPLE_CHANGED)
