"""Paint a view of the room: a layer that stands still, painted once, and what moves on top of it.

A frame then costs one copy of the layer and an arc with a few figures, whatever the picture
holds.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion

from kiosk.domain.countdown import shown_seconds
from kiosk.i18n import speaking
from kiosk.services.room import RoomScene, RoomState, RoomView
from kiosk.ui.room import board, ring, sign
from kiosk.ui.room.beside import draw_beside
from kiosk.ui.room.canvas import Canvas, Frame
from kiosk.ui.room.closing import draw_back_soon, draw_celebration
from kiosk.ui.room.differing import differing
from kiosk.ui.room.heading import draw_heading
from kiosk.ui.room.programme import draw_programme
from kiosk.ui.room.story import draw_story
from kiosk.ui.theme.style import load_fonts
from kiosk.ui.theme.tokens import load_tokens

KEPT_LAYERS = 3
RINGED = frozenset(
    {
        RoomState.ROUND,
        RoomState.LAST_MINUTE,
        RoomState.TIME_UP,
        RoomState.BREAK,
        RoomState.INTEREST,
    }
)
_STILL: dict[RoomState, Callable[[Canvas, RoomScene], None]] = {
    RoomState.PROGRAMME: draw_programme,
    RoomState.CELEBRATION: draw_celebration,
    RoomState.BACK_SOON: draw_back_soon,
    RoomState.MESSAGE: sign.draw_message,
}
_COUNTING = RINGED | {RoomState.BOARD, RoomState.MESSAGE}
PULSE_STEPS = 64


@dataclass(frozen=True, slots=True)
class Screen:
    """What is painted on: its size in real pixels."""

    width: int
    height: int

    @property
    def frame(self) -> Frame:
        """Its size in units."""
        return Frame.of(QSizeF(self.width, self.height))


@dataclass(frozen=True, slots=True)
class Look:
    """All that a frame depends on: while it stays equal, there is nothing to repaint."""

    scene: RoomScene
    page: int
    figures: int | None
    arc: int
    swell: int


def look_of(view: RoomView, page: int, frame: Frame) -> Look:
    """What a view looks like on a screen, down to the last visible pixel."""
    counts = view.scene.state in _COUNTING and view.remaining is not None
    figures = shown_seconds(view.remaining or 0) if counts else None
    arc = ring.arc_steps(frame, view) if view.scene.state in RINGED else 0
    return Look(view.scene, page, figures, arc, round(view.pulse * PULSE_STEPS))


class RoomPainter:
    """Paints frames, and keeps the last few still layers."""

    def __init__(self) -> None:
        load_fonts()
        self._layers: OrderedDict[tuple[RoomScene, int, Screen], QPixmap] = OrderedDict()
        self._turn: tuple[object, QRegion] | None = None

    def paint(
        self,
        painter: QPainter,
        screen: Screen,
        view: RoomView,
        page: int = 0,
        seen: QRectF | None = None,
    ) -> None:
        """Paint a frame; the painter works in real pixels.

        Of a part only, where no more than the area ``seen`` will be shown.
        """
        painter.drawPixmap(0, 0, self._layer(screen, view, page))
        painter.save()
        with speaking(view.scene.language):
            self._paint_moving(_canvas(painter, screen), view, _in_units(screen, seen))
        painter.restore()

    def prepare(self, screen: Screen, view: RoomView, page: int, following: int) -> None:
        """Paint the page that will be wanted soon, and find out where it will be another one."""
        self._layer(screen, view, following)
        self.turning(screen, view, page, following)

    def page_without_seconds(self, screen: Screen, view: RoomView, page: int) -> QPixmap:
        """What stands still of a page: to fade from where the seconds go on as they are."""
        return self._layer(screen, view, page)

    def turning(self, screen: Screen, view: RoomView, page: int, following: int) -> QRegion:
        """Where one page of a board differs from another; never where the seconds are."""
        key = (view.scene, page, following, screen)
        if self._turn is None or self._turn[0] != key:
            pages = [self._layer(screen, view, each) for each in (page, following)]
            self._turn = (key, differing(*pages) - QRegion(moving_rect(screen, view)))
        return self._turn[1]

    def picture(self, screen: Screen, view: RoomView, page: int = 0) -> QPixmap:
        """A frame as a picture of its own, for a fade."""
        pixmap = QPixmap(screen.width, screen.height)
        painter = QPainter(pixmap)
        self.paint(painter, screen, view, page)
        painter.end()
        return pixmap

    def _paint_moving(self, canvas: Canvas, view: RoomView, seen: QRectF) -> None:
        if view.scene.state in RINGED:
            ring.draw_moving(canvas, view, seen)
        elif view.scene.state is RoomState.BOARD:
            board.draw_moving(canvas, view)
        elif view.scene.state is RoomState.MESSAGE:
            sign.draw_moving(canvas, view)

    def _layer(self, screen: Screen, view: RoomView, page: int) -> QPixmap:
        key = (view.scene, page, screen)
        if key not in self._layers:
            self._layers[key] = self._still(screen, view, page)
            if len(self._layers) > KEPT_LAYERS:
                self._layers.popitem(last=False)
        self._layers.move_to_end(key)
        return self._layers[key]

    def _still(self, screen: Screen, view: RoomView, page: int) -> QPixmap:
        layer = QPixmap(screen.width, screen.height)
        if view.scene.state is RoomState.BLACKOUT:
            layer.fill(Qt.GlobalColor.black)
            return layer
        layer.fill(QColor(load_tokens().night.background))
        painter = QPainter(layer)
        canvas = _canvas(painter, screen)
        with speaking(view.scene.language):
            draw_heading(canvas, view.scene)
            _draw_scene(canvas, view, page)
        painter.end()
        return layer


def _canvas(painter: QPainter, screen: Screen) -> Canvas:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    frame = screen.frame
    painter.scale(frame.scale, frame.scale)
    return Canvas(painter, frame)


def _draw_scene(canvas: Canvas, view: RoomView, page: int) -> None:
    scene = view.scene
    if scene.state in RINGED:
        ring.draw_track(canvas, view)
        draw_beside(canvas, scene)
    elif scene.state is RoomState.BOARD:
        board.draw_board(canvas, scene, page)
    elif scene.story is not None:
        draw_story(canvas, scene)
    else:
        _STILL[scene.state](canvas, scene)


def _in_units(screen: Screen, seen: QRectF | None) -> QRectF:
    frame = screen.frame
    if seen is None:
        return QRectF(0, 0, frame.width, frame.height)
    return QRectF(seen.topLeft() / frame.scale, seen.size() / frame.scale)


def changed_rect(screen: Screen, view: RoomView, former: Look, look: Look) -> QRect:
    """What differs between two frames of one picture, in real pixels."""
    swells = bool(former.swell or look.swell)
    if former.figures != look.figures or view.scene.state not in RINGED or swells:
        return moving_rect(screen, view)
    return _as_pixels(screen, ring.tip_area(screen.frame, (former.arc, look.arc)))


def moving_rect(screen: Screen, view: RoomView) -> QRect:
    """The part of the screen in which figures move, in real pixels."""
    frame = screen.frame
    area = board.moving_area(frame)
    if view.scene.state is RoomState.MESSAGE:
        area = sign.moving_area(frame)
    if view.scene.state in RINGED:
        area = ring.ring_area(frame)
    return _as_pixels(screen, area)


def _as_pixels(screen: Screen, area: QRectF) -> QRect:
    scale = screen.frame.scale
    pixels = QRectF(area.topLeft() * scale, area.size() * scale)
    return pixels.toAlignedRect().adjusted(-2, -2, 2, 2)


def render_view(view: RoomView, size: QSize, page: int = 0) -> QImage:
    """One frame as an image of any size: for pictures, previews and benchmarks."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    RoomPainter().paint(painter, Screen(size.width(), size.height()), view, page)
    painter.end()
    return image
