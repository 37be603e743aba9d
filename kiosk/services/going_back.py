"""What a phase put aside when it began, so that going back from it leaves things as they were.

The journal holds it beside each start: another desk, or the same one after a crash, can go back as
well as the desk that went on by mistake.
"""

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, RunState, StoredRun
from kiosk.domain.programme import Phase
from kiosk.services.day_position import PHASE_STARTED
from kiosk.services.ports import Fact, UnitOfWork

STARTS_LOOKED_AT = 5
"""Who goes back more often than that within a minute begins anew."""


def facts_of(left: Countdown | None, began: datetime | None, clock: Clock) -> dict[str, Fact]:
    """For the journal, beside the start of a phase: what ran until now, and where it was."""
    facts: dict[str, Fact] = {"began": began.isoformat()} if began else {}
    if left is not None:
        facts |= {
            "left": left.run.position,
            "left_state": left.run.state.value,
            "left_remaining": left.remaining(clock),
            "left_seconds": left.run.seconds,
            "left_changes": left.run.changes,
        }
    return facts


def put_aside_by(unit: UnitOfWork, position: int) -> Mapping[str, Fact]:
    """What was noted when this phase began last; nothing when that is too long ago."""
    starts = unit.journal.latest((PHASE_STARTED,), STARTS_LOOKED_AT)
    return next((each.facts for each in starts if each.facts["position"] == position), {})


def began_before(facts: Mapping[str, Fact]) -> datetime | None:
    """When the phase that put this aside had begun an earlier time."""
    began = facts.get("began")
    return datetime.fromisoformat(began) if isinstance(began, str) else None


def run_left(facts: Mapping[str, Fact], phase: Phase, clock: Clock) -> StoredRun | None:
    """The run that was put aside, to go on from now; None when it was not this phase that ran."""
    match facts:
        case {
            "left": phase.position,
            "left_state": str(state),
            "left_remaining": int(remaining) | float(remaining),
            "left_seconds": int(seconds) | float(seconds),
            "left_changes": int(changes),
        }:
            now = clock.now()
            began = phase.started_at or now
            return StoredRun(
                phase.position, RunState(state), remaining, seconds, began, now, changes + 1
            )
    return None
