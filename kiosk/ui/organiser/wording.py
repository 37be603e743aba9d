"""Words and forms that the organisers' pages share."""

from datetime import datetime
from functools import cache

from babel import Locale

from kiosk.domain.people import Side
from kiosk.i18n import N_, _, language

_LEGAL_FORMS = {"bv", "bvba", "nv", "vzw", "cv", "cvba", "asbl", "srl", "sa"}

NONE = "\N{EN DASH}"
"""Stands where there is nothing, and between the ends of a span."""

_SIDES = {
    Side.CANDIDATE: N_("candidate"),
    Side.EMPLOYER: N_("employer"),
    Side.COMPANION: N_("companion"),
}


def short_name(employer: str) -> str:
    """An employer's name without its legal form, for a small cell."""
    words = employer.split()
    kept = [word for word in words if word.casefold().replace(".", "") not in _LEGAL_FORMS]
    return " ".join(kept or words)


def span(least: int, most: int) -> str:
    """From the least to the most, or the one number that they both are."""
    return str(least) if least == most else f"{least}{NONE}{most}"


def side_name(side: Side) -> str:
    """On which side somebody sits; for staff screens only."""
    return _(_SIDES[side])


def clock_time(moment: datetime) -> str:
    """A local moment as a clock shows it."""
    return f"{moment:%H:%M}"


def language_names(codes: tuple[str, ...]) -> str:
    """Languages by their names in the language in use."""
    return ", ".join(_language_name(code, language()) for code in codes)


@cache
def _language_name(code: str, spoken: str) -> str:
    return str(Locale.parse(spoken).languages.get(code, code))
