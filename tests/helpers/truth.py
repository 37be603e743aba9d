"""What a countdown must read, worked out in whole milliseconds, beside whatever really counts.

Two hosts understand the same steps: :class:`Oracle` is arithmetic with integers and nothing else;
the other one is the real thing under test. After every step they must agree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from hypothesis import strategies as st

FRAME_MS = 17
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


class Act(StrEnum):
    """What can happen to a running phase."""

    WAIT = "wait"
    STALL = "stall"
    JUMP = "jump"
    SUSPEND = "suspend"
    PAUSE = "pause"
    GO_ON = "go-on"
    ADJUST = "adjust"
    NEXT = "next"
    WRITE_DOWN = "write-down"
    AS_IF_NOTHING = "as-if-nothing"
    WHERE_IT_STOPPED = "where-it-stopped"


@dataclass(frozen=True)
class Step:
    """``ms`` is how long it takes, how far the clock jumps or how much time is given."""

    act: Act
    ms: int = 0

    def __repr__(self) -> str:
        return f"{self.act}({self.ms})"


class Counts(Protocol):
    """Whoever understands steps."""

    def take(self, step: Step) -> None:
        """Live through one step."""
        ...


@dataclass
class Oracle:
    """The countdown as it must be. ``lengths`` are those of the phases, one after the other.

    ``awake`` is monotonic time and ``wall`` the laptop's clock, both in ms since the start.
    """

    lengths: Sequence[int]
    awake: int = 0
    wall: int = 0
    position: int = 0
    running: bool = True
    left_then: int = field(init=False)
    then: int = 0
    kept_left: int = field(init=False)
    kept_wall: int = 0

    def __post_init__(self) -> None:
        self.left_then = self.kept_left = self.lengths[0]

    @property
    def left(self) -> int:
        """Milliseconds left, negative in overtime."""
        return self.left_then - (self.awake - self.then if self.running else 0)

    @property
    def left_after_restart(self) -> int:
        """What "as if nothing happened" must come to: the file and the laptop's clock know it."""
        gone = max(0, self.wall - self.kept_wall)
        return self.kept_left - (gone if self.running else 0)

    @property
    def is_last(self) -> bool:
        """Whether no phase follows."""
        return self.position == len(self.lengths) - 1

    def take(self, step: Step) -> None:  # noqa: C901 - one case for each act
        """Live through one step."""
        match step.act:
            case Act.WAIT | Act.STALL | Act.SUSPEND:
                self.awake += step.ms
                self.wall += step.ms
            case Act.JUMP:
                self.wall += step.ms
            case Act.PAUSE if self.running:
                self._keep(self.left, running=False)
            case Act.GO_ON if not self.running:
                self._keep(self.left, running=True)
            case Act.ADJUST if self._bounded(step.ms):
                self._keep(self.left + self._bounded(step.ms), running=self.running)
            case Act.NEXT if not self.is_last:
                self.position += 1
                self._keep(self.lengths[self.position], running=True)
            case Act.WRITE_DOWN if self.running:
                self._keep(self.left, running=True)
            case Act.AS_IF_NOTHING:
                self.wall += step.ms
                self._keep(self.left_after_restart, running=self.running)
            case Act.WHERE_IT_STOPPED:
                self.wall += step.ms
                self._keep(self.kept_left, running=False)

    def _bounded(self, ms: int) -> int:
        """Time given in overtime counts from now; no more is taken than is left."""
        if ms > 0:
            return ms + max(0, -self.left)
        return -min(-ms, max(0, self.left))

    def _keep(self, left: int, *, running: bool) -> None:
        self.left_then, self.then, self.running = left, self.awake, running
        self.kept_left, self.kept_wall = left, self.wall


def seconds_shown(left: int) -> int:
    """The whole seconds that the face shows: 0 exactly when time is up."""
    return -(-left // 1000)


def seconds_allowed(left: int) -> set[int]:
    """What may be read within one frame around this moment."""
    return {seconds_shown(left - FRAME_MS), seconds_shown(left), seconds_shown(left + FRAME_MS)}


def live_through(steps: Iterable[Step], *all_of: Counts) -> None:
    """The same day for everybody."""
    for step in steps:
        for each in all_of:
            each.take(step)


ADJUSTMENTS = (-60_000, -30_000, 30_000, 60_000)
JUMPS = (-DAY, DAY, -HOUR, HOUR, -1_700, 1_700)
"""A day, an hour as by hand in spring and autumn, and what a network clock corrects."""

_STEPS = {
    Act.WAIT: st.integers(0, 4 * MINUTE),
    Act.STALL: st.just(5_000),
    Act.JUMP: st.sampled_from(JUMPS),
    Act.SUSPEND: st.integers(MINUTE, 20 * MINUTE),
    Act.ADJUST: st.sampled_from(ADJUSTMENTS),
    Act.AS_IF_NOTHING: st.integers(0, 5 * MINUTE),
    Act.WHERE_IT_STOPPED: st.integers(0, 5 * MINUTE),
}


def steps(most: int, *, leave_out: Iterable[Act] = ()) -> st.SearchStrategy[list[Step]]:
    """Any sequence of steps."""
    acts = [act for act in Act if act not in set(leave_out)]
    one = [st.builds(Step, st.just(act), _STEPS.get(act, st.just(0))) for act in acts]
    return st.lists(st.one_of(one), max_size=most)
