"""The blocks that words beside the ring are built from: each measures itself for a stack."""

from functools import partial

from PySide6.QtCore import QRectF

from kiosk.ui.room.canvas import CENTRE, Canvas
from kiosk.ui.room.stack import Stack

SOFT = 40.0


def quoted(canvas: Canvas, stack: Stack, text: str) -> None:
    """A question in a panel with a coloured edge."""
    size, weight, width = canvas.size.body, canvas.weight.semibold, stack.width - 96
    height = canvas.height_of(text, size, weight, width) + 68

    def draw(area: QRectF) -> None:
        canvas.edged_panel(area, canvas.night.panel, canvas.night.last_minute)
        inside = area.adjusted(50, 34, -46, -20)
        canvas.paragraph(inside, text, size, canvas.night.text, weight)

    stack.add(height, draw, gap=38)


def banner(canvas: Canvas, stack: Stack, text: str) -> None:
    """A word that nobody can overlook, on a coloured ground."""

    def draw(area: QRectF) -> None:
        canvas.panel(area, canvas.night.last_minute)
        inside = area.adjusted(40, 0, -40, 0)
        canvas.line(inside, text, 60, canvas.tokens.light.ink, canvas.weight.bold)

    stack.add(142, draw, gap=30)


def heading(
    canvas: Canvas, stack: Stack, text: str, gap: float = 0, size: float | None = None
) -> None:
    """The largest words of a picture, on as many lines as they need."""
    size = size or canvas.size.heading
    size = canvas.heading_size(text, size, stack.width, 2.6 * size)
    wrapped(canvas, stack, text, size, canvas.night.text, gap, canvas.weight.extrabold)


def plain_text(canvas: Canvas, stack: Stack, text: str, gap: float) -> None:
    """Wrapped text of the usual size."""
    wrapped(canvas, stack, text, canvas.size.body, canvas.night.text, gap)


def wrapped(
    canvas: Canvas,
    stack: Stack,
    text: str,
    size: float,
    colour: str,
    gap: float,
    weight: int | None = None,
) -> None:
    """Text on as many lines as it needs."""
    weight = weight or canvas.weight.regular
    height = canvas.height_of(text, size, weight, stack.width)

    def draw(area: QRectF) -> None:
        canvas.paragraph(area.adjusted(0, 0, 0, 2), text, size, colour, weight)

    stack.add(height, draw, gap)


def marked_line(
    canvas: Canvas, stack: Stack, text: str, gap: float, size: float | None = None
) -> None:
    """A line; where it would become too small to read, its parts go below each other."""
    size = size or canvas.size.body
    plain = text.replace("*", "")
    too_long = canvas.width_of(plain, size, canvas.weight.regular) > stack.width * 1.15
    for index, part in enumerate(text.split(" · ") if too_long else [text]):
        draw = partial(_marked, canvas, part, size)
        stack.add(size * 1.4, draw, gap if index == 0 else 0)


def soft_line(canvas: Canvas, stack: Stack, text: str, gap: float) -> None:
    """A line that says what comes next."""
    marked_line(canvas, stack, text, gap, SOFT)


def calm_word(canvas: Canvas, stack: Stack, text: str, gap: float) -> None:
    """As high as a soft line, so that nothing else moves when it comes and goes."""

    def draw(area: QRectF) -> None:
        mark = QRectF(area.left(), area.top() + 2, 52, 52)
        canvas.icon("clock", mark, canvas.night.last_minute)
        words_area = area.adjusted(72, 0, 0, 0)
        canvas.line(words_area, text, 52, canvas.night.last_minute, canvas.weight.bold)

    stack.add(SOFT * 1.4, draw, gap)


def _marked(canvas: Canvas, text: str, size: float, area: QRectF) -> None:
    canvas.marked_line(area, text, size, canvas.night.muted)


def icon_at_left(canvas: Canvas, name: str, area: QRectF) -> None:
    """An icon as high as its block."""
    mark = QRectF(area.left(), area.top(), area.height(), area.height())
    canvas.icon(name, mark, canvas.night.last_minute)


def numbered_step(canvas: Canvas, stack: Stack, number: int, text: str) -> None:
    """A numbered thing to do."""
    size, weight = canvas.size.body, canvas.weight.regular
    high = canvas.height_of(text, size, weight, stack.width - 96)

    def draw(area: QRectF) -> None:
        disc = QRectF(area.left(), area.top(), 68, 68)
        canvas.panel(disc, canvas.night.panel, 34)
        canvas.line(disc, str(number), 38, canvas.night.running, canvas.weight.bold, CENTRE)
        inside = QRectF(area.left() + 96, area.top() + 5, area.width() - 96, high + 4)
        canvas.paragraph(inside, text, size, canvas.night.text, weight)

    stack.add(max(68, high), draw, gap=30 if number == 1 else 22)
