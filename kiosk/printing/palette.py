"""The colours of paper, from the same tokens as the screens."""

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from kiosk.config import TOKENS

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

WHITE = "#FFFFFF"


@cache
def _tokens() -> dict[str, str]:
    tables = tomllib.loads(TOKENS.read_text(encoding="utf-8"))
    return {**tables["light"], **tables["state"]}


@cache
def colour(name: str) -> "Color":
    """A colour by its token, ``ink`` or ``primary_soft``, or by its hexadecimal value."""
    from reportlab.lib.colors import HexColor

    return HexColor(name if name.startswith("#") else _tokens()[name])
