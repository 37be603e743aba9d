"""Real pixels, and Qt's, which are larger on a screen with scaling."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from kiosk.ui.room.painter import Screen


def screen_of(window: QWidget) -> Screen:
    """What a window can paint on."""
    ratio = window.devicePixelRatioF()
    return Screen(round(window.width() * ratio), round(window.height() * ratio))


def in_window(window: QWidget, pixels: QRect) -> QRect:
    """An area of real pixels, as a window counts them; all of it is inside."""
    ratio = window.devicePixelRatioF()
    corner, size = QPointF(pixels.topLeft()) / ratio, QSizeF(pixels.size()) / ratio
    return QRectF(corner, size).toAlignedRect()


def in_window_region(window: QWidget, pixels: QRegion) -> QRegion:
    """A region of real pixels, as a window counts them; all of it is inside."""
    region = QRegion()
    for part in pixels:  # type: ignore[attr-defined]  # it can, only the stubs don't know
        region += in_window(window, part)
    return region


def in_pixels(window: QWidget, area: QRect) -> QRectF:
    """An area of a window, in real pixels."""
    ratio = window.devicePixelRatioF()
    return QRectF(QPointF(area.topLeft()) * ratio, QSizeF(area.size()) * ratio)
