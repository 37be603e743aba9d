"""Moments as forms and people write them: day first, ISO, or Excel's count of days."""

import re
from datetime import date, datetime, time, timedelta

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})")
_TIME = re.compile(
    r"[\sT,]+(?:om\s+)?(\d{1,2})[:hu.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap]m)?", re.IGNORECASE
)
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
_EXCEL_EPOCH = date(1899, 12, 30)
_MONTHS = 12
_NOON = 12


def parse_moment(text: str) -> datetime | None:
    """The local moment, or None when the text is none.

    The day goes before the month, as in Belgium; only where that gives no date it is second.
    """
    text = text.strip()
    try:
        serial = _SERIAL.fullmatch(text)
        if serial:
            return _from_serial(serial)
        found = _ISO.match(text) or _DAY_FIRST.match(text)
        if found is None:
            return None
        return datetime.combine(_day(found), _time(text[found.end() :]))
    except (ValueError, OverflowError):
        return None


def _day(found: re.Match[str]) -> date:
    first, second, third = (int(part) for part in found.groups())
    if found.re is _ISO:
        return date(first, second, third)
    year = third if third >= 100 else 2000 + third  # noqa: PLR2004
    return date(year, first, second) if second > _MONTHS else date(year, second, first)


def _time(text: str) -> time:
    found = _TIME.match(text)
    if found is None:
        return time()
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    half = (found.group(4) or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, minute, second)


def _from_serial(found: re.Match[str]) -> datetime:
    days = float(f"{found.group(1)}.{found.group(2) or 0}")
    midnight = datetime.combine(_EXCEL_EPOCH, time())
    return midnight + timedelta(seconds=round(days * 86_400))
