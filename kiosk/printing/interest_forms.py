"""Interest forms: the paper way to say whom somebody would like to see again.

Boxes only: there is no line on which anything could be written about a person.
"""

import math
from typing import TYPE_CHECKING

from kiosk.domain.people import badge_label
from kiosk.i18n import _
from kiosk.printing import qr
from kiosk.printing.documents import A5, MM, Document
from kiosk.printing.fonts import Face, clean, unprintable
from kiosk.printing.palette import colour
from kiosk.printing.text import Align, Type, draw, ellipsed, fitted, width, wrapped
from kiosk.services.paperwork import FormBatch, FormLine, PaperForm

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARGIN = 9 * MM
RIGHT = A5[0] - MARGIN
MODULE = 1.06 * MM
BOX = 8.5 * MM
HEAD = A5[1] - 52 * MM
FOOT = 21 * MM
TALLEST_ROW = 46.0
LOWEST_ROW = 28.0


def interest_form_sheets(batch: FormBatch, language: str) -> bytes:
    """One A5 for each person; a long list goes on on the next."""
    document = Document(A5, _("Interest forms {event}").format(event=batch.event.title), language)
    most = int((HEAD - FOOT) / LOWEST_ROW)
    for form in batch.cards:
        pages = math.ceil(len(form.lines) / most)
        per_page = math.ceil(len(form.lines) / pages)
        for first in range(0, len(form.lines), per_page):
            _page(document.canvas, form, form.lines[first : first + per_page])
            document.canvas.showPage()
    return document.close()


def _page(canvas: "Canvas", form: PaperForm, lines: tuple[FormLine, ...]) -> None:
    _heading(canvas, form)
    _column_heads(canvas, form)
    height = min(TALLEST_ROW, (HEAD - FOOT) / len(lines))
    for index, line in enumerate(lines):
        _row(canvas, line, HEAD - (index + 1) * height, height)
    _foot(canvas, form)


def _heading(canvas: "Canvas", form: PaperForm) -> None:
    side = qr.MODULES * MODULE
    top = A5[1] - 13 * MM
    qr.draw_code(canvas, form.code, RIGHT - side, top - side, side)
    room = RIGHT - MARGIN - side - 8 * MM
    question = fitted(_("Whom do you want to see again?"), Face.EXTRABOLD, (23, 21, 19), room, 2)
    baseline = top - 16
    for line in question.lines:
        draw(canvas, MARGIN, baseline, line, Type(Face.EXTRABOLD, question.size))
        baseline -= question.size * 1.12
    advice = _("Tick one box on each line. We share contact details only when both say yes.")
    for line in wrapped(advice, Face.REGULAR, 12, room):
        draw(canvas, MARGIN, baseline - 1, line, Type(Face.REGULAR, 12, "muted"))
        baseline -= 15.5


def _columns() -> tuple[tuple[float, str], ...]:
    last = RIGHT - BOX / 2 - 3 * MM
    return (last - 42 * MM, _("yes")), (last - 21 * MM, _("maybe")), (last, _("no"))


def _column_heads(canvas: "Canvas", form: PaperForm) -> None:
    baseline = HEAD + 3 * MM
    badge = _("badge {number}").format(number=badge_label(form.badge_number))
    style = Type(Face.BOLD, 12)
    if clean(form.name) and not unprintable(form.name):
        badge = f" · {badge}"
        room = _columns()[0][0] - MARGIN - 8 * MM - width(badge, style.face, style.size)
        badge = ellipsed(clean(form.name), style.face, style.size, room) + badge
    draw(canvas, MARGIN, baseline, badge, style)
    for x, word in _columns():
        draw(canvas, x, baseline, word, style, Align.CENTRE)
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(1.6)
    canvas.line(MARGIN, HEAD, RIGHT, HEAD)


def _row(canvas: "Canvas", line: FormLine, bottom: float, height: float) -> None:
    middle = bottom + height / 2
    draw(canvas, MARGIN, middle - 4.5, str(line.number), Type(Face.EXTRABOLD, 13, "primary"))
    left = MARGIN + 11 * MM
    room = _columns()[0][0] - BOX / 2 - left - 3 * MM
    if clean(line.name) and not unprintable(line.name):
        fit = fitted(line.name, Face.REGULAR, (13.5, 12, 11), room, 2)
        baseline = middle - 4.5 + (len(fit.lines) - 1) * fit.size * 0.6
        for text in fit.lines:
            draw(canvas, left, baseline, text, Type(Face.REGULAR, fit.size))
            baseline -= fit.size * 1.2
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(1.5)
    side = min(BOX, height - 8)
    for x, _word in _columns():
        canvas.roundRect(x - side / 2, middle - side / 2, side, side, 3, stroke=1, fill=0)
    canvas.setStrokeColor(colour("line"))
    canvas.setLineWidth(0.7)
    canvas.line(MARGIN, bottom, RIGHT, bottom)


def _foot(canvas: "Canvas", form: PaperForm) -> None:
    text = _("Hand this sheet in at the desk. Form {badge}/{version}").format(
        badge=badge_label(form.badge_number), version=form.plan_version
    )
    draw(canvas, A5[0] / 2, 9 * MM, text, Type(Face.REGULAR, 10, "muted"), Align.CENTRE)
    canvas.setFillColor(colour("#000000"))
    for x in (6 * MM, A5[0] - 13 * MM):
        canvas.rect(x, 6 * MM, 7 * MM, 7 * MM, stroke=0, fill=1)
