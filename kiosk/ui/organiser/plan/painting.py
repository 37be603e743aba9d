"""How a cell of the plan is painted: a rounded patch with its bar, words and signs."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from kiosk.ui.organiser.plan.cell_looks import bar_colour, colours, signs
from kiosk.ui.organiser.plan.state import CellFace
from kiosk.ui.theme.icons import pixmap
from kiosk.ui.theme.style import font, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import Fitted, fit

PADDING = 7
RADIUS = 7
MOST_LINES = 2
MOST_LINES_OF_ALL = 3
"""A name that is too long even when small takes one line more before it is cut."""
BAR = 3
STRONGEST = 5
SIGN = 15
ANY_HEIGHT = 1000
TEXT = 14
SMALLEST = 12
FADED = 0.45
HATCH = 0.35
AIR = 14
"""Above and below the words together."""


class CellState(NamedTuple):
    """What a cell is in the middle of: picked up, a place to go to or not, with the focus."""

    is_held: bool = False
    target: bool | None = None
    has_focus: bool = False


def paint_cell(painter: QPainter, area: QRectF, face: CellFace, state: CellState) -> None:
    """All of a cell."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state.target is False:
        painter.setOpacity(FADED)
    paint_patch(painter, area, face)
    _paint_words(painter, area.toRect(), face)
    painter.setOpacity(1)
    if state.target is False:
        _paint_forbidden(painter, area)
    elif state.target:
        _paint_allowed(painter, area)
    if state.is_held:
        paint_held(painter, area)
    if state.has_focus:
        paint_focus(painter, area)
    painter.restore()


def paint_patch(painter: QPainter, area: QRectF, face: CellFace) -> None:
    """The ground of a cell; a wish has a bar as high as it is strong."""
    clip = QPainterPath()
    clip.addRoundedRect(area, RADIUS, RADIUS)
    painter.fillPath(clip, QColor(colours(face)[0]))
    if face.strength:
        high = area.height() * face.strength / STRONGEST
        painter.save()
        painter.setClipPath(clip)
        bar = QRectF(area.left(), area.bottom() - high, BAR, high)
        painter.fillRect(bar, QColor(bar_colour(face)))
        painter.restore()


def paint_held(painter: QPainter, area: QRectF) -> None:
    """Bright dashes on a dark ring, around what is picked up."""
    light = load_tokens().light
    ring = area.adjusted(1.5, 1.5, -1.5, -1.5)
    _paint_ring(painter, ring, light.ink, 4.0, Qt.PenStyle.SolidLine)
    _paint_ring(painter, ring, light.sun, 4.0, Qt.PenStyle.DashLine)


def paint_focus(painter: QPainter, area: QRectF) -> None:
    """A dark ring with a light one inside it, seen on pale and on strong cells."""
    light = load_tokens().light
    for inset, colour in ((3.0, light.surface), (1.5, light.ink)):
        ring = area.adjusted(inset, inset, -inset, -inset)
        _paint_ring(painter, ring, colour, 3.0, Qt.PenStyle.SolidLine)


def cell_height(face: CellFace, width: int) -> int:
    """How high a cell so wide has to be for its words."""
    fitted = _fitted(face, width)
    return len(fitted.lines) * QFontMetrics(fitted.font).lineSpacing() + AIR


@lru_cache(maxsize=2048)
def fitted_text(text: str, size: int, weight: int, width: int, scale: float) -> Fitted:
    """Two lines, smaller if need be; only what is still too long takes a third, and then ends.

    The same employers stand in every row: measured once, a large plan opens without a wait.
    """
    face, smallest = font(size * scale, weight), round(SMALLEST * scale)
    room = QSize(width, ANY_HEIGHT)
    fitted = fit(text, face, room, MOST_LINES, smallest)
    return fitted if fitted.whole else fit(text, face, room, MOST_LINES_OF_ALL, smallest)


@lru_cache(maxsize=64)
def sign(name: str, colour: str, size: int, dpr: float) -> QPixmap:
    """An icon as a picture; a grid has hundreds of the same few."""
    return pixmap(name, size, colour, dpr)


def _fitted(face: CellFace, width: int) -> Fitted:
    weight, scale = load_tokens().font.weights.regular, text_scale()
    taken = len(signs(face)) and round(SIGN * scale) + 2
    return fitted_text(face.text, TEXT, weight, width - 2 * PADDING - taken, scale)


def _paint_words(painter: QPainter, area: QRect, face: CellFace) -> None:
    ink = colours(face)[1]
    fitted = _fitted(face, area.width())
    painter.setFont(fitted.font)
    painter.setPen(QColor(ink))
    words = area.adjusted(PADDING, 0, -PADDING, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, fitted.text)
    size = round(SIGN * text_scale())
    at = QRect(area.right() - size - 3, area.top() + 4, size, size)
    for name in signs(face):
        _draw_sign(painter, at, name, ink)
        at.translate(0, size + 1)


def _paint_allowed(painter: QPainter, area: QRectF) -> None:
    ok = load_tokens().state.ok
    _paint_ring(painter, area.adjusted(1, 1, -1, -1), ok, 2.5, Qt.PenStyle.SolidLine)
    _paint_badge(painter, area, "check", ok)


def _paint_forbidden(painter: QPainter, area: QRectF) -> None:
    clip = QPainterPath()
    clip.addRoundedRect(area, RADIUS, RADIUS)
    lines = QColor(load_tokens().light.muted)
    lines.setAlphaF(HATCH)
    painter.fillPath(clip, QBrush(lines, Qt.BrushStyle.BDiagPattern))
    _paint_badge(painter, area, "cross", load_tokens().light.muted)


def _paint_badge(painter: QPainter, area: QRectF, name: str, colour: str) -> None:
    """A sign in a white circle in the corner, seen on every ground."""
    size = round(SIGN * text_scale()) + 4
    circle = QRectF(area.right() - size - 2, area.bottom() - size - 2, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(load_tokens().light.surface))
    painter.drawEllipse(circle)
    _draw_sign(painter, circle.adjusted(3, 3, -3, -3).toRect(), name, colour)


def _paint_ring(
    painter: QPainter, area: QRectF, colour: str, width: float, style: Qt.PenStyle
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), width, style))
    painter.drawRoundedRect(area, RADIUS, RADIUS)


def _draw_sign(painter: QPainter, area: QRect, name: str, colour: str) -> None:
    dpr = painter.device().devicePixelRatio()
    painter.drawPixmap(area, sign(name, colour, area.width(), dpr))
