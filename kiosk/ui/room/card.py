"""The coloured card at the side of a picture."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient

from kiosk.ui.room.canvas import Canvas

ROUNDING = 34.0


def draw_card(canvas: Canvas, card: QRectF) -> None:
    """From the colour of the house at the top left to a calm blue."""
    colours = QLinearGradient(card.topLeft(), card.bottomRight())
    colours.setColorAt(0, QColor(canvas.tokens.light.primary))
    colours.setColorAt(1, QColor(canvas.tokens.state.info))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(colours)
    canvas.painter.drawRoundedRect(card, ROUNDING, ROUNDING)
