"""Work out the room's picture from a snapshot and the countdown. Pure: called at every tick."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import groupby

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import LAST_MINUTE, Countdown, RunState, shown_seconds
from kiosk.domain.programme import Phase, PhaseKind, rounds_of
from kiosk.services.room.values import ProgrammeRow, RoomScene, RoomSnapshot, RoomState, RoomView

BOARD_AHEAD = 180.0
"""Seconds before a round in which everyone may look for their table."""

_STATE = {
    PhaseKind.WELCOME: RoomState.PROGRAMME,
    PhaseKind.INFO: RoomState.PROGRAMME,
    PhaseKind.BREAK: RoomState.BREAK,
    PhaseKind.CHANGEOVER: RoomState.BOARD,
    PhaseKind.ROUND: RoomState.ROUND,
    PhaseKind.INTEREST: RoomState.INTEREST,
    PhaseKind.CELEBRATION: RoomState.CELEBRATION,
}


def room_view(snapshot: RoomSnapshot, countdown: Countdown | None, clock: Clock) -> RoomView:
    """The picture of this moment.

    A run without a countdown is one that the host has not taken up again since the program was
    restarted: the room is told that we will be right back.
    """
    if countdown is not None and countdown.run.position < len(snapshot.phases):
        return _running(snapshot, countdown, clock)
    if snapshot.run is not None:
        return RoomView(_scene(snapshot, clock, RoomState.BACK_SOON))
    if snapshot.finished:
        return RoomView(_scene(snapshot, clock, RoomState.CELEBRATION, is_over=True))
    return RoomView(_before(snapshot, clock))


def _running(snapshot: RoomSnapshot, countdown: Countdown, clock: Clock) -> RoomView:
    phase = snapshot.phases[countdown.run.position]
    following = next(iter(snapshot.phases[phase.position + 1 :]), None)
    remaining = countdown.remaining(clock)
    left = shown_seconds(remaining)
    number = following.round_number if following and not phase.round_number else phase.round_number
    state = _state(phase, following, left)
    if state is RoomState.BOARD and phase.kind is PhaseKind.ROUND and following:
        number = following.round_number
    scene = _scene(
        snapshot,
        clock,
        state,
        kind=phase.kind,
        title=phase.title,
        is_paused=countdown.run.state is RunState.PAUSED,
        is_over=left <= 0,
        round_number=number,
        next_at=_minute(snapshot, countdown.ends_at(clock)),
        minutes=-(-left // 60) if left > 0 else None,
        next_kind=following.kind if following else None,
        break_after=_break_after(snapshot.phases, phase),
        position=phase.position,
    )
    return RoomView(scene, remaining, countdown.elapsed_share(clock))


def _state(phase: Phase, following: Phase | None, left: int) -> RoomState:
    before_round = following is not None and following.kind is PhaseKind.ROUND
    if phase.kind is PhaseKind.ROUND:
        if left > 0:
            return RoomState.LAST_MINUTE if left <= LAST_MINUTE else RoomState.ROUND
        return RoomState.BOARD if before_round else RoomState.TIME_UP
    if before_round and left <= BOARD_AHEAD:
        return RoomState.BOARD
    return _STATE[phase.kind]


def _before(snapshot: RoomSnapshot, clock: Clock) -> RoomScene:
    first = next(iter(snapshot.phases), None)
    if first is None:
        return _scene(snapshot, clock, RoomState.PROGRAMME)
    left = (snapshot.event.moment(first.starts) - clock.now()).total_seconds()
    soon = 0 < left < timedelta(days=1).total_seconds()
    return _scene(
        snapshot,
        clock,
        RoomState.PROGRAMME,
        kind=PhaseKind.WELCOME,
        next_at=first.starts if soon else None,
        minutes=-(-shown_seconds(left) // 60) if soon else None,
        next_kind=first.kind,
    )


def _scene(
    snapshot: RoomSnapshot,
    clock: Clock,
    state: RoomState,
    *,
    position: int = -1,
    kind: PhaseKind | None = None,
    title: str = "",
    is_paused: bool = False,
    is_over: bool = False,
    round_number: int | None = None,
    next_at: time | None = None,
    minutes: int | None = None,
    next_kind: PhaseKind | None = None,
    break_after: int | None = None,
) -> RoomScene:
    """A scene holds only what its state shows, so that nothing else makes it change."""
    event = snapshot.event
    shows_board = state is RoomState.BOARD and round_number
    return RoomScene(
        state=state,
        language=event.languages[0] if event.languages else "en",
        event_title=event.title,
        place=event.place,
        clock=_minute(snapshot, clock.now()),
        kind=kind,
        title=title,
        is_paused=is_paused,
        is_over=is_over,
        round_number=round_number,
        rounds=len(rounds_of(snapshot.phases)),
        next_at=next_at,
        minutes=minutes,
        next_kind=next_kind,
        break_after=break_after,
        programme=_rows(snapshot, position) if state is RoomState.PROGRAMME else (),
        board=snapshot.boards[(round_number or 1) - 1] if shows_board else (),
        totals=snapshot.totals if state is RoomState.CELEBRATION else None,
    )


def _minute(snapshot: RoomSnapshot, moment: datetime) -> time:
    """The clock on the venue's wall; rounded to the second first, so that it never flickers."""
    steady = snapshot.event.local(moment + timedelta(seconds=0.5))
    return time(steady.hour, steady.minute)


def _break_after(phases: Sequence[Phase], current: Phase) -> int | None:
    """The round after which the next break comes, seen from a round; None without one."""
    last = current.round_number
    for phase in phases[current.position + 1 :] if current.kind is PhaseKind.ROUND else ():
        if phase.kind is PhaseKind.BREAK:
            return last
        if phase.kind is PhaseKind.ROUND:
            last = phase.round_number
    return None


def _rows(snapshot: RoomSnapshot, position: int) -> tuple[ProgrammeRow, ...]:
    rows: list[ProgrammeRow] = []
    for is_rounds, group in groupby(snapshot.phases, _is_part_of_rounds):
        phases = list(group)
        lines = [phases] if is_rounds else [[phase] for phase in phases]
        rows += [_row(line, position) for line in lines]
    return tuple(rows)


def _is_part_of_rounds(phase: Phase) -> bool:
    return phase.kind in (PhaseKind.ROUND, PhaseKind.CHANGEOVER)


def _row(phases: Sequence[Phase], position: int) -> ProgrammeRow:
    first, last = phases[0], phases[-1]
    numbers = [phase.round_number for phase in rounds_of(phases) if phase.round_number]
    return ProgrammeRow(
        kind=PhaseKind.ROUND if numbers else first.kind,
        title=first.title,
        starts=first.starts,
        rounds=(numbers[0], numbers[-1]) if numbers else None,
        is_over=last.position < position,
        is_now=first.position <= position <= last.position,
    )
