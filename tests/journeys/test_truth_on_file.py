"""The host's use cases on a real encrypted file, against exact arithmetic."""

import pytest
from hypothesis import HealthCheck, given, settings

from kiosk.domain.countdown import RunState, shown_seconds
from kiosk.services import conducting
from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING, small_day
from tests.helpers.truth import Act, Oracle, Step, seconds_allowed, steps
from tests.helpers.truth_host import FileHost

HAIR_MS = 0.01

on_one_file = settings(
    max_examples=40,
    deadline=None,
    # every example begins with a phase of its own; what the file remembers of others is the test
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def lengths(units: UnitFactory) -> list[int]:
    """A small day, and how long its phases are in milliseconds."""
    with units() as unit:
        small_day(unit)
        unit.commit()
    with units() as unit:
        return [phase.seconds * 1000 for phase in unit.programme.phases()]


@on_one_file
@given(day=steps(25))
def test_after_anything_that_can_happen_the_file_and_the_screen_read_the_right_second(
    units: UnitFactory, lengths: list[int], day: list[Step]
) -> None:
    host, oracle = FileHost.beginning(units, MORNING), Oracle(lengths)
    for step in day:
        told = len(host.offers)
        host.take(step)
        oracle.take(step)
        assert host.left_ms == pytest.approx(oracle.left, abs=HAIR_MS)
        seconds = shown_seconds(host.countdown.remaining(host.clock))
        assert seconds in seconds_allowed(oracle.left)
        assert host.state.position == oracle.position
        assert (host.countdown.run.state is RunState.RUNNING) == oracle.running
        for offer in host.offers[told:]:
            assert offer.phase.position == oracle.position
        host.look_again()
        assert host.left_ms == pytest.approx(oracle.left, abs=HAIR_MS)


@on_one_file
@given(day=steps(25))
def test_both_offers_after_a_crash_are_right_to_the_millisecond(
    units: UnitFactory, lengths: list[int], day: list[Step]
) -> None:
    host, oracle = FileHost.beginning(units, MORNING), Oracle(lengths)
    for step in [*day, Step(Act.AS_IF_NOTHING, 90_250)]:
        kept, told = oracle.kept_left, len(host.offers)
        host.take(step)
        away = step.ms if len(host.offers) > told else 0
        oracle.wall += away
        expected = oracle.left_after_restart
        oracle.wall -= away
        oracle.take(step)
        for offer in host.offers[told:]:
            assert offer.remaining_now * 1000 == pytest.approx(expected, abs=HAIR_MS)
            assert offer.remaining_stored * 1000 == pytest.approx(kept, abs=HAIR_MS)


def test_eight_hours_on_the_file_do_not_drift(units: UnitFactory, lengths: list[int]) -> None:
    """Written down every 5 seconds, a pause in every phase, the laptop's clock set every hour."""
    host, oracle = FileHost.beginning(units, MORNING), Oracle(lengths)
    hours = 8
    for minute in range(hours * 60):
        day = [Step(Act.WAIT, 4_999), Step(Act.WRITE_DOWN)] * 2
        if minute % 7 == 3:
            day += [Step(Act.PAUSE), Step(Act.WAIT, 20_001), Step(Act.GO_ON)]
        if minute % 60 == 30:
            day += [Step(Act.JUMP, 86_400_000 if minute < 240 else -86_400_000)]
        if minute % 11 == 5:
            day += [Step(Act.ADJUST, 60_000)]
        rest = 60_000 - sum(step.ms for step in day if step.act is Act.WAIT)
        for step in [*day, Step(Act.WAIT, rest)]:
            host.take(step)
            oracle.take(step)
        if oracle.left < -30_000 and not oracle.is_last:
            host.take(Step(Act.NEXT))
            oracle.take(Step(Act.NEXT))
    assert oracle.awake == hours * 3_600_000
    assert oracle.is_last
    assert host.left_ms == pytest.approx(oracle.left, abs=HAIR_MS)


def test_two_hosts_on_one_file_read_the_same_second(units: UnitFactory, lengths: list[int]) -> None:
    """Each writes down where it is; each change of one is seen by the other."""
    first, oracle = FileHost.beginning(units, MORNING), Oracle(lengths)
    second = FileHost(units, first.clock)
    for number in range(200):
        one, other = (first, second) if number % 3 else (second, first)
        act = (Act.WRITE_DOWN, Act.ADJUST, Act.WRITE_DOWN, Act.PAUSE, Act.GO_ON)[number % 5]
        for step in (Step(act, 30_000 if act is Act.ADJUST else 0), Step(Act.WAIT, 1_337)):
            one.take(step)
            oracle.take(step)
        other.look_again()
        assert one.left_ms == pytest.approx(oracle.left, abs=HAIR_MS)
        assert other.left_ms == pytest.approx(oracle.left, abs=HAIR_MS)


def test_a_second_press_of_next_by_another_host_skips_nothing(
    units: UnitFactory, lengths: list[int]
) -> None:
    first = FileHost.beginning(units, MORNING)
    second = FileHost(units, first.clock)
    first.take(Step(Act.NEXT))
    second.take(Step(Act.NEXT))
    first.look_again()
    assert first.state.position == second.state.position == 1
    with units() as unit:
        started = [entry for entry in unit.journal.entries() if entry.what == "phase-started"]
    assert [entry.facts["position"] for entry in started] == [0, 1]


def test_setting_the_clock_while_two_hosts_work_moves_neither(
    units: UnitFactory, lengths: list[int]
) -> None:
    """The other host's note is younger than the jump or older: the screen counts on by itself."""
    first, oracle = FileHost.beginning(units, MORNING), Oracle(lengths)
    second = FileHost(units, first.clock)
    for step, host in (
        (Step(Act.WAIT, 3_000), first),
        (Step(Act.WRITE_DOWN), second),
        (Step(Act.JUMP, 86_400_000), first),
        (Step(Act.WAIT, 1_000), first),
    ):
        host.take(step)
        oracle.take(step)
    first.look_again()
    assert conducting.conductor_state(units(), first.clock, first.countdown).countdown
    assert first.left_ms == pytest.approx(oracle.left, abs=HAIR_MS)
