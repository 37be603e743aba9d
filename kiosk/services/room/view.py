"""Work out the room's picture from a snapshot and the countdown. Pure: called at every tick."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import LAST_MINUTE, Countdown, RunState, begin, shown_seconds
from kiosk.domain.programme import Phase, PhaseKind, phase_after, taking_place
from kiosk.domain.room_settings import RoomSign
from kiosk.services.announcements import Announcement, is_worth_saying
from kiosk.services.room.rows import expected_starts, programme_rows, wall_minute
from kiosk.services.room.scenes import dark_scene, message_scene, plain_scene
from kiosk.services.room.values import RoomScene, RoomSnapshot, RoomState, RoomView
from kiosk.services.room.waiting import until_we_go_on

BOARD_AHEAD = 180.0
"""Seconds before a round in which everyone may look for their table."""
BOARD_UNPLANNED = 60.0
"""How long a board stands where rounds follow each other without a changeover: about a minute."""
TWO_MINUTES = 120
TOLD_SECONDS = 10
"""How long "two minutes to go" stands beside the ring."""
PULSE_SECONDS = 3.0
"""The ring swells once and settles at the end of a round: slow, and far from any flash."""

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
    """The picture of this moment, and over it what the host put there.

    A run without a countdown is one that the host has not taken up again since the program was
    restarted: the room is told that we will be right back, before anything the host said earlier.
    """
    sign = snapshot.sign
    if sign.blackout:
        return RoomView(dark_scene(snapshot))
    view = _own_view(snapshot, countdown, clock)
    if not sign.message or view.scene.state is RoomState.BACK_SOON:
        return view
    return replace(view, scene=message_scene(view.scene, sign.message), pulse=0.0)


def following_moment(
    snapshot: RoomSnapshot, countdown: Countdown | None, clock: Clock
) -> tuple[RoomSnapshot, Countdown | None]:
    """The day as if the next phase had just begun, or the day was over; with nothing over it."""
    run = countdown.run if countdown else snapshot.run
    following = phase_after(snapshot.phases, run.position if run else -1)
    plain = replace(snapshot, sign=RoomSign())
    if following is None or snapshot.finished:
        return replace(plain, run=None, finished=True), None
    started = begin(following.position, following.seconds, clock)
    return replace(plain, run=started.run), started


def _own_view(snapshot: RoomSnapshot, countdown: Countdown | None, clock: Clock) -> RoomView:
    if countdown is not None and countdown.run.position < len(snapshot.phases):
        return _running(snapshot, countdown, clock)
    if snapshot.run is not None:
        return RoomView(plain_scene(snapshot, clock, RoomState.BACK_SOON))
    if snapshot.finished:
        scene = plain_scene(snapshot, clock, RoomState.CELEBRATION)
        return RoomView(replace(scene, is_over=True, totals=snapshot.totals))
    return RoomView(_before(snapshot, clock))


def _running(snapshot: RoomSnapshot, countdown: Countdown, clock: Clock) -> RoomView:
    phase = snapshot.phases[countdown.run.position]
    following = phase_after(snapshot.phases, phase.position)
    counted = until_we_go_on(snapshot.event, snapshot.phases, countdown, clock)
    remaining = counted.remaining(clock)
    left = shown_seconds(remaining)
    number = following.round_number if following and not phase.round_number else phase.round_number
    state = _state(phase, following, left)
    if state is RoomState.BOARD and phase.kind is PhaseKind.ROUND and following:
        number = following.round_number
    paused = countdown.run.state is RunState.PAUSED
    scene = replace(
        plain_scene(snapshot, clock, state),
        kind=phase.kind,
        title=phase.title,
        is_paused=paused,
        is_over=left <= 0,
        round_number=number,
        next_at=None if paused else wall_minute(snapshot, counted.ends_at(clock)),
        minutes=-(-left // 60) if left > 0 else None,
        next_kind=following.kind if following else None,
        break_after=_break_after(snapshot.phases, phase),
    )
    scene = _with_content(scene, snapshot, countdown, clock)
    pulse = 0.0 if snapshot.settings.quiet else _pulse(scene, remaining)
    changes = countdown.run.changes
    return RoomView(scene, remaining, counted.elapsed_share(clock), pulse, changes)


def _state(phase: Phase, following: Phase | None, left: int) -> RoomState:
    before_round = following is not None and following.kind is PhaseKind.ROUND
    if phase.kind is PhaseKind.ROUND:
        if left > 0:
            return RoomState.LAST_MINUTE if left <= LAST_MINUTE else RoomState.ROUND
        return RoomState.BOARD if before_round else RoomState.TIME_UP
    if before_round and left <= BOARD_AHEAD:
        return RoomState.BOARD
    return _STATE[phase.kind]


def _with_content(
    scene: RoomScene, snapshot: RoomSnapshot, countdown: Countdown, clock: Clock
) -> RoomScene:
    """A scene holds only what its state shows, so that nothing else makes it change."""
    phase = snapshot.phases[countdown.run.position]
    match scene.state:
        case RoomState.PROGRAMME:
            expected = expected_starts(snapshot, countdown, clock)
            rows = programme_rows(snapshot, phase.position, expected)
            return replace(scene, programme=rows, is_late=bool(expected))
        case RoomState.BOARD:
            return _with_board(scene, snapshot, phase)
        case RoomState.CELEBRATION:
            return replace(scene, totals=snapshot.totals)
        case RoomState.ROUND:
            left = shown_seconds(countdown.remaining(clock))
            tells = TWO_MINUTES - TOLD_SECONDS < left <= TWO_MINUTES
            tells = tells and is_worth_saying(Announcement.TWO_MINUTES, countdown.run.seconds)
            tells = tells and not scene.is_paused
            return replace(scene, question=phase.prompt, two_minutes=tells)
        case _:
            return scene


def _with_board(scene: RoomScene, snapshot: RoomSnapshot, phase: Phase) -> RoomScene:
    """The board of the coming round, and what decides how large its letters are."""
    shown: float = phase.seconds
    if phase.kind is PhaseKind.ROUND:
        shown = BOARD_UNPLANNED
    elif phase.kind is not PhaseKind.CHANGEOVER:
        shown = min(BOARD_AHEAD, phase.seconds)
    index = (scene.round_number or 1) - 1
    return replace(
        scene,
        board=snapshot.boards[index] if index < len(snapshot.boards) else (),
        board_seconds=shown,
        screen_inches=snapshot.settings.screen_inches,
        farthest_metres=snapshot.settings.farthest_metres,
    )


def _pulse(scene: RoomScene, remaining: float) -> float:
    """From 0 to 1 and back once, in the first seconds over time."""
    swells = scene.state is RoomState.TIME_UP and not scene.is_paused
    if not swells or not -PULSE_SECONDS < remaining < 0:
        return 0.0
    return math.sin(math.pi * remaining / PULSE_SECONDS) ** 2


def _before(snapshot: RoomSnapshot, clock: Clock) -> RoomScene:
    scene = plain_scene(snapshot, clock, RoomState.PROGRAMME)
    first = phase_after(snapshot.phases, -1)
    if first is None:
        return scene
    left = (snapshot.event.moment(first.starts) - clock.now()).total_seconds()
    soon = 0 < left < timedelta(days=1).total_seconds()
    return replace(
        scene,
        kind=PhaseKind.WELCOME,
        next_at=first.starts if soon else None,
        minutes=-(-shown_seconds(left) // 60) if soon else None,
        next_kind=first.kind,
        programme=programme_rows(snapshot, -1, {}),
    )


def _break_after(phases: Sequence[Phase], current: Phase) -> int | None:
    """The round after which the next break comes, seen from a round; None without one."""
    last = current.round_number
    coming = phases[current.position + 1 :] if current.kind is PhaseKind.ROUND else ()
    for phase in taking_place(coming):
        if phase.kind is PhaseKind.BREAK:
            return last
        if phase.kind is PhaseKind.ROUND:
            last = phase.round_number
    return None
