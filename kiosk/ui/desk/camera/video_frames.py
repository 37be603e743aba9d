"""Frames of a camera: most formats carry the grey values in a plane of their own.

Loads QtMultimedia, so it is imported when a camera is first wanted.
"""

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.scanning.picture import Picture, every_other
from kiosk.ui.desk.camera.frames import grey_of

_Format = QVideoFrameFormat.PixelFormat
PLANAR = frozenset(
    {
        _Format.Format_NV12,
        _Format.Format_NV21,
        _Format.Format_YUV420P,
        _Format.Format_YUV422P,
        _Format.Format_YV12,
        _Format.Format_IMC1,
        _Format.Format_IMC2,
        _Format.Format_IMC3,
        _Format.Format_IMC4,
        _Format.Format_Y8,
    }
)
"""The first plane is the luminance, a byte a pixel."""
PACKED = {_Format.Format_YUYV: 0, _Format.Format_UYVY: 1}
"""Luminance and colour take turns; at which byte the first grey value is."""


class VideoFrame:
    """A frame that shares its bytes with the camera until it is decoded or dropped."""

    def __init__(self, frame: QVideoFrame) -> None:
        self._frame = frame

    def luminance(self) -> Picture | None:
        """The grey values, without a way through colours where the format has them as such."""
        kind = self._frame.pixelFormat()
        if kind in PLANAR or kind in PACKED:
            return _luminance_plane(self._frame)
        return _through_an_image(self._frame)


def _luminance_plane(frame: QVideoFrame) -> Picture | None:
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        pixels, stride = bytes(frame.bits(0)), frame.bytesPerLine(0)
    finally:
        frame.unmap()
    width, height = frame.width(), frame.height()
    first = PACKED.get(frame.pixelFormat())
    try:
        if first is None:
            return Picture(width, height, stride, pixels)
        return every_other(pixels, width, height, stride, first)
    except ValueError:  # a plane shorter than the frame says: half a frame, the next one is whole
        return None


def _through_an_image(frame: QVideoFrame) -> Picture | None:
    """Colours that lie in memory as in an image are read from there; others Qt converts."""
    kind = QVideoFrameFormat.imageFormatFromPixelFormat(frame.pixelFormat())
    if kind == QImage.Format.Format_Invalid or not frame.map(QVideoFrame.MapMode.ReadOnly):
        return grey_of(frame.toImage())
    try:
        size = (frame.width(), frame.height())
        return grey_of(QImage(frame.bits(0), *size, frame.bytesPerLine(0), kind))
    finally:
        frame.unmap()
