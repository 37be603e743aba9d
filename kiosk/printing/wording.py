"""Dates, languages and times as people of a language write them."""

from datetime import date, time
from functools import cache

from kiosk.i18n import language


def day_and_month(day: date) -> str:
    """``21 maart``, ``21 March``."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMMd", day, locale=_locale())


def clock_time(moment: time) -> str:
    """``14:20``, the same in every language of a Belgian event."""
    return f"{moment:%H:%M}"


def language_name(code: str) -> str:
    """``Arabisch`` for ``ar``; the code itself when nobody knows it."""
    return _language_name(code, _locale())


@cache
def _language_name(code: str, locale: str) -> str:
    from babel import Locale

    name: str = Locale.parse(locale).languages.get(code, code)
    return name[:1].upper() + name[1:]


def _locale() -> str:
    """British English: day before month, as on the continent."""
    return {"en": "en_GB"}.get(language(), language())
