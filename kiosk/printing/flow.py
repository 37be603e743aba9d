"""Text that flows down the pages of a brochure and goes on on the next when one is full."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from kiosk.domain.stories import Spans
from kiosk.printing.content import Block, Box, Bullets, Column, Tone, filled
from kiosk.printing.documents import A5, Document
from kiosk.printing.fonts import Face, runs
from kiosk.printing.palette import WHITE, colour
from kiosk.printing.text import Align, Type, draw, fitted, wrapped

if TYPE_CHECKING:
    from reportlab.platypus import Paragraph

LEFT = 37.0
RIGHT = A5[0] - LEFT
ROOM = RIGHT - LEFT
TOP = A5[1] - 48
FOOT = 35.0
BODY_ENDS = 62.0
LEAD = (13.0, 19.0)
BODY = (12.0, 17.6)
SMALL = (10.3, 14.4)
COLUMN_GAP = 10.0
TONE_INKS = {Tone.DO: "ok", Tone.DONT: "bad", Tone.ASK: "info", Tone.PLAIN: "primary"}
BOX_PADDING = 13.0
BLOCK_GAP = 9.0
WIDEST_GAP = 20.0
TIGHT = 0.94
_LAST_WORD = re.compile(r" ([^ <>]{1,12}</font>(?:<font[^>]*></font>)?)$")


def markup(spans: Spans, facts: Mapping[str, str], face: Face = Face.REGULAR) -> str:
    """Text as the paragraph maker reads it: everything of ours escaped, each part in its font."""
    marked = "".join(
        f'<font name="{font}">{escape(part)}</font>'
        for span in spans
        for font, part in _spaced_runs(filled(span.text, facts), Face.BOLD if span.strong else face)
    )
    return _kept_together(marked)


def _kept_together(marked: str) -> str:
    """A short last word keeps its neighbour, so that it never stands alone on a line."""
    return _LAST_WORD.sub("\u00a0\\1", marked)


def _spaced_runs(text: str, face: Face) -> Sequence[tuple[str, str]]:
    """The runs of a span, with the spaces that part it from its neighbours."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return ((face, before), *runs(text, face), (face, after))


def paragraph(text: str, size: tuple[float, float], ink: str = "ink") -> "Paragraph":
    """A paragraph of marked-up text; ``size`` is type size and leading in points."""
    from reportlab.lib.styles import ParagraphStyle  # heavy, first needed here
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "body",
        fontName=Face.REGULAR,
        fontSize=size[0],
        leading=size[1],
        textColor=colour(ink),
        allowWidows=0,
        allowOrphans=0,
    )
    return Paragraph(text, style)


def _scaled(size: tuple[float, float], scale: float) -> tuple[float, float]:
    return size[0] * scale, size[1] * scale


class Piece:
    """Something of a known height that can be set at a place on the page."""

    def __init__(self, height: float, paint: Callable[[float], None]) -> None:
        self.height = height
        self.paint = paint


class Flow:
    """The pages of one brochure. Keeps the page number and the room that is left."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.canvas = document.canvas
        self.page = 1
        self.y = TOP
        self._open = False
        self._eyebrow = ""

    def end_page(self, source: str = "") -> None:
        """Set the foot of the page and turn it."""
        if not self._open:
            return
        style = Type(Face.REGULAR, 8.8, "muted")
        lines = wrapped(source, Face.REGULAR, 8.8, ROOM - 24) if source else ()
        for index, line in enumerate(reversed(lines)):
            draw(self.canvas, LEFT, FOOT + index * 11, line, style)
        draw(self.canvas, RIGHT, FOOT, str(self.page), Type(Face.BOLD, 9.2), Align.RIGHT)
        self.turn()

    def turn(self) -> None:
        """Go to a fresh page, without a foot on this one."""
        self.canvas.showPage()
        self.page += 1
        self._open = False

    def begin_page(self, eyebrow: str) -> None:
        """Open a page under its small coral line."""
        self._open, self._eyebrow, self.y = True, eyebrow, TOP
        draw(self.canvas, LEFT, self.y, eyebrow.upper(), Type(Face.BOLD, 9.8, "coral"))
        self.y -= 9

    def heading(self, text: str, ink: str = "ink") -> None:
        """A large heading in lines of about equal length, also in the document's outline."""
        self.bookmark(text)
        fit = fitted(text, Face.EXTRABOLD, (30, 28, 26, 24, 21), ROOM, 2)
        for line in fit.lines:
            self.y -= fit.size * 1.07
            draw(self.canvas, LEFT, self.y + 4, line, Type(Face.EXTRABOLD, fit.size, ink))
        self.y -= 14

    def bookmark(self, text: str) -> None:
        """An entry in the outline that leads to this page."""
        key = f"p{self.page}-{int(self.y)}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(text, key, level=0)

    def place(self, pieces: Sequence[Piece], floor: float = BODY_ENDS) -> None:
        """Set pieces under each other; spare room widens the gaps a little."""
        spare = self.y - floor - sum(piece.height + BLOCK_GAP for piece in pieces)
        gap = min(WIDEST_GAP, max(BLOCK_GAP, BLOCK_GAP + spare / max(1, len(pieces))))
        for piece in pieces:
            if self.y - piece.height < floor - 1 and self.y < TOP - 20:
                self.end_page()
                self.begin_page(self._eyebrow)
                self.y -= 8
            piece.paint(self.y)
            self.y -= piece.height + gap

    def text(self, spans: Spans, facts: Mapping[str, str], size: tuple[float, float]) -> Piece:
        """A paragraph over the full width."""
        return self._set(paragraph(markup(spans, facts), size), LEFT, ROOM)

    def _set(self, made: "Paragraph", x: float, room: float) -> Piece:
        _w, height = made.wrap(room, A5[1])
        return Piece(height, lambda top: made.drawOn(self.canvas, x, top - height))

    def fitting(
        self, blocks: Sequence[Block], facts: Mapping[str, str], floor: float
    ) -> list[Piece]:
        """The blocks of a chapter, set a little smaller when they would just miss the page."""
        made = self._pieces(blocks, facts, 1.0)
        needed = sum(piece.height + BLOCK_GAP for piece in made) - BLOCK_GAP
        return made if needed <= self.y - floor else self._pieces(blocks, facts, TIGHT)

    def _pieces(
        self, blocks: Sequence[Block], facts: Mapping[str, str], scale: float
    ) -> list[Piece]:
        """What blocks become; the first paragraph leads."""
        body = _scaled(BODY, scale)
        made: list[Piece] = []
        for block in blocks:
            if isinstance(block, Box):
                made.append(self.box(block, facts, body))
            elif isinstance(block, Bullets):
                made += [self._bullet(item, facts, body) for item in block.items]
            else:
                size = body if made else _scaled(LEAD, scale)
                made.append(self.text(block.spans, facts, size))
        return made

    def _bullet(self, spans: Spans, facts: Mapping[str, str], size: tuple[float, float]) -> Piece:
        point = self._set(paragraph(markup(spans, facts), size), LEFT + 16, ROOM - 16)

        def paint(top: float) -> None:
            self.canvas.setFillColor(colour("primary"))
            self.canvas.circle(LEFT + 4, top - BODY[1] * 0.55, 2.6, stroke=0, fill=1)
            point.paint(top)

        return Piece(point.height - 2, paint)

    def box(self, box: Box, facts: Mapping[str, str], size: tuple[float, float] = BODY) -> Piece:
        """A tinted box with a bold title."""
        texts = [paragraph(markup(p, facts), size) for p in box.paragraphs]
        return self.tinted(filled(box.title, facts), texts, "primary_soft", "primary")

    def tinted(self, title: str, texts: Sequence["Paragraph"], ground: str, ink: str) -> Piece:
        """A rounded, tinted area with a title and text."""
        head = paragraph(
            "".join(
                f'<font name="{f}">{escape(part)}</font>' for f, part in runs(title, Face.BOLD)
            ),
            (12.5, 18),
            ink,
        )
        inner = ROOM - 2 * BOX_PADDING
        parts = [self._set(made, LEFT + BOX_PADDING, inner) for made in (head, *texts)]
        between = 3.0 if len(texts) > 1 else 0.0
        height = sum(p.height for p in parts) + between * max(0, len(texts) - 1)
        height += 2 * BOX_PADDING - 4

        def paint(top: float) -> None:
            self.canvas.setFillColor(colour(ground))
            self.canvas.roundRect(LEFT, top - height, ROOM, height, 10, stroke=0, fill=1)
            y = top - BOX_PADDING + 2
            for index, part in enumerate(parts):
                part.paint(y)
                y -= part.height + (between if index else 0)

        return Piece(height, paint)

    def columns(self, columns: Sequence[Column], facts: Mapping[str, str]) -> float:
        """Set up to three columns at the foot of the page; returns where the body must end."""
        if not columns:
            return BODY_ENDS
        room = (ROOM - COLUMN_GAP * 2) / 3
        made = [
            [
                self._set(paragraph(text, SMALL), LEFT + place * (room + COLUMN_GAP), room)
                for text in (
                    f'<font name="{Face.BOLD}">{escape(filled(column.title, facts))}</font>',
                    *(markup(p, facts) for p in column.paragraphs),
                )
            ]
            for place, column in enumerate(columns)
        ]
        height = max(sum(piece.height for piece in column) for column in made)
        top = BODY_ENDS + 10 + height
        for place, column in enumerate(made):
            self.canvas.setFillColor(colour(TONE_INKS[columns[place].tone]))
            x = LEFT + place * (room + COLUMN_GAP)
            self.canvas.rect(x, top + 7, room, 2.8, stroke=0, fill=1)
            y = top
            for piece in column:
                piece.paint(y)
                y -= piece.height
        return top + 28

    def cover_ground(self) -> None:
        """Fill the page with the primary colour."""
        self.canvas.setFillColor(colour("primary"))
        self.canvas.rect(0, 0, *A5, stroke=0, fill=1)

    def light(self, y: float, text: str, face: Face, size: float, ink: str = WHITE) -> None:
        """One line of light text on a coloured page."""
        draw(self.canvas, LEFT, y, text, Type(face, size, ink))
