"""How the day keeps to its programme, and what is proposed to win time back."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from kiosk.domain.programme import (
    Insert,
    Phase,
    PhaseKind,
    PhaseLine,
    Recovery,
    Resize,
    ResizeAll,
    StartAt,
    edited,
    forecast,
    is_the_day,
    lay_out,
    pace_of,
    planned_end,
    recovered,
    recovery_of,
    rounds_of,
)
from tests.helpers.days import LINES, an_event

EVENT = an_event()
DAY = lay_out(LINES)
ROUND_1, ROUND_2, BREAK, ROUND_3, ROUND_4, INTEREST = 2, 4, 5, 6, 8, 9
MINUTE = 60.0


def at(clock_time: time) -> datetime:
    return EVENT.moment(clock_time)


def late(
    minutes: float, phases: tuple[Phase, ...] = DAY, position: int = ROUND_1
) -> Recovery | None:
    """What is proposed when a phase begins so many minutes late."""
    now = EVENT.moment(phases[position].starts) + timedelta(minutes=minutes)
    return recovery_of(EVENT, phases, position, phases[position].seconds, now)


def minutes_won(recovery: Recovery | None) -> float:
    assert recovery is not None
    return recovery.seconds / MINUTE


class TestTheForecast:
    def test_what_comes_follows_what_runs(self) -> None:
        now = at(time(14, 23))
        expected = forecast(EVENT, DAY, ROUND_1, 6 * MINUTE, now)
        assert [each.position for each in expected] == list(range(ROUND_1, len(DAY)))
        assert expected[0].ends == at(time(14, 29))
        assert expected[3].starts == at(time(14, 37))
        assert expected[-1].ends == at(time(15, 57))

    def test_who_waits_for_a_clock_time_that_can_be_kept_is_not_behind(self) -> None:
        free = tuple(
            replace(phase, starts=time(15, 15), fixed=True) if phase.position == INTEREST else phase
            for phase in DAY
        )
        waiting = pace_of(EVENT, free, ROUND_4, -4 * MINUTE, at(time(15, 9)))
        assert waiting is not None
        assert (waiting.behind, waiting.over) == (0, 10 * MINUTE)
        overdue = pace_of(EVENT, free, ROUND_4, -12 * MINUTE, at(time(15, 17)))
        assert overdue is not None
        assert overdue.behind == 12 * MINUTE

    def test_overtime_counts_until_now(self) -> None:
        now = at(time(14, 40))
        expected = forecast(EVENT, DAY, ROUND_1, -13 * MINUTE, now)
        assert expected[0].ends == now

    def test_a_fixed_part_does_not_begin_early_and_absorbs_being_late(self) -> None:
        free = tuple(
            replace(phase, starts=time(15, 15), fixed=True) if phase.position == INTEREST else phase
            for phase in DAY
        )
        early = forecast(EVENT, free, ROUND_4, 0, at(time(15, 0)))
        assert early[1].starts == at(time(15, 15))
        late = forecast(EVENT, free, ROUND_4, 0, at(time(15, 12)))
        assert late[1].starts == at(time(15, 15))

    def test_skipped_parts_are_not_expected(self) -> None:
        skipped = tuple(replace(p, skipped=p.position == BREAK) for p in DAY)
        expected = forecast(EVENT, skipped, ROUND_2, 0, at(time(14, 35)))
        assert [each.position for each in expected] == [4, 6, 7, 8, 9, 10]

    def test_before_the_day_the_first_part_waits_for_its_time(self) -> None:
        expected = forecast(EVENT, DAY, None, 0, at(time(12, 0)))
        assert expected[0].starts == at(time(13, 30))
        late = forecast(EVENT, DAY, None, 0, at(time(13, 36)))
        assert late[0].starts == at(time(13, 36))

    def test_on_another_day_clock_times_mean_nothing(self) -> None:
        now = at(time(12, 0)) + timedelta(days=40)
        assert forecast(EVENT, DAY, None, 0, now)[0].starts == now

    def test_a_day_that_runs_past_midnight_goes_on(self) -> None:
        lines = (
            PhaseLine(PhaseKind.WELCOME, 30, starts=time(23, 0)),
            PhaseLine(PhaseKind.BREAK, 45),
            PhaseLine(PhaseKind.CELEBRATION, 30),
        )
        night = lay_out(lines)
        assert planned_end(EVENT, night) == at(time(23, 0)) + timedelta(minutes=105)


NIGHT = lay_out(
    (
        PhaseLine(PhaseKind.WELCOME, 30, starts=time(20, 0)),
        PhaseLine(PhaseKind.INFO, 210),
        PhaseLine(PhaseKind.CELEBRATION, 30, starts=time(0, 30)),
    )
)


def test_past_midnight_clock_times_go_on_to_mean_something() -> None:
    now = at(time(0, 10)) + timedelta(days=1)
    assert is_the_day(EVENT, NIGHT, now)
    expected = forecast(EVENT, NIGHT, 1, 0, now)
    assert expected[1].starts == at(time(0, 30)) + timedelta(days=1)
    pace = pace_of(EVENT, NIGHT, 1, 0, now)
    assert pace is not None
    assert pace.over == 0


def test_a_day_that_begins_at_noon_may_end_at_midnight() -> None:
    noon = PhaseLine(PhaseKind.WELCOME, 60, starts=time(12, 0))
    midnight = PhaseLine(PhaseKind.CELEBRATION, 30, starts=time(0, 0))
    day = lay_out((noon, midnight))
    assert planned_end(EVENT, day) == at(time(0, 30)) + timedelta(days=1)


def test_a_time_a_little_before_the_first_part_is_not_tomorrow() -> None:
    odd = edited(DAY, StartAt(INTEREST, time(8, 0)))
    assert planned_end(EVENT, odd) == at(odd[ROUND_4].ends)


class TestThePace:
    def test_behind_is_about_the_running_part_and_over_about_the_day(self) -> None:
        pace = pace_of(EVENT, DAY, ROUND_1, 7 * MINUTE, at(time(14, 32)))
        assert pace is not None
        assert (pace.behind, pace.over) == (12 * MINUTE, 12 * MINUTE)
        assert pace.ends == at(time(16, 7))

    def test_a_shorter_break_later_on_leaves_the_part_late_and_the_day_less(self) -> None:
        shorter = edited(DAY, Resize(BREAK, 600), begun=ROUND_1)
        pace = pace_of(EVENT, shorter, ROUND_1, 7 * MINUTE, at(time(14, 32)))
        assert pace is not None
        assert (pace.behind, pace.over) == (12 * MINUTE, 7 * MINUTE)

    def test_a_break_that_was_put_in_makes_the_day_late(self) -> None:
        longer = edited(DAY, Insert(ROUND_1, PhaseKind.BREAK, 300), begun=ROUND_1)
        pace = pace_of(EVENT, longer, ROUND_1, 7 * MINUTE, at(time(14, 20)))
        assert pace is not None
        # the changeover of a minute makes way for a break of five
        assert (pace.behind, pace.over) == (0, 4 * MINUTE)

    def test_ahead_is_negative(self) -> None:
        pace = pace_of(EVENT, DAY, ROUND_1, 5 * MINUTE, at(time(14, 20)))
        assert pace is not None
        assert pace.behind == -2 * MINUTE

    def test_nothing_runs_or_another_day_says_nothing(self) -> None:
        assert pace_of(EVENT, DAY, None, 0, at(time(14, 0))) is None
        another = at(time(14, 0)) + timedelta(days=1)
        assert pace_of(EVENT, DAY, ROUND_1, 60, another) is None


class TestWinningTimeBack:
    def test_a_few_minutes_are_no_question(self) -> None:
        assert late(4) is None

    def test_a_shorter_break_is_enough_for_five_minutes(self) -> None:
        recovery = late(5)
        assert recovery is not None
        assert recovery.edits == (Resize(BREAK, 600),)
        assert not recovery.drops_round
        assert minutes_won(recovery) == 5

    def test_no_more_is_taken_than_is_needed(self) -> None:
        with_long_break = edited(DAY, Resize(BREAK, 30 * 60))
        recovery = late(6, with_long_break)
        assert recovery is not None
        assert recovery.breaks == (24 * 60,)

    def test_shorter_changeovers_come_first(self) -> None:
        slow = edited(DAY, ResizeAll(PhaseKind.CHANGEOVER, 6 * 60))
        recovery = late(5, slow)
        assert recovery is not None
        assert recovery.edits == (ResizeAll(PhaseKind.CHANGEOVER, 210),)
        assert minutes_won(recovery) == 5

    def test_a_changeover_never_gets_shorter_than_a_minute(self) -> None:
        brisk = edited(DAY, ResizeAll(PhaseKind.CHANGEOVER, 80))
        recovery = late(20, brisk)
        assert recovery is not None
        assert recovery.changeover == 60

    def test_twelve_minutes_late_nine_are_won_back(self) -> None:
        """After the break: a round goes, and the changeover that is left becomes a minute."""
        lines = (
            PhaseLine(PhaseKind.WELCOME, 30, starts=time(13, 30)),
            PhaseLine(PhaseKind.ROUND, 7, count=2, changeover_minutes=1.5),
            PhaseLine(PhaseKind.BREAK, 15),
            PhaseLine(PhaseKind.ROUND, 7, count=3, changeover_minutes=1.5),
            PhaseLine(PhaseKind.INTEREST, 20),
        )
        day = lay_out(lines)
        recovery = late(12, day, position=5)
        assert recovery is not None
        assert recovery.drops_round
        assert recovery.changeover == 60
        assert minutes_won(recovery) == 9

    def test_a_long_round_is_not_dropped_for_a_few_minutes(self) -> None:
        lines = (
            PhaseLine(PhaseKind.WELCOME, 30, starts=time(13, 30)),
            PhaseLine(PhaseKind.ROUND, 30, count=4, changeover_minutes=2),
        )
        recovery = late(6, lay_out(lines), position=1)
        assert recovery is not None
        assert not recovery.drops_round
        assert minutes_won(recovery) == 3

    def test_less_than_a_minute_is_not_worth_a_question(self) -> None:
        lines = (
            PhaseLine(PhaseKind.WELCOME, 30, starts=time(13, 30)),
            PhaseLine(PhaseKind.ROUND, 15, count=2, changeover_minutes=4 / 3),
        )
        assert late(12, lay_out(lines), position=1) is None

    def test_the_only_round_to_come_is_never_dropped(self) -> None:
        recovery = late(30, position=ROUND_3 + 1)
        assert recovery is None

    def test_what_is_proposed_is_what_is_won(self) -> None:
        recovery = late(12)
        assert recovery is not None
        after = recovered(DAY, recovery, ROUND_1)
        now = at(time(14, 32))
        before_end = forecast(EVENT, DAY, ROUND_1, 420, now)[-1].ends
        after_end = forecast(EVENT, after, ROUND_1, 420, now)[-1].ends
        assert (before_end - after_end).total_seconds() == recovery.seconds
        assert len(rounds_of(after)) == len(rounds_of(DAY)) - recovery.drops_round

    def test_time_before_a_fixed_part_wins_nothing_after_it(self) -> None:
        lines = (
            PhaseLine(PhaseKind.ROUND, 10, count=2, changeover_minutes=5, starts=time(14, 0)),
            PhaseLine(PhaseKind.CELEBRATION, 30, starts=time(14, 40)),
        )
        day = lay_out(lines)
        assert late(19, day, position=0) is None
        assert minutes_won(late(20, day, position=0)) == 2.5
