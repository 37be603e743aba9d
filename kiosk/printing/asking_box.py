"""The box on an employer's card: what is not asked at this table, and what can be asked instead.

It stands on the side of the card that faces the employer, not on the room's screen. Health and
private life are limited by rules, which the source names; gaps and the past are left
alone because this day is about the job.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.i18n import _
from kiosk.printing.fonts import Face
from kiosk.printing.palette import colour
from kiosk.printing.text import Type, draw, wrapped

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
PAD = 11.0
LEADING = 1.32
INDENT = 11.0
RADIUS = 8.0


@dataclass(frozen=True, slots=True)
class Room:
    """Where the box may stand, in points; it takes the height that it needs from the bottom."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line with the space above it; ``is_first`` lines of a point have its dash."""

    text: str
    style: Type
    above: float = 0.0
    indent: float = 0.0
    is_first: bool = False


def draw_asking_box(canvas: "Canvas", room: Room) -> None:
    """The box, its words as large as all of them fit."""
    lines, high = fitting_lines(room.width, room.height)
    canvas.setFillColor(colour("primary_soft"))
    canvas.roundRect(room.left, room.bottom, room.width, high, RADIUS, stroke=0, fill=1)
    baseline = room.bottom + high - PAD
    for line in lines:
        baseline -= line.above + line.style.size
        left = room.left + PAD + line.indent
        if line.is_first:
            draw(canvas, left - INDENT, baseline, "\N{EN DASH}", line.style)
        draw(canvas, left, baseline, line.text, line.style)
        baseline -= line.style.size * (LEADING - 1)


def fitting_lines(width: float, height: float) -> tuple[list[Line], float]:
    """The lines at the largest size at which they fit, and how high the box becomes."""
    for size in SIZES:
        lines = list(_lines(size, width - 2 * PAD))
        high = 2 * PAD + sum(line.above + line.style.size * LEADING for line in lines)
        if high <= height:
            break
    return lines, high


def _lines(size: float, room: float) -> Iterator[Line]:
    yield from _part(_("Please don't ask about"), _left_alone(), size, room, "bad")
    yield from _part(_("Ask instead"), _asked(), size, room, "primary", above=size * 0.5)
    small = Type(Face.REGULAR, size * 0.78, "muted")
    above = size * 0.55
    for text in wrapped(_source(), small.face, small.size, room):
        yield Line(text, small, above)
        above = 0.0


def _part(
    title: str, points: tuple[str, ...], size: float, room: float, ink: str, above: float = 0.0
) -> Iterator[Line]:
    for text in wrapped(title, Face.EXTRABOLD, size * 1.1, room):
        yield Line(text, Type(Face.EXTRABOLD, size * 1.1, ink), above)
        above = 0.0
    style = Type(Face.REGULAR, size)
    for point in points:
        for at, text in enumerate(wrapped(point, style.face, size, room - INDENT)):
            yield Line(text, style, indent=INDENT, is_first=at == 0)


def _left_alone() -> tuple[str, ...]:
    return (
        _("illness, treatment or medication"),
        _("the reason for a gap in a CV"),
        _("the past"),
        _("private life: family, wish for children, belief"),
    )


def _asked() -> tuple[str, ...]:
    return (
        _("What do you like doing at work?"),
        _("What are you good at?"),
        _("What do you need to do your work well?"),
    )


def _source() -> str:
    return _(
        "Health and private life matter only where the job truly requires it. Sources: Belgian "
        "Data Protection Authority; collective agreement no. 38, as explained by VDAB (2017)."
    )
