"""Every announcement exactly once, only while it is true, and never in a burst."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from kiosk.services.announcements import Announcement
from kiosk.ui.announcer import LOOK_MS, REPEAT_AFTER, Announcer
from tests.helpers.truth import Act, Oracle, Step, live_through, steps
from tests.helpers.truth_laptop import LENGTHS, Laptop

ALL = [Announcement.TWO_MINUTES, Announcement.LAST_MINUTE, Announcement.TIME_UP]
LONG_STALL_MS = 9_000
NOTHING_ABOVE_MS = 121_000
TRUE_WHILE_MS = {
    Announcement.TWO_MINUTES: range(110_000, 120_001),
    Announcement.LAST_MINUTE: range(60_001),
    Announcement.TIME_UP: range(-(10**9), 1),
}

by_the_way = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
pytestmark = pytest.mark.usefixtures("qapp")


@dataclass(frozen=True)
class Said:
    """What was said, when by the monotonic clock, and how much time was left, in ms."""

    what: Announcement
    at: int
    left: int


class Room:
    """The real announcer beside a laptop and an oracle; it looks at the clock as its timer does."""

    def __init__(self, lengths: tuple[int, ...] = LENGTHS, *, hasty: bool = True) -> None:
        self._hasty = hasty
        self.laptop, self.oracle = Laptop(lengths), Oracle(lengths)
        self.announcer = Announcer(self.laptop.clock, lambda _sound: None)
        self.announcer.announced.connect(self._note)
        self.said: list[Said] = []
        self._follow()

    def take(self, step: Step) -> None:
        """Live through a step; the announcer hears of every change, and of every note."""
        if step.act is Act.WAIT:
            self._wait(step.ms)
            return
        live_through([step], self.laptop, self.oracle)
        if step.act in (Act.STALL, Act.SUSPEND):
            self.announcer.tick()
        else:
            self._follow()

    def finish_phase(self) -> None:
        """Let the running phase run 12 seconds over its time, and start the next one."""
        self.take(Step(Act.GO_ON))
        if self.oracle.left > -12_000:
            self._wait(self.oracle.left + 12_000)
        self.take(Step(Act.NEXT))

    def whats(self) -> list[Announcement]:
        """What was said, in order."""
        return [said.what for said in self.said]

    def _wait(self, ms: int) -> None:
        while ms > 0:
            look = min(self._until_next_look(), ms)
            ms -= look
            live_through([Step(Act.WAIT, look)], self.laptop, self.oracle)
            self.announcer.tick()

    def _until_next_look(self) -> int:
        """As its timer; where nothing is near, a hasty test skips looks that could say nothing."""
        left = self.oracle.left
        if not self._hasty or not self.oracle.running:
            return LOOK_MS
        return max(LOOK_MS, left - NOTHING_ABOVE_MS) if left > 0 else max(LOOK_MS, -left)

    def _follow(self) -> None:
        self.announcer.follow(self.laptop.countdown)

    def _note(self, what: Announcement) -> None:
        self.said.append(Said(what, self.oracle.awake, self.oracle.left))


@pytest.fixture
def room(qapp: QApplication) -> Room:
    return Room()


def interruptions(seed: int) -> Iterator[Step]:
    """What disturbs a day but changes no length: pauses, notes, jumps and stalls of seconds."""
    chance = Random(seed)
    while True:
        yield chance.choice(
            (
                Step(Act.PAUSE),
                Step(Act.GO_ON),
                Step(Act.GO_ON),
                Step(Act.WRITE_DOWN),
                Step(Act.WRITE_DOWN),
                Step(Act.JUMP, chance.choice((-86_400_000, 86_400_000, 3_600_000))),
                Step(Act.STALL, chance.randint(1_000, LONG_STALL_MS)),
                Step(Act.WAIT, chance.randint(0, 30_000)),
            )
        )


@by_the_way
@given(seed=st.integers(0, 10**6))
def test_each_thing_is_said_once_however_the_phase_is_disturbed(seed: int) -> None:
    room = Room((7 * 60_000, 60_000))
    for step in interruptions(seed):
        if room.oracle.left <= 0:
            break
        room.take(step)
    room.finish_phase()
    assert room.whats() == ALL


@by_the_way
@given(day=steps(40, leave_out=[Act.AS_IF_NOTHING, Act.WHERE_IT_STOPPED]))
def test_whatever_happens_only_what_is_true_is_said_and_one_thing_at_a_time(
    day: list[Step],
) -> None:
    room = Room()
    for step in day:
        before = len(room.said)
        room.take(step)
        if step.act is not Act.WAIT:
            assert len(room.said) - before <= 1
    for said in room.said:
        assert said.left in TRUE_WHILE_MS[said.what]
    for what in Announcement:
        moments = [said.at for said in room.said if said.what is what]
        gaps = [later - earlier for earlier, later in pairwise(moments)]
        assert all(gap >= REPEAT_AFTER * 1000 for gap in gaps)


@by_the_way
@given(day=steps(25, leave_out=[Act.NEXT, Act.AS_IF_NOTHING, Act.WHERE_IT_STOPPED]))
def test_the_end_of_a_phase_is_always_said(day: list[Step]) -> None:
    """However it was lengthened, shortened, paused or slept through."""
    room = Room((7 * 60_000,))
    for step in day:
        room.take(step)
    room.finish_phase()
    ends = [said for said in room.said if said.what is Announcement.TIME_UP]
    assert ends


def test_a_suspend_of_minutes_is_followed_by_what_is_true_and_nothing_else(room: Room) -> None:
    room.take(Step(Act.NEXT))
    room.take(Step(Act.SUSPEND, 12 * 60_000))
    room.take(Step(Act.WAIT, 60_000))
    assert room.whats() == [Announcement.TIME_UP]


def test_a_taken_minute_says_the_last_minute_that_it_leads_into(room: Room) -> None:
    room.take(Step(Act.NEXT))
    room.take(Step(Act.WAIT, 5 * 60_000 + 15_000))
    assert room.whats() == [Announcement.TWO_MINUTES]
    room.take(Step(Act.ADJUST, -60_000))
    assert room.whats() == [Announcement.TWO_MINUTES, Announcement.LAST_MINUTE]


def test_a_minute_that_was_given_in_the_end_is_announced_again() -> None:
    """Given, and run out again half a minute later: that is no echo."""
    room = Room((7 * 60_000,))
    room.take(Step(Act.WAIT, 7 * 60_000 + 5_000))
    room.take(Step(Act.ADJUST, 60_000))
    room.finish_phase()
    assert room.whats().count(Announcement.TIME_UP) == 2


def test_in_eight_hours_every_announcement_comes_exactly_once() -> None:
    """Sixty phases of eight minutes, each noted every five seconds and 12 seconds over its time."""
    phases = 60
    room = Room((8 * 60_000 - 12_000,) * phases, hasty=False)
    for number in range(phases):
        while room.oracle.left > 5_000:
            room.take(Step(Act.WAIT, 5_000))
            room.take(Step(Act.WRITE_DOWN))
            if number % 6 == 2:
                room.take(Step(Act.JUMP, 86_400_000 if number % 12 == 2 else -86_400_000))
        room.finish_phase()
    assert room.oracle.awake == 8 * 3_600_000
    assert room.whats() == ALL * phases
    late = [said.left - TRUE_WHILE_MS[said.what][-1] for said in room.said]
    assert all(-LOOK_MS <= each <= 0 for each in late)
