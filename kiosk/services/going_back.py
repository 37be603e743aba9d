"""What a phase put aside when it began, so that going back from it leaves things as they were.

The journal holds it beside each start: another desk, or the same one after a crash, can go back as
well as the desk that went on by mistake.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, RunState, StoredRun
from kiosk.services.day_position import PHASE_STARTED
from kiosk.services.ports import Fact, UnitOfWork

STARTS_LOOKED_AT = 5
"""Who goes back more often than that within a minute begins anew."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """``run`` is the phase that ran before, None at the start of the day.

    ``began`` is when the phase itself had begun an earlier time.
    """

    run: StoredRun | None = None
    began: datetime | None = None


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


def put_aside_by(unit: UnitOfWork, clock: Clock, position: int) -> PutAside:
    """What this phase put aside when it began last; the run goes on from now."""
    starts = unit.journal.latest((PHASE_STARTED,), STARTS_LOOKED_AT)
    facts = next((each.facts for each in starts if each.facts["position"] == position), {})
    began = facts.get("began")
    moment = datetime.fromisoformat(began) if isinstance(began, str) else None
    return PutAside(_run_in(unit, clock, facts), moment)


def _run_in(unit: UnitOfWork, clock: Clock, facts: Mapping[str, Fact]) -> StoredRun | None:
    match facts:
        case {
            "left": int(position),
            "left_state": str(state),
            "left_remaining": int(remaining) | float(remaining),
            "left_seconds": int(seconds) | float(seconds),
            "left_changes": int(changes),
        }:
            now = clock.now()
            began = unit.programme.phases()[position].started_at or now
            return StoredRun(position, RunState(state), remaining, seconds, began, now, changes + 1)
    return None
