"""Where fixed clock times leave a gap or overlap with the phase above, each in one phrase."""

from collections.abc import Mapping, Sequence
from datetime import time
from itertools import pairwise

from kiosk.domain.event import Event
from kiosk.domain.programme import Expected, Phase
from kiosk.domain.programme.pace import planned_start
from kiosk.i18n import _
from kiosk.i18n.lengths import HOUR, MINUTE, duration

DAY = 24 * HOUR


def clash_texts(phases: Sequence[Phase]) -> Mapping[int, str]:
    """Before the day: planned times that do not follow each other, by position."""
    found: dict[int, str] = {}
    for above, phase in pairwise(phases):
        free = _seconds_from(above.ends, phase.starts)
        if free < 0:
            text = _("begins {length} before the one above ends")
            found[phase.position] = text.format(length=duration(-free))
        elif free > 0:
            found[phase.position] = _free(free)
    return found


def waiting_texts(
    event: Event, phases: Sequence[Phase], expected: Sequence[Expected]
) -> Mapping[int, str]:
    """On the day: where the room will wait for a fixed time, or come too late for it."""
    found: dict[int, str] = {}
    for above, each in pairwise(expected):
        phase = phases[each.position]
        free = (each.starts - above.ends).total_seconds()
        late = (each.starts - planned_start(event, phases, phase)).total_seconds()
        if free >= MINUTE:
            found[each.position] = _free(free // MINUTE * MINUTE)
        elif phase.fixed and late >= MINUTE:
            text = _("{length} later than its fixed time")
            found[each.position] = text.format(length=duration(late // MINUTE * MINUTE))
    return found


def _free(seconds: float) -> str:
    return _("{length} free before this").format(length=duration(seconds))


def _seconds_from(end: time, start: time) -> int:
    """How long after ``end`` something starts, negative when before; the nearer of the two."""
    later = (_since_midnight(start) - _since_midnight(end)) % DAY
    return later - DAY if later > DAY / 2 else later


def _since_midnight(moment: time) -> int:
    return moment.hour * HOUR + moment.minute * MINUTE + moment.second
