"""The papers of a desk: one person's, as cards of their own, and a test page without anybody."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from kiosk.domain.clock import Clock
from kiosk.domain.codes import new_code
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import badge_label
from kiosk.domain.print_jobs import Paper, PrintJob
from kiosk.i18n import N_, _, speaking
from kiosk.services.ports import UnitFactory

_TITLES = {
    Paper.BADGE: N_("Badge {number}"),
    Paper.ROUTE_CARD: N_("Route card {number}"),
    Paper.BROCHURE: N_("Brochure {number}"),
}
_NO_SUCH_PAPER = {RefusalCode.NO_PLAN, RefusalCode.CONTENT}


@dataclass(frozen=True, slots=True)
class DeskPaper:
    """A PDF. The ``title`` shows in the system's own print queue, so it holds no name."""

    content: bytes = field(repr=False)
    title: str


MakePaper: TypeAlias = Callable[[PrintJob], DeskPaper | None]
"""Makes a job's paper; None when that person has no such paper."""


def desk_papers(units: UnitFactory, clock: Clock, language: Callable[[], str]) -> MakePaper:
    """Makes papers from what the file says at that moment, in the language then in use.

    The unit of work is over before anything is drawn, so a scan never waits for a drawing.
    """

    def make(job: PrintJob) -> DeskPaper | None:
        # Drawing is loaded with the first paper: the desk need not wait for it.
        from kiosk.printing.documents import Sheet
        from kiosk.printing.papers import PaperOptions, make_paper

        options = PaperOptions(Sheet.A6, only=(job.attendee_id,))
        try:
            files = make_paper(job.paper.value, units(), clock, language(), options)
        except Refusal as refusal:
            if refusal.code in _NO_SUCH_PAPER:
                return None
            raise
        if not files or not files[0].count:
            return None
        return DeskPaper(files[0].content, _title(units, job, language()))

    return make


def _title(units: UnitFactory, job: PrintJob, language: str) -> str:
    with units().reading() as unit:
        person = unit.people.get(job.attendee_id)
    assert person is not None, "a paper of somebody was just made"
    with speaking(language):
        return _(_TITLES[job.paper]).format(number=badge_label(person.badge_number))


def trial_paper(language: str) -> DeskPaper:
    """A card of A6 that shows whether a printer prints cards: a frame, a word, a code of nobody."""
    from kiosk.printing import qr
    from kiosk.printing.documents import A6, MM, Document
    from kiosk.printing.fonts import Face
    from kiosk.printing.palette import colour
    from kiosk.printing.text import Align, Type, draw

    with speaking(language):
        title = _("Test page")
    document = Document(A6, title, language)
    canvas, margin, side = document.canvas, 7 * MM, 40 * MM
    canvas.setStrokeColor(colour("primary"))
    canvas.rect(margin, margin, A6[0] - 2 * margin, A6[1] - 2 * margin, stroke=1, fill=0)
    draw(canvas, A6[0] / 2, A6[1] - 40 * MM, title, Type(Face.EXTRABOLD, 26), Align.CENTRE)
    qr.draw_code(canvas, new_code(), (A6[0] - side) / 2, 25 * MM, side)
    canvas.showPage()
    return DeskPaper(document.close(), title)
