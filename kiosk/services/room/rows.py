"""The lines of the day for the room: planned times, and expected ones once those are wrong."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from itertools import groupby

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.programme import (
    Phase,
    PhaseKind,
    forecast,
    is_the_day,
    planned_start,
    rounds_of,
    taking_place,
)
from kiosk.services.room.values import ProgrammeRow, RoomSnapshot

LATE_SECONDS = 300.0
"""A few minutes are within what a printed programme promises; from here on, say what is true."""


def wall_minute(snapshot: RoomSnapshot, moment: datetime) -> time:
    """The clock on the venue's wall; rounded to the second first, so that it never flickers."""
    steady = snapshot.event.local(moment + timedelta(seconds=0.5))
    return time(steady.hour, steady.minute)


def programme_rows(
    snapshot: RoomSnapshot, position: int, expected: Mapping[int, time]
) -> tuple[ProgrammeRow, ...]:
    """One line for each phase that takes place; rounds in a row are one line.

    ``position`` is the running phase, -1 before the day; ``expected`` are the starts that differ
    from the plan, by position.
    """
    rows: list[ProgrammeRow] = []
    for is_rounds, group in groupby(taking_place(snapshot.phases), _is_part_of_rounds):
        phases = list(group)
        lines = [phases] if is_rounds else [[phase] for phase in phases]
        rows += [_row(line, position, expected) for line in lines]
    return tuple(rows)


def expected_starts(
    snapshot: RoomSnapshot, countdown: Countdown, clock: Clock
) -> Mapping[int, time]:
    """When the coming phases will begin, by position; nothing while the day keeps to its plan.

    It does not when it runs late, and when a part was put in, dropped or given another length.
    """
    position, remaining = countdown.run.position, countdown.remaining(clock)
    event, phases, now = snapshot.event, snapshot.phases, clock.now()
    if not is_the_day(event, phases, now):
        return {}
    coming = [e for e in forecast(event, phases, position, remaining, now) if e.position > position]
    off = (each.starts - planned_start(event, phases, phases[each.position]) for each in coming)
    if all(abs(each.total_seconds()) < LATE_SECONDS for each in off):
        return {}
    return {each.position: wall_minute(snapshot, each.starts) for each in coming}


def _is_part_of_rounds(phase: Phase) -> bool:
    return phase.is_part_of_rounds


def _row(phases: Sequence[Phase], position: int, expected: Mapping[int, time]) -> ProgrammeRow:
    first, last = phases[0], phases[-1]
    numbers = [phase.round_number for phase in rounds_of(phases) if phase.round_number]
    return ProgrammeRow(
        kind=PhaseKind.ROUND if numbers else first.kind,
        title=first.title,
        starts=expected.get(first.position, first.starts),
        rounds=(numbers[0], numbers[-1]) if numbers else None,
        is_over=last.position < position,
        is_now=first.position <= position <= last.position,
    )
