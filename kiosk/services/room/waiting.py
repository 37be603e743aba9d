"""What the room counts to: the end of a part, or the clock time that the next one waits for."""

from collections.abc import Sequence

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, RunState, lengthened
from kiosk.domain.event import Event
from kiosk.domain.programme import Phase, PhaseKind, fixed_start_after


def until_we_go_on(
    event: Event, phases: Sequence[Phase], countdown: Countdown, clock: Clock
) -> Countdown:
    """The countdown as the room sees and hears it.

    A break that is over before the clock time of the round after it goes on until then: nobody is
    told to find a table where there is nothing to do yet. Conversations end when they end.
    """
    position = countdown.run.position
    stands = countdown.run.state is RunState.PAUSED or position >= len(phases)
    if stands or phases[position].kind is PhaseKind.ROUND:
        return countdown
    fixed = fixed_start_after(event, phases, position, clock.now())
    slack = (fixed - countdown.ends_at(clock)).total_seconds() if fixed else 0.0
    return lengthened(countdown, slack) if slack > 0 else countdown
