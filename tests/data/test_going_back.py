"""The host goes back: what was jumped over comes again, and what was held stays held."""

from datetime import timedelta

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import CheckIn
from kiosk.domain.plan import ChangeKind, DayChange, PlanMethod, RoundStanding
from kiosk.domain.programme import (
    Insert,
    Move,
    Phase,
    PhaseKind,
    PhaseLine,
    ProgrammeEdit,
    Resize,
    Skip,
    lay_out,
    recovery_of,
)
from kiosk.planning.carousel import Carousel
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.conductor_state import ConductorState
from kiosk.services.day_position import round_standings
from kiosk.services.ports import UnitFactory
from kiosk.services.programme_editing import (
    accept_recovery,
    edit_programme,
    read_programme,
    undo_programme_edit,
)
from kiosk.services.seating import make_plan, publish_plan
from kiosk.services.seating.day import apply_changes
from tests.helpers.days import small_day
from tests.helpers.seats import candidates_of

INFO, ROUND_1, CHANGEOVER, ROUND_2, BREAK, ROUND_4 = 1, 2, 3, 4, 5, 8
A_WRONG_JUMP = 61
"""Seconds until the host sees that the day is in the wrong place."""
HOST = "host"


@pytest.fixture(autouse=True)
def day(units: UnitFactory, clock: SimulatedClock) -> None:
    """A plan is in force, and everybody has come."""
    with units() as unit:
        small_day(unit)
        unit.commit()
    outcome = make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")
    publish_plan(units(), clock, outcome.plan.version, station="organiser")
    with units() as unit:
        for person in unit.people.all():
            unit.people.check_in(person.id, CheckIn(clock.now(), "desk 1", "Els"))
        unit.commit()


def go_to(units: UnitFactory, clock: SimulatedClock, *positions: int) -> ConductorState:
    """Start these phases, one after the other."""
    state = conducting.conductor_state(units(), clock)
    for position in positions:
        state = conducting.start_phase(units(), clock, position, state.position)
    return state


def live_through(units: UnitFactory, clock: SimulatedClock, *positions: int) -> None:
    """Start these phases and let the time of each pass."""
    for position in positions:
        state = go_to(units, clock, position)
        clock.advance(state.phases[position].seconds)


def running(state: ConductorState) -> Countdown:
    assert state.countdown is not None
    return state.countdown


def phases(units: UnitFactory) -> tuple[Phase, ...]:
    with units() as unit:
        return unit.programme.phases()


def begun_parts(units: UnitFactory) -> list[int]:
    return [phase.position for phase in phases(units) if phase.started_at]


def edit(units: UnitFactory, clock: SimulatedClock, what: ProgrammeEdit) -> tuple[Phase, ...]:
    return edit_programme(units(), clock, repair, what, phases(units), station=HOST)


def standings(units: UnitFactory) -> list[RoundStanding]:
    with units() as unit:
        return list(round_standings(unit).values())


def held(units: UnitFactory) -> int:
    with units() as unit:
        return len(unit.plans.held())


class TestAWrongJump:
    @pytest.fixture(autouse=True)
    def back_again(self, day: None, units: UnitFactory, clock: SimulatedClock) -> None:
        """To the last round, from there to the part behind it, and back to where the day was."""
        go_to(units, clock, INFO)
        clock.advance(5 * 60)
        go_to(units, clock, ROUND_4)
        clock.advance(A_WRONG_JUMP)
        go_to(units, clock, ROUND_4 + 1)
        clock.advance(A_WRONG_JUMP)
        go_to(units, clock, INFO)

    def test_every_part_that_comes_again_can_be_changed_again(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        for change in (
            Resize(BREAK, 600),
            Resize(ROUND_1, 480),
            Move(BREAK, 1),
            Skip(ROUND_4),
            Insert(ROUND_1, PhaseKind.BREAK, 300),
        ):
            before = phases(units)
            assert edit(units, clock, change) != before

    def test_no_round_counts_as_done(self, units: UnitFactory) -> None:
        draft = RoundStanding.DRAFT
        assert standings(units) == [RoundStanding.ANNOUNCED, draft, draft, draft]

    def test_somebody_who_does_not_come_is_taken_out_of_the_rounds(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        missing = candidates_of(units())[0].id
        change = DayChange(ChangeKind.NO_SHOW, missing, 1)
        mended = apply_changes(units(), clock, repair, [change], station=HOST)
        assert missing not in {c.candidate_id for c in mended.conversations}

    def test_a_round_can_be_dropped_and_given_back(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        before = phases(units)
        change = DayChange(ChangeKind.ROUND_DROPPED, None, 4)
        apply_changes(units(), clock, repair, [change], station=HOST)
        assert len(standings(units)) == 3
        undo_programme_edit(units(), clock, repair, station=HOST)
        assert phases(units) == before

    def test_the_last_round_is_not_done_when_the_day_really_comes_near_it(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        live_through(units, clock, *range(ROUND_1, ROUND_4))
        assert standings(units)[-1] is RoundStanding.ANNOUNCED
        assert read_programme(units()).begun == ROUND_4 - 1

    def test_an_edit_that_was_made_meanwhile_is_undone(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        before = phases(units)
        go_to(units, clock, ROUND_4)
        edit(units, clock, Resize(ROUND_4 + 1, 600))
        clock.advance(A_WRONG_JUMP)
        go_to(units, clock, INFO)
        after = undo_programme_edit(units(), clock, repair, station=HOST)
        assert [phase.seconds for phase in after] == [phase.seconds for phase in before]
        assert begun_parts(units) == [INFO]


def test_a_wrong_jump_to_a_round_marks_no_conversation_as_held(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    go_to(units, clock, INFO, ROUND_4)
    clock.advance(A_WRONG_JUMP)
    go_to(units, clock, INFO)
    assert held(units) == 0


def test_a_wrong_jump_is_mended_also_after_the_programme_was_ended(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    last = phases(units)[-1].position
    go_to(units, clock, INFO, last)
    conducting.finish(units(), clock, last)
    go_to(units, clock, INFO)
    assert begun_parts(units) == [INFO]
    edit(units, clock, Resize(BREAK, 600))


def test_a_round_that_was_held_for_the_better_part_stays_held(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    live_through(units, clock, ROUND_1, CHANGEOVER)
    go_to(units, clock, ROUND_2)
    clock.advance(4 * 60)
    go_to(units, clock, ROUND_1)
    assert standings(units)[:2] == [RoundStanding.RUNNING, RoundStanding.DONE]
    with pytest.raises(Refusal) as refused:
        edit(units, clock, Resize(ROUND_2, 600))
    assert refused.value.code is RefusalCode.PHASE_BEGUN


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(hours=1)])
def test_how_long_a_round_was_held_is_not_asked_of_a_clock_that_was_set(
    units: UnitFactory, clock: SimulatedClock, jump: timedelta
) -> None:
    short = go_to(units, clock, ROUND_1).countdown
    clock.advance(30)
    clock.set_wall(clock.now() + jump)
    conducting.start_phase(units(), clock, INFO, ROUND_1, seen=short)
    assert held(units) == 0
    long = go_to(units, clock, ROUND_1).countdown
    clock.advance(6 * 60)
    clock.set_wall(clock.now() + jump)
    conducting.start_phase(units(), clock, INFO, ROUND_1, seen=long)
    assert held(units) == 4


def test_a_round_that_was_jumped_over_is_held_after_all_and_the_next_stays_held(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    live_through(units, clock, ROUND_2)
    go_to(units, clock, BREAK, ROUND_1)
    assert standings(units)[:2] == [RoundStanding.RUNNING, RoundStanding.DONE]
    edit(units, clock, Resize(BREAK, 600))


def test_a_break_that_was_begun_too_early_can_be_changed_until_it_comes_again(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    live_through(units, clock, ROUND_1)
    go_to(units, clock, BREAK)
    clock.advance(A_WRONG_JUMP)
    go_to(units, clock, ROUND_1)
    assert edit(units, clock, Resize(BREAK, 600))[BREAK].seconds == 600


def test_a_second_desk_that_saw_the_wrong_jump_changes_nothing_after_it(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    go_to(units, clock, INFO, ROUND_4)
    clock.advance(A_WRONG_JUMP)
    back = go_to(units, clock, INFO)
    late = conducting.next_phase(units(), clock, ROUND_4)
    assert late.position == back.position == INFO
    assert begun_parts(units) == [INFO]


def test_time_that_is_offered_to_be_won_back_can_be_won_back_after_going_back(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        event = unit.events.get()
        lines = (
            PhaseLine(PhaseKind.ROUND, 7, "", event.local(clock.now()).time(), 2, 1),
            PhaseLine(PhaseKind.BREAK, 25, "Pauze"),
            PhaseLine(PhaseKind.ROUND, 7, count=3, changeover_minutes=2),
        )
        unit.programme.replace(lay_out(lines))
        unit.commit()
    live_through(units, clock, 0, 1, 2, 3)
    state = go_to(units, clock, 0)
    clock.advance(timedelta(minutes=20).total_seconds())
    assert state.countdown is not None
    left = state.countdown.remaining(clock)
    recovery = recovery_of(event, state.phases, state.position, left, clock.now())
    assert recovery is not None
    accept_recovery(units(), clock, repair, recovery, state.phases, station=HOST)
    pace = conducting.conductor_state(units(), clock, state.countdown).pace(clock)
    assert pace is not None
    assert pace.over == recovery.late - recovery.seconds


class TestASlip:
    """Next was pressed in a round with more than three minutes to go."""

    LEFT = 192.0

    @pytest.fixture(autouse=True)
    def slipped(self, day: None, units: UnitFactory, clock: SimulatedClock) -> None:
        live_through(units, clock, INFO)
        state = go_to(units, clock, ROUND_1)
        clock.advance(state.phases[ROUND_1].seconds - self.LEFT)
        go_to(units, clock, CHANGEOVER)
        clock.advance(5)

    def test_the_round_goes_on_where_it_was(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        began = phases(units)[ROUND_1].started_at
        assert running(go_to(units, clock, ROUND_1)).remaining(clock) == self.LEFT
        assert phases(units)[ROUND_1].started_at == began
        assert begun_parts(units) == [INFO, ROUND_1]
        clock.advance(10)
        assert running(go_to(units, clock)).remaining(clock) == self.LEFT - 10

    def test_a_minute_later_it_begins_anew(self, units: UnitFactory, clock: SimulatedClock) -> None:
        clock.advance(60)
        assert running(go_to(units, clock, ROUND_1)).remaining(clock) == 7 * 60

    def test_what_was_paused_waits_where_it_was(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        conducting.pause(units(), clock, running(go_to(units, clock, ROUND_1)))
        go_to(units, clock, CHANGEOVER)
        clock.advance(5)
        back = running(go_to(units, clock, ROUND_1))
        assert back.run.state is RunState.PAUSED
        assert back.remaining(clock) == self.LEFT

    def test_minutes_that_were_given_stay_given(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        conducting.adjust(units(), clock, running(go_to(units, clock, ROUND_1)), 120)
        go_to(units, clock, CHANGEOVER)
        back = running(go_to(units, clock, ROUND_1))
        assert back.remaining(clock) == self.LEFT + 120
        assert back.run.seconds == 9 * 60

    def test_it_is_mended_also_after_the_program_stopped(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        restarted = SimulatedClock(clock.now() + timedelta(seconds=10))
        conducting.resume_as_if_nothing(units(), restarted)
        assert running(go_to(units, restarted, ROUND_1)).remaining(restarted) == self.LEFT

    def test_a_desk_that_still_shows_the_round_takes_over_its_new_countdown(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        go_to(units, clock, ROUND_1)
        elsewhere = running(go_to(units, clock))
        go_to(units, clock, CHANGEOVER)
        clock.advance(30)
        go_to(units, clock, ROUND_1)
        state = conducting.conductor_state(units(), clock, elsewhere)
        assert running(state).remaining(clock) == self.LEFT

    def test_two_slips_are_mended_one_after_the_other(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        go_to(units, clock, ROUND_2)
        clock.advance(5)
        back = running(go_to(units, clock, CHANGEOVER))
        assert back.remaining(clock) == 55
        assert running(go_to(units, clock, ROUND_1)).remaining(clock) == self.LEFT

    def test_another_part_than_the_one_that_was_left_begins_anew(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        assert running(go_to(units, clock, INFO)).remaining(clock) == 20 * 60


def test_a_slip_into_a_round_that_was_held_leaves_it_held(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    live_through(units, clock, ROUND_1, CHANGEOVER, ROUND_2)
    began = phases(units)[ROUND_2].started_at
    live_through(units, clock, ROUND_1)
    go_to(units, clock, ROUND_2)
    clock.advance(10)
    go_to(units, clock, ROUND_1)
    assert phases(units)[ROUND_2].started_at == began
    assert standings(units)[:2] == [RoundStanding.RUNNING, RoundStanding.DONE]
