"""Frames in the formats that cameras send give the grey that was seen."""

import random

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.codes import new_code
from kiosk.scanning.decoding import LiveDecoder, picture_of
from kiosk.scanning.picture import Picture
from kiosk.ui.desk.camera.devices import LazySource, NoSource
from kiosk.ui.desk.camera.frames import image_of
from kiosk.ui.desk.camera.source import Frame
from kiosk.ui.desk.camera.state import CameraStatus
from tests.helpers.cameras import badge, desk

multimedia = pytest.importorskip("PySide6.QtMultimedia")
Format = multimedia.QVideoFrameFormat.PixelFormat
CODE = new_code(random.Random(7).choice)
SEEN = desk(badge(CODE), size=(648, 480))


def video_frame(kind: Format, first: int = 0, step: int = 1) -> Frame:
    """A frame in memory with the grey values where the format has them, and grey colours."""
    from kiosk.ui.desk.camera.video_frames import VideoFrame

    frame = multimedia.QVideoFrame(multimedia.QVideoFrameFormat(QSize(*SEEN.size), kind))
    assert frame.map(multimedia.QVideoFrame.MapMode.WriteOnly)
    for plane in range(frame.planeCount()):
        frame.bits(plane)[:] = b"\x80" * frame.mappedBytes(plane)
    plane, stride = frame.bits(0), frame.bytesPerLine(0)
    for y in range(SEEN.height):
        row = SEEN.crop((0, y, SEEN.width, y + 1)).tobytes()
        begin = y * stride + first
        plane[begin : begin + step * len(row) : step] = row
    frame.unmap()
    return VideoFrame(frame)


def texts(picture: Picture | None) -> list[str]:
    assert picture is not None
    assert (picture.width, picture.height) == SEEN.size
    return [code.text for code in LiveDecoder().decode(picture)]


@pytest.mark.parametrize(
    "kind", [Format.Format_NV12, Format.Format_NV21, Format.Format_YUV420P, Format.Format_YV12]
)
def test_the_luminance_plane_is_taken_as_it_is(qapp: QApplication, kind: Format) -> None:
    assert texts(video_frame(kind).luminance()) == [CODE]


@pytest.mark.parametrize(("kind", "first"), [(Format.Format_YUYV, 0), (Format.Format_UYVY, 1)])
def test_grey_between_colours_is_taken_out(qapp: QApplication, kind: Format, first: int) -> None:
    assert texts(video_frame(kind, first, 2).luminance()) == [CODE]


@pytest.mark.parametrize(
    "form", [QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32, QImage.Format.Format_RGBA8888]
)
def test_colours_become_grey(qapp: QApplication, form: QImage.Format) -> None:
    from kiosk.ui.desk.camera.video_frames import VideoFrame

    frame = multimedia.QVideoFrame(image_of(picture_of(SEEN)).convertToFormat(form))
    assert texts(VideoFrame(frame).luminance()) == [CODE]


def test_an_empty_frame_is_no_picture(qapp: QApplication) -> None:
    from kiosk.ui.desk.camera.video_frames import VideoFrame

    assert VideoFrame(multimedia.QVideoFrame()).luminance() is None


class Listener:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def cameras_changed(self) -> None:
        self.told.append("changed")

    def started(self, *, has_light: bool) -> None:
        self.told.append(has_light)

    def failed(self, status: object) -> None:
        self.told.append(status)

    def frame_arrived(self, frame: Frame) -> None:
        self.told.append(texts(frame.luminance()))


def test_a_machine_without_cameras_has_none_and_nothing_breaks(qapp: QApplication) -> None:
    source, listener = LazySource(), Listener()
    source.stop()
    if source.cameras():
        pytest.skip("this machine has a camera, which a test leaves alone")
    assert source.available
    source.listen(listener)
    source.start("gone")
    source.set_light(on=True)
    source.stop()
    assert listener.told == [CameraStatus.FAILED]


def test_what_the_camera_sends_reaches_the_listener_until_it_is_stopped(
    qapp: QApplication, qtbot: QtBot
) -> None:
    from kiosk.ui.desk.camera.multimedia import MultimediaSource

    source, listener = MultimediaSource(), Listener()
    source.listen(listener)
    source._run(multimedia.QCameraDevice())  # nobody's camera: it runs and sees nothing
    sink = source._sink
    frame = multimedia.QVideoFrame(image_of(picture_of(SEEN)))
    sink.setVideoFrame(frame)
    qtbot.waitUntil(lambda: bool(listener.told))
    assert listener.told == [[CODE]]
    sink.setVideoFrame(frame)
    source.stop()
    qapp.processEvents()
    assert listener.told == [[CODE]]
    source.deleteLater()


def test_without_the_library_there_are_no_cameras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "kiosk.ui.desk.camera.multimedia", None)
    source = LazySource()
    assert (source.available, source.cameras()) == (False, ())
    assert isinstance(source._loaded(), NoSource)


def test_pictures_are_copied_out_of_the_bytes_they_came_in() -> None:
    picture = Picture(4, 2, 8, Image.new("L", (8, 2), 77).tobytes())
    image = image_of(picture)
    del picture
    assert image.pixelColor(3, 1).value() == 77
