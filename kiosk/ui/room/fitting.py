"""Names and titles that people chose: whole on two lines, before a word of them is cut."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF

from kiosk.services.room.board_row import LEAST_SHRINK, RowSpace
from kiosk.services.room.names import broken, leading_of
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


def draw_name(
    canvas: Canvas, area: QRectF, name: str, size: float, colour: str, weight: int
) -> None:
    """A name in a row of the board, as large as it can be, on one line or on two close ones."""

    def width(text: str) -> float:
        return canvas.width_of(text, size, weight) / size

    lines, leading = broken(name, width), leading_of(name)
    single = area.width() / max(0.1, width(name))
    highest = RowSpace(area.width(), area.height()).line_size(leading)
    double = min(highest, area.width() / max(0.1, *map(width, lines)))
    if single >= min(size, double):
        canvas.line(area, name, size, colour, weight, least=LEAST_SHRINK)
        return
    letters = int(max(double, size * LEAST_SHRINK))
    for line, side in zip(lines, (-1, 1), strict=True):
        place = area.translated(0, side * leading * letters / 2).adjusted(0, 0, 1, 0)
        canvas.line(place, line, letters, colour, weight, least=1)
