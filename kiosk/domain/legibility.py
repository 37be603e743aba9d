"""Whether letters on a screen can be read from the farthest seat.

What counts is the visual angle: how high a capital letter looks from where somebody sits. It
follows from the size of the picture, the share of it that a letter takes, and the distance.
"""

import math
from dataclasses import dataclass

LEAST_ARC_MINUTES = 16.0
GOOD_ARC_MINUTES = 20.0
"""ISO 9241-303:2011, 5.5: a capital letter is 16' high at least, and 20' to 22' are preferred."""
CAP_HEIGHT = 0.668
"""A capital letter's share of the font size: Atkinson Hyperlegible Next has 668 of 1000 units."""
MILLIMETRES_PER_INCH = 25.4
_ARC_MINUTE = math.radians(1 / 60)


@dataclass(frozen=True, slots=True)
class Sight:
    """A picture as it is seen from the farthest seat.

    ``inches`` is its diagonal, ``metres`` the distance, ``aspect`` its width divided by its
    height. Somebody who sits to the side sees letters narrower, but as high.
    """

    inches: float
    metres: float
    aspect: float

    @property
    def picture_millimetres(self) -> float:
        """How high the picture is."""
        return self.inches * MILLIMETRES_PER_INCH / math.hypot(1, self.aspect)

    def arc_minutes(self, share: float) -> float:
        """The visual angle of something that takes this share of the picture's height."""
        return arc_minutes(share * self.picture_millimetres, self.metres)

    def share_for(self, minutes: float) -> float:
        """The share of the picture's height that has this visual angle."""
        return _millimetres_for(minutes, self.metres) / self.picture_millimetres


def sight_of(inches: float | None, metres: float | None, aspect: float) -> Sight | None:
    """What the organisers measured, on a picture of this shape; None while they have not."""
    if not inches or not metres or inches < 0 or metres < 0:
        return None
    return Sight(inches, metres, aspect)


def arc_minutes(millimetres: float, metres: float) -> float:
    """The visual angle of a height at a distance: twice the angle of its half."""
    return 2 * math.atan(millimetres / (2000 * metres)) / _ARC_MINUTE


def readable_metres(millimetres: float, minutes: float = LEAST_ARC_MINUTES) -> float:
    """The distance at which letters of this height still have this visual angle."""
    return millimetres / (2000 * math.tan(minutes * _ARC_MINUTE / 2))


def _millimetres_for(minutes: float, metres: float) -> float:
    return 2000 * metres * math.tan(minutes * _ARC_MINUTE / 2)
