"""Names and titles that people chose: whole on up to three lines, before a word of them is cut."""

from PySide6.QtCore import QRectF

from kiosk.services.room.board_row import LEAST_SHRINK, RowSpace
from kiosk.services.room.names import broken, leading_of
from kiosk.ui.room.canvas import Canvas


def draw_whole(
    canvas: Canvas, area: QRectF, text: str, size: float, colour: str, weight: int
) -> float:
    """As large as it can be on one line or on two close ones; returns the width that it takes.

    Only what would be cut on two lines goes on three.
    """

    def width(part: str) -> float:
        return max(0.1, canvas.width_of(part, size, weight) / size)

    def on_lines(count: int) -> tuple[float, tuple[str, ...]]:
        lines = broken(text, width, count)
        highest = RowSpace(area.width(), area.height()).line_size(leading_of(text), count)
        return min(size, highest, area.width() / max(map(width, lines))), lines

    letters, lines = on_lines(2)
    if area.width() / width(text) >= letters:
        return canvas.line(area, text, size, colour, weight, least=LEAST_SHRINK)
    if letters < size * LEAST_SHRINK:
        letters, lines = max((letters, lines), on_lines(3))
    letters = int(max(letters, size * LEAST_SHRINK))
    return _draw_lines(canvas, area, lines, letters, leading_of(text) * letters, colour, weight)


def _draw_lines(
    canvas: Canvas,
    area: QRectF,
    lines: tuple[str, ...],
    size: int,
    step: float,
    colour: str,
    weight: int,
) -> float:
    """Lines below each other, all in the middle of their area; returns the widest one's width."""
    first = -step * (len(lines) - 1) / 2
    places = (
        area.translated(0, first + step * at).adjusted(0, 0, 1, 0) for at in range(len(lines))
    )
    return max(
        canvas.line(place, line, size, colour, weight, least=1)
        for place, line in zip(places, lines, strict=True)
    )
