"""Lengths as people write them: ``100``, ``2,54 m``, ``110"``, ``300 cm``."""

import re
from types import MappingProxyType

from kiosk.domain.legibility import MILLIMETRES_PER_INCH

INCHES = (5.0, 1000.0)
METRES = (0.5, 200.0)
_WRITTEN = re.compile(r"(?P<figure>\d{1,4}(?:[.,]\d{1,2})?)\s*(?P<unit>[a-z\"”″]*)")
_METRE = 1000.0
_MILLIMETRES = MappingProxyType(
    {"mm": 1.0, "cm": 10.0, "m": _METRE, "meter": _METRE, "metres": _METRE, "metre": _METRE}
    | dict.fromkeys(("inch", "inches", '"', "”", "″", "in", "duim"), MILLIMETRES_PER_INCH)
)


def read_inches(text: str) -> float | None:
    """A diagonal in inches, None for nothing. Raises ValueError for what no screen has."""
    return _read(text, MILLIMETRES_PER_INCH, INCHES)


def read_metres(text: str) -> float | None:
    """A distance in metres, None for nothing. Raises ValueError for what no room has."""
    return _read(text, _METRE, METRES)


def written(value: float | None, comma: str) -> str:
    """A length without zeros that say nothing."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".").replace(".", comma)


def _read(text: str, unit: float, limits: tuple[float, float]) -> float | None:
    if not text.strip():
        return None
    found = _WRITTEN.fullmatch(text.strip().casefold())
    if found is None or (found["unit"] and found["unit"] not in _MILLIMETRES):
        raise ValueError(text)
    figure = float(found["figure"].replace(",", "."))
    length = figure * _MILLIMETRES.get(found["unit"], unit) / unit
    if not limits[0] <= length <= limits[1]:
        raise ValueError(text)
    return round(length, 2)
