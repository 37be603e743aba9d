"""How user text finds its lines and its size: whole if it can be, smaller before it is cut."""

import re
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

BREAK = re.compile(r"(?<= )|(?<=\w\w-)(?=\w\w)")
"""After a space, and after a hyphen between parts of two letters or more."""


class Fitted(NamedTuple):
    """A text as it will be written. ``whole`` is False where an ellipsis stands for the rest."""

    font: QFont
    lines: tuple[str, ...]
    whole: bool

    @property
    def text(self) -> str:
        """All lines, as a painter takes them."""
        return "\n".join(self.lines)


def plain_tip(text: str) -> str:
    """A tool tip that shows the text as it was written; Qt would take ``<b>`` in it for markup."""
    return f"<span>{escape(text)}</span>" if text else ""


def wrap(text: str, metrics: QFontMetrics, width: int, most: int) -> tuple[str, ...]:
    """The text on as few lines as it fits, ``most`` at the most; what is too long is elided.

    Lines break at spaces, and after a hyphen as in ``Sint-Jozef``.
    """
    lines = [""]
    for piece in _pieces(text):
        longer = lines[-1] + piece
        fits = metrics.horizontalAdvance(longer.rstrip()) <= width
        if fits or not lines[-1] or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(piece)
    return tuple(_elided(line.rstrip(), metrics, width) for line in lines)


def _elided(line: str, metrics: QFontMetrics, width: int) -> str:
    """Qt elides by parts of a px what fits when it is measured in whole ones."""
    if metrics.horizontalAdvance(line) <= width:
        return line
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)


def _pieces(text: str) -> list[str]:
    """Words with the space after them; a compound gives a piece for each part."""
    return BREAK.split(" ".join(text.split()))


def fit(text: str, font: QFont, room: QSize, most: int, smallest: int) -> Fitted:
    """The text as large as ``font`` or smaller, on ``most`` lines, so that all of it is there.

    At ``smallest`` px it takes the lines there is height for, and ends in an ellipsis.
    """
    natural = QFontInfo(font).pixelSize()
    low, high = min(smallest, natural), natural
    found = _written(text, _sized(font, natural), room, most)
    if found.whole or low == natural:
        return found
    found = _written(text, _sized(font, low), room, most)
    # what is whole at one size is whole at every smaller one: halve what is between
    while found.whole and high - low > 1:
        middle = (low + high) // 2
        tried = _written(text, _sized(font, middle), room, most)
        if tried.whole:
            found, low = tried, middle
        else:
            high = middle
    return found


def _sized(font: QFont, pixels: int) -> QFont:
    face = QFont(font)
    face.setPixelSize(pixels)
    return face


def _written(text: str, font: QFont, room: QSize, most: int) -> Fitted:
    metrics = QFontMetrics(font)
    lines = max(1, min(most, room.height() // max(1, metrics.lineSpacing())))
    found = wrap(text, metrics, room.width(), lines)
    said = "".join("".join(found).split())
    return Fitted(font, found, said == "".join(text.split()))
