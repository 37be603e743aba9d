"""The real use cases on a real file: a host who lives through the steps of tests.helpers.truth."""

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown
from kiosk.services import conducting
from kiosk.services.conducting import InterruptedRun
from kiosk.services.conductor_state import ConductorState
from kiosk.services.ports import UnitFactory
from tests.helpers.truth import Act, Step
from tests.helpers.truth_laptop import switched_on


class FileHost:
    """Holds what a screen holds: a clock, and the state that the file confirmed last."""

    def __init__(self, units: UnitFactory, clock: SimulatedClock) -> None:
        self._units = units
        self.clock = clock
        self.offers: list[InterruptedRun] = []
        self.state: ConductorState = conducting.conductor_state(units(), clock)

    @classmethod
    def beginning(cls, units: UnitFactory, started: datetime) -> "FileHost":
        """A day that begins now, whatever ran before."""
        host = cls(units, switched_on(started))
        if host.state.position is not None:
            conducting.finish(units(), host.clock, host.state.position)
        host.state = conducting.start_phase(units(), host.clock, 0, None)
        return host

    @property
    def countdown(self) -> Countdown:
        """The running countdown."""
        assert self.state.countdown is not None
        return self.state.countdown

    @property
    def left_ms(self) -> float:
        """Milliseconds left, as the screen works them out."""
        return self.countdown.remaining(self.clock) * 1000

    def take(self, step: Step) -> None:  # noqa: C901 - one case for each act
        """Live through one step."""
        units, clock, seconds = self._units, self.clock, step.ms / 1000
        match step.act:
            case Act.WAIT | Act.STALL | Act.SUSPEND:
                clock.advance(seconds)
            case Act.JUMP:
                clock.set_wall(clock.now() + timedelta(seconds=seconds))
            case Act.PAUSE:
                self.state = conducting.pause(units(), clock, self.countdown)
            case Act.GO_ON:
                self.state = conducting.resume(units(), clock, self.countdown)
            case Act.ADJUST:
                self.state = conducting.adjust(units(), clock, self.countdown, seconds)
            case Act.NEXT if self.state.following:
                self.state = conducting.next_phase(units(), clock, self.state.position)
            case Act.WRITE_DOWN:
                written = conducting.checkpoint(units(), clock, self.countdown)
                self.state = replace(self.state, countdown=written)
            case Act.AS_IF_NOTHING:
                self._restart(seconds)
                self.state = conducting.resume_as_if_nothing(units(), self.clock)
            case Act.WHERE_IT_STOPPED:
                self._restart(seconds)
                self.state = conducting.resume_paused(units(), self.clock)

    def look_again(self) -> None:
        """Another station changed something: the state is read anew, the countdown kept."""
        self.state = conducting.conductor_state(self._units(), self.clock, self.state.countdown)

    def _restart(self, away: float) -> None:
        self.clock = switched_on(self.clock.now() + timedelta(seconds=away))
        offer = conducting.interrupted_run(self._units(), self.clock)
        assert offer is not None
        self.offers.append(offer)
