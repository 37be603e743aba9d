"""An organiser's own picture on a story's card, at the size of the card.

What is painted is the copy that was made when the texts were read (no larger than a screen), never
the file: what somebody swapped since then is not what was agreed to.
"""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath

from kiosk.domain.stories import Photo

FILLING = Qt.AspectRatioMode.KeepAspectRatioByExpanding
WHOLE = Qt.AspectRatioMode.KeepAspectRatio
MOST_CUT = 0.3
"""A picture that loses no more than this share of itself fills the card; else it is whole."""
KEPT = 4


def draw_photo(painter: QPainter, photo: Photo, card: QRectF, radius: float) -> bool:
    """Paint the picture into a card; False when it can't be, and the card has no picture."""
    pixels = painter.transform().mapRect(card).size().toSize()
    image = _decoded(photo, pixels.width(), pixels.height())
    if image.isNull():
        return False
    size = image.size().toSizeF().scaled(card.size(), _way(image.size(), pixels))
    place = QRectF(card.topLeft(), size)
    place.moveCenter(card.center())
    shape = QPainterPath()
    shape.addRoundedRect(card, radius, radius)
    painter.save()
    painter.setClipPath(shape)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
    painter.restore()
    return True


@lru_cache(maxsize=KEPT)
def _decoded(photo: Photo, width: int, height: int) -> QImage:
    """The picture, just large enough for a room of this size."""
    buffer = QBuffer()
    buffer.setData(QByteArray(photo.content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    room = QSize(width, height)
    size = reader.size().scaled(room, _way(reader.size(), room))
    reader.setScaledSize(size.expandedTo(QSize(1, 1)))
    return reader.read()


def _way(picture: QSize, room: QSize) -> Qt.AspectRatioMode:
    """Filling the room where little of the picture is lost, else whole."""
    filling = picture.scaled(room, FILLING)
    shown = room.width() * room.height()
    lost = 1 - shown / max(1, filling.width() * filling.height())
    return FILLING if lost <= MOST_CUT else WHOLE
