"""One row of the board: where badge, name and table stand in it, and how large the name gets.

The painter draws by these measures, and the organisers are told by the same ones.
"""

import math
from dataclasses import dataclass

from kiosk.services.room.names import DIGIT, Shape

ROW = 82.0
NAME_SIZE = 40.0
NUMBER_SIZE = 46.0
EDGE = 26.0
GAP = 16.0
TOGETHER = 900.0
"""An eye finds the way along an empty row that is not much wider than this."""
AIR = 8.0
"""Above and below the lines together."""
LEAST_SHRINK = 0.5
"""A name that is longer still ends in an ellipsis."""


@dataclass(frozen=True, slots=True)
class RowSpace:
    """A row so wide and so high."""

    width: float
    height: float

    @property
    def grown(self) -> float:
        """How much larger than the smallest row it is."""
        return self.height / ROW

    @property
    def size(self) -> float:
        """The font size of names that are short enough."""
        return NAME_SIZE * self.grown

    @property
    def gap(self) -> float:
        """Between the name and the table number."""
        return GAP * self.grown

    def badge_width(self, shape: Shape) -> float:
        """The column of badge numbers, before the names."""
        return max(74 * self.grown, shape.badge * DIGIT * self.size + 24)

    def chip_width(self, digits: int, size: float) -> float:
        """The coloured ground of a table number."""
        return max(58 * self.grown, digits * DIGIT * size + 40 * self.grown)

    def name_width(self, shape: Shape) -> float:
        """What is left for the name."""
        chip = self.chip_width(shape.table, self.size)
        return self.width - 2 * EDGE - self.badge_width(shape) - chip - self.gap

    def used_width(self, shape: Shape) -> float:
        """Where the table number ends: in a wide row not at its end, but not far from the names."""
        chip = self.chip_width(shape.table, self.size)
        needed = 2 * EDGE + self.badge_width(shape) + shape.one * self.size + self.gap + chip
        return min(self.width, max(TOGETHER, needed))

    def line_size(self, leading: float, lines: int = 2) -> float:
        """The largest font of which two lines fit in the row, or three."""
        return (self.height - AIR) / (lines * leading)

    def letters(self, shape: Shape) -> int:
        """The font size of the widest name: shrunk on one line, or broken over two."""
        if not shape.one:
            return round(self.size)
        room = max(0.0, self.name_width(shape))
        whole = max(room / shape.one, min(self.line_size(shape.leading), room / shape.two))
        if whole >= self.size:
            return round(self.size)
        return math.floor(max(whole, self.size * LEAST_SHRINK))
