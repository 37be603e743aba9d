"""The room hears each announcement once, while it is true, whatever happens to the laptop."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.clock import SimulatedClock, SystemClock
from kiosk.domain.countdown import Countdown, RunState, begin, changed, written_down
from kiosk.domain.programme import Phase, PhaseKind, PhaseLine, PhaseSound, lay_out
from kiosk.domain.room_settings import RoomSettings
from kiosk.services.announcements import Announcement, Sentence
from kiosk.ui.announcer import LOOK_MS, REPEAT_AFTER, Announcer
from tests.helpers.days import MORNING

TWO, LAST, UP = Announcement
TICK = 0.2
LONG_DAY = (
    PhaseLine(PhaseKind.WELCOME, 30),
    PhaseLine(PhaseKind.INFO, 20),
    PhaseLine(PhaseKind.ROUND, 12, count=12, changeover_minutes=2.5),
    PhaseLine(PhaseKind.BREAK, 45),
    PhaseLine(PhaseKind.ROUND, 12, count=12, changeover_minutes=2.5),
    PhaseLine(PhaseKind.INTEREST, 20),
    PhaseLine(PhaseKind.CELEBRATION, 30),
)

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Hall:
    """A room, a countdown, and somebody who writes down what is heard."""

    clock: SimulatedClock = field(default_factory=lambda: SimulatedClock(MORNING))
    played: list[str] = field(default_factory=list)
    spoken: list[Sentence] = field(default_factory=list)
    announced: list[Announcement] = field(default_factory=list)
    moments: list[tuple[Announcement, float, float]] = field(default_factory=list)
    countdown: Countdown | None = None

    def __post_init__(self) -> None:
        play, speak = self.played.append, self.spoken.append
        self.announcer = Announcer(self.clock, play, speak=speak)
        self.announcer.announced.connect(self._heard)
        self.place: tuple[Phase | None, Phase | None, RoomSettings] = (None, None, RoomSettings())

    def begin(
        self,
        seconds: float,
        phase: Phase | None = None,
        following: Phase | None = None,
        settings: RoomSettings = RoomSettings(),
        late: float = 0.0,
    ) -> None:
        """A phase begins; the screens hear of it ``late`` seconds later."""
        position = self.countdown.run.position + 1 if self.countdown else 0
        self.place = (phase, following, settings)
        countdown = begin(position, seconds, self.clock)
        self.clock.advance(late)
        self.follow(countdown)

    def follow(self, countdown: Countdown) -> None:
        self.countdown = countdown
        self.announcer.follow(countdown, *self.place)

    def change(self, *, state: RunState | None = None, add: float = 0.0, late: float = 0.0) -> None:
        """The host presses something; the screens hear of it ``late`` seconds later."""
        assert self.countdown
        fresh = changed(self.countdown, self.clock, state=state, add=add)
        self.clock.advance(late)
        self.follow(fresh)

    def note(self, late: float = 0.0) -> None:
        """Where the countdown is gets written down, as every few seconds while it runs."""
        if self.countdown and self.countdown.run.state is RunState.RUNNING:
            noted = written_down(self.countdown, self.clock)
            self.clock.advance(late)
            self.follow(noted)

    def live(self, seconds: float, tick: float = TICK) -> None:
        """Time passes, and the main thread looks at the clock each ``tick``."""
        for _each in range(round(seconds / tick)):
            self.clock.advance(tick)
            self.announcer.tick()

    def left(self) -> float:
        assert self.countdown
        return self.countdown.remaining(self.clock)

    def live_until(self, left: float) -> None:
        """Up to the tick at which so many seconds are left."""
        while self.left() > left:
            self.live(TICK)

    def _heard(self, announcement: Announcement) -> None:
        self.announced.append(announcement)
        self.moments.append((announcement, self.left(), self.clock.monotonic()))


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_eight_hours_with_pauses_gifts_and_clock_jumps_say_everything_once(hall):
    """Drawn by lot, and the same each time: what hosts, laptops and the file do meanwhile."""
    chance, phases = Random(5), lay_out(LONG_DAY)
    started = hall.clock.monotonic()
    for phase in phases:
        before = len(hall.announced)
        hall.begin(phase.seconds, phase, late=chance.choice((0.0, 0.3, 5.0)))
        while hall.left() > -chance.choice((0, 7)):
            hall.live(chance.uniform(0.2, 8), chance.choice((TICK, TICK, 5.0)))
            match chance.randrange(14):
                case 0:
                    hall.change(state=RunState.PAUSED, late=chance.choice((0.0, 0.4)))
                    hall.live(chance.uniform(1, 90))
                    hall.change(state=RunState.RUNNING, late=chance.choice((0.0, 0.4)))
                case 1 if hall.left() > 240:
                    hall.change(add=chance.choice((-60, -30, 30, 60)))
                case 2:
                    days = timedelta(days=chance.choice((-1, 1)))
                    hall.clock.set_wall(hall.clock.now() + days)
                case 3 | 4:
                    hall.note(late=chance.choice((0.0, 0.1)))
        assert hall.announced[before:] == [TWO, LAST, UP], phase
    assert hall.clock.monotonic() - started > 8 * 3600
    assert Counter(hall.announced) == dict.fromkeys(Announcement, len(phases))


def test_a_countdown_that_is_written_down_anew_loses_and_repeats_nothing(hall):
    """Every five seconds, also in the very moment that something is due."""
    hall.begin(300)
    for _each in range(64):
        hall.note()
        hall.clock.advance(5)
        hall.note()
    assert hall.announced == [TWO, LAST, UP]


def test_a_pause_at_the_boundary_announces_when_the_phase_goes_on(hall):
    hall.begin(300)
    hall.live_until(120.2)
    hall.clock.advance(0.3)
    hall.change(state=RunState.PAUSED)
    hall.live(600)
    assert hall.announced == []
    hall.change(state=RunState.RUNNING)
    hall.live_until(-5)
    assert hall.announced == [TWO, LAST, UP]


def test_a_pause_that_was_pressed_just_before_the_boundary_says_it_once_afterwards(hall):
    """The file keeps the second of the press, the screens hear of it when two minutes are over."""
    hall.begin(300)
    hall.live_until(120.2)
    hall.change(state=RunState.PAUSED, late=0.4)
    assert hall.left() > 120
    hall.live(60)
    hall.change(state=RunState.RUNNING)
    hall.live_until(90)
    assert hall.announced == [TWO]


def test_a_taken_minute_that_lands_in_the_last_one_says_so_at_once(hall):
    hall.begin(300)
    hall.live_until(100)
    hall.change(add=-60)
    assert hall.announced == [TWO, LAST]
    hall.live_until(-1)
    assert hall.announced == [TWO, LAST, UP]


def test_what_a_taken_minute_jumps_over_is_not_said_because_it_is_not_true(hall):
    hall.begin(300)
    hall.live_until(150)
    hall.change(add=-60)
    hall.live_until(-1)
    assert hall.announced == [LAST, UP]


def test_minutes_that_are_taken_during_a_pause_count_when_it_is_over(hall):
    hall.begin(300)
    hall.live_until(100)
    hall.change(state=RunState.PAUSED)
    hall.change(add=-60)
    hall.live(30)
    assert hall.announced == [TWO]
    hall.change(state=RunState.RUNNING)
    assert hall.announced == [TWO, LAST]


def test_more_time_takes_an_announcement_back_and_its_end_is_announced_again(hall):
    hall.begin(300)
    hall.live_until(20)
    hall.change(add=120)
    hall.live_until(-1)
    assert hall.announced == [TWO, LAST, TWO, LAST, UP]


def test_time_given_after_the_end_ends_again_with_a_gong(hall):
    hall.begin(150)
    hall.live_until(-20)
    hall.change(add=50)
    hall.live_until(-1)
    assert hall.announced == [TWO, LAST, UP, UP]


def test_a_slip_of_the_finger_that_is_mended_at_once_is_not_heard(hall):
    hall.begin(150)
    hall.live_until(55)
    hall.change(add=30)
    hall.live(3)
    hall.change(add=-30)
    hall.live_until(-1)
    assert hall.announced == [TWO, LAST, UP]


@pytest.mark.parametrize("stall", [1, 5])
@pytest.mark.parametrize("boundary", [120, 60, 0])
def test_a_stalled_main_thread_loses_nothing(hall, stall, boundary):
    hall.begin(300)
    hall.live_until(boundary + stall / 2)
    hall.clock.advance(stall)
    hall.announcer.tick()
    hall.live_until(-1)
    assert hall.announced == [TWO, LAST, UP]


@pytest.mark.parametrize(
    ("asleep", "said"), [(30, [TWO, LAST, UP]), (200, [LAST, UP]), (290, [UP]), (3600, [UP])]
)
def test_after_a_sleep_only_what_is_true_is_said(hall, asleep, said):
    hall.begin(420)
    hall.live(150)
    hall.clock.advance(asleep)
    hall.announcer.tick()
    assert len(hall.announced) <= 1
    hall.live_until(-1)
    assert hall.announced == said


def test_a_beginning_that_reaches_the_screens_late_is_watched_from_its_beginning(hall):
    hall.begin(75, late=14.9)
    assert hall.announced == []
    hall.live(1)
    assert hall.announced == [LAST]


def test_a_phase_of_exactly_a_minute_begins_in_silence(hall):
    hall.begin(60, late=0.4)
    hall.live(30)
    assert hall.announced == []


def test_the_next_phase_says_everything_afresh_though_it_comes_at_once(hall):
    for _round in range(2):
        hall.begin(155)
        hall.live_until(-1)
    assert hall.announced == [TWO, LAST, UP] * 2


def test_a_program_that_comes_back_in_overtime_strikes_no_gong(hall):
    hall.begin(420)
    hall.clock.advance(500)
    again = Hall(clock=hall.clock)
    again.follow(Countdown.resume(hall.countdown.run, again.clock))
    again.live(10)
    assert again.announced == []


def test_a_program_that_comes_back_in_the_last_minute_still_ends_the_round(hall):
    hall.begin(420)
    hall.live(380)
    again = Hall(clock=hall.clock)
    again.follow(Countdown.resume(hall.countdown.run, again.clock))
    again.live(60)
    assert again.announced == [UP]


def test_a_program_that_was_away_at_the_end_of_a_round_strikes_the_gong_when_it_goes_on(
    hall: Hall,
) -> None:
    died = written_down(begin(0, 30, hall.clock), hall.clock).run
    hall.clock.advance(50)
    hall.announcer.go_on_from(died)
    hall.follow(changed(Countdown.resume(died, hall.clock), hall.clock))
    assert hall.announced == [UP]


def test_another_phase_knows_nothing_of_the_one_that_was_left(hall: Hall) -> None:
    died = written_down(begin(0, 400, hall.clock), hall.clock).run
    hall.announcer.go_on_from(died)
    hall.clock.advance(5)
    hall.follow(begin(1, 30, hall.clock))
    hall.live(20)
    assert hall.announced == []


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(60, [UP]), (70, [UP]), (75, [LAST, UP]), (140, [LAST, UP]), (150, [TWO, LAST, UP])],
)
def test_a_short_phase_is_not_talked_through(
    hall: Hall, seconds: float, said: list[Announcement]
) -> None:
    hall.begin(seconds)
    hall.live(seconds + 1)
    assert hall.announced == said


def test_a_finished_day_is_quiet(hall):
    hall.begin(150)
    hall.announcer.follow(None)
    hall.clock.advance(300)
    hall.announcer.tick()
    assert hall.announced == []


def test_it_looks_at_the_clock_by_itself(qtbot):
    clock = SystemClock()
    announcer = Announcer(clock, [].append)
    with qtbot.waitSignal(announcer.announced, timeout=5000) as heard:
        announcer.follow(begin(0, 0.3, clock))
    assert heard.args == [UP]
    announcer.follow(None)


@pytest.mark.parametrize(
    ("left", "looks_after_ms"),
    [(300, LOOK_MS), (120.0625, 63), (60.0, LOOK_MS), (0.125, 125), (-30, LOOK_MS)],
    ids=["long before", "just before two minutes", "at one minute", "just before 0:00", "after"],
)
def test_it_looks_no_later_than_when_the_next_one_is_due(
    hall: Hall, left: float, looks_after_ms: int
) -> None:
    hall.begin(600)
    hall.clock.advance(600 - left)
    hall.note()
    assert hall.announcer._timer.interval() == looks_after_ms


def a_phase(sound: PhaseSound) -> Phase:
    return lay_out([PhaseLine(PhaseKind.ROUND, 3, sound=sound)])[0]


@pytest.mark.parametrize(
    ("sound", "quiet", "played", "spoken"),
    [
        (PhaseSound.GONG, False, ["soft-gong", "last-minute", "gong"], []),
        (PhaseSound.GONG, True, ["soft-gong"] * 3, []),
        (PhaseSound.SOFT_GONG, False, ["soft-gong"] * 3, []),
        (
            PhaseSound.SPOKEN,
            False,
            ["soft-gong"] * 3,
            [Sentence.TWO_MINUTES, Sentence.ROUND_OFF, Sentence.BREAK],
        ),
        (PhaseSound.SILENT, False, [], []),
    ],
)
def test_each_phase_ends_with_its_own_sound(hall, sound, quiet, played, spoken):
    rest = lay_out([PhaseLine(PhaseKind.BREAK, 15)])[0]
    hall.begin(180, a_phase(sound), rest, RoomSettings(quiet=quiet))
    hall.live_until(-1)
    assert (hall.played, hall.spoken) == (played, spoken)
    assert hall.announced == [TWO, LAST, UP]


def test_a_room_that_becomes_quiet_in_the_middle_of_a_round_ends_it_softly(hall):
    hall.begin(180, a_phase(PhaseSound.GONG))
    hall.live_until(70)
    hall.place = (hall.place[0], None, RoomSettings(quiet=True))
    hall.change()
    hall.live_until(-1)
    assert hall.played == ["soft-gong"] * 3


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["live", "stall", "pause", "go on", "add", "note"]),
        st.sampled_from([-60, -30, 30, 60]),
        st.floats(0.2, 30),
    ),
    max_size=60,
)


def lived(hall: Hall, what: str, add: int, seconds: float) -> None:
    """One of the things that can happen in a day."""
    match what:
        case "live":
            hall.live(seconds)
        case "stall":
            hall.clock.advance(seconds * 10)
            hall.announcer.tick()
        case "add":
            hall.change(add=max(add, -max(0.0, hall.left())))
        case "note":
            hall.note()
        case _:
            states = {"pause": RunState.PAUSED, "go on": RunState.RUNNING}
            hall.change(state=states.get(what))


@given(STEPS)
def test_whatever_happens_only_the_truth_is_said_and_never_in_a_burst(steps):
    hall = Hall()
    hall.begin(200)
    for what, add, seconds in steps:
        heard = len(hall.announced)
        lived(hall, what, add, seconds)
        assert what == "live" or len(hall.announced) <= heard + 1
    for announcement, left, _moment in hall.moments:
        assert {TWO: 110 < left <= 120, LAST: 0 < left <= 60, UP: left <= 0}[announcement]
    for each in Announcement:
        moments = [moment for said, _left, moment in hall.moments if said is each]
        assert all(after - before >= REPEAT_AFTER for before, after in pairwise(moments))
