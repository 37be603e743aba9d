"""Reading badges from frames of a camera, beside plain zxing-cpp on the very same frames.

Time is that of the processor, because other programs share it; the camera itself keeps to its
budget by the clock on the wall.
"""

from collections.abc import Callable
from time import process_time

import pytest
import zxingcpp
from PIL.Image import Image

from benchmarks.camera_frames import CLASSES, empty_frames, frames
from benchmarks.conftest import Rate
from kiosk.scanning.decoding import Decoded, LiveDecoder, Picture, decode, picture_of

FRAMES = 24
HALF_A_SECOND = 15
"""As many frames as a camera sends in that time."""
EMPTY = 60
AIM = "under 15 ms"
QR_CODES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def plain(picture: Image) -> set[str]:
    """zxing-cpp with all its own tries: turned, inverted, at a smaller size, local threshold."""
    found = zxingcpp.read_barcodes(
        picture, formats=QR_CODES, try_rotate=True, try_downscale=True, try_invert=True,
        binarizer=zxingcpp.Binarizer.LocalAverage, text_mode=zxingcpp.TextMode.Plain,
    )  # fmt: skip
    return {code.text for code in found}


def texts(found: tuple[Decoded, ...]) -> set[str]:
    return {code.text for code in found}


@pytest.mark.parametrize("name", CLASSES)
def test_codes_read(name: str, rate: Callable[[Rate], None]) -> None:
    floor = first = soon = file = 0
    for frame in frames(name, FRAMES):
        picture, live = picture_of(frame.picture), LiveDecoder(timer=process_time)
        by_plain, by_us = plain(frame.picture), texts(live.decode(picture))
        assert by_plain <= by_us
        at_once = frame.code in by_us
        in_time = at_once or reads_soon(live, picture, frame.code)
        # a file gets all looks that a camera's frames get, and more
        at_leisure = in_time or frame.code in texts(decode(frame.picture))
        floor += frame.code in by_plain
        first, soon, file = first + at_once, soon + in_time, file + at_leisure
    rate(Rate(name, FRAMES, floor, first, soon, file))


def reads_soon(live: LiveDecoder, picture: Picture, code: str) -> bool:
    """Whether a badge that is held still is read within half a second."""
    return any(code in texts(live.decode(picture)) for _ in range(HALF_A_SECOND - 1))


@pytest.mark.parametrize("name", empty_frames())
def test_an_empty_frame(name: str, figure: Callable[..., None]) -> None:
    side_by_side(figure, f"decode, {name}, 1080p", [empty_frames()[name]] * EMPTY)


def test_a_frame_with_a_badge(figure: Callable[..., None]) -> None:
    side_by_side(figure, "decode, a sharp badge, 1080p", [f.picture for f in frames("sharp", 24)])


def side_by_side(figure: Callable[..., None], name: str, pictures: list[Image]) -> None:
    """Both read each picture, turn by turn."""
    live, ours, floor = LiveDecoder(timer=process_time), [], []
    for picture in pictures:
        frame = picture_of(picture)
        begun = process_time()
        found = live.decode(frame)
        ours.append(process_time() - begun)
        begun = process_time()
        by_plain = plain(picture)
        floor.append(process_time() - begun)
        assert by_plain <= texts(found)
    figure(name, ours, floor, "plain zxing-cpp", AIM)
