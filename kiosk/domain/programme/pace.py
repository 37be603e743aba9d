"""How the day keeps to its programme: when each phase will begin and end, seen from now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kiosk.domain.event import Event
from kiosk.domain.programme.phases import Phase, phase_after, taking_place

A_DAY = timedelta(days=1)
HALF_A_DAY = timedelta(hours=12)
LATEST = timedelta(hours=6)
"""So long after its agreed end a day may still go on."""


@dataclass(frozen=True, slots=True)
class Expected:
    """When a phase is expected to begin and end, in UTC."""

    position: int
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Pace:
    """How far the day is behind, in seconds; negative is ahead.

    ``behind`` is about the running phase: its expected end against the agreed one. ``over`` is the
    same for the end of the day, expected at ``ends``.
    """

    behind: float
    ends: datetime
    over: float


def planned_start(event: Event, phases: Sequence[Phase], phase: Phase) -> datetime:
    """The UTC moment at which a phase was agreed to begin; past midnight is the next day."""
    return _moment(event, phases, phase.starts)


def planned_end(event: Event, phases: Sequence[Phase]) -> datetime | None:
    """When the day was agreed to end; None for a programme without phases."""
    agreed = [phase for phase in phases if phase.agreed_seconds]
    return max((_agreed_end(event, phases, phase) for phase in agreed), default=None)


def is_the_day(event: Event, phases: Sequence[Phase], now: datetime) -> bool:
    """Whether clock times of the programme mean something now: on its day, and past midnight."""
    end = planned_end(event, phases)
    if event.local(now).date() == event.date:
        return True
    return end is not None and planned_start(event, phases, phases[0]) <= now <= end + LATEST


def fixed_start_after(
    event: Event, phases: Sequence[Phase], position: int, now: datetime
) -> datetime | None:
    """The clock time, in UTC, that the part after ``position`` is fixed at.

    None where it just follows, where nothing does, and on any other day.
    """
    following = phase_after(phases, position)
    if following is None or not following.fixed or not is_the_day(event, phases, now):
        return None
    return planned_start(event, phases, following)


def forecast(
    event: Event, phases: Sequence[Phase], position: int | None, remaining: float, now: datetime
) -> tuple[Expected, ...]:
    """When the running phase and all that come after it will begin and end.

    ``position`` is the running phase, None before the day has begun; ``remaining`` its seconds
    left, negative in overtime. What is over time ends now at the earliest. A linked phase begins
    when the one before it ends; a fixed one, and the first of the day, not before its clock time,
    which means something on the event's own day only.
    """
    on_the_day = is_the_day(event, phases, now)
    result: list[Expected] = []
    moment = now
    for phase in taking_place(phases):
        if position is not None and phase.position < position:
            continue
        if phase.position == position:
            moment = max(now, now + timedelta(seconds=remaining))
            result.append(Expected(position, phase.started_at or now, moment))
            continue
        waits = phase.fixed or (position is None and not result)
        starts = max(moment, planned_start(event, phases, phase)) if waits else moment
        starts = starts if on_the_day else moment
        moment = starts + timedelta(seconds=phase.seconds)
        result.append(Expected(phase.position, starts, moment))
    return tuple(result)


def pace_of(
    event: Event, phases: Sequence[Phase], position: int | None, remaining: float, now: datetime
) -> Pace | None:
    """How the day keeps to its programme; None while nothing runs and on any other day."""
    agreed = planned_end(event, phases)
    if position is None or agreed is None or not is_the_day(event, phases, now):
        return None
    expected = forecast(event, phases, position, remaining, now)
    running, last = expected[0], expected[-1]
    behind = (running.ends - _agreed_end(event, phases, phases[position])).total_seconds()
    fixed = fixed_start_after(event, phases, position, now)
    if fixed and running.ends <= fixed:  # it waits for a clock time that can still be kept
        behind = min(0.0, behind)
    return Pace(behind, last.ends, (last.ends - agreed).total_seconds())


def _agreed_end(event: Event, phases: Sequence[Phase], phase: Phase) -> datetime:
    return planned_start(event, phases, phase) + timedelta(seconds=phase.agreed_seconds)


def _moment(event: Event, phases: Sequence[Phase], local: time) -> datetime:
    """A clock time far before the first part is one after midnight; a little before, a mistake."""
    moment, first = event.moment(local), event.moment(phases[0].starts)
    return moment + A_DAY if first - moment >= HALF_A_DAY else moment
