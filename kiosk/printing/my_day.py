"""The pages of a brochure that belong to its reader: the day, the matches, room for notes."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from kiosk.domain.people import RouteKind, Side
from kiosk.i18n import _, language
from kiosk.printing.flow import BODY_ENDS, LEFT, RIGHT, Flow, Piece, paragraph
from kiosk.printing.fonts import Face, clean, runs, unprintable
from kiosk.printing.palette import colour
from kiosk.printing.route_cards import draw_sun
from kiosk.printing.text import Type, draw, fitted
from kiosk.printing.wording import clock_time
from kiosk.services.paperwork import BrochureData, MatchBox, Personal, Stop

EMPTY_ROWS = 8
NOTE_STEP = 27.0
TALLEST_ROW = 35.0
LOWEST_ROW = 23.0
MATCH_HEADING = 64.0
MATCH_GAP = 8.0
TWO_LINES = 30.0


def my_day(flow: Flow, data: BrochureData) -> None:
    """The reader's own page; in a brochure without a name it has empty rows to fill in."""
    flow.begin_page(_("My day"))
    personal = data.personal
    flow.heading(_heading(personal))
    rows = personal.day if personal else ()
    boxes = [_box(flow, match, data.audience) for match in personal.matches] if personal else []
    if rows:
        _rows(flow, rows, kept_free=_matches_height(boxes) if boxes else 3 * NOTE_STEP)
    elif personal is None:
        _empty_rows(flow, data.rounds or EMPTY_ROWS)
    if boxes:
        _matches(flow, boxes)
    else:
        notes(flow, _("What I want to remember"))
    flow.end_page()


def notes_page(flow: Flow) -> None:
    """A page of lines, so that the pages of a brochure come in fours."""
    flow.begin_page(_("Notes"))
    flow.heading(_("Room for your own words"))
    _lines(flow)
    flow.end_page()


def notes(flow: Flow, title: str) -> None:
    """Lines to write on, down to the foot of the page, when there is room for a few."""
    if flow.y - BODY_ENDS < 3 * NOTE_STEP:
        return
    flow.y -= 20
    draw(flow.canvas, LEFT, flow.y, title, Type(Face.BOLD, 12.5, "primary"))
    _lines(flow)


def _lines(flow: Flow) -> None:
    flow.canvas.setStrokeColor(colour("line"))
    flow.canvas.setLineWidth(0.8)
    flow.y -= NOTE_STEP
    while flow.y > BODY_ENDS - 8:
        flow.canvas.line(LEFT, flow.y, RIGHT, flow.y)
        flow.y -= NOTE_STEP


def _heading(personal: Personal | None) -> str:
    if personal is None or not clean(personal.name) or unprintable(personal.name):
        return _("These are your conversations")
    return _("{name}, these are your conversations").format(name=personal.name)


def _rows(flow: Flow, stops: tuple[Stop, ...], kept_free: float) -> None:
    """The rounds, drawn together as far as is pleasant when the matches may then join them."""
    height = (flow.y - BODY_ENDS - kept_free - 4) / len(stops)
    if height < LOWEST_ROW:
        height = (flow.y - BODY_ENDS - 4 * NOTE_STEP) / len(stops)
    height = max(LOWEST_ROW, min(TALLEST_ROW, height))
    for stop in stops:
        if flow.y - height < BODY_ENDS:
            flow.end_page()
            flow.begin_page(_("My day"))
        _row(flow, stop, height)
    flow.y -= 4


def _row(flow: Flow, stop: Stop, height: float) -> None:
    baseline = flow.y - height / 2 - 4.5
    canvas = flow.canvas
    draw(canvas, LEFT, baseline, str(stop.round_number), Type(Face.EXTRABOLD, 13, "primary"))
    draw(canvas, LEFT + 27, baseline, clock_time(stop.starts), Type(Face.REGULAR, 13, "muted"))
    if stop.table_number is None:
        draw_sun(canvas, LEFT + 87, baseline + 4.5, 3.8)
    else:
        table = _("Table {number}").format(number=stop.table_number)
        draw(canvas, LEFT + 79, baseline, table, Type(Face.BOLD, 13))
    company = " · ".join(stop.company) or _("Take a breather")
    left = LEFT + 150
    fit = fitted(company, Face.REGULAR, (13, 12, 11, 10), RIGHT - left, 1 + (height >= TWO_LINES))
    y = baseline + (len(fit.lines) - 1) * fit.size * 0.55
    for line in fit.lines:
        draw(canvas, left, y, line, Type(Face.REGULAR, fit.size))
        y -= fit.size * 1.1
    _rule(flow, height)


def _empty_rows(flow: Flow, count: int) -> None:
    height = max(LOWEST_ROW, min(TALLEST_ROW, (flow.y - BODY_ENDS - 3 * NOTE_STEP) / count))
    for number in range(1, min(count, int((flow.y - BODY_ENDS) / height)) + 1):
        baseline = flow.y - height / 2 - 4.5
        draw(flow.canvas, LEFT, baseline, str(number), Type(Face.EXTRABOLD, 13, "primary"))
        draw(flow.canvas, LEFT + 27, baseline, _("Table"), Type(Face.REGULAR, 13, "muted"))
        _rule(flow, height)


def _rule(flow: Flow, height: float) -> None:
    flow.y -= height
    flow.canvas.setStrokeColor(colour("line"))
    flow.canvas.setLineWidth(0.7)
    flow.canvas.line(LEFT, flow.y, RIGHT, flow.y)


def _matches_height(boxes: Sequence[Piece]) -> float:
    return MATCH_HEADING + sum(box.height + MATCH_GAP for box in boxes) - MATCH_GAP


def _matches(flow: Flow, boxes: Sequence[Piece]) -> None:
    """Under the day if they fit there, else on a page of their own with room for notes."""
    if flow.y - _matches_height(boxes) < BODY_ENDS - 1:
        notes(flow, _("What I want to remember"))
        flow.end_page()
        flow.begin_page(_("My day"))
    else:
        flow.y -= 10
    flow.heading(_("You both said yes"), "ok")
    for box in boxes:
        if flow.y - box.height < BODY_ENDS:
            flow.end_page()
            flow.begin_page(_("My day"))
            flow.y -= 8
        box.paint(flow.y)
        flow.y -= box.height + MATCH_GAP
    notes(flow, _("What we agree"))


def _box(flow: Flow, match: MatchBox, audience: Side) -> Piece:
    wording = _for_candidate if audience is Side.CANDIDATE else _for_employer
    texts = [
        paragraph(
            "".join(f'<font name="{f}">{escape(p)}</font>' for f, p in runs(line, Face.REGULAR)),
            (12.5, 17),
        )
        for line in wording(match)
    ]
    return flow.tinted(match.name, texts, "ok_soft", "ink")


def _for_candidate(match: MatchBox) -> list[str]:
    facts = {"contact": _either(match.contacts) or match.name, "through": match.through}
    if match.route is RouteKind.DIRECT:
        return [_("{contact} will call or write to you").format(**facts)]
    if match.through:
        return [_("{contact} will get in touch through {through}").format(**facts)]
    return [_("{contact} will get in touch through your companion").format(**facts)]


def _for_employer(match: MatchBox) -> list[str]:
    if match.route is RouteKind.DIRECT:
        known = [line for line in (match.phone, match.email) if line]
        return known or [_("Ask the organisers how to get in touch")]
    if match.through:
        return [_("Get in touch through {through}").format(through=match.through)]
    return [_("Get in touch through the companion; the organisers help you")]


def _either(names: tuple[str, ...]) -> str:
    from babel.lists import format_list  # loads locale data, first needed here

    return format_list(names, style="or", locale=language()) if names else ""
