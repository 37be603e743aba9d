"""Where two pictures differ: only there a fade has anything to do."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap, QRegion

TILES = 20
"""As many across as down. Finer ones find a smaller region, but are slower to compare."""


def differing(one: QPixmap, other: QPixmap) -> QRegion:
    """The tiles of which a single pixel is another, for two pictures of one size."""
    first, second = one.toImage(), other.toImage()
    width, height = -(-one.width() // TILES), -(-one.height() // TILES)
    region = QRegion()
    for top in range(0, one.height(), height):
        for left in range(0, one.width(), width):
            tile = QRect(left, top, width, height) & one.rect()
            if first.copy(tile) != second.copy(tile):
                region += tile
    return region
