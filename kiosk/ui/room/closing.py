"""The celebration with the day's figures, and the calm picture while the program restarts."""

from PySide6.QtCore import QRectF

from kiosk.i18n import _
from kiosk.services.room import RoomScene
from kiosk.ui.room import closing_words, words
from kiosk.ui.room.canvas import CENTRE, CENTRED, LEAST_HEADING, MARGIN, Canvas
from kiosk.ui.room.heading import draw_logo

TILE_GAP = 28.0
TILE_SIDE = 20.0
LABEL = 44.0
LOWEST, HIGHEST = 150.0, 200.0
"""The title's height, and how high a long one may become; twice that on an upright screen."""


def draw_celebration(canvas: Canvas, scene: RoomScene) -> None:
    """Thank you, and figures without a single name."""
    frame, night, weight = canvas.frame, canvas.night, canvas.weight
    centre = frame.inner.center().y() + 50
    said = closing_words.farewell() if scene.is_over else words.title(scene)
    title = _draw_title(canvas, centre - 180, said)
    mark = QRectF(frame.width / 2 - 62, title.top() - 116, 124, 124)
    canvas.icon("star", mark, night.last_minute)
    below = QRectF(MARGIN, title.bottom(), frame.width - 2 * MARGIN, 70)
    together = _("We did this together today")
    canvas.line(below, together, 48, night.muted, weight.regular, CENTRE)
    _draw_tiles(
        canvas, closing_words.totals(scene), QRectF(MARGIN, centre - 50, below.width(), 340)
    )


def _draw_title(canvas: Canvas, bottom: float, said: str) -> QRectF:
    """On one line as large as it fits, a long one on more; returns where it is."""
    frame, weight = canvas.frame, canvas.weight.extrabold
    width, room = frame.width - 2 * MARGIN, HIGHEST * (2 if frame.is_upright else 1)
    size = canvas.heading_size(said, 120, width, LOWEST)
    if size <= LEAST_HEADING:
        size = canvas.heading_size(said, 120, width, room)
    high = min(room, max(LOWEST, canvas.height_of(said, size, weight, width)))
    area = QRectF(MARGIN, bottom - high, width, high)
    canvas.paragraph(area, said, size, canvas.night.text, weight, CENTRED)
    return area


def _draw_tiles(canvas: Canvas, figures: list[tuple[str, str]], area: QRectF) -> None:
    if not figures:
        return
    columns = 2 if canvas.frame.is_upright else len(figures)
    width = min(440.0, (area.width() + TILE_GAP) / columns - TILE_GAP)
    left = area.center().x() - (columns * (width + TILE_GAP) - TILE_GAP) / 2
    size = min(_label_size(canvas, word, width) for _number, word in figures)
    for index, (number, word) in enumerate(figures):
        row, column = divmod(index, columns)
        top = area.top() + row * (area.height() + TILE_GAP)
        _draw_tile(
            canvas,
            QRectF(left + column * (width + TILE_GAP), top, width, area.height()),
            number,
            word,
            size,
        )


def _label_size(canvas: Canvas, word: str, width: float) -> int:
    """How large a label can be below its figure; the smallest one decides for all."""
    weight, room = canvas.weight.semibold, width - 2 * TILE_SIDE
    return canvas.fitting(word, LABEL, weight, room, LABEL * 0.6).pixelSize()


def _draw_tile(canvas: Canvas, area: QRectF, number: str, word: str, size: int) -> None:
    night, weight = canvas.night, canvas.weight
    canvas.panel(area, night.panel, 28)
    top = QRectF(area.left() + TILE_SIDE, area.top() + 44, area.width() - 2 * TILE_SIDE, 170)
    canvas.line(top, number, 150, night.running, weight.extrabold, CENTRE, least=0.4)
    below = QRectF(top.left(), top.bottom() + 8, top.width(), 66)
    canvas.line(below, word, size, night.text, weight.semibold, CENTRE)


def draw_back_soon(canvas: Canvas, _scene: RoomScene) -> None:
    """Nothing to worry about."""
    frame, night, weight = canvas.frame, canvas.night, canvas.weight
    side = 220.0
    centre = frame.height / 2
    draw_logo(canvas.painter, QRectF(frame.width / 2 - side / 2, centre - 280, side, side))
    title = QRectF(MARGIN, centre - 20, frame.width - 2 * MARGIN, 140)
    canvas.line(title, _("We will be right back"), 104, night.text, weight.extrabold, CENTRE)
    below = QRectF(MARGIN, title.bottom() + 6, title.width(), 70)
    canvas.line(below, _("Just keep talking"), 48, night.muted, weight.regular, CENTRE)
