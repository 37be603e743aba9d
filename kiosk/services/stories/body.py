"""The body of a story: a title, and below it a few paragraphs and points.

It knows ``# …``, ``- …`` and ``**strong**`` words, and nothing else: whatever looks like other
markup is shown as it is written. A Markdown library reads far more than that (escapes, entities,
numbered lists, code), all of which would have to be put back; and it takes longer to import than
the room display takes to start.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from kiosk.domain.stories import MOST_IN_SENTENCE, Block, Span, Spans, sentences
from kiosk.services.stories.mistakes import Mistake, MistakeFound

MOST_IN_TITLE = 80
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_SIGN = "# "
_POINT = "- "


@dataclass(frozen=True, slots=True)
class Body:
    """A title and its blocks, and the lines of the file on which they begin."""

    title: str
    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    """The title's line first, then one for each block."""


def read_body(lines: Sequence[str], first_line: int) -> Body:
    """The body in these lines, the first of which is ``first_line`` of its file.

    Raises:
        MistakeFound: It has no title, or a title or a sentence is too long.
    """
    written = [(number, line.strip()) for number, line in enumerate(lines, first_line)]
    filled = [(number, line) for number, line in written if line]
    if not filled or not filled[0][1].startswith(_SIGN):
        raise MistakeFound(Mistake.TITLE, line=filled[0][0] if filled else first_line)
    at, heading = filled[0]
    blocks = list(_blocks([each for each in written if each[0] > at]))
    body = Body(
        heading.removeprefix(_SIGN).strip(),
        tuple(block for _line, block in blocks),
        (at, *(line for line, _block in blocks)),
    )
    _check(body)
    return body


def number_in(body: Body) -> tuple[str, int] | None:
    """The first figure in a text and the line of its block: it needs a source."""
    texts = [body.title, *(block.text for block in body.blocks)]
    found = ((first_number(text), line) for text, line in zip(texts, body.lines, strict=True))
    return next(((number, line) for number, line in found if number), None)


def first_number(text: str) -> str:
    """The first figures in a text, of any script, fractions and Roman signs too; or nothing."""
    figures = "".join(letter if category(letter).startswith("N") else " " for letter in text)
    return next(iter(figures.split()), "")


def _blocks(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Block]]:
    """Blocks with the number of their first line; an empty line or a point ends a block."""
    begun: list[tuple[int, list[str]]] = []
    is_open = False
    for number, line in lines:
        if line and (line.startswith(_POINT) or not is_open):
            begun.append((number, [line]))
        elif line:
            begun[-1][1].append(line)
        is_open = bool(line)
    for number, texts in begun:
        text = " ".join(texts)
        is_point = text.startswith(_POINT)
        yield number, Block(_spans(text.removeprefix(_POINT).strip()), is_point)


def _spans(text: str) -> Spans:
    """Plain and strong pieces in turn: the pattern's group makes every second piece strong."""
    pieces = enumerate(_STRONG.split(text))
    return tuple(Span(piece, strong=index % 2 == 1) for index, piece in pieces if piece)


def _check(body: Body) -> None:
    if len(body.title) > MOST_IN_TITLE:
        raise MistakeFound(Mistake.LONG_TITLE, str(MOST_IN_TITLE), body.lines[0])
    for block, line in zip(body.blocks, body.lines[1:], strict=True):
        for sentence in sentences(block.text):
            if len(sentence) > MOST_IN_SENTENCE:
                raise MistakeFound(Mistake.LONG_SENTENCE, f"{sentence[:30]}\u2026", line)
