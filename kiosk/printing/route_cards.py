"""Route cards: where somebody goes, round by round, with the table number as the eye-catcher."""

import math
from typing import TYPE_CHECKING

from kiosk.domain.people import badge_label
from kiosk.i18n import _
from kiosk.printing.documents import A6, MM, Sheet, cards_document
from kiosk.printing.fonts import Face, clean, unprintable
from kiosk.printing.palette import colour
from kiosk.printing.text import Align, Fitted, Type, draw, fitted, width
from kiosk.printing.wording import clock_time
from kiosk.services.paperwork import RouteBatch, RouteCard, Stop

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARGIN = 7.5 * MM
RIGHT = A6[0] - MARGIN
TOP = A6[1] - 24 * MM
FOOT = 9 * MM
TALLEST_ROW = 52.0
ONE_LINE = (24, 21, 18)
EMPLOYER_X = MARGIN + 13.5 * MM


def route_card_sheets(batch: RouteBatch, language: str, sheet: Sheet) -> bytes:
    """All route cards of the batch as one PDF."""
    title = _("Route cards {event}").format(event=batch.event.title)
    return cards_document(title, language, batch.cards, draw_route_card, sheet)


def draw_route_card(canvas: "Canvas", card: RouteCard) -> None:
    """Paint one card of A6; with many rounds the rows become lower."""
    _heading(canvas, card)
    row = min(TALLEST_ROW, (TOP - FOOT - 5 * MM) / max(1, len(card.stops)))
    for index, stop in enumerate(card.stops):
        _row(canvas, stop, TOP - (index + 1) * row, row)
    made = _("Plan {version} · {time}").format(
        version=card.plan_version, time=clock_time(card.planned_at.time())
    )
    foot = TOP - len(card.stops) * row - 6.5 * MM
    draw(canvas, MARGIN, max(FOOT - 2 * MM, foot), made, Type(Face.REGULAR, 10, "muted"))


def draw_sun(canvas: "Canvas", x: float, y: float, radius: float) -> None:
    """The sign for a round of rest, around its centre."""
    canvas.setStrokeColor(colour("primary"))
    canvas.setLineWidth(radius * 0.24)
    canvas.setLineCap(1)
    canvas.circle(x, y, radius, stroke=1, fill=0)
    for step in range(8):
        angle = step * math.pi / 4
        reach = (math.cos(angle), math.sin(angle))
        near, far = radius * 1.55, radius * 2.0
        canvas.line(
            x + reach[0] * near, y + reach[1] * near, x + reach[0] * far, y + reach[1] * far
        )


def _heading(canvas: "Canvas", card: RouteCard) -> None:
    number = badge_label(card.badge_number)
    baseline = TOP + 7 * MM
    draw(canvas, RIGHT, baseline, number, Type(Face.BOLD, 14), Align.RIGHT)
    label_right = RIGHT - width(number, Face.BOLD, 14) - 3.5
    draw(canvas, label_right, baseline, _("badge"), Type(Face.REGULAR, 14, "muted"), Align.RIGHT)
    room = label_right - width(_("badge"), Face.REGULAR, 14) - MARGIN - 4 * MM
    if clean(card.name) and not unprintable(card.name):
        _name(canvas, card.name, baseline, room)
    canvas.setFillColor(colour("sun"))
    canvas.roundRect(MARGIN, TOP + 1.4 * MM, RIGHT - MARGIN, 3.6, 1.8, stroke=0, fill=1)


def _name(canvas: "Canvas", name: str, baseline: float, room: float) -> None:
    """On one line as large as it fits; a long name on two smaller ones."""
    size = next((s for s in ONE_LINE if width(name, Face.EXTRABOLD, s) <= room), 0)
    fit = Fitted((name,), size) if size else fitted(name, Face.EXTRABOLD, (16, 14), room, 2)
    for index, line in enumerate(reversed(fit.lines)):
        style = Type(Face.EXTRABOLD, fit.size)
        draw(canvas, MARGIN, baseline + index * fit.size * 1.1, line, style)


def _row(canvas: "Canvas", stop: Stop, bottom: float, height: float) -> None:
    scale = min(1.0, height / 40)
    middle = bottom + height / 2
    round_label = _("R{number}").format(number=stop.round_number)
    draw(canvas, MARGIN, middle + 3 * scale, round_label, Type(Face.REGULAR, 13 * scale, "muted"))
    starts = clock_time(stop.starts)
    draw(canvas, MARGIN, middle - 11 * scale, starts, Type(Face.REGULAR, 10.5 * scale, "muted"))
    _employer(canvas, stop, middle, scale)
    if stop.table_number is None:
        draw_sun(canvas, RIGHT - 9 * scale, middle, 4.5 * scale)
    else:
        style = Type(Face.EXTRABOLD, 27 * scale, "primary")
        draw(canvas, RIGHT, middle - 9.5 * scale, str(stop.table_number), style, Align.RIGHT)
    canvas.setStrokeColor(colour("line"))
    canvas.setLineWidth(0.7)
    canvas.line(MARGIN, bottom, RIGHT, bottom)


def _employer(canvas: "Canvas", stop: Stop, middle: float, scale: float) -> None:
    text = " · ".join(stop.company) or _("Take a breather")
    room = RIGHT - EMPLOYER_X - 14 * MM
    fit = fitted(text, Face.REGULAR, (13.5 * scale, 12 * scale, 11 * scale), room, 2)
    baseline = middle - fit.size * 0.33 + (len(fit.lines) - 1) * fit.size * 0.58
    for line in fit.lines:
        draw(canvas, EMPLOYER_X, baseline, line, Type(Face.REGULAR, fit.size))
        baseline -= fit.size * 1.16
