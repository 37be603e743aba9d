"""Verdict codes as words: what happened, and what the volunteer can do next."""

import re
from datetime import datetime

from kiosk.domain.event import Event
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import N_, _

HEADLINES = {
    VerdictCode.WELCOME: N_("Welcome"),
    VerdictCode.WELCOME_BACK: N_("Welcome back"),
    VerdictCode.ALREADY_HERE: N_("Already checked in"),
    VerdictCode.NOT_COMING: N_("Cancelled"),
    VerdictCode.CONSENT_MISSING: N_("Consent is missing"),
    VerdictCode.TOO_EARLY: N_("Too early"),
    VerdictCode.EVENT_CLOSED: N_("The day is closed"),
    VerdictCode.REPLACED_BADGE: N_("Old badge"),
    VerdictCode.OTHER_EVENT: N_("Badge of another event"),
    VerdictCode.UNKNOWN_CODE: N_("Unknown code"),
    VerdictCode.DAMAGED_CODE: N_("Code not readable"),
    VerdictCode.GARBLED_SCAN: N_("Scanner garbled"),
}

ADVICE = {
    VerdictCode.ALREADY_HERE: N_("Nothing has changed. Is this somebody else? Search by name."),
    VerdictCode.NOT_COMING: N_(
        "This person let us know they would not come. Not checked in. Here after all? Check in."
    ),
    VerdictCode.CONSENT_MISSING: N_(
        "Not checked in. Ask: “Do you take part, and may your details be used for it?”"
        " No is fine too."
    ),
    VerdictCode.TOO_EARLY: N_("The desk is not open yet. Not checked in; scan again later."),
    VerdictCode.EVENT_CLOSED: N_("The desk has closed. Not checked in; call the organiser."),
    VerdictCode.REPLACED_BADGE: N_(
        "This badge was replaced by a new one. Ask for the new badge, or search by name."
    ),
    VerdictCode.OTHER_EVENT: N_(
        "This badge was made for another event. Search by name; a new badge takes a moment."
    ),
    VerdictCode.UNKNOWN_CODE: N_(
        "Nobody at this event has this code. Is it a badge of today? Otherwise search by name."
    ),
    VerdictCode.DAMAGED_CODE: N_(
        "Not all letters came through. Hold the badge flat and scan again, or search by name."
    ),
    VerdictCode.GARBLED_SCAN: N_(
        "The scanner sends other signs than the code has. Check its keyboard setting;"
        " meanwhile search by name."
    ),
}

_DESK = re.compile(r"desk (\d+)")


def headline(code: VerdictCode) -> str:
    """The verdict in a word or two."""
    return _(HEADLINES[code])


def advice(code: VerdictCode) -> str:
    """What to do next; nothing for a welcome."""
    return _(ADVICE[code]) if code in ADVICE else ""


def advice_about(verdict: Verdict, event: Event) -> str:
    """The same with the hours of the desk, where these are what it is about."""
    hours = verdict.record.hours if verdict.record else None
    if verdict.code is VerdictCode.TOO_EARLY and hours and hours.opens:
        return _("The desk opens {moment}. Not checked in; scan again then.").format(
            moment=_moment(hours.opens, verdict.at, event)
        )
    if verdict.code is VerdictCode.EVENT_CLOSED and hours and hours.closes:
        return _("The desk closed {moment}. Not checked in; call the organiser.").format(
            moment=_moment(hours.closes, verdict.at, event)
        )
    return advice(verdict.code)


def _moment(moment: datetime, now: datetime, event: Event) -> str:
    """``at 13:00``, with the day where that is another one, as the clock at the venue shows it."""
    local = event.local(moment)
    if local.date() == event.local(now).date():
        return _("at {time}").format(time=f"{local:%H:%M}")
    return _("on {day}/{month} at {time}").format(
        day=local.day, month=local.month, time=f"{local:%H:%M}"
    )


def place_and_person(station: str, volunteer: str) -> str:
    """Where a check-in was made, and by whom if that is known."""
    desk = _DESK.fullmatch(station)
    place = _("desk {number}").format(number=desk[1]) if desk else station
    if not volunteer:
        return _("at {place}").format(place=place)
    return _("at {place}, by {volunteer}").format(place=place, volunteer=volunteer)
