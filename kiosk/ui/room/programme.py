"""Welcome and information: what this is, what the day holds, and when it goes on."""

from PySide6.QtCore import QPointF, QRectF

from kiosk.domain.programme import PhaseKind
from kiosk.i18n import _
from kiosk.services.room import ProgrammeRow, RoomScene
from kiosk.ui.room import words
from kiosk.ui.room.canvas import MARGIN, Canvas, Frame
from kiosk.ui.room.card import draw_card
from kiosk.ui.room.fitting import draw_whole

ROW = 120.0
"""As high as two lines of the usual letters; more rows than fit become lower."""
LEAST_ROW = 68.0
FOOT = 110.0
ABOUT = 46.0


def draw_programme(canvas: Canvas, scene: RoomScene) -> None:
    """A coloured card with the title, the list of the day, and the start at the bottom."""
    card, rows = _areas(canvas.frame)
    _draw_card(canvas, scene, card)
    _draw_rows(canvas, scene, rows)
    foot = QRectF(rows.left(), canvas.frame.height - FOOT, rows.width(), 70)
    canvas.marked_line(foot, words.next_line(scene), 42, canvas.night.muted)


def _areas(frame: Frame) -> tuple[QRectF, QRectF]:
    inner = frame.inner
    bottom = frame.height - FOOT - 24
    if frame.is_upright:
        card = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.34)
        return card, QRectF(
            inner.left(), card.bottom() + 40, inner.width(), bottom - card.bottom() - 40
        )
    width = min(inner.width() * 0.42, 760.0)
    card = QRectF(inner.left(), inner.top(), width, frame.height - inner.top() - MARGIN)
    left = card.right() + min(72, frame.width * 0.036)
    return card, QRectF(left, inner.top(), inner.right() - left, bottom - inner.top())


def _draw_card(canvas: Canvas, scene: RoomScene, card: QRectF) -> None:
    draw_card(canvas, card)
    side = min(240.0, card.height() * 0.34)
    inside = card.adjusted(56, 52, -48, -48)
    mark = QRectF(inside.left() - side * 0.08, inside.top(), side, side)
    canvas.icon(_icon(scene), mark, canvas.tokens.light.sun)
    _draw_title(canvas, scene, inside.adjusted(0, side + 20, 0, 0))


def _draw_title(canvas: Canvas, scene: RoomScene, inside: QRectF) -> None:
    """From the bottom up: where we are, and above it the title as large as it fits."""
    night, weight = canvas.night, canvas.weight
    about = scene.place if scene.kind is None or _is_welcome(scene) else scene.event_title
    if _is_welcome(scene) and scene.title:
        about = scene.title
    wide = canvas.width_of(about, ABOUT, weight.semibold) > inside.width()
    high = 2 * ABOUT * 1.3 if wide else 62.0
    below = QRectF(inside.left(), inside.bottom() - high, inside.width(), high)
    canvas.paragraph(below, about, ABOUT, night.text, weight.semibold)
    title = _("Welcome") if _is_welcome(scene) else words.title(scene)
    room = inside.height() - high - 10
    size = canvas.heading_size(title, canvas.size.heading, inside.width(), room)
    high = min(room, canvas.height_of(title, size, weight.extrabold, inside.width()))
    above = QRectF(inside.left(), below.top() - high - 6, inside.width(), high + 4)
    canvas.paragraph(above, title, size, night.text, weight.extrabold)


def _is_welcome(scene: RoomScene) -> bool:
    return scene.kind in (None, PhaseKind.WELCOME)


def _icon(scene: RoomScene) -> str:
    return "coffee" if _is_welcome(scene) else "message"


def _draw_rows(canvas: Canvas, scene: RoomScene, area: QRectF) -> None:
    night, weight = canvas.night, canvas.weight
    caption = QRectF(area.left(), area.top(), area.width(), 58)
    canvas.line(caption, words.programme_heading(scene), 40, night.last_minute, weight.bold)
    rows = _around_now(scene.programme, int((area.height() - 76) / LEAST_ROW))
    if not rows:
        return
    height = min(ROW, (area.height() - 76) / len(rows))
    for index, row in enumerate(rows):
        place = QRectF(area.left(), area.top() + 76 + index * height, area.width(), height - 8)
        _draw_row(canvas, row, place)


def _around_now(rows: tuple[ProgrammeRow, ...], most: int) -> tuple[ProgrammeRow, ...]:
    """All lines if they fit, else those from the last one that is over."""
    over = sum(row.is_over for row in rows)
    start = max(0, min(over - 1, len(rows) - most))
    return rows[start : start + max(1, most)]


def _draw_row(canvas: Canvas, row: ProgrammeRow, area: QRectF) -> None:
    night, weight = canvas.night, canvas.weight
    if row.is_now:
        canvas.edged_panel(area, night.panel, night.last_minute, 14)
    size = min(46.0, area.height() * 0.56)
    colour = night.faint if row.is_over else night.text
    heavy = weight.bold if row.is_now else weight.regular
    time = QRectF(area.left() + 32, area.top(), size * 3.1, area.height())
    soft = night.text if row.is_now else night.faint
    canvas.line(time, words.clock(row.starts), size, soft, heavy)
    done = size if row.is_over else 0
    title = QRectF(
        time.right() + 8, area.top(), area.right() - time.right() - 32 - done, area.height()
    )
    used = draw_whole(canvas, title, words.row_title(row), size, colour, heavy)
    if row.is_over:
        corner = QPointF(title.left() + used + 16, area.center().y() - size * 0.38)
        canvas.icon("check", QRectF(corner.x(), corner.y(), size * 0.76, size * 0.76), night.faint)
