"""Verdict codes as words: what happened, and what the volunteer can do next."""

import re

from kiosk.domain.verdicts import VerdictCode
from kiosk.i18n import N_, _

HEADLINES = {
    VerdictCode.WELCOME: N_("Welcome"),
    VerdictCode.ALREADY_HERE: N_("Already checked in"),
    VerdictCode.NOT_COMING: N_("Cancelled"),
    VerdictCode.CONSENT_MISSING: N_("Consent is missing"),
    VerdictCode.REPLACED_BADGE: N_("Old badge"),
    VerdictCode.UNKNOWN_CODE: N_("Unknown code"),
    VerdictCode.DAMAGED_CODE: N_("Code not readable"),
}

ADVICE = {
    VerdictCode.ALREADY_HERE: N_("Nothing has changed. Is this somebody else? Search by name."),
    VerdictCode.NOT_COMING: N_(
        "This person let us know they would not come. Not checked in; call the organiser."
    ),
    VerdictCode.CONSENT_MISSING: N_(
        "We have no yes to taking part yet. Not checked in; call the organiser."
    ),
    VerdictCode.REPLACED_BADGE: N_(
        "This badge was replaced by a new one. Ask for the new badge, or search by name."
    ),
    VerdictCode.UNKNOWN_CODE: N_(
        "Nobody at this event has this code. Is it a badge of today? Otherwise search by name."
    ),
    VerdictCode.DAMAGED_CODE: N_(
        "Not all letters came through. Hold the badge flat and scan again, or search by name."
    ),
}

_DESK = re.compile(r"desk (\d+)")


def headline(code: VerdictCode) -> str:
    """The verdict in a word or two."""
    return _(HEADLINES[code])


def advice(code: VerdictCode) -> str:
    """What to do next; nothing for a welcome."""
    return _(ADVICE[code]) if code in ADVICE else ""


def place_and_person(station: str, volunteer: str) -> str:
    """Where a check-in was made, and by whom if that is known."""
    desk = _DESK.fullmatch(station)
    place = _("desk {number}").format(number=desk[1]) if desk else station
    if not volunteer:
        return _("at {place}").format(place=place)
    return _("at {place}, by {volunteer}").format(place=place, volunteer=volunteer)
