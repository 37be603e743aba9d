"""The host's use cases: run the programme, phase by phase, so that no press is ever counted twice.

The screen holds a :class:`Countdown` on the monotonic clock and hands it to every gesture; the
event file holds a :class:`StoredRun`, written at each change. A gesture that was made while
looking at an older phase does nothing and answers with the state as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, RunState, StoredRun, begin, changed, written_down
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import Conversation
from kiosk.domain.programme import Phase, PhaseKind, held_until, phase_after, taking_place
from kiosk.domain.room_settings import RoomSign
from kiosk.services.conductor_state import ConductorState, read_state
from kiosk.services.day_position import PHASE_STARTED, PROGRAMME_FINISHED, is_finished
from kiosk.services.going_back import began_before, facts_of, put_aside_by, run_left
from kiosk.services.ports import Fact, UnitOfWork
from kiosk.services.room_seating import conversations_in, employers_here
from kiosk.services.seating.absences import absences_in

PAUSED = "phase-paused"
RESUMED = "phase-resumed"
ADJUSTED = "phase-adjusted"
WENT_ON = "phase-went-on"
ROUND_ENDED = "round-ended"
RECOVERED = "phase-recovered"

HOST = "host"
A_SLIP = 60.0
"""Seconds within which whoever goes back had gone on by mistake: nothing has happened."""
HELD_SHARE = 0.5
"""A round that is left for an earlier part was held when so much of it is over.

Ours: two who had half of their conversation have met; before that, the round was begun too early.
"""


@dataclass(frozen=True, slots=True)
class InterruptedRun:
    """A phase that ran when the program stopped, with both ways to go on.

    ``remaining_now`` is where it would be had nothing happened; ``run`` is what was last written
    down.
    """

    phase: Phase
    run: StoredRun
    remaining_now: float

    @property
    def state(self) -> RunState:
        """Whether it counted down."""
        return self.run.state

    @property
    def remaining_stored(self) -> float:
        """Where it was when last written down."""
        return self.run.remaining


def conductor_state(
    unit: UnitOfWork, clock: Clock, seen: Countdown | None = None
) -> ConductorState:
    """The state as it is now; ``seen`` keeps the screen's own countdown when it still holds."""
    with unit:
        return read_state(unit, _current(unit, clock, seen))


def next_phase(
    unit: UnitOfWork,
    clock: Clock,
    expected: int | None,
    *,
    seen: Countdown | None = None,
    station: str = HOST,
) -> ConductorState:
    """Start the phase after ``expected``, the position that the host saw (None before the start).

    A second press, a held key or two hosts can't skip a phase: a stale position changes nothing.
    ``seen`` is the screen's own countdown.

    Raises:
        Refusal: ``NO_NEXT_PHASE`` in the last phase and after the end.
    """
    with unit:
        running = _current(unit, clock, seen)
        if _position(running) != expected:
            return read_state(unit, running)
        following = phase_after(unit.programme.phases(), -1 if expected is None else expected)
        if following is None or is_finished(unit):
            raise Refusal(RefusalCode.NO_NEXT_PHASE)
        return _start(unit, clock, following.position, running, station)


def start_phase(
    unit: UnitOfWork,
    clock: Clock,
    position: int,
    expected: int | None,
    *,
    seen: Countdown | None = None,
    station: str = HOST,
) -> ConductorState:
    """Jump to any phase, forward or back, unless the day has moved on from ``expected``.

    A host who goes back has left what comes again: only rounds that were held stay as they were.
    Within a minute it was a slip, and the phase that had been left goes on where it was. ``seen``
    is the screen's own countdown.

    Raises:
        Refusal: ``NO_NEXT_PHASE`` when there is no such phase.
    """
    with unit:
        if position not in {phase.position for phase in taking_place(unit.programme.phases())}:
            raise Refusal(RefusalCode.NO_NEXT_PHASE)
        running = _current(unit, clock, seen)
        if _position(running) != expected or position == expected:
            return read_state(unit, running)
        if running and position < running.run.position and not _is_held(unit, clock, running):
            return _go_back(unit, clock, position, running, station)
        return _start(unit, clock, position, running, station)


def finish(
    unit: UnitOfWork,
    clock: Clock,
    expected: int | None,
    *,
    seen: Countdown | None = None,
    station: str = HOST,
) -> ConductorState:
    """End the programme; a stale position changes nothing. ``seen`` is the screen's countdown."""
    with unit:
        running = _current(unit, clock, seen)
        if expected is None or _position(running) != expected:
            return read_state(unit, running)
        _end_round(unit, clock, station)
        unit.programme.save_run(None)
        _clear_sign(unit)
        unit.journal.append(clock.now(), station, PROGRAMME_FINISHED, facts={"position": expected})
        state = read_state(unit, None)
        unit.commit()
        return state


def pause(
    unit: UnitOfWork, clock: Clock, seen: Countdown, *, station: str = HOST
) -> ConductorState:
    """Stand still; already paused changes nothing."""
    return _set_state(unit, clock, seen, RunState.PAUSED, PAUSED, station)


def resume(
    unit: UnitOfWork, clock: Clock, seen: Countdown, *, station: str = HOST
) -> ConductorState:
    """Count down again; already running changes nothing."""
    return _set_state(unit, clock, seen, RunState.RUNNING, RESUMED, station)


def adjust(
    unit: UnitOfWork, clock: Clock, seen: Countdown, seconds: float, *, station: str = HOST
) -> ConductorState:
    """Give time to the running phase, or take it when ``seconds`` is negative.

    Time given in overtime counts from now: one more minute is a minute. No more is taken than
    is left.
    """
    with unit:
        countdown = _required(unit, clock, seen)
        add = _bounded(countdown.remaining(clock), seconds)
        if countdown.run.position != seen.run.position or not add:
            return read_state(unit, countdown)
        fresh = changed(countdown, clock, add=add)
        facts = {"seconds": round(add)}
        return _save(unit, fresh, ADJUSTED, facts, station)


def checkpoint(unit: UnitOfWork, clock: Clock, seen: Countdown) -> Countdown:
    """Write down where the countdown is, so that a crash can be resumed where it stopped.

    For a timer of some seconds. It is no event of the day and leaves no trace in the journal;
    a countdown that was changed meanwhile is left as it is.
    """
    with unit:
        countdown = _required(unit, clock, seen)
        if countdown is not seen or seen.run.state is RunState.PAUSED:
            return countdown
        fresh = written_down(seen, clock)
        unit.programme.save_run(fresh.run)
        unit.commit()
        return fresh


def interrupted_run(unit: UnitOfWork, clock: Clock) -> InterruptedRun | None:
    """What to offer at start-up when the program stopped in the middle of a phase."""
    with unit:
        run = unit.programme.run()
        if run is None:
            return None
        phase = unit.programme.phases()[run.position]
        return InterruptedRun(phase, run, run.remaining_at(clock.now()))


def resume_as_if_nothing(unit: UnitOfWork, clock: Clock, *, station: str = HOST) -> ConductorState:
    """Go on at the second where the phase would be by now."""
    with unit:
        fresh = changed(_required(unit, clock, None), clock)
        return _save(unit, fresh, RECOVERED, {"way": "as-if-nothing"}, station)


def resume_paused(unit: UnitOfWork, clock: Clock, *, station: str = HOST) -> ConductorState:
    """Stand still where the phase was when last written down."""
    with unit:
        run = _required(unit, clock, None).run
        stopped = replace(
            run, state=RunState.PAUSED, changed_at=clock.now(), changes=run.changes + 1
        )
        fresh = Countdown(stopped, clock.monotonic())
        return _save(unit, fresh, RECOVERED, {"way": "paused"}, station)


def _bounded(remaining: float, seconds: float) -> float:
    if seconds > 0:
        return seconds + max(0.0, -remaining)
    return -min(-seconds, max(0.0, remaining))


def _set_state(
    unit: UnitOfWork, clock: Clock, seen: Countdown, state: RunState, what: str, station: str
) -> ConductorState:
    with unit:
        countdown = _required(unit, clock, seen)
        if countdown.run.position != seen.run.position or countdown.run.state is state:
            return read_state(unit, countdown)
        return _save(unit, changed(countdown, clock, state=state), what, {}, station)


def _save(
    unit: UnitOfWork,
    fresh: Countdown,
    what: str,
    facts: Mapping[str, Fact],
    station: str,
) -> ConductorState:
    known: dict[str, Fact] = {
        "position": fresh.run.position,
        "remaining": round(fresh.run.remaining),
    }
    unit.programme.save_run(fresh.run)
    unit.journal.append(fresh.run.changed_at, station, what, facts=known | dict(facts))
    state = read_state(unit, fresh)
    unit.commit()
    return state


def _clear_sign(unit: UnitOfWork) -> None:
    """A day begins and ends with its own picture, whatever a rehearsal left over it."""
    if unit.room.sign() != RoomSign():
        unit.room.save_sign(RoomSign())


def _is_held(unit: UnitOfWork, clock: Clock, running: Countdown) -> bool:
    """Whether what runs is a round in which people have sat together for long enough."""
    phase = unit.programme.phases()[running.run.position]
    return phase.kind is PhaseKind.ROUND and running.elapsed_share(clock) >= HELD_SHARE


def _start(
    unit: UnitOfWork, clock: Clock, position: int, running: Countdown | None, station: str
) -> ConductorState:
    _end_round(unit, clock, station)
    return _begin(unit, clock, position, running, station)


def _go_back(
    unit: UnitOfWork, clock: Clock, position: int, running: Countdown, station: str
) -> ConductorState:
    """What is left is as it was before it began; after a slip, so is what is gone back to."""
    before = put_aside_by(unit, running.run.position)
    unit.programme.note_start(running.run.position, began_before(before))
    run = run_left(before, unit.programme.phases()[position], clock)
    if run is None or running.elapsed(clock) >= A_SLIP:
        return _begin(unit, clock, position, running, station)
    _open_again(unit, position)
    return _save(unit, Countdown(run, clock.monotonic()), WENT_ON, {}, station)


def _begin(
    unit: UnitOfWork, clock: Clock, position: int, running: Countdown | None, station: str
) -> ConductorState:
    if running is None:
        _clear_sign(unit)
    phase = unit.programme.phases()[position]
    countdown = begin(position, phase.seconds, clock)
    unit.programme.note_start(position, countdown.run.started_at)
    _open_again(unit, position)
    facts = facts_of(running, phase.started_at, clock)
    facts |= {"kind": phase.kind.value, "round": phase.round_number or 0}
    return _save(unit, countdown, PHASE_STARTED, facts, station)


def _open_again(unit: UnitOfWork, position: int) -> None:
    """What was begun behind this phase and not held comes again."""
    phases = unit.programme.phases()
    for phase in phases[held_until(phases, position) + 1 :]:
        if phase.started_at is not None:
            unit.programme.note_start(phase.position, None)


def _end_round(unit: UnitOfWork, clock: Clock, station: str) -> None:
    """When a round is left, note which of its conversations were held."""
    run = unit.programme.run()
    phase = unit.programme.phases()[run.position] if run else None
    if phase is None or phase.kind is not PhaseKind.ROUND or phase.round_number is None:
        return
    planned = conversations_in(unit, phase.round_number)
    held = _both_here(unit, planned, phase.round_number)
    now = clock.now()
    unit.plans.mark_held(held, now)
    facts = {"round": phase.round_number, "planned": len(planned), "held": len(held)}
    unit.journal.append(now, station, ROUND_ENDED, facts=facts)


def _both_here(
    unit: UnitOfWork, planned: Sequence[Conversation], round_number: int
) -> list[Conversation]:
    """Those where both checked in, and of neither the host was told that they are away."""
    changes = (each.change for each in unit.day_changes.standing())
    away = absences_in(changes, round_number).keys()
    here, receiving = unit.people.present() - away, employers_here(unit) - away
    return [c for c in planned if c.candidate_id in here and c.employer_id in receiving]


def _position(running: Countdown | None) -> int | None:
    return running.run.position if running else None


def _current(unit: UnitOfWork, clock: Clock, seen: Countdown | None = None) -> Countdown | None:
    """The countdown in force: the one that was seen, unless the file says otherwise."""
    run = unit.programme.run()
    if run is None:
        return None
    return seen if seen and seen.run.is_same(run) else Countdown.resume(run, clock)


def _required(unit: UnitOfWork, clock: Clock, seen: Countdown | None) -> Countdown:
    countdown = _current(unit, clock, seen)
    if countdown is None:
        raise Refusal(RefusalCode.PHASE_NOT_RUNNING)
    return countdown
