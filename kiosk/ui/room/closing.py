"""The celebration with the day's figures, and the calm picture while the program restarts."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from kiosk.i18n import _
from kiosk.services.room import RoomScene
from kiosk.ui.room import closing_words, words
from kiosk.ui.room.canvas import CENTRE, MARGIN, Canvas, face
from kiosk.ui.room.heading import draw_logo

TILE_GAP = 28.0
CENTRED = CENTRE.value | Qt.TextFlag.TextWordWrap.value


def draw_celebration(canvas: Canvas, scene: RoomScene) -> None:
    """Thank you, and figures without a single name."""
    frame, night, weight = canvas.frame, canvas.night, canvas.weight
    centre = frame.inner.center().y() + 50
    title = QRectF(MARGIN, centre - 330, frame.width - 2 * MARGIN, 150)
    mark = QRectF(frame.width / 2 - 62, title.top() - 116, 124, 124)
    canvas.icon("star", mark, night.last_minute)
    said = closing_words.farewell() if scene.is_over else words.title(scene)
    _draw_title(canvas, title, said)
    below = QRectF(MARGIN, title.bottom(), frame.width - 2 * MARGIN, 70)
    together = _("We did this together today")
    canvas.line(below, together, 48, night.muted, weight.regular, CENTRE)
    _draw_tiles(
        canvas, closing_words.totals(scene), QRectF(MARGIN, centre - 50, below.width(), 340)
    )


def _draw_title(canvas: Canvas, area: QRectF, said: str) -> None:
    """On one line as large as it fits, a long one on two."""
    size = canvas.heading_size(said, 120, area.width(), area.height())
    canvas.painter.setFont(face(size, canvas.weight.extrabold))
    canvas.painter.setPen(QColor(canvas.night.text))
    canvas.painter.drawText(area, CENTRED, said)


def _draw_tiles(canvas: Canvas, figures: list[tuple[str, str]], area: QRectF) -> None:
    if not figures:
        return
    columns = 2 if canvas.frame.is_upright else len(figures)
    width = min(440.0, (area.width() + TILE_GAP) / columns - TILE_GAP)
    left = area.center().x() - (columns * (width + TILE_GAP) - TILE_GAP) / 2
    for index, (number, word) in enumerate(figures):
        row, column = divmod(index, columns)
        top = area.top() + row * (area.height() + TILE_GAP)
        _draw_tile(
            canvas,
            QRectF(left + column * (width + TILE_GAP), top, width, area.height()),
            number,
            word,
        )


def _draw_tile(canvas: Canvas, area: QRectF, number: str, word: str) -> None:
    night, weight = canvas.night, canvas.weight
    canvas.panel(area, night.panel, 28)
    top = QRectF(area.left() + 20, area.top() + 44, area.width() - 40, 170)
    canvas.line(top, number, 150, night.running, weight.extrabold, CENTRE, least=0.4)
    below = QRectF(top.left(), top.bottom() + 8, top.width(), 66)
    canvas.line(below, word, 44, night.text, weight.semibold, CENTRE, least=0.6)


def draw_back_soon(canvas: Canvas, _scene: RoomScene) -> None:
    """Nothing to worry about."""
    frame, night, weight = canvas.frame, canvas.night, canvas.weight
    side = 220.0
    centre = frame.height / 2
    draw_logo(canvas.painter, QRectF(frame.width / 2 - side / 2, centre - 280, side, side))
    title = QRectF(MARGIN, centre - 20, frame.width - 2 * MARGIN, 140)
    canvas.line(title, _("We will be right back"), 104, night.text, weight.extrabold, CENTRE)
    below = QRectF(MARGIN, title.bottom() + 6, title.width(), 70)
    canvas.line(below, _("Just talk on"), 48, night.muted, weight.regular, CENTRE)
