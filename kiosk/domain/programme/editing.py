"""Editing the programme, before the day and while it runs.

Before the day an edit changes what is agreed: planned times follow. From the moment that the first
phase begins, what was agreed stays as it is, so that "behind" keeps its meaning: edits change how
long phases really take, skip them, or put others in. A phase that has begun is never edited; the
running one is given or taken time by its countdown.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import TypeAlias

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.programme.arranging import NEW, agreed_anew, arranged
from kiosk.domain.programme.phases import Phase, PhaseKind, PhaseSound, phase_after, rounds_of

SHORTEST = 10
LONGEST = 12 * 60 * 60
MOST_PHASES = 200


@dataclass(frozen=True, slots=True)
class Resize:
    """Another length, in seconds."""

    position: int
    seconds: int


@dataclass(frozen=True, slots=True)
class ResizeAll:
    """Another length for every coming phase of a kind: all rounds, all changeovers."""

    kind: PhaseKind
    seconds: int


@dataclass(frozen=True, slots=True)
class Skip:
    """Pass over a phase; it stays in sight and can be taken up again."""

    position: int


@dataclass(frozen=True, slots=True)
class TakeUp:
    """A skipped phase takes place after all."""

    position: int


@dataclass(frozen=True, slots=True)
class Move:
    """Earlier (``by`` -1) or later (1) by one step; a round takes its changeover along."""

    position: int
    by: int


@dataclass(frozen=True, slots=True)
class Insert:
    """A phase after ``after``; -1 puts it first."""

    after: int
    kind: PhaseKind
    seconds: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class InsertRounds:
    """Rounds with changeovers between them, made from one line, after ``after``."""

    after: int
    count: int
    seconds: int
    changeover_seconds: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a phase out; on the day only one that was put in that day, others are skipped."""

    position: int


@dataclass(frozen=True, slots=True)
class StartAt:
    """Begin at a fixed clock time, or with None when the phase before it ends.

    A clock time that is given on the day is a new agreement about that phase.
    """

    position: int
    starts: time | None


@dataclass(frozen=True, slots=True)
class Describe:
    """Another title, sound and question."""

    position: int
    title: str
    sound: PhaseSound
    prompt: str


ProgrammeEdit: TypeAlias = (
    Resize | ResizeAll | Skip | TakeUp | Move | Insert | InsertRounds | Remove | StartAt | Describe
)


def edited(phases: Sequence[Phase], edit: ProgrammeEdit, begun: int = -1) -> tuple[Phase, ...]:
    """The programme after an edit; ``begun`` is the position of the last phase that has begun.

    Raises:
        Refusal: ``PHASE_BEGUN`` for a phase that has begun or is not there, and for anything that
            would come between the running changeover and its round; ``PHASE_LENGTH`` outside 10
            seconds to 12 hours; ``PHASE_KEPT`` for what can't be skipped, moved or removed: a
            changeover, the only round, a phase that was agreed on before the day;
            ``PROGRAMME_FULL`` for more than 200 phases.
    """
    phases = tuple(phases)
    if isinstance(edit, Insert | InsertRounds):
        _require(begun <= edit.after < len(phases), RefusalCode.PHASE_BEGUN)
    elif not isinstance(edit, ResizeAll):
        _require(begun < edit.position < len(phases), RefusalCode.PHASE_BEGUN)
    if isinstance(edit, Resize | ResizeAll | Insert | InsertRounds):
        _require(SHORTEST <= edit.seconds <= LONGEST, RefusalCode.PHASE_LENGTH)
    changed = _changed(phases, edit, begun)
    _require_room(len(changed))
    _require(not _comes_between(phases, changed, begun), RefusalCode.PHASE_BEGUN)
    whole = arranged(phases, changed, begun)
    return agreed_anew(whole, phases, begun) if isinstance(edit, Move) else whole


def with_round_added(phases: Sequence[Phase], begun: int = -1) -> tuple[Phase, ...]:
    """One round more: one that was dropped comes back, else one like the last, after it."""
    dropped = next(
        (p for p in phases if p.kind is PhaseKind.ROUND and p.skipped and p.position > begun), None
    )
    if dropped is not None:
        return edited(phases, TakeUp(dropped.position), begun)
    last = rounds_of(phases)[-1]
    added = replace(last, position=NEW, fixed=False, started_at=None, planned_seconds=None)
    changed = [*phases[: last.position + 1], added, *phases[last.position + 1 :]]
    return arranged(phases, changed, begun)


def without_last_round(phases: Sequence[Phase], begun: int = -1) -> tuple[Phase, ...]:
    """The last round and the changeover to it are skipped; what follows comes earlier.

    Raises:
        Refusal: as :func:`edited`.
    """
    return edited(phases, Skip(rounds_of(phases)[-1].position), begun)


def is_possible(phases: Sequence[Phase], edit: ProgrammeEdit, begun: int) -> bool:
    """Whether the rules allow an edit, so that nothing is offered that would be refused."""
    try:
        edited(phases, edit, begun)
    except Refusal:
        return False
    return True


def _comes_between(phases: Sequence[Phase], changed: Sequence[Phase], begun: int) -> bool:
    """Whether another part would come next than the round that everybody is on their way to."""
    awaited = phase_after(phases, begun)
    if begun < 0 or phases[begun].kind is not PhaseKind.CHANGEOVER or awaited is None:
        return False
    coming = (p.position for p in changed if not p.skipped and not 0 <= p.position <= begun)
    return awaited.kind is PhaseKind.ROUND and next(coming, NEW) != awaited.position


def _changed(  # noqa: C901, PLR0911 - one case for each edit
    phases: Sequence[Phase], edit: ProgrammeEdit, begun: int
) -> list[Phase]:
    match edit:
        case Resize():
            return _resized(phases, edit)
        case ResizeAll():
            return _all_resized(phases, edit, begun)
        case Skip():
            return _skipped(phases, edit)
        case TakeUp():
            return _taken_up(phases, edit)
        case Move():
            return _moved(phases, edit, begun)
        case Insert():
            return _inserted(phases, edit)
        case InsertRounds():
            return _rounds_inserted(phases, edit)
        case Remove():
            return _removed(phases, edit, begun)
        case StartAt():
            return _at_a_time(phases, edit)
        case Describe():
            return _described(phases, edit)


def restored(
    phases: Sequence[Phase], former: Sequence[Phase], begun: int
) -> tuple[Phase, ...] | None:
    """The former programme behind all that has begun; None when that was another one then.

    A part that was moved, put in or renamed and has begun since is no longer undone; nor is one
    that was made longer, when there is nothing else to give back.
    """
    past = [
        replace(one, round_number=other.round_number)
        for one, other in zip(phases[: begun + 1], former, strict=False)
        if _is_same_part(one, other)
    ]
    whole = (*past, *former[begun + 1 :])
    return whole if len(past) == begun + 1 and whole != tuple(phases) else None


def _is_same_part(one: Phase, other: Phase) -> bool:
    """Whatever length it had and whenever it began; a skipped round has no number of its own."""
    like = replace(
        one,
        seconds=other.seconds,
        planned_seconds=other.planned_seconds,
        started_at=other.started_at,
        round_number=other.round_number,
    )
    return like == other and one.agreed_seconds == other.agreed_seconds


def _require(holds: bool, code: RefusalCode) -> None:
    if not holds:
        raise Refusal(code)


def _require_room(parts: int) -> None:
    if parts > MOST_PHASES:
        raise Refusal(RefusalCode.PROGRAMME_FULL, most=MOST_PHASES)


def _with(phases: Sequence[Phase], position: int, **values: object) -> list[Phase]:
    return [
        replace(phase, **values) if phase.position == position else phase  # type: ignore[arg-type]
        for phase in phases
    ]


def _resized(phases: Sequence[Phase], edit: Resize) -> list[Phase]:
    agreed = phases[edit.position].agreed_seconds
    return _with(phases, edit.position, seconds=edit.seconds, planned_seconds=agreed)


def _all_resized(phases: Sequence[Phase], edit: ResizeAll, begun: int) -> list[Phase]:
    return [
        replace(phase, seconds=edit.seconds, planned_seconds=phase.agreed_seconds)
        if phase.kind is edit.kind and phase.position > begun
        else phase
        for phase in phases
    ]


def _skipped(phases: Sequence[Phase], edit: Skip) -> list[Phase]:
    phase = phases[edit.position]
    _require(phase.kind is not PhaseKind.CHANGEOVER, RefusalCode.PHASE_KEPT)
    only = phase.kind is PhaseKind.ROUND and rounds_of(phases) == (phase,)
    _require(not only, RefusalCode.PHASE_KEPT)
    return _with(phases, edit.position, skipped=True)


def _taken_up(phases: Sequence[Phase], edit: TakeUp) -> list[Phase]:
    return _with(phases, edit.position, skipped=False)


def _moved(phases: Sequence[Phase], edit: Move, begun: int) -> list[Phase]:
    """Changeovers do not count as steps: they are where rounds need them."""
    phase = phases[edit.position]
    _require(phase.kind is not PhaseKind.CHANGEOVER, RefusalCode.PHASE_KEPT)
    others = [p for p in phases if p.kind is not PhaseKind.CHANGEOVER or p.position <= begun]
    place = others.index(phase)
    target = place + (1 if edit.by > 0 else -1)
    _require(0 <= target < len(others), RefusalCode.PHASE_KEPT)
    _require(others[target].position > begun, RefusalCode.PHASE_BEGUN)
    others.insert(target, others.pop(place))
    changeovers = [p for p in phases if p.kind is PhaseKind.CHANGEOVER and p.position > begun]
    return _behind_their_changeovers(others, changeovers)


def _behind_their_changeovers(others: list[Phase], changeovers: list[Phase]) -> list[Phase]:
    by_round = {phase.round_number: phase for phase in changeovers}
    result: list[Phase] = []
    for phase in others:
        before = by_round.pop(phase.round_number, None) if phase.round_number else None
        if before is not None and phase.kind is PhaseKind.ROUND:
            result.append(before)
        result.append(phase)
    return result


def _inserted(phases: Sequence[Phase], edit: Insert) -> list[Phase]:
    _require(edit.kind is not PhaseKind.CHANGEOVER, RefusalCode.PHASE_KEPT)
    added = _new(phases, edit.after, edit.kind, edit.seconds, edit.title)
    return [*phases[: edit.after + 1], added, *phases[edit.after + 1 :]]


def _rounds_inserted(phases: Sequence[Phase], edit: InsertRounds) -> list[Phase]:
    between = edit.changeover_seconds
    _require(between == 0 or SHORTEST <= between <= LONGEST, RefusalCode.PHASE_LENGTH)
    _require(edit.count >= 1, RefusalCode.PHASE_LENGTH)
    _require_room(edit.count)
    added: list[Phase] = []
    for index in range(edit.count):
        if index and between:
            added.append(_new(phases, edit.after, PhaseKind.CHANGEOVER, between, ""))
        added.append(_new(phases, edit.after, PhaseKind.ROUND, edit.seconds, ""))
    return [*phases[: edit.after + 1], *added, *phases[edit.after + 1 :]]


def _new(phases: Sequence[Phase], after: int, kind: PhaseKind, seconds: int, title: str) -> Phase:
    """It sounds as others of its kind do."""
    alike = next((p for p in phases if p.kind is kind), None)
    starts = phases[after].ends if after >= 0 else phases[0].starts if phases else time(13, 0)
    sound = alike.sound if alike else PhaseSound.GONG
    return Phase(NEW, kind, title, starts, seconds, sound=sound)


def _removed(phases: Sequence[Phase], edit: Remove, begun: int) -> list[Phase]:
    phase = phases[edit.position]
    put_in_today = begun >= 0 and phase.agreed_seconds == 0
    _require(begun < 0 or put_in_today, RefusalCode.PHASE_KEPT)
    _skipped(phases, Skip(edit.position))
    return [p for p in phases if p.position != edit.position]


def _at_a_time(phases: Sequence[Phase], edit: StartAt) -> list[Phase]:
    if edit.starts is None:
        return _with(phases, edit.position, fixed=False)
    return _with(phases, edit.position, fixed=True, starts=edit.starts)


def _described(phases: Sequence[Phase], edit: Describe) -> list[Phase]:
    return _with(phases, edit.position, title=edit.title, sound=edit.sound, prompt=edit.prompt)
