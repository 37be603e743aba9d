"""Table cards: an A4 folded into a tent, readable from both sides of the room.

One side faces the employer: below its name stands what is not asked at this table.
"""

from typing import TYPE_CHECKING

from kiosk.i18n import _
from kiosk.printing.asking_box import Room, draw_asking_box
from kiosk.printing.documents import A4, MM, Document
from kiosk.printing.fonts import Face
from kiosk.printing.palette import WHITE, colour
from kiosk.printing.text import Align, Type, draw, ellipsed, fitted
from kiosk.services.paperwork import TableBatch, TableCard

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

HALF = A4[1] / 2
BLOCK = 84 * MM
MARGIN = 12 * MM
LEFT = BLOCK + MARGIN
ROOM = A4[0] - BLOCK - 2 * MARGIN
MOST_LINES = 4
BOX = Room(LEFT - 4 * MM, 21 * MM, ROOM + 8 * MM, 78 * MM)


def table_card_sheets(batch: TableBatch, language: str) -> bytes:
    """One A4 for each table, to be folded in the middle."""
    document = Document(A4, _("Table cards {event}").format(event=batch.event.title), language)
    for card in batch.cards:
        _tent(document.canvas, card, batch.event.title)
        document.canvas.showPage()
    return document.close()


def _tent(canvas: "Canvas", card: TableCard, event_title: str) -> None:
    _side(canvas, card, event_title)
    _employer(canvas, card.employer, HALF / 2, (44, 38, 32, 27, 22, 19, 16))
    canvas.saveState()
    canvas.translate(A4[0], A4[1])
    canvas.rotate(180)
    _side(canvas, card, event_title)
    middle = (BOX.bottom + BOX.height + HALF - 6 * MM) / 2
    _employer(canvas, card.employer, middle, (32, 27, 22, 19, 16))
    draw_asking_box(canvas, BOX)
    canvas.restoreState()
    canvas.setStrokeColor(colour("muted"))
    canvas.setLineWidth(0.4)
    canvas.setDash(4, 4)
    canvas.line(0, HALF, A4[0], HALF)


def _side(canvas: "Canvas", card: TableCard, event_title: str) -> None:
    canvas.setFillColor(colour("primary"))
    canvas.rect(0, 0, BLOCK, HALF, stroke=0, fill=1)
    middle = BLOCK / 2
    label = Type(Face.SEMIBOLD, 26, "primary_soft")
    draw(canvas, middle, HALF - 34 * MM, _("Table"), label, Align.CENTRE)
    number = str(card.table_number)
    fit = fitted(number, Face.EXTRABOLD, (190, 150, 110), BLOCK - 10 * MM, 1)
    style = Type(Face.EXTRABOLD, fit.size, WHITE)
    draw(canvas, middle, HALF / 2 - fit.size * 0.42, number, style, Align.CENTRE)
    note = Type(Face.REGULAR, 13, "muted")
    foot = ellipsed(event_title, note.face, note.size, ROOM)
    draw(canvas, LEFT, 12 * MM, foot, note)


def _employer(canvas: "Canvas", name: str, middle: float, sizes: tuple[int, ...]) -> None:
    """The name, its lines around a height."""
    fit = fitted(name, Face.EXTRABOLD, sizes, ROOM, MOST_LINES)
    baseline = middle + (len(fit.lines) - 1) * fit.size * 0.56 - fit.size * 0.33
    for line in fit.lines:
        draw(canvas, LEFT, baseline, line, Type(Face.EXTRABOLD, fit.size))
        baseline -= fit.size * 1.12
