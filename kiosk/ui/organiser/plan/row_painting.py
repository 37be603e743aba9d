"""How a row of the page's lists is painted: a soft ground where it is chosen, and two texts."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kiosk.ui.theme.style import text_font
from kiosk.ui.theme.tokens import load_tokens

RADIUS = 8
SIDE = 10
TEXT = 16


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem) -> QRect:
    """The ground, with a ring where the focus is; what comes back is room for words."""
    light = load_tokens().light
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(option.rect).adjusted(2, 1, -2, -1)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(light.primary_soft))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(light.primary), 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    return area.toRect().adjusted(SIDE, 0, -SIDE, 0)


def paint_row_words(
    painter: QPainter, area: QRect, text: str, detail: str, *, is_bold: bool = False
) -> None:
    """A text at the left, elided if need be, and a quiet one at the right."""
    tokens = load_tokens()
    weights, middle = tokens.font.weights, Qt.AlignmentFlag.AlignVCenter
    painter.setFont(text_font(TEXT))
    painter.setPen(QColor(tokens.light.muted))
    painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, detail)
    taken = painter.fontMetrics().horizontalAdvance(detail) + SIDE
    words = area.adjusted(0, 0, -taken, 0)
    face = text_font(TEXT, weights.semibold if is_bold else weights.regular)
    painter.setFont(face)
    painter.setPen(QColor(tokens.light.ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, middle, shown)
