"""What goes into the decoder and what comes out: a grey picture, and the texts found in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.codes import CodeForm, form_of


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey values of 8 bits, row by row from the top.

    ``stride`` is how many bytes lie between the beginnings of two rows: a camera pads its rows,
    so its luminance plane is a picture as it comes. What follows the last row is ignored.
    """

    width: int
    height: int
    stride: int
    pixels: bytes

    def __post_init__(self) -> None:
        """Refuse what would read beyond its bytes; the libraries below do not all look."""
        needed = self.stride * (self.height - 1) + self.width
        if min(self.width, self.height) < 1 or self.stride < self.width:
            raise ValueError(f"{self.width} by {self.height}, {self.stride} bytes a row")
        if len(self.pixels) < needed:
            raise ValueError(f"{len(self.pixels)} bytes for a picture of {needed}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a QR code, and whether it is a badge code whose check letters fit."""

    text: str
    is_badge_code: bool


def decoded(texts: Iterable[str]) -> tuple[Decoded, ...]:
    """Each text once, in the order in which they were found."""
    return tuple(Decoded(text, form_of(text) is CodeForm.VALID) for text in dict.fromkeys(texts))


def every_other(pixels: bytes, width: int, height: int, stride: int, first: int) -> Picture:
    """The grey values of a picture in which grey and colour take turns (YUYV, UYVY).

    ``first`` is the byte of the first grey value, 0 or 1. An even ``stride`` keeps the rows in
    step.

    Raises:
        ValueError: the rows are not in step, or there are fewer bytes than the picture has.
    """
    if stride % 2:
        raise ValueError(f"rows of {stride} bytes")
    return Picture(width, height, stride // 2, pixels[first::2])
