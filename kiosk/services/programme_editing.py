"""Use cases that change the programme, before the day and while it runs. Each can be undone.

An edit is about the programme that was seen: when another desk changed it meanwhile, nothing is
done. Where the number of rounds changes and a plan is in force, the plan is mended in the same
transaction, so that paper, board and programme never disagree.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.domain.badge_codes_in_words import holds_whole_badge_code
from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import Event
from kiosk.domain.plan import ChangeKind, DayChange, Repair
from kiosk.domain.programme import (
    Describe,
    Insert,
    Phase,
    ProgrammeEdit,
    Recovery,
    edited,
    recovered,
    restored,
    rounds_of,
)
from kiosk.services.day_position import last_begun
from kiosk.services.joining import JoinedUnit
from kiosk.services.ports import FormerProgramme, RecordedChange, UnitOfWork
from kiosk.services.seating.day import PLAN_REPAIRED, reshape_rounds, undo_change
from kiosk.services.seating.request import read_request

PROGRAMME_EDITED = "programme-edited"
PROGRAMME_RESTORED = "programme-restored"
TIME_WON = "time-won"
EDITS = (PROGRAMME_EDITED, TIME_WON)
MOST_DONE = 1000
"""Changes to the programme and the plan on one day that are looked through for the newest."""


@dataclass(frozen=True, slots=True)
class ProgrammeOverview:
    """The programme as an organiser edits it.

    ``begun`` is the position of the last phase that has begun, -1 before the day. ``undo_at`` is
    when the edit was made that can be undone; None when there is none.
    """

    event: Event
    phases: tuple[Phase, ...]
    begun: int
    undo_at: datetime | None


def read_programme(unit: UnitOfWork) -> ProgrammeOverview:
    """The programme as it stands."""
    with unit.reading():
        former, phases = unit.programme.former(), unit.programme.phases()
        undo_at = former.at if former is not None and _before(unit, former) else None
        return ProgrammeOverview(unit.events.get(), phases, last_begun(unit), undo_at)


def edit_programme(
    unit: UnitOfWork,
    clock: Clock,
    repair: Repair,
    edit: ProgrammeEdit,
    seen: Sequence[Phase],
    *,
    station: str,
) -> tuple[Phase, ...]:
    """Do one edit, and answer with the programme as it is then.

    Raises:
        Refusal: ``PROGRAMME_CHANGED`` when the programme is not the one that was ``seen``;
            ``MESSAGE_HOLDS_CODE`` for a title or question with a badge's code in it; else as
            :func:`kiosk.domain.programme.edited`.
    """
    _require_no_code(edit)
    with unit:
        phases, begun = unit.programme.phases(), last_begun(unit)
        _require_seen(phases, seen)
        changed = edited(phases, edit, begun)
        if changed != phases:
            _save(unit, clock, repair, changed, PROGRAMME_EDITED, type(edit).__name__, station)
        return changed


def accept_recovery(
    unit: UnitOfWork,
    clock: Clock,
    repair: Repair,
    recovery: Recovery,
    seen: Sequence[Phase],
    *,
    station: str,
) -> tuple[Phase, ...]:
    """Win time back as proposed. Raises as :func:`edit_programme`."""
    with unit:
        phases = unit.programme.phases()
        _require_seen(phases, seen)
        changed = recovered(phases, recovery, last_begun(unit))
        won = str(round(recovery.seconds))
        _save(unit, clock, repair, changed, TIME_WON, won, station)
        return changed


def undo_programme_edit(
    unit: UnitOfWork, clock: Clock, repair: Repair, *, station: str
) -> tuple[Phase, ...]:
    """Take back the newest edit, for all that has not begun since; the plan goes with it.

    Raises:
        Refusal: ``NOTHING_TO_UNDO`` without an edit; ``EDIT_BEGUN`` when what it was about has
            begun.
    """
    with unit:
        former, phases = unit.programme.former(), unit.programme.phases()
        if former is None:
            raise Refusal(RefusalCode.NOTHING_TO_UNDO)
        before = _before(unit, former)
        if before is None:
            raise Refusal(RefusalCode.EDIT_BEGUN)
        if _is_last_change(unit, former.plan_version):
            undo_change(JoinedUnit(unit), clock, repair, station=station)
        else:
            changes = _round_changes(phases, before)
            _reshaped(unit, clock, repair, changes, _replacing(unit, before), station)
        unit.programme.replace(before)
        unit.programme.forget_former(former.number)
        unit.journal.append(clock.now(), station, PROGRAMME_RESTORED, facts=_facts(before))
        unit.commit()
        return before


def edit_is_newest(unit: UnitOfWork) -> bool:
    """Whether undo takes back an edit of the programme; else the newest change of the day.

    An edit with other rounds is both, and undone as one. One that has begun stands in the way of
    nothing. Which came last the journal knows: the laptop's clock may have been set in between.
    """
    with unit.reading():
        former, standing = unit.programme.former(), unit.day_changes.standing()
        if former is None or not standing:
            return former is not None
        is_both = former.plan_version == standing[-1].plan_version
        return bool(_before(unit, former)) and (is_both or _is_later(unit, former, standing[-1]))


def _before(unit: UnitOfWork, former: FormerProgramme) -> tuple[Phase, ...] | None:
    """What undo would give back; None when what the edit was about has begun."""
    return restored(unit.programme.phases(), former.phases, last_begun(unit))


def _is_later(unit: UnitOfWork, edit: FormerProgramme, change: RecordedChange) -> bool:
    """Whether the journal has this edit behind this change of the plan."""
    done = unit.journal.latest((*EDITS, PLAN_REPAIRED), MOST_DONE)
    last = (
        entry.what in EDITS
        for entry in done
        if (entry.what in EDITS and entry.at == edit.at)
        or (entry.what == PLAN_REPAIRED and entry.facts["version"] == change.plan_version)
    )
    return next(last, False)


def _is_last_change(unit: UnitOfWork, plan_version: int | None) -> bool:
    """Whether nothing has changed the plan since; then it is given back just as it was."""
    standing = unit.day_changes.standing()
    return bool(standing) and standing[-1].plan_version == plan_version


def _require_no_code(edit: ProgrammeEdit) -> None:
    """Titles and questions stand on the room display; a badge's code never does."""
    texts = {Describe: ("title", "prompt"), Insert: ("title",)}.get(type(edit), ())
    if any(holds_whole_badge_code(getattr(edit, name)) for name in texts):
        raise Refusal(RefusalCode.MESSAGE_HOLDS_CODE)


def _require_seen(phases: Sequence[Phase], seen: Sequence[Phase]) -> None:
    """When phases began is no edit."""
    if _agreed(phases) != _agreed(seen):
        raise Refusal(RefusalCode.PROGRAMME_CHANGED)


def _agreed(phases: Sequence[Phase]) -> list[Phase]:
    return [replace(phase, started_at=None) for phase in phases]


def _save(
    unit: UnitOfWork,
    clock: Clock,
    repair: Repair,
    changed: Sequence[Phase],
    what: str,
    how: str,
    station: str,
) -> None:
    phases, begun = unit.programme.phases(), last_begun(unit)
    version = _reshaped(
        unit, clock, repair, _round_changes(phases, changed), _replacing(unit, changed), station
    )
    now = clock.now()
    unit.programme.keep_former(phases, now, station, begun=begun, plan_version=version)
    unit.journal.append(now, station, what, facts=_facts(changed) | {"how": how})
    unit.commit()


def _replacing(unit: UnitOfWork, changed: Sequence[Phase]) -> Callable[[], None]:
    return lambda: unit.programme.replace(changed)


def _reshaped(
    unit: UnitOfWork,
    clock: Clock,
    repair: Repair,
    changes: Sequence[DayChange],
    reshape: Callable[[], None],
    station: str,
) -> int | None:
    """The version of the plan that the edit led to; None when it leaves the plan alone.

    Other times alone may leave somebody planned in a round after they have gone home.
    """
    joined = JoinedUnit(unit)
    if unit.plans.current() is None:
        reshape()
        return None
    if changes:
        return reshape_rounds(joined, clock, repair, changes, reshape, station=station).version
    before = _hours(unit)
    reshape()
    if _hours(unit) == before:
        return None
    return reshape_rounds(joined, clock, repair, (), lambda: None, station=station).version


def _hours(unit: UnitOfWork) -> tuple[object, object]:
    """In which rounds everybody and every table is there."""
    request = read_request(unit)
    return request.seekers, request.tables


def _round_changes(phases: Sequence[Phase], changed: Sequence[Phase]) -> list[DayChange]:
    before, after = len(rounds_of(phases)), len(rounds_of(changed))
    dropped = [DayChange(ChangeKind.ROUND_DROPPED, None, n) for n in range(before, after, -1)]
    added = [DayChange(ChangeKind.ROUND_ADDED, None, n) for n in range(before + 1, after + 1)]
    return dropped or added


def _facts(phases: Sequence[Phase]) -> dict[str, int | str | float | bool | None]:
    skipped = sum(phase.skipped for phase in phases)
    return {"phases": len(phases), "rounds": len(rounds_of(phases)), "skipped": skipped}
