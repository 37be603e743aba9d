"""Which colours and signs a cell has: the stronger the wish that is met, the stronger the ground.

Colour is never alone: a bar at the left is as high as the wish is strong, icons stand for a must, a
lock and trouble, and all of it is told to a screen reader.
"""

from kiosk.services.seating import CellKind
from kiosk.ui.organiser.plan.state import CellFace
from kiosk.ui.theme.tokens import load_tokens

SHADES = ("#E6F1F0", "#CDE6E4", "#A6D4D1", "#7CC0BD", "#52A9A9")
"""Grounds for a wish of strength 0 to 4; the strongest has the primary colour."""

SAND = "#F3EEE6"
BAR = "#063F45"
"""Stands out on all of them."""


def colours(face: CellFace) -> tuple[str, str]:
    """Ground and ink."""
    light = load_tokens().light
    if face.kind is CellKind.TABLE:
        if face.strength >= len(SHADES):
            return light.primary, light.surface
        return SHADES[face.strength], light.ink
    return (SAND if face.kind is CellKind.REST else light.surface), light.muted


def bar_colour(face: CellFace) -> str:
    """The bar at the left, seen on its ground."""
    return load_tokens().light.sun if face.strength >= len(SHADES) else BAR


def signs(face: CellFace) -> tuple[str, ...]:
    """Names of the icons at the right of a cell."""
    marks = (
        (face.broken is not None, "warning-triangle"),
        (face.must, "star"),
        (face.locked, "lock"),
    )
    return tuple(name for is_shown, name in marks if is_shown)
