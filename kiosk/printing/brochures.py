"""Brochures: one for each side of the table, in A5, with the reader's own day inside."""

from collections.abc import Mapping

from kiosk.domain.event import Event
from kiosk.domain.stories import Span
from kiosk.i18n import _, speaking
from kiosk.printing import motif
from kiosk.printing.content import Box, Brochure, Chapter, filled, read_brochure
from kiosk.printing.documents import A5, Document
from kiosk.printing.flow import LEFT, RIGHT, ROOM, SMALL, Flow
from kiosk.printing.fonts import Face
from kiosk.printing.my_day import my_day, notes_page
from kiosk.printing.palette import WHITE
from kiosk.printing.text import Type, draw, fitted, wrapped
from kiosk.printing.wording import day_and_month
from kiosk.services.paperwork import BrochureData

PAGES_IN_A_SHEET = 4


def brochure(event: Event, data: BrochureData) -> bytes:
    """One brochure as a PDF, in its reader's language.

    Raises:
        Refusal: CONTENT, when the content file has a mistake.
    """
    content = read_brochure(data.audience, data.language)
    with speaking(data.language):
        return _made(event, data, content)


def _made(event: Event, data: BrochureData, content: Brochure) -> bytes:
    title = " ".join(content.title.split())
    document = Document(A5, f"{title} · {event.title}", data.language)
    flow, facts = Flow(document), _facts(event, data)
    _cover(flow, event, content)
    my_day(flow, data)
    for number, chapter in enumerate(content.chapters, 1):
        _chapter(flow, number, chapter, facts)
    _sources(flow, content)
    while flow.page % PAGES_IN_A_SHEET:
        notes_page(flow)
    _back(flow, event)
    document.canvas.showOutline()
    return document.close()


def _facts(event: Event, data: BrochureData) -> dict[str, str]:
    """What content may name; a programme without rounds gives words instead of figures."""
    few = _("a few")
    return {
        "event": event.title,
        "rounds": str(data.rounds or few),
        "minutes": str(data.round_minutes or few),
    }


def _cover(flow: Flow, event: Event, content: Brochure) -> None:
    flow.bookmark(" ".join(content.title.split()))
    flow.cover_ground()
    motif.chair(flow.canvas)
    motif.arrow(flow.canvas)
    when = f"{event.title} · {day_and_month(event.date)}"
    eyebrow = fitted(when, Face.SEMIBOLD, (13, 12, 11, 10), ROOM, 1)
    flow.light(A5[1] - 62, eyebrow.lines[0], Face.SEMIBOLD, eyebrow.size, "primary_soft")
    y = A5[1] - 76.0
    for line in content.title.split("\n"):
        fit = fitted(line, Face.EXTRABOLD, (56, 50, 44, 38, 32), ROOM, 1)
        y -= fit.size * 1.02
        flow.light(y, fit.lines[0], Face.EXTRABOLD, fit.size)
    y -= 22
    for part in content.subtitle.split("\n"):
        for line in wrapped(part, Face.REGULAR, 17, ROOM - 70):
            y -= 23.5
            flow.light(y + 5, line, Face.REGULAR, 17)
    _made_with(flow, event)
    flow.turn()


def _made_with(flow: Flow, event: Event) -> None:
    """Only when the organiser has named who did."""
    if not event.made_with:
        return
    text = _("Made together with {who}").format(who=event.made_with)
    lines = wrapped(text, Face.REGULAR, 10.5, ROOM)
    for index, line in enumerate(reversed(lines)):
        flow.light(36 + index * 13.5, line, Face.REGULAR, 10.5, "primary_soft")


def _chapter(flow: Flow, number: int, chapter: Chapter, facts: Mapping[str, str]) -> None:
    flow.begin_page(f"{number} · {filled(chapter.eyebrow, facts)}")
    flow.heading(filled(chapter.title, facts))
    floor = flow.columns(chapter.columns, facts)
    flow.place(flow.fitting(chapter.blocks, facts, floor), floor)
    flow.end_page(filled(chapter.source, facts))


def _sources(flow: Flow, content: Brochure) -> None:
    flow.begin_page(_("Sources"))
    flow.heading(_("Where this comes from"))
    pieces = [flow.text((Span(source),), {}, SMALL) for source in content.sources]
    limits = (
        _("Figures come from research elsewhere. They tell what can be, not what will be."),
        _("This is no legal advice. Rules change: check them at the source."),
    )
    box = Box(_("Good to know"), tuple((Span(limit),) for limit in limits))
    flow.place([*pieces, flow.box(box, {})])
    flow.end_page()


def _back(flow: Flow, event: Event) -> None:
    flow.cover_ground()
    motif.chair(flow.canvas)
    fit = fitted(event.title, Face.EXTRABOLD, (26, 23, 20), RIGHT - LEFT, 2)
    y = A5[1] - 84.0
    for line in fit.lines:
        draw(flow.canvas, LEFT, y, line, Type(Face.EXTRABOLD, fit.size, WHITE))
        y -= fit.size * 1.1
    where = f"{event.place} · {day_and_month(event.date)} {event.date.year}"
    fit = fitted(where, Face.REGULAR, (13, 11.5, 10), RIGHT - LEFT, 3)
    for line in fit.lines:
        flow.light(y - 2, line, Face.REGULAR, fit.size, "primary_soft")
        y -= fit.size * 1.3
    flow.turn()
