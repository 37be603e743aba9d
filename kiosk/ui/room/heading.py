"""The line at the top of every picture: the logo, the event, and the clock on the wall."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.config import ICONS
from kiosk.services.room import RoomScene
from kiosk.ui.room import words
from kiosk.ui.room.canvas import MARGIN, RIGHT, Canvas
from kiosk.ui.theme.tokens import load_tokens


@cache
def _logo() -> QByteArray:
    """The logo for a dark ground: its dark stroke becomes the running colour."""
    tokens = load_tokens()
    svg = (ICONS / "logo.svg").read_text(encoding="utf-8")
    return QByteArray(svg.replace(tokens.light.primary, tokens.night.running).encode())


def draw_logo(painter: QPainter, area: QRectF) -> None:
    """The logo in the colours of the room."""
    QSvgRenderer(_logo()).render(painter, area)


def draw_heading(canvas: Canvas, scene: RoomScene) -> None:
    """Logo and title on the left, the time on the right."""
    size, colour, bold = 38, canvas.night.muted, canvas.weight.semibold
    draw_logo(canvas.painter, QRectF(MARGIN + 2, 44, 50, 50))
    room = canvas.frame.width - 2 * MARGIN
    canvas.line(QRectF(MARGIN + 64, 40, room - 280, 56), scene.event_title, size, colour, bold)
    time = QRectF(MARGIN + room - 200, 40, 200, 56)
    canvas.line(time, words.clock(scene.clock), size, colour, bold, RIGHT)
