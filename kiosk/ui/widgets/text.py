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
    elided = Qt.TextElideMode.ElideRight
    return tuple(metrics.elidedText(line.rstrip(), elided, width) for line in lines)


def _pieces(text: str) -> list[str]:
    """Words with the space after them; a compound gives a piece for each part."""
    return BREAK.split(" ".join(text.split()))


def fit(text: str, font: QFont, room: QSize, most: int, smallest: int) -> Fitted:
    """The text as large as ``font`` or smaller, on ``most`` lines, so that all of it is there.

    At ``smallest`` px it takes the lines there is height for, and ends in an ellipsis.
    """
    natural = QFontInfo(font).pixelSize()
    for pixels in range(natural, min(smallest, natural) - 1, -1):
        tried = QFont(font)
        tried.setPixelSize(pixels)
        found = _written(text, tried, room, most)
        if found.whole:
            break
    return found


def _written(text: str, font: QFont, room: QSize, most: int) -> Fitted:
    metrics = QFontMetrics(font)
    lines = max(1, min(most, room.height() // max(1, metrics.lineSpacing())))
    found = wrap(text, metrics, room.width(), lines)
    said = "".join("".join(found).split())
    return Fitted(font, found, said == "".join(text.split()))
