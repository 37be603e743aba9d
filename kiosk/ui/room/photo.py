"""An organiser's own picture on a story's card: decoded when it is first painted, at its size.

The bytes are checked against their hash on the way: what was swapped after the texts were read
may be what nobody said yes to, and is not shown.
"""

import hashlib
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter, QPainterPath

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
    cuts = _cut(image.size(), pixels) <= MOST_CUT
    way = (
        Qt.AspectRatioMode.KeepAspectRatioByExpanding
        if cuts
        else Qt.AspectRatioMode.KeepAspectRatio
    )
    size = image.size().toSizeF().scaled(card.size(), way)
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
    """The picture, upright and just large enough; an empty image when it has changed or is gone."""
    try:
        content = photo.path.read_bytes()
    except OSError:
        return QImage()
    if hashlib.sha256(content).hexdigest() != photo.digest:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(photo.path.suffix[1:].lower().encode()))
    reader.setAutoTransform(True)
    room = QSize(width, height)
    if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        room.transpose()
    reader.setScaledSize(reader.size().scaled(room, FILLING))
    return reader.read()


def _cut(picture: QSize, room: QSize) -> float:
    """The share of a picture that is lost when it fills a room."""
    filling = picture.scaled(room, FILLING)
    shown = room.width() * room.height()
    return 1 - shown / max(1, filling.width() * filling.height())
