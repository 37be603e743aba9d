"""Where in a picture a code may be: a second look at a small part costs little.

A QR code is the busiest thing in most pictures, sharp or not. So the spots are where the grey
values differ most from their surroundings, found in a copy of a quarter of the size. The coarse
search averages over an area like a badge held up to the camera; the fine one over an area like a
code at the far end of the table.
"""

from collections.abc import Sequence
from functools import cached_property

from PIL import ImageChops, ImageFilter
from PIL.Image import Image

Spot = tuple[int, int]
OVERVIEW = 480
"""Pixels of the longer side in the copy that is searched: a quarter of a frame of 1080 lines."""
NEAR_SIDE, FAR_SIDE = 400, 128
"""Sides of the squares that are cut out around a spot, in pixels of the picture."""
FLATTEST = 2
"""Busy areas differ from their surroundings by more than this on average, in grey values."""


class Places:
    """The views of one picture that are worth a closer look; each is made when first wanted."""

    def __init__(self, picture: Image, noticed: Sequence[Spot] = ()) -> None:
        """``noticed`` are the middles of codes that were seen but could not be read."""
        self._picture = picture
        self._noticed = tuple(noticed)

    @cached_property
    def overview(self) -> Image:
        """The whole picture, small."""
        return self._picture.reduce(self._shrink)

    def near(self, rank: int) -> Image | None:
        """The surroundings of the likeliest spot, the second likeliest, and so on."""
        return self._cut(self._noticed + self._near_spots, rank, NEAR_SIDE)

    def far(self, rank: int) -> Image | None:
        """The same for codes so small that they need to be enlarged."""
        return self._cut(self._far_spots, rank, FAR_SIDE)

    @cached_property
    def _shrink(self) -> int:
        return max(1, round(max(self._picture.size) / OVERVIEW))

    @cached_property
    def _near_spots(self) -> tuple[Spot, ...]:
        return self._busiest(detail=3, area=10, apart=40, most=4)

    @cached_property
    def _far_spots(self) -> tuple[Spot, ...]:
        return self._busiest(detail=1, area=4, apart=8, most=6)

    def _busiest(self, detail: int, area: int, apart: int, most: int) -> tuple[Spot, ...]:
        """Busy spots, the busiest first; all measures are radii in the overview."""
        smooth = self.overview.filter(ImageFilter.BoxBlur(detail))
        busy = ImageChops.difference(self.overview, smooth).filter(ImageFilter.BoxBlur(area))
        spots = []
        for _ in range(most):
            peak = int(busy.getextrema()[1])  # type: ignore[arg-type]  # one band has one pair
            if peak <= FLATTEST:
                break
            y, x = divmod(busy.tobytes().index(peak), busy.width)
            spots.append((x * self._shrink, y * self._shrink))
            busy.paste(0, (x - apart, y - apart, x + apart, y + apart))
        return tuple(spots)

    def _cut(self, spots: Sequence[Spot], rank: int, side: int) -> Image | None:
        if rank >= len(spots):
            return None
        width, height = self._picture.size
        x, y = spots[rank]
        left = max(0, min(width - side, x - side // 2))
        top = max(0, min(height - side, y - side // 2))
        return self._picture.crop((left, top, min(width, left + side), min(height, top + side)))
