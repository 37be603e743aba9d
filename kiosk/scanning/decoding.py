"""Read QR codes from pictures and camera frames: zxing-cpp first, then with better light.

Whatever zxing-cpp finds in the picture as it is, is in the answer; further looks only add to it.
This module loads zxing-cpp and Pillow, so it is imported when the first picture comes.
"""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import zxingcpp
from PIL import Image as Images
from PIL.Image import Image

from kiosk.domain.codes import CodeForm, form_of
from kiosk.scanning.looks import LIVE, THOROUGH, Look
from kiosk.scanning.picture import Decoded, Picture, decoded
from kiosk.scanning.places import Places, Spot
from kiosk.scanning.remedies import enlarged

__all__ = ["Decoded", "LiveDecoder", "Picture", "decode", "picture_of", "reduced_to"]

BUDGET = 0.01
"""Seconds of a frame within which a further look may end; 15 ms is the aim for a frame."""
QR_CODES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
ORDINARY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
"""What badges bear. Micro QR has weak checks: a changed picture might show one by chance."""
AS_WRITTEN = zxingcpp.TextMode.Plain
"""Otherwise a line break would be spelt out."""
FIRST_GUESS, FORGETTING = 0.004, 0.8
LARGEST = 2200
"""A picture with a longer side has enough pixels: it is not enlarged to find more."""


def decode(picture: Picture | Image) -> tuple[Decoded, ...]:
    """Every QR text in a picture, each once; a third of a second for one of 1080 lines.

    Raises:
        ValueError: an image that is not grey, with 8 bits a pixel.
    """
    image = _image_of(picture)
    texts = [text for copy in _sizes(image) for text in _all_texts(copy)]
    if max(image.size) <= LARGEST:
        texts += _at_first_sight(enlarged(image, 2))[0]
    return decoded(texts)


class LiveDecoder:
    """Reads frame after frame; where one shows no badge code, some further looks are taken.

    The looks go round: each frame takes as many as fit into ``budget`` seconds, the next frame
    goes on from there. What helped once is where the next search begins, because light and lens
    stay as they are. ``timer`` is replaced where time is measured otherwise.
    """

    def __init__(self, budget: float = BUDGET, timer: Callable[[], float] = perf_counter) -> None:
        self._budget = budget
        self._timer = timer
        self._next = 0
        self._cost = [FIRST_GUESS] * len(LIVE)

    def decode(self, frame: Picture) -> tuple[Decoded, ...]:
        """The QR texts found in this frame, within the budget."""
        begun = self._timer()
        image = _image_of(frame)
        texts, noticed = _at_first_sight(image, frame)
        places = Places(image, noticed)
        for _ in LIVE:
            if _has_badge_code(texts) or not self._may_look(self._timer() - begun):
                break
            texts += self._take_look(places)
        return decoded(texts)

    def _may_look(self, elapsed: float) -> bool:
        """Whether the next look fits; one that does not is thought a little cheaper next time.

        So one hiccup does not rule a look out for ever, and on a slow laptop looks become rare.
        """
        fits = elapsed + self._cost[self._next] <= self._budget
        if not fits:
            self._cost[self._next] *= FORGETTING
        return fits

    def _take_look(self, places: Places) -> list[str]:
        at, begun = self._next, self._timer()
        texts = _look(LIVE[at], places)
        self._cost[at] = self._timer() - begun
        if not _has_badge_code(texts):
            self._next = (at + 1) % len(LIVE)
        return texts


def picture_of(image: Image) -> Picture:
    """A grey image as a picture."""
    return Picture(image.width, image.height, image.width, image.tobytes())


def reduced_to(frame: Picture, width: int) -> Picture:
    """A frame small enough to be shown, about ``width`` pixels wide."""
    return picture_of(_image_of(frame).reduce(max(1, round(frame.width / width))))


def _image_of(picture: Picture | Image) -> Image:
    if isinstance(picture, Picture):
        size = (picture.width, picture.height)
        return Images.frombuffer("L", size, picture.pixels, "raw", "L", picture.stride, 1)
    if picture.mode != "L":
        raise ValueError(f"a picture of mode {picture.mode} is not grey")
    return picture


def _at_first_sight(image: Image, frame: Picture | None = None) -> tuple[list[str], list[Spot]]:
    """The texts that plain zxing-cpp reads, and where it saw a code that it could not read."""
    view = image if frame is None else _view(frame)
    found = zxingcpp.read_barcodes(view, formats=QR_CODES, text_mode=AS_WRITTEN, return_errors=True)
    texts = [code.text for code in found if code.valid]
    return texts, [_middle(code.position) for code in found if not code.valid]


def _view(frame: Picture) -> zxingcpp.ImageView:
    """The frame's own bytes, padding and all: nothing is copied."""
    lum = zxingcpp.ImageFormat.Lum
    # its types know arrays only, but any buffer will do
    pixels: Any = frame.pixels
    return zxingcpp.ImageView(pixels, frame.width, frame.height, lum, frame.stride, 1)


def _middle(position: zxingcpp.Position) -> Spot:
    one, other = position.top_left, position.bottom_right
    return (one.x + other.x) // 2, (one.y + other.y) // 2


def _with_one_threshold(image: Image) -> list[str]:
    """For a code aslant in even light, one border between dark and light serves best."""
    found = zxingcpp.read_barcodes(
        image,
        formats=ORDINARY,
        text_mode=AS_WRITTEN,
        binarizer=zxingcpp.Binarizer.GlobalHistogram,
    )
    return [code.text for code in found]


def _look(look: Look, places: Places) -> list[str]:
    view = look.where(places)
    if view is None:
        return []
    better = look.remedy(view)
    found = zxingcpp.read_barcodes(better, formats=ORDINARY, text_mode=AS_WRITTEN)
    return [code.text for code in found]


def _all_texts(image: Image) -> Iterator[str]:
    texts, noticed = _at_first_sight(image)
    yield from texts
    yield from _with_one_threshold(image)
    places = Places(image, noticed)
    for look in THOROUGH:
        yield from _look(look, places)


def _sizes(image: Image) -> Iterator[Image]:
    """The picture, and half of it, and half of that: there, a code too large is small again."""
    yield image
    smaller = image.reduce(2)
    while max(smaller.size) >= LARGEST // 4:
        yield smaller
        smaller = smaller.reduce(2)


def _has_badge_code(texts: list[str]) -> bool:
    return any(form_of(text) is CodeForm.VALID for text in texts)
