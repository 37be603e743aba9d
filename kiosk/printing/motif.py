"""The chair and its arrow, large, as on the cover: the logo's own outline in page units."""

from typing import TYPE_CHECKING

from kiosk.printing.documents import A5
from kiosk.printing.palette import WHITE, colour

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

UNIT = 14.45
STROKE = 37
LEFT = 18.0
BASE = A5[1] + 4 * UNIT - 222


def chair(canvas: "Canvas") -> None:
    """The chair, a shade lighter than the page behind it."""
    _pen(canvas, _tint())
    path = canvas.beginPath()
    path.moveTo(*_at(9, 4))
    for x, y in ((9, 16), (20, 16), (20, 28)):
        path.lineTo(*_at(x, y))
    path.moveTo(*_at(9, 16))
    path.lineTo(*_at(9, 28))
    canvas.drawPath(path, stroke=1, fill=0)


def arrow(canvas: "Canvas") -> None:
    """The arrow that says: on to the next chair. It runs off the page."""
    _pen(canvas, colour("sun"))
    centre_x, centre_y = _at(19.004, 13.262)
    reach = 8.5 * UNIT
    path = canvas.beginPath()
    path.arc(centre_x - reach, centre_y - reach, centre_x + reach, centre_y + reach, 76.4, -74.6)
    path.moveTo(*_at(28.8, 9.2))
    path.lineTo(*_at(27.6, 13.8))
    path.lineTo(*_at(23.4, 11.8))
    canvas.drawPath(path, stroke=1, fill=0)


def _at(x: float, y: float) -> tuple[float, float]:
    """From the logo's grid, counted from the top, to the page."""
    return LEFT + x * UNIT, BASE - y * UNIT


def _pen(canvas: "Canvas", ink: "Color") -> None:
    canvas.setStrokeColor(ink)
    canvas.setLineWidth(STROKE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)


def _tint(share: float = 0.13) -> "Color":
    """White over the primary colour, mixed beforehand: overlaps must not show."""
    from reportlab.lib.colors import Color  # heavy, first needed here

    base, white = colour("primary"), colour(WHITE)
    return Color(*(a + (b - a) * share for a, b in zip(base.rgb(), white.rgb(), strict=True)))
