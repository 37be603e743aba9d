"""Lines of text: measured, wrapped, shrunk to fit, drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.printing.fonts import Face, clean, runs
from kiosk.printing.palette import colour

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Align(StrEnum):
    """Which point of a line its x is."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: face, size in points, colour token."""

    face: Face
    size: float
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit their room, and the size at which they do."""

    lines: tuple[str, ...]
    size: float


def width(text: str, face: Face, size: float) -> float:
    """How wide a line is, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(sum(stringWidth(part, font, size) for font, part in runs(text, face)))


def draw(
    canvas: "Canvas", x: float, y: float, text: str, style: Type, align: Align = Align.LEFT
) -> None:
    """Set one line with its baseline at ``y``."""
    if align is not Align.LEFT:
        taken = width(text, style.face, style.size)
        x -= taken if align is Align.RIGHT else taken / 2
    canvas.setFillColor(colour(style.colour))
    for font, part in runs(text, style.face):
        canvas.setFont(font, style.size)
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part, font, style.size)


def wrapped(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """The text in as few lines as fit, of about equal length; a word too long is broken."""
    lines = _greedy(text, face, size, room)
    if len(lines) == 1:
        return lines
    low, high = room / 2, room
    while high - low > 1:
        middle = (low + high) / 2
        narrower = _greedy(text, face, size, middle)
        fits = len(narrower) <= len(lines) and not _breaks_words(text, narrower)
        low, high = (low, middle) if fits else (middle, high)
    return _greedy(text, face, size, high)


def _breaks_words(text: str, lines: Sequence[str]) -> bool:
    return " ".join(lines) != clean(text)


def _greedy(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in clean(text).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face, size) <= room:
            lines[-1] = longer
            continue
        lines += _pieces(word, face, size, room)
    return tuple(lines)


def _pieces(word: str, face: Face, size: float, room: float) -> list[str]:
    """A word in parts that fit, at its hyphens where it has them."""
    if width(word, face, size) <= room:
        return [word]
    hyphen = word.find("-", 1, len(word) - 1)
    if hyphen > 0:
        head, tail = word[: hyphen + 1], word[hyphen + 1 :]
        return [*_pieces(head, face, size, room), *_pieces(tail, face, size, room)]
    cut = max(n for n in range(1, len(word) + 1) if n == 1 or width(word[:n], face, size) <= room)
    return [word[:cut], *_pieces(word[cut:], face, size, room)]


def fitted(
    text: str,
    face: Face,
    sizes: Sequence[float],
    room: float,
    max_lines: int,
) -> Fitted:
    """The text at the largest of ``sizes`` at which whole words fit in ``max_lines``.

    At the smallest size words may be broken, and what is left over ends in an ellipsis.
    """
    for size in sizes:
        lines = wrapped(text, face, size, room)
        if len(lines) <= max_lines and not _breaks_words(text, lines):
            return Fitted(lines, size)
    smallest = sizes[-1]
    lines = _greedy(text, face, smallest, room)
    if len(lines) <= max_lines:
        return Fitted(lines, smallest)
    return Fitted(
        (
            *lines[: max_lines - 1],
            ellipsed(lines[max_lines - 1] + " " + lines[max_lines], face, smallest, room),
        ),
        smallest,
    )


def ellipsed(text: str, face: Face, size: float, room: float) -> str:
    """One line; a text too long ends in an ellipsis."""
    if width(text, face, size) <= room:
        return text
    kept = text
    while kept and width(kept + "…", face, size) > room:
        kept = kept[:-1].rstrip()
    return kept + "…"
