"""The host runs the day: no press counts twice, and no second is lost."""

from datetime import timedelta

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.programme import PhaseKind
from kiosk.services import conducting
from kiosk.services.conductor_state import ConductorState, PhaseStanding
from kiosk.services.ports import UnitFactory
from kiosk.services.room_seating import TableStanding
from tests.helpers.days import small_day
from tests.helpers.seats import arrive, candidates_of, employers_of, representatives_of, seat

ROUND_1 = 2


@pytest.fixture(autouse=True)
def day(units: UnitFactory) -> None:
    with units() as unit:
        small_day(unit)
        unit.commit()


def running(state: ConductorState) -> Countdown:
    assert state.countdown is not None
    return state.countdown


def start_round(units: UnitFactory, clock: SimulatedClock) -> Countdown:
    return running(conducting.start_phase(units(), clock, ROUND_1, None))


def test_before_the_start_everything_is_to_come(units: UnitFactory, clock: SimulatedClock) -> None:
    state = conducting.conductor_state(units(), clock)
    assert state.position is None
    assert state.following is not None
    assert state.following.kind is PhaseKind.WELCOME
    assert {row.standing for row in state.rows} == {PhaseStanding.COMING}
    assert state.round_count == 4


def test_next_starts_the_phases_in_order(units: UnitFactory, clock: SimulatedClock) -> None:
    state = conducting.next_phase(units(), clock, None)
    assert state.position == 0
    clock.advance(60)
    state = conducting.next_phase(units(), clock, 0)
    assert state.position == 1
    assert running(state).remaining(clock) == 20 * 60
    assert state.rows[0].standing is PhaseStanding.DONE
    assert state.phases[1].started_at == clock.now()


def test_a_second_press_of_next_changes_nothing(units: UnitFactory, clock: SimulatedClock) -> None:
    conducting.next_phase(units(), clock, None)
    first = conducting.next_phase(units(), clock, 0)
    clock.advance(0.2)
    second = conducting.next_phase(units(), clock, 0)
    assert second.position == first.position == 1
    with units() as unit:
        assert [entry.what for entry in unit.journal.entries()].count("phase-started") == 2


def test_there_is_nothing_after_the_last_phase(units: UnitFactory, clock: SimulatedClock) -> None:
    last = len(conducting.conductor_state(units(), clock).rows) - 1
    state = conducting.start_phase(units(), clock, last, None)
    assert state.following is None
    with pytest.raises(Refusal) as refusal:
        conducting.next_phase(units(), clock, last)
    assert refusal.value.code is RefusalCode.NO_NEXT_PHASE


def test_a_finished_day_does_not_start_again_by_itself(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    start_round(units, clock)
    state = conducting.finish(units(), clock, ROUND_1)
    assert state.finished
    assert state.following is None
    assert {row.standing for row in state.rows} == {PhaseStanding.DONE}
    with pytest.raises(Refusal):
        conducting.next_phase(units(), clock, None)
    again = conducting.start_phase(units(), clock, ROUND_1, None)
    assert not again.finished


def test_a_pause_stops_the_countdown_and_resume_goes_on(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    countdown = start_round(units, clock)
    clock.advance(100)
    paused = running(conducting.pause(units(), clock, countdown))
    clock.advance(1000)
    assert paused.remaining(clock) == 320
    going = running(conducting.resume(units(), clock, paused))
    clock.advance(20)
    assert going.remaining(clock) == 300


def test_pausing_twice_is_pausing_once(units: UnitFactory, clock: SimulatedClock) -> None:
    countdown = start_round(units, clock)
    clock.advance(100)
    conducting.pause(units(), clock, countdown)
    clock.advance(5)
    assert running(conducting.pause(units(), clock, countdown)).remaining(clock) == 320


def test_a_gesture_for_an_earlier_phase_is_ignored(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    countdown = start_round(units, clock)
    conducting.next_phase(units(), clock, ROUND_1)
    after_pause = running(conducting.pause(units(), clock, countdown))
    after_adjust = running(conducting.adjust(units(), clock, countdown, 60))
    assert after_pause.run.state is RunState.RUNNING
    assert after_adjust.remaining(clock) == 60


def test_nothing_runs_so_nothing_pauses(units: UnitFactory, clock: SimulatedClock) -> None:
    countdown = start_round(units, clock)
    conducting.finish(units(), clock, ROUND_1)
    with pytest.raises(Refusal) as refusal:
        conducting.pause(units(), clock, countdown)
    assert refusal.value.code is RefusalCode.PHASE_NOT_RUNNING


def test_two_quick_presses_give_two_minutes(units: UnitFactory, clock: SimulatedClock) -> None:
    countdown = start_round(units, clock)
    conducting.adjust(units(), clock, countdown, 60)
    state = conducting.adjust(units(), clock, countdown, 60)
    assert running(state).remaining(clock) == 9 * 60


def test_no_more_is_taken_than_is_left(units: UnitFactory, clock: SimulatedClock) -> None:
    countdown = start_round(units, clock)
    clock.advance(6 * 60 + 30)
    assert running(conducting.adjust(units(), clock, countdown, -60)).remaining(clock) == 0


def test_one_more_minute_in_overtime_is_a_whole_minute(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    countdown = start_round(units, clock)
    clock.advance(10 * 60)
    assert running(conducting.adjust(units(), clock, countdown, 60)).remaining(clock) == 60


def test_setting_the_laptops_clock_does_not_touch_the_countdown(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    countdown = start_round(units, clock)
    clock.advance(60)
    clock.set_wall(clock.now() + timedelta(days=1))
    state = conducting.conductor_state(units(), clock, countdown)
    assert running(state).remaining(clock) == 360
    assert running(conducting.pause(units(), clock, countdown)).remaining(clock) == 360


def test_a_late_press_after_the_clock_was_set_shows_the_countdown_as_it_is(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    countdown = start_round(units, clock)
    clock.advance(100)
    clock.set_wall(clock.now() + timedelta(hours=1))
    for late in (
        conducting.next_phase(units(), clock, None, seen=countdown),
        conducting.start_phase(units(), clock, ROUND_1 + 1, None, seen=countdown),
        conducting.start_phase(units(), clock, ROUND_1, ROUND_1, seen=countdown),
        conducting.finish(units(), clock, None, seen=countdown),
    ):
        assert running(late).remaining(clock) == 320


def behind(state: ConductorState, clock: SimulatedClock) -> float:
    pace = state.pace(clock)
    assert pace is not None
    return pace.behind


def test_the_screen_says_how_far_behind_the_day_is(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    event = conducting.conductor_state(units(), clock).event
    phase = conducting.conductor_state(units(), clock).rows[ROUND_1].phase
    clock.advance_to(event.moment(phase.starts) + timedelta(minutes=2))
    countdown = start_round(units, clock)
    state = conducting.conductor_state(units(), clock, countdown)
    assert behind(state, clock) == 120
    clock.advance(10 * 60)
    assert behind(state, clock) == 5 * 60


def test_on_another_day_nothing_is_behind(units: UnitFactory, clock: SimulatedClock) -> None:
    clock.advance(3 * 24 * 3600)
    start_round(units, clock)
    assert conducting.conductor_state(units(), clock).pace(clock) is None


class TestARoundEnds:
    def test_only_conversations_with_both_there_count_as_held(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        people, tables = candidates_of(units()), employers_of(units())
        contacts = representatives_of(units())
        seat(units(), clock, list(zip(people, tables, strict=False)))
        arrive(units(), clock, people[0].id, people[1].id, contacts[0].id, contacts[2].id)
        start_round(units, clock)
        conducting.next_phase(units(), clock, ROUND_1)
        with units() as unit:
            assert unit.plans.held() == {(people[0].id, tables[0].id)}
            ended = unit.journal.latest(["round-ended"], 1)[0]
        assert ended.facts == {"round": 1, "planned": 4, "held": 1}

    def test_a_round_that_is_run_again_marks_nothing_twice(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        people, tables = candidates_of(units()), employers_of(units())
        seat(units(), clock, [(people[0], tables[0])])
        arrive(units(), clock, people[0].id, representatives_of(units())[0].id)
        start_round(units, clock)
        conducting.next_phase(units(), clock, ROUND_1)
        conducting.start_phase(units(), clock, ROUND_1, ROUND_1 + 1)
        conducting.next_phase(units(), clock, ROUND_1)
        with units() as unit:
            assert len(unit.plans.held()) == 1


class TestTheRoom:
    def test_it_shows_the_next_round_until_the_last_is_over(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        state = conducting.conductor_state(units(), clock)
        shown = []
        for position in range(len(state.rows)):
            expected = position - 1 if position else None
            state = conducting.next_phase(units(), clock, expected)
            shown.append(state.room.round_number if state.room else None)
        assert shown == [1, 1, 1, 2, 2, 3, 3, 4, 4, None, None]

    def test_each_table_says_what_the_host_must_know(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        people, tables = candidates_of(units()), employers_of(units())
        contacts = representatives_of(units())
        seat(units(), clock, list(zip(people[:3], tables[:3], strict=True)))
        arrive(units(), clock, people[0].id, *(contact.id for contact in contacts[1:]))
        arrive(units(), clock, people[1].id)
        room = conducting.conductor_state(units(), clock).room
        assert room is not None
        assert [table.standing for table in room.tables] == [
            TableStanding.NO_EMPLOYER,
            TableStanding.BUSY,
            TableStanding.WAITING,
            TableStanding.FREE,
        ]
        assert [guest.badge_number for guest in room.resting] == [4, 5, 6]

    def test_without_a_plan_the_tables_are_there_and_nobody_rests(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        room = conducting.conductor_state(units(), clock).room
        assert room is not None
        assert len(room.tables) == 4
        assert room.resting == ()


class TestAfterACrash:
    def test_nothing_is_offered_when_nothing_ran(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        assert conducting.interrupted_run(units(), clock) is None

    def test_it_goes_on_at_the_second_where_it_would_be(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        start_round(units, clock)
        clock.advance(100.25)
        restarted = SimulatedClock(clock.now())
        offer = conducting.interrupted_run(units(), restarted)
        assert offer is not None
        assert offer.phase.round_number == 1
        assert (offer.remaining_now, offer.remaining_stored) == (319.75, 420)
        state = conducting.resume_as_if_nothing(units(), restarted)
        restarted.advance(19.75)
        assert running(state).remaining(restarted) == 300

    def test_it_can_stand_still_where_it_was_last_written_down(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        countdown = start_round(units, clock)
        clock.advance(100)
        countdown = conducting.checkpoint(units(), clock, countdown)
        clock.advance(30)
        restarted = SimulatedClock(clock.now())
        state = conducting.resume_paused(units(), restarted)
        restarted.advance(1000)
        assert running(state).run.state is RunState.PAUSED
        assert running(state).remaining(restarted) == 320
        assert countdown.remaining(clock) == 290

    def test_a_checkpoint_never_undoes_a_pause(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        countdown = start_round(units, clock)
        paused = running(conducting.pause(units(), clock, countdown))
        clock.advance(10)
        kept = conducting.checkpoint(units(), clock, countdown)
        assert kept.run == paused.run
        assert kept.remaining(clock) == 420

    def test_a_clock_that_was_set_back_wins_no_time(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        start_round(units, clock)
        restarted = SimulatedClock(clock.now() - timedelta(hours=1))
        offer = conducting.interrupted_run(units(), restarted)
        assert offer is not None
        assert offer.remaining_now == 420
