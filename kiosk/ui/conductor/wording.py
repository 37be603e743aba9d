"""Words of the host's screen: phases, times and how the day runs against its plan."""

from datetime import datetime, time, timedelta

from kiosk.domain.countdown import shown_seconds
from kiosk.domain.event import Event
from kiosk.domain.programme import Phase, PhaseKind
from kiosk.i18n import _, ngettext
from kiosk.i18n.programme_words import phase_name


def phase_heading(phase: Phase, rounds: int) -> str:
    """The title above the time; a round says how many there are."""
    if phase.kind is PhaseKind.ROUND:
        return _("Round {number} of {count}").format(number=phase.round_number, count=rounds)
    return phase_name(phase)


def clock_time(moment: time) -> str:
    """A time of day as the programme prints it."""
    return f"{moment:%H:%M}"


def minutes_and_seconds(seconds: float) -> str:
    """Seconds left as the face shows them: ``4:58``, and ``+0:12`` in overtime."""
    whole = shown_seconds(seconds)
    minutes, rest = divmod(abs(whole), 60)
    sign = "+" if whole < 0 else ""
    return f"{sign}{minutes}:{rest:02d}"


def pace_words(minutes_behind: int) -> tuple[str, str]:
    """The pace and its tone: behind is worth a colour, ahead is good to know, on time is well."""
    if not minutes_behind:
        return _("on time"), "ok"
    minutes = abs(minutes_behind)
    if minutes_behind > 0:
        behind = ngettext("{minutes} min behind", "{minutes} min behind", minutes)
        return behind.format(minutes=minutes), "warn"
    early = ngettext("{minutes} min ahead", "{minutes} min ahead", minutes)
    return early.format(minutes=minutes), "info"


def end_words(minutes_later: int) -> str:
    """How the expected end of the day compares with the agreed one."""
    if not minutes_later:
        return _("as planned")
    later, earlier = _("{minutes} min later than planned"), _("{minutes} min earlier than planned")
    return (later if minutes_later > 0 else earlier).format(minutes=abs(minutes_later))


def nearest_minute(event: Event, moment: datetime) -> str:
    """A moment that was worked out, as a clock shows it: not a minute too early for a second."""
    return f"{event.local(moment + timedelta(seconds=30)):%H:%M}"
