"""The countdown face: a ring that empties, and the figures within it."""

import math

from PySide6.QtCore import QPointF, QRectF

from kiosk.domain.countdown import shown_seconds
from kiosk.services.room import RoomState, RoomView
from kiosk.ui.room import words
from kiosk.ui.room.canvas import CENTRE, Canvas, Frame

THICKNESS = 0.0475
SWELL = 0.6
"""How much thicker the ring becomes, inwards, at the height of its one pulse."""
WIDEST = 2200.0
TAIL = 0.06
"""The share of the whole circle that is drawn where only the end of the arc is seen."""
DESIGNED = 714.0
"""The diameter at which the figures have the size that the tokens give."""


def ring_area(frame: Frame) -> QRectF:
    """The square around the ring: left of the words, or above them on an upright screen."""
    inner = frame.inner
    if frame.is_upright:
        side = min(inner.width() * 0.8, inner.height() * 0.46)
        return QRectF((frame.width - side) / 2, inner.top() + 10, side, side)
    side = min(inner.height() * 0.9, frame.width * 0.4, 780)
    left = _edge(frame) + min(46, frame.width * 0.02)
    return QRectF(left, inner.center().y() - side / 2 - 12, side, side)


def words_area(frame: Frame) -> QRectF:
    """The area beside (or below) the ring."""
    inner, ring = frame.inner, ring_area(frame)
    if frame.is_upright:
        return QRectF(
            inner.left(), ring.bottom() + 40, inner.width(), inner.bottom() - ring.bottom() - 40
        )
    left = ring.right() + min(92, frame.width * 0.045)
    width = min(inner.right(), frame.width - _edge(frame)) - left
    return QRectF(left, inner.top(), width, inner.height() - 24)


def _edge(frame: Frame) -> float:
    """Where the picture begins on the left; on a very wide screen it stays together, centred."""
    return max(frame.inner.left(), (frame.width - WIDEST) / 2)


def arc_steps(frame: Frame, view: RoomView) -> int:
    """The ring's length in whole pixels: while it stays the same, nothing visible moved."""
    return round(_left(view) * math.pi * ring_area(frame).width() * frame.scale)


def _left(view: RoomView) -> float:
    if view.scene.state is RoomState.TIME_UP:
        return 1.0
    return 1.0 - view.share


def _colour(canvas: Canvas, view: RoomView) -> str:
    if view.scene.is_paused:
        return canvas.night.faint
    urgent = view.scene.state in (RoomState.LAST_MINUTE, RoomState.TIME_UP)
    return canvas.night.last_minute if urgent else canvas.night.running


def draw_track(canvas: Canvas, view: RoomView) -> None:
    """What stands still: the track and the words below the figures."""
    area, scene = ring_area(canvas.frame), view.scene
    thick = area.width() * THICKNESS
    edge = area.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    canvas.arc(edge, canvas.night.track, thick, 1)
    below = QRectF(
        area.left() + area.width() * 0.16,
        area.top() + area.height() * 0.605,
        area.width() * 0.68,
        96,
    )
    size, bold = 39 * area.width() / DESIGNED, canvas.weight.semibold
    canvas.line(below, words.under_digits(scene), size, canvas.night.muted, bold, CENTRE, 0.6)
    if scene.is_paused:
        side = area.width() * 0.11
        top = area.top() + area.height() * 0.17
        mark = QRectF(area.center().x() - side / 2, top, side, side)
        canvas.icon("pause", mark, canvas.night.last_minute)


def draw_moving(canvas: Canvas, view: RoomView, seen: QRectF) -> None:
    """What moves: the arc and the figures, as far as they are in the area that is ``seen``."""
    area = ring_area(canvas.frame)
    thick = area.width() * THICKNESS * (1 + SWELL * view.pulse)
    edge = area.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    is_tip = not seen.contains(area.center())
    canvas.arc(edge, _colour(canvas, view), thick, _left(view), TAIL if is_tip else 1.0)
    size = canvas.size.countdown * area.width() / DESIGNED
    side = area.width() * 0.12
    place = QRectF(
        area.left() + side, area.center().y() - size * 0.62, area.width() - 2 * side, size * 1.1
    )
    if place.intersects(seen):
        figures = words.digits(view.remaining or 0)
        ink = canvas.night.last_minute if _is_urgent(view) else canvas.night.text
        canvas.figures(place, figures, size, ink, CENTRE)


def tip_area(frame: Frame, steps: tuple[int, int]) -> QRectF:
    """Where the end of the arc is seen while its length goes from one to the other of ``steps``."""
    area = ring_area(frame)
    thick = area.width() * THICKNESS
    whole = math.pi * area.width() * frame.scale
    radius = (area.width() - thick) / 2
    covered = QRectF()
    for step in steps:
        turn = 2 * math.pi * step / whole
        at = area.center() + QPointF(math.sin(turn), -math.cos(turn)) * radius
        covered |= QRectF(at.x() - thick, at.y() - thick, 2 * thick, 2 * thick)
    return covered


def _is_urgent(view: RoomView) -> bool:
    in_round = view.scene.state in (RoomState.LAST_MINUTE, RoomState.TIME_UP)
    return in_round and not view.scene.is_paused and shown_seconds(view.remaining or 0) != 0
