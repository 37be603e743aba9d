"""Winning time back: what could be shortened when the day runs late.

A rule of ours, from what costs people least: first shorter changeovers, then shorter breaks, then
a round less. Nothing is shortened by more than is needed, and nobody loses a break altogether.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from kiosk.domain.event import Event
from kiosk.domain.programme.editing import (
    ProgrammeEdit,
    Resize,
    ResizeAll,
    edited,
    without_last_round,
)
from kiosk.domain.programme.pace import forecast, pace_of
from kiosk.domain.programme.phases import Phase, PhaseKind, last_begun_of, rounds_of, taking_place

WORTH_A_QUESTION = 5 * 60.0
"""A day that will end less late than this needs no repair."""
NEAR_ENOUGH = 60.0
WORTH_WINNING = 60.0
"""Less than a minute changes the day of many for nothing that anybody will notice."""
LEAST_CHANGEOVER = 60
"""People stand up, find their table and sit down: a minute is not much for that."""
LEAST_BREAK = 10 * 60
BREAK_SHARE = 2 / 3
MINUTE = 60
CHANGEOVER_STEP = 10


@dataclass(frozen=True, slots=True)
class Recovery:
    """A proposal: which coming phases become shorter, and whether the last round is dropped.

    ``seconds`` is how much earlier the day will end by it, ``late`` how late it would end without.
    ``changeover`` and ``breaks`` are new lengths in seconds, for the words on the screen.
    """

    edits: tuple[ProgrammeEdit, ...]
    drops_round: bool
    seconds: float
    late: float
    changeover: int | None = None
    breaks: tuple[int, ...] = ()

    @property
    def misses(self) -> float:
        """How far from its agreed end the day will still be.

        To end early counts double: what was taken for it was taken for nothing.
        """
        left = self.late - self.seconds
        return left if left >= 0 else -2 * left


def recovery_of(
    event: Event, phases: Sequence[Phase], position: int | None, remaining: float, now: datetime
) -> Recovery | None:
    """The least that brings the day back to its agreed end, else what brings it nearest.

    None while the day ends less than five minutes late, and when not even a minute can be won.
    """
    pace = pace_of(event, phases, position, remaining, now)
    if position is None or pace is None or pace.over < WORTH_A_QUESTION:
        return None
    ends = forecast(event, phases, position, remaining, now)[-1].ends
    begun = last_begun_of(phases, position)

    def won(proposal: Recovery) -> float:
        shorter = recovered(phases, proposal, begun)
        return (ends - forecast(event, shorter, position, remaining, now)[-1].ends).total_seconds()

    best: Recovery | None = None
    for proposal in _proposals(phases, begun, pace.over):
        measured = _measured(proposal, won(proposal))
        if measured.seconds < WORTH_WINNING:
            continue
        if best is None or measured.misses < best.misses - 1:
            best = measured
        if best.misses <= NEAR_ENOUGH:
            break
    return best


def recovered(phases: Sequence[Phase], recovery: Recovery, begun: int) -> tuple[Phase, ...]:
    """The programme with a proposal accepted."""
    result = without_last_round(phases, begun) if recovery.drops_round else tuple(phases)
    for edit in recovery.edits:
        result = edited(result, edit, begun)
    return result


def _measured(proposal: Recovery, seconds: float) -> Recovery:
    return Recovery(
        proposal.edits,
        proposal.drops_round,
        seconds,
        proposal.late,
        proposal.changeover,
        proposal.breaks,
    )


def _proposals(phases: Sequence[Phase], begun: int, late: float) -> Iterator[Recovery]:
    """From what costs least to what costs most."""
    for drops_round, shortens_breaks, shortens_changeovers in product((False, True), repeat=3):
        if not (drops_round or shortens_breaks or shortens_changeovers):
            continue
        if drops_round and not _can_drop(phases, begun):
            continue
        yield _proposal(phases, begun, late, drops_round, shortens_breaks, shortens_changeovers)


def _can_drop(phases: Sequence[Phase], begun: int) -> bool:
    """Never the only round that is still to come."""
    return sum(phase.position > begun for phase in rounds_of(phases)) > 1


def _proposal(
    phases: Sequence[Phase],
    begun: int,
    late: float,
    drops_round: bool,
    shortens_breaks: bool,
    shortens_changeovers: bool,
) -> Recovery:
    left = late
    kept = without_last_round(phases, begun) if drops_round else tuple(phases)
    left -= _length(phases, begun) - _length(kept, begun)
    edits: list[ProgrammeEdit] = []
    changeover = _shorter_changeover(kept, begun, left) if shortens_changeovers else None
    if changeover is not None:
        edits.append(ResizeAll(PhaseKind.CHANGEOVER, changeover))
        shorter = edited(kept, edits[0], begun)
        left -= _length(kept, begun) - _length(shorter, begun)
        kept = shorter
    breaks = list(_shorter_breaks(kept, begun, left)) if shortens_breaks else []
    edits += breaks
    lengths = tuple(edit.seconds for edit in breaks)
    return Recovery(tuple(edits), drops_round, 0, late, changeover, lengths)


def _length(phases: Sequence[Phase], begun: int) -> int:
    """Seconds of all that is to come."""
    return sum(phase.seconds for phase in taking_place(phases) if phase.position > begun)


def _shorter_changeover(phases: Sequence[Phase], begun: int, needed: float) -> int | None:
    """One length for all that come, by as little as is needed, and by half at most."""
    coming = [
        phase.seconds
        for phase in taking_place(phases)
        if phase.kind is PhaseKind.CHANGEOVER and phase.position > begun
    ]
    shortest = min(coming, default=0)
    off = _rounded_up(needed / len(coming), CHANGEOVER_STEP) if coming else 0
    target = max(LEAST_CHANGEOVER, -(-shortest // 2), shortest - off)
    return target if coming and target < shortest else None


def _rounded_up(seconds: float, step: int) -> int:
    return -(-math.ceil(max(0.0, seconds)) // step) * step


def _shorter_breaks(phases: Sequence[Phase], begun: int, needed: float) -> Iterator[Resize]:
    """Whole minutes off each coming break, until enough is won."""
    for phase in taking_place(phases):
        if phase.kind is not PhaseKind.BREAK or phase.position <= begun:
            continue
        least = max(LEAST_BREAK, phase.agreed_seconds * BREAK_SHARE)
        spare = int((phase.seconds - least) // MINUTE)
        off = min(spare, _rounded_up(needed, MINUTE) // MINUTE)
        if off > 0:
            needed -= off * MINUTE
            yield Resize(phase.position, phase.seconds - off * MINUTE)
