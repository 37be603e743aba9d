"""What the camera sees, so that a badge can be held in the right place.

In grey: it is what the decoder reads, and no portrait of who stands at the desk.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.i18n import _
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.tokens import load_tokens

SHAPE = 16 / 9
SMALLEST = QSize(160, 90)
ICON, ICON_SHARE = 72, 0.4
CORNER, PEN = 0.16, 5
"""Of the marks where a badge belongs: length of an arm as a share of the height, and width."""


class Preview(QWidget):
    """The newest picture, or an icon while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._mirrored = False
        self._read = False
        # It takes what room is left beside the card, and makes no page scroll.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(SMALLEST)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.setAccessibleName(_("What the camera sees"))

    def show_image(self, image: QImage) -> None:
        """Show another picture; an empty one for none."""
        self._image = image
        self._take_no_more_than_needed()
        self.update()

    def set_mirrored(self, *, on: bool) -> None:
        """Show left and right as a mirror does."""
        self._mirrored = on
        self.update()

    def set_read(self, *, on: bool) -> None:
        """Show that a code was just read."""
        self._read = on
        self.update()

    @property
    def shown(self) -> QImage:
        """The picture as it is painted."""
        way = Qt.Orientation.Horizontal
        return self._image.flipped(way) if self._mirrored else self._image

    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_no_more_than_needed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = self._area()
        frame = QPainterPath()
        radius = load_tokens().shape.radius.control
        frame.addRoundedRect(area, radius, radius)
        painter.setClipPath(frame)
        painter.fillRect(area, QColor(load_tokens().night.background))
        if self._image.isNull():
            draw_icon(painter, "camera", _middle(area), load_tokens().night.muted)
        else:
            painter.drawImage(area, self.shown)
            self._paint_marks(painter, area)

    def _shape(self) -> float:
        return self._image.width() / self._image.height() if self._image.height() else SHAPE

    def _take_no_more_than_needed(self) -> None:
        """Height that a picture of this width can't fill is of more use to others."""
        self.setMaximumHeight(max(SMALLEST.height(), ceil(self.width() / self._shape())))

    def _area(self) -> QRectF:
        """The largest place of the picture's shape, at the top."""
        width = min(self.width(), self.height() * self._shape())
        area = QRectF(0, 0, width, width / self._shape())
        area.moveLeft((self.width() - width) / 2)
        return area

    def _paint_marks(self, painter: QPainter, area: QRectF) -> None:
        """Four corners where a badge belongs; green, with a tick, when one was read."""
        tokens = load_tokens()
        side = area.height() * 0.72
        place = QRectF(0, 0, side, side)
        place.moveCenter(area.center())
        colour = QColor(tokens.state.ok_soft if self._read else tokens.night.text)
        pen = QPen(colour, PEN * (2 if self._read else 1))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        arm = area.height() * CORNER
        for corner, right, down in (
            (place.topLeft(), 1, 1),
            (place.topRight(), -1, 1),
            (place.bottomLeft(), 1, -1),
            (place.bottomRight(), -1, -1),
        ):
            painter.drawLine(corner, corner + QPointF(arm * right, 0))
            painter.drawLine(corner, corner + QPointF(0, arm * down))
        if self._read:
            self._paint_tick(painter, area)

    def _paint_tick(self, painter: QPainter, area: QRectF) -> None:
        tokens = load_tokens()
        spot = _middle(area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.state.ok))
        painter.drawEllipse(spot.adjusted(-10, -10, 10, 10))
        draw_icon(painter, "check", spot, tokens.light.surface)


def _middle(area: QRectF) -> QRectF:
    """Where an icon goes."""
    side = min(ICON, area.height() * ICON_SHARE)
    spot = QRectF(0, 0, side, side)
    spot.moveCenter(area.center())
    return spot
