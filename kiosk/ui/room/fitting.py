"""Names and titles that people chose: whole on two lines, before a word of them is cut."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF

from kiosk.ui.room.canvas import LEFT, Canvas, face
from kiosk.ui.widgets.text import fit

ONE_LINE, TWO_LINES = 0.7, 0.5
"""How far letters may shrink on one line, and then on two."""
AIR = 8


def draw_whole(
    canvas: Canvas, area: QRectF, text: str, size: float, colour: str, weight: int
) -> float:
    """On one line if it stays large enough, else on two; returns the width that it takes."""
    if canvas.width_of(text, size * ONE_LINE, weight) <= area.width():
        return canvas.line(area, text, size, colour, weight, least=ONE_LINE)
    room = QSize(int(area.width()), int(area.height()) - AIR)
    fitted = fit(text, face(size * ONE_LINE, weight), room, 2, round(size * TWO_LINES))
    canvas.painter.setFont(fitted.font)
    canvas.painter.setPen(QColor(colour))
    canvas.painter.drawText(area, LEFT, fitted.text)
    metrics = QFontMetricsF(fitted.font)
    return max(metrics.horizontalAdvance(line) for line in fitted.lines)
