"""What the room sees at each moment of the day."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState, begin, changed
from kiosk.domain.programme import Phase, PhaseKind, PhaseLine, lay_out
from kiosk.services.room import (
    BoardRow,
    RoomSnapshot,
    RoomState,
    RoomTotals,
    RoomView,
    room_view,
)
from tests.helpers.days import LINES, an_event

PHASES = lay_out(LINES)
BOARDS = tuple((BoardRow(7, "Samira", number),) for number in range(1, 5))


def snapshot(**fields: object) -> RoomSnapshot:
    plain = RoomSnapshot(an_event(), PHASES, None, False, BOARDS, RoomTotals(9, 30, 4, 6))
    return replace(plain, **fields)


def phase(kind: PhaseKind, number: int | None = None) -> Phase:
    found = (p for p in PHASES if p.kind is kind and number in (None, p.round_number))
    return next(found)


def running(position: int, left: float, shown: RoomSnapshot | None = None) -> RoomView:
    shown = shown or snapshot()
    current = shown.phases[position]
    clock = SimulatedClock(shown.event.moment(current.starts))
    countdown = begin(position, current.seconds, clock)
    clock.advance(current.seconds - left)
    return room_view(replace(shown, run=countdown.run), countdown, clock)


@pytest.mark.parametrize(
    ("kind", "number", "left", "state"),
    [
        (PhaseKind.WELCOME, None, 600, RoomState.PROGRAMME),
        (PhaseKind.WELCOME, None, 60, RoomState.PROGRAMME),
        (PhaseKind.INFO, None, 181, RoomState.PROGRAMME),
        (PhaseKind.INFO, None, 180, RoomState.BOARD),
        (PhaseKind.ROUND, 1, 61, RoomState.ROUND),
        (PhaseKind.ROUND, 1, 60, RoomState.LAST_MINUTE),
        (PhaseKind.ROUND, 1, 0.5, RoomState.LAST_MINUTE),
        (PhaseKind.ROUND, 1, 0, RoomState.TIME_UP),
        (PhaseKind.ROUND, 1, -75, RoomState.TIME_UP),
        (PhaseKind.CHANGEOVER, None, 60, RoomState.BOARD),
        (PhaseKind.BREAK, None, 600, RoomState.BREAK),
        (PhaseKind.BREAK, None, 100, RoomState.BOARD),
        (PhaseKind.INTEREST, None, 600, RoomState.INTEREST),
        (PhaseKind.CELEBRATION, None, 600, RoomState.CELEBRATION),
    ],
)
def test_each_moment_has_its_picture(
    kind: PhaseKind, number: int | None, left: float, state: RoomState
) -> None:
    assert running(phase(kind, number).position, left).scene.state is state


def test_the_board_is_that_of_the_coming_round() -> None:
    scene = running(phase(PhaseKind.CHANGEOVER).position, 30).scene
    assert (scene.round_number, scene.board) == (2, BOARDS[1])
    assert running(phase(PhaseKind.BREAK).position, 30).scene.board == BOARDS[2]


def test_nobody_is_on_the_screen_outside_the_board() -> None:
    for current in PHASES:
        for left in (500.0, 30.0, -5.0):
            scene = running(current.position, left).scene
            assert not scene.board or scene.state is RoomState.BOARD


def test_a_round_without_a_changeover_after_it_ends_in_the_board() -> None:
    phases = lay_out((PhaseLine(PhaseKind.ROUND, 7, count=2),))
    scene = running(0, -1, snapshot(phases=phases)).scene
    assert (scene.state, scene.round_number) == (RoomState.BOARD, 2)


def test_a_round_tells_what_comes() -> None:
    scene = running(phase(PhaseKind.ROUND, 1).position, 298).scene
    assert (scene.rounds, scene.next_kind) == (4, PhaseKind.CHANGEOVER)
    assert (scene.next_at, scene.break_after) == (time(14, 27), 2)
    assert running(phase(PhaseKind.ROUND, 3).position, 298).scene.break_after is None


def test_before_the_day_the_programme_and_the_planned_start_are_shown() -> None:
    shown = snapshot()
    clock = SimulatedClock(shown.event.moment(time(13, 5)))
    scene = room_view(shown, None, clock).scene
    assert (scene.state, scene.next_at, scene.minutes) == (RoomState.PROGRAMME, time(13, 30), 25)
    assert [row.rounds for row in scene.programme if row.rounds] == [(1, 2), (3, 4)]
    assert not any(row.is_now for row in scene.programme)


def test_the_running_line_of_the_programme_is_marked() -> None:
    rows = running(phase(PhaseKind.INFO).position, 900).scene.programme
    assert [(row.is_over, row.is_now) for row in rows[:3]] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_run_that_nobody_took_up_again_says_back_soon() -> None:
    clock = SimulatedClock(datetime.fromisoformat("2023-03-21T13:30:00+00:00"))
    run = begin(2, 420, clock).run
    assert room_view(snapshot(run=run), None, clock).scene.state is RoomState.BACK_SOON


def test_after_the_day_the_totals_stay() -> None:
    clock = SimulatedClock(datetime.fromisoformat("2023-03-21T16:30:00+00:00"))
    scene = room_view(snapshot(finished=True), None, clock).scene
    assert scene.state is RoomState.CELEBRATION
    assert scene.is_over
    assert scene.totals == RoomTotals(9, 30, 4, 6)


def test_a_paused_round_says_so_and_stands_still() -> None:
    shown = snapshot()
    clock = SimulatedClock(shown.event.moment(time(14, 20)))
    countdown: Countdown = changed(begin(2, 420, clock), clock, state=RunState.PAUSED)
    clock.advance(30)
    view = room_view(replace(shown, run=countdown.run), countdown, clock)
    assert view.scene.is_paused
    assert view.remaining == 420


def test_within_a_minute_only_the_two_moving_figures_change() -> None:
    """The still layer is painted once for each scene, so a scene must not change by itself."""
    shown = snapshot()
    clock = SimulatedClock(shown.event.moment(time(14, 20)))
    countdown = begin(2, 420, clock)
    shown = replace(shown, run=countdown.run)
    clock.advance(1)
    views = []
    for _ in range(580):
        clock.advance(0.1)
        views.append(room_view(shown, countdown, clock))
    assert {view.scene for view in views} == {views[0].scene}
    assert views[0].share < views[-1].share


def test_setting_the_laptops_clock_moves_the_wall_clock_only() -> None:
    shown = snapshot()
    clock = SimulatedClock(shown.event.moment(time(14, 20)))
    countdown = begin(2, 420, clock)
    clock.advance(100)
    clock.set_wall(clock.now() + timedelta(days=1, hours=3))
    view = room_view(replace(shown, run=countdown.run), countdown, clock)
    assert view.remaining == 320
    assert view.scene.clock == time(17, 21)
