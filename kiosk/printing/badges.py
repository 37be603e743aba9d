"""Badges: a name to be read across a table, a code to be scanned, a number to be said.

All badges are alike. Nothing on them tells who looks for work and who offers it.
"""

from typing import TYPE_CHECKING

from kiosk.domain.people import badge_label
from kiosk.i18n import _
from kiosk.printing import qr
from kiosk.printing.documents import A6, MM, Sheet, cards_document
from kiosk.printing.fonts import Face, clean, unprintable
from kiosk.printing.palette import WHITE, colour
from kiosk.printing.text import Align, Type, draw, ellipsed, fitted
from kiosk.printing.wording import language_name
from kiosk.services.paperwork import BadgeBatch, BadgeData

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARGIN = 7 * MM
HEADER = 19 * MM
MODULE = 1.9 * MM
NAME_SIZES = (58, 52, 46, 40, 35, 30, 26, 22, 19)
NAME_LINES = 3
ROOM = A6[0] - 2 * MARGIN


def badge_sheets(batch: BadgeBatch, language: str, sheet: Sheet) -> bytes:
    """All badges of the batch as one PDF."""
    title = _("Badges {event}").format(event=batch.event.title)

    def paint(canvas: "Canvas", card: BadgeData) -> None:
        draw_badge(canvas, card, batch.event.title)

    return cards_document(title, language, batch.cards, paint, sheet)


def printed_name(card: BadgeData) -> str:
    """The name, or ``Badge 17`` where names stay off badges or none of our fonts can write it."""
    if clean(card.name) and not unprintable(card.name):
        return card.name
    return _("Badge {number}").format(number=badge_label(card.badge_number))


def draw_badge(canvas: "Canvas", card: BadgeData, event_title: str) -> None:
    """Paint one badge of A6."""
    _header(canvas, event_title)
    bottom = _name(canvas, printed_name(card))
    _languages(canvas, card.languages, bottom)
    quiet = qr.QUIET * MODULE
    qr.draw_code(canvas, card.code, MARGIN + quiet, MARGIN + quiet, qr.MODULES * MODULE)
    _number(canvas, card.badge_number, MARGIN + quiet)


def _header(canvas: "Canvas", title: str) -> None:
    canvas.setFillColor(colour("primary"))
    canvas.rect(0, A6[1] - HEADER, A6[0], HEADER, stroke=0, fill=1)
    fit = fitted(title, Face.BOLD, (15, 13, 11), ROOM, 2)
    leading = fit.size * 1.2
    top = A6[1] - HEADER / 2 + (len(fit.lines) * leading) / 2
    for index, line in enumerate(fit.lines):
        baseline = top - index * leading - leading * 0.74
        draw(canvas, MARGIN, baseline, line, Type(Face.BOLD, fit.size, WHITE))


def _name(canvas: "Canvas", name: str) -> float:
    """Set the name under the header; returns the baseline of its last line."""
    fit = fitted(name, Face.EXTRABOLD, NAME_SIZES, ROOM, NAME_LINES)
    baseline = A6[1] - HEADER - 9 * MM - fit.size * 0.7
    for line in fit.lines:
        draw(canvas, MARGIN, baseline, line, Type(Face.EXTRABOLD, fit.size))
        baseline -= fit.size * 1.02
    return baseline + fit.size * 1.02


def _languages(canvas: "Canvas", codes: tuple[str, ...], above: float) -> None:
    text = " · ".join(language_name(code) for code in codes)
    if not text:
        return
    fit = fitted(text, Face.REGULAR, (15, 13, 11), ROOM, 2)
    baseline = above - 11.5 * MM + (15 - fit.size)
    for line in fit.lines:
        style = Type(Face.REGULAR, fit.size, "muted")
        draw(canvas, MARGIN, baseline, line.removesuffix(" ·"), style)
        baseline -= fit.size * 1.3


def _number(canvas: "Canvas", number: int, baseline: float) -> None:
    right = A6[0] - MARGIN
    label = badge_label(number)
    size = fitted(label, Face.EXTRABOLD, (58, 48, 40, 32), 32 * MM, 1).size
    draw(canvas, right, baseline, label, Type(Face.EXTRABOLD, size), Align.RIGHT)
    caption = ellipsed(_("Badge"), Face.REGULAR, 14, 30 * MM)
    style = Type(Face.REGULAR, 14, "muted")
    draw(canvas, right, baseline + size * 0.72 + 4 * MM, caption, style, Align.RIGHT)
