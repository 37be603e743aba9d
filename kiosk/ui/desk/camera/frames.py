"""Pictures of Qt as the grey that the decoder reads."""

from PySide6.QtGui import QImage

from kiosk.scanning.picture import Picture


def grey_of(image: QImage) -> Picture | None:
    """The grey values of an image; its rows may be padded."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return None
    return Picture(grey.width(), grey.height(), grey.bytesPerLine(), bytes(grey.constBits()))


def image_of(picture: Picture) -> QImage:
    """A picture for the screen, with bytes of its own."""
    grey = QImage.Format.Format_Grayscale8
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, grey).copy()


class ImageFrame:
    """A frame that is an image already."""

    def __init__(self, image: QImage) -> None:
        self._image = image

    def luminance(self) -> Picture | None:
        """Its grey values."""
        return grey_of(self._image)
