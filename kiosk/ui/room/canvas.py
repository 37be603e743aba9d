"""A painter that measures in units of a screen 1080 units high, and never lets text run out."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from kiosk.services.room import board
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import font
from kiosk.ui.theme.tokens import load_tokens

MARGIN = board.MARGIN
SMALLEST = 18
CIRCLE = 360 * 16
"""Qt counts angles in sixteenths of a degree."""
LEAST_HEADING = 50
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
CENTRED = CENTRE.value | Qt.TextFlag.TextWordWrap.value
WRAPPED = (
    Qt.AlignmentFlag.AlignLeft.value
    | Qt.AlignmentFlag.AlignTop.value
    | Qt.TextFlag.TextWordWrap.value
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen of any shape: its size in units, and how many pixels make one unit.

    The height decides, as it decides what the farthest seat can read; only on a screen narrower
    than it is high does the width.
    """

    width: float
    height: float
    scale: float

    @classmethod
    def of(cls, pixels: QSizeF) -> "Frame":
        """The frame of a screen of so many pixels."""
        scale = max(0.05, min(pixels.height() / board.LINES, pixels.width() / board.NARROWEST))
        return cls(pixels.width() / scale, pixels.height() / scale, scale)

    @property
    def is_upright(self) -> bool:
        """Higher than wide: things go below each other instead of side by side."""
        return self.height > self.width

    @property
    def inner(self) -> QRectF:
        """The area within the margins, below the heading line."""
        return QRectF(MARGIN, 140, self.width - 2 * MARGIN, self.height - 140 - MARGIN)


@lru_cache(maxsize=256)
def face(size: float, weight: int) -> QFont:
    """The house font at a size in units."""
    result = font(size, weight)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


@lru_cache(maxsize=16)
def figures_face(size: float, weight: int) -> QFont:
    """The house font with figures of even width, so that a running clock does not jump."""
    result = QFont(face(size, weight))
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


class Canvas:
    """Draws text, icons and panels in units on a painter that is already scaled."""

    def __init__(self, painter: QPainter, frame: Frame) -> None:
        self.painter = painter
        self.frame = frame
        self.tokens = load_tokens()
        self.night = self.tokens.night
        self.size = self.tokens.font.room
        self.weight = self.tokens.font.weights

    def width_of(self, text: str, size: float, weight: int) -> float:
        """How wide a text will be."""
        return QFontMetricsF(face(size, weight)).horizontalAdvance(text)

    def fitting(self, text: str, size: float, weight: int, width: float, least: float) -> QFont:
        """The largest font up to ``size`` in which the text is at most ``width`` wide."""
        needed = self.width_of(text, size, weight)
        if needed > width:
            size = max(least, int(size * width / needed))
        while size > least and self.width_of(text, size, weight) > width:
            size = max(least, size - 1)  # letters of another font do not shrink in even steps
        return face(size, weight)

    def line(
        self,
        area: QRectF,
        text: str,
        size: float,
        colour: str,
        weight: int,
        align: Qt.AlignmentFlag = LEFT,
        least: float = 0.7,
    ) -> float:
        """One line, shrunk to ``least`` of its size and then elided; returns its width."""
        chosen = self.fitting(text, size, weight, area.width(), size * least)
        metrics = QFontMetricsF(chosen)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
        self.painter.setFont(chosen)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(area, align | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)

    def figures(
        self, area: QRectF, text: str, size: float, colour: str, align: Qt.AlignmentFlag
    ) -> float:
        """Running figures, in a size that hardly ever changes; returns their width."""
        chosen = figures_face(size, self.weight.extrabold)
        width = self.figures_width(text, size)
        if width > area.width():
            chosen = figures_face(int(size * area.width() / width), self.weight.extrabold)
        self.painter.setFont(chosen)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(area, align | Qt.TextFlag.TextSingleLine, text)
        return QFontMetricsF(chosen).horizontalAdvance(text)

    def figures_width(self, text: str, size: float) -> float:
        """How wide running figures will be."""
        return QFontMetricsF(figures_face(size, self.weight.extrabold)).horizontalAdvance(text)

    def marked_line(self, area: QRectF, text: str, size: float, colour: str) -> None:
        """One line in which ``*…*`` stands out: bold and in the text colour."""
        plain = text.replace("*", "")
        chosen = self.fitting(plain, size, self.weight.bold, area.width(), size * 0.5)
        left = area.left()
        for index, part in enumerate(text.split("*")):
            stands_out = index % 2 == 1
            self.painter.setFont(
                face(chosen.pixelSize(), self.weight.bold if stands_out else self.weight.regular)
            )
            self.painter.setPen(QColor(self.night.text if stands_out else colour))
            width = QFontMetricsF(self.painter.font()).horizontalAdvance(part)
            place = QRectF(left, area.top(), width + 4, area.height())
            self.painter.drawText(place, LEFT | Qt.TextFlag.TextSingleLine, part)
            left += width

    def paragraph(
        self,
        area: QRectF,
        text: str,
        size: float,
        colour: str,
        weight: int,
        flags: int = WRAPPED,
    ) -> None:
        """Wrapped text from the top of an area, shrunk until all of it fits.

        Only a word that is too wide in the smallest letters is broken.
        """
        while size > SMALLEST and not self._holds(area, text, size, weight):
            size -= 2
        if not self._holds(area, text, size, weight):
            flags = flags & ~Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextWrapAnywhere.value
        self.painter.setFont(face(size, weight))
        self.painter.setPen(QColor(colour))
        self.painter.drawText(area, flags, text)

    def _holds(self, area: QRectF, text: str, size: float, weight: int) -> bool:
        needed = self._bounds(text, size, weight, area.width())
        return needed.height() <= area.height() and needed.width() <= area.width() + 1

    def heading_size(self, text: str, size: float, width: float, height: float) -> float:
        """The largest size at which a heading fits, and no word of it is wider than the area."""
        heavy = self.weight.extrabold
        longest = max(text.split() or [""], key=len)
        while size > LEAST_HEADING and (
            self.width_of(longest, size, heavy) > width
            or self.height_of(text, size, heavy, width) > height
        ):
            size -= 4
        return size

    def height_of(self, text: str, size: float, weight: int, width: float) -> float:
        """How high wrapped text becomes in a width."""
        return self._bounds(text, size, weight, width).height()

    def _bounds(self, text: str, size: float, weight: int, width: float) -> QRectF:
        tall = QRectF(0, 0, width, 1e5)
        return QFontMetricsF(face(size, weight)).boundingRect(tall, WRAPPED, text)

    def panel(self, area: QRectF, colour: str, radius: float = 18) -> None:
        """A filled rounded rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawRoundedRect(area, radius, radius)

    def edged_panel(self, area: QRectF, colour: str, edge: str, radius: float = 18) -> None:
        """A panel with a coloured edge along its left side, inside its rounding."""
        shape = QPainterPath()
        shape.addRoundedRect(area, radius, radius)
        self.painter.save()
        self.painter.setClipPath(shape)
        self.painter.fillRect(area, QColor(colour))
        self.painter.fillRect(QRectF(area.left(), area.top(), 11, area.height()), QColor(edge))
        self.painter.restore()

    def arc(
        self, area: QRectF, colour: str, thickness: float, share: float, tail: float = 1.0
    ) -> None:
        """A round-ended arc clockwise from the top, ``share`` of a whole circle.

        ``tail`` is how much of its end is drawn, as a share of the circle.
        """
        pen = QPen(QColor(colour), thickness)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        if share >= 1:
            self.painter.drawEllipse(area)
        elif share > 0:
            begins = max(0.0, share - tail)
            length = share - begins
            start = 90 * 16 - round(begins * CIRCLE)
            self.painter.drawArc(area, start, -round(length * CIRCLE))

    def dots(self, right: QPointF, current: int, count: int, colour: str) -> None:
        """Which of several pages this is, as dots that end at ``right``."""
        self.painter.setPen(QPen(QColor(colour), 2.5))
        for index in range(count):
            centre = QPointF(right.x() - (count - 1 - index) * 26 - 8, right.y())
            self.painter.setBrush(QColor(colour) if index == current else Qt.BrushStyle.NoBrush)
            self.painter.drawEllipse(centre, 7.5, 7.5)

    def icon(self, name: str, area: QRectF, colour: str) -> None:
        """One of our line icons."""
        draw_icon(self.painter, name, area, colour)
