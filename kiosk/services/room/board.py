"""How the board of who sits where is spread over pages, and whether everyone can read it.

Lengths are units of a screen that is 1080 units high (more when it is upright), as the room's
painter measures them.
"""

from dataclasses import dataclass
from functools import lru_cache

from kiosk.domain.legibility import CAP_HEIGHT, GOOD_ARC_MINUTES, LEAST_ARC_MINUTES, Sight

LINES = 1080.0
NARROWEST = 1280.0
MARGIN = 64.0
TOP = 238.0
UPRIGHT = 116.0
FOOT = 84.0
ROW = 82.0
ROW_GAP = 14.0
COLUMN_GAP = 22.0
NAMED = 470.0
NUMBERED = 300.0
NAME_SIZE = 40.0
NUMBER_SIZE = 46.0
VERY_WIDE = 2400.0
GROWTH = 1.5
"""Few people get larger rows, up to this, where nobody measured the room."""
LARGEST = 5.0
LONG_NAMES = 1.18
"""Letters may grow beyond what the longest names have room for: those few shrink back."""
STEP = 0.05
ENOUGH = 2.0
"""A board is seen twice, if it can be: who was looking for a coat finds the table after all."""

LEAST_PAGE_SECONDS = 6.0
FINDING_SECONDS = 5.0
ROW_SECONDS = 0.14
"""How long a page stays: our choice, on the safe side of what is known.

In visual search the eye rests 275 milliseconds at each place (K. Rayner, Psychological Bulletin
124, 1998). Rows are in order of badge number, so a glance at every second row is enough: 0.14
seconds a row. Two seconds to look up and see that the page has turned, three to read one's own
row twice.
"""


@dataclass(frozen=True, slots=True)
class BoardSpace:
    """The screen in units, and what the board has to hold: people, with names or numbers only."""

    width: float
    height: float
    people: int
    named: bool

    @property
    def top(self) -> float:
        """Where the rows begin: an upright screen has the countdown below the title."""
        return TOP + UPRIGHT if self.height > self.width else TOP


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """Columns, rows on each page and pages for a number of people on a screen."""

    columns: int
    rows: int
    pages: int
    row_height: float

    @property
    def per_page(self) -> int:
        """How many people a page shows."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class BoardFit:
    """What a board comes to in a room.

    Letters are capitals of the names, or the figures where there are no names;
    ``letters_too_small`` means that the farthest seat can't read them, ``pages_do_not_fit`` that
    the board is not seen once to its end while it is shown.
    """

    letter_millimetres: float
    arc_minutes: float
    pages: int
    seconds_per_page: float
    seconds_for_all: float
    letters_too_small: bool
    pages_do_not_fit: bool


def reading_seconds(rows: int) -> float:
    """How long a page of so many rows needs to stay; see :data:`ROW_SECONDS`."""
    return max(LEAST_PAGE_SECONDS, FINDING_SECONDS + rows * ROW_SECONDS)


def page_seconds(layout: BoardLayout, people: int, seconds: float) -> float:
    """How long each page stays while a board is shown for ``seconds``.

    As often as it can be seen whole, and no page is cut off at the end: what time is left over
    goes to all pages alike.
    """
    needed = reading_seconds(min(people, layout.per_page))
    rounds = int(seconds // (layout.pages * needed))
    return seconds / (layout.pages * rounds) if rounds else needed


def board_fit(space: BoardSpace, seconds: float, sight: Sight) -> BoardFit:
    """What the organisers need to know about a board that is shown for ``seconds``."""
    layout = board_layout(space, seconds, sight)
    share = _letter_share(space, layout)
    stays = page_seconds(layout, space.people, seconds)
    arc = sight.arc_minutes(share)
    return BoardFit(
        letter_millimetres=share * sight.picture_millimetres,
        arc_minutes=arc,
        pages=layout.pages,
        seconds_per_page=stays,
        seconds_for_all=stays * layout.pages,
        letters_too_small=arc < LEAST_ARC_MINUTES,
        pages_do_not_fit=layout.pages > 1 and stays * layout.pages > seconds + 1e-6,
    )


@lru_cache(maxsize=64)
def board_layout(space: BoardSpace, seconds: float, sight: Sight | None) -> BoardLayout:
    """Spread people evenly over pages, in letters as large as the farthest seat needs.

    Where nobody measured the room, as few pages as letters of a readable size allow.
    """
    if sight is None:
        return _spread(space, 1.0, GROWTH)
    wanted = sight.share_for(GOOD_ARC_MINUTES) * space.height / (_size(space) * CAP_HEIGHT)
    wanted = min(LARGEST, max(1.0, wanted))
    steps = [1 + STEP * step for step in range(int((wanted - 1) / STEP) + 1)]
    tried = [_spread(space, grown, max(GROWTH, wanted)) for grown in [*steps, wanted]]
    return max(tried, key=lambda layout: _worth(space, layout, seconds, sight))


def _worth(
    space: BoardSpace, layout: BoardLayout, seconds: float, sight: Sight
) -> tuple[int, float, int]:
    """Readable and seen twice; else readable and seen once; else seen twice, or at least once.

    Somebody in the last row gains nothing from seeing twice what can't be read.
    """
    arc = min(GOOD_ARC_MINUTES, sight.arc_minutes(_letter_share(space, layout)))
    needed = reading_seconds(min(space.people, layout.per_page))
    seen = seconds / (layout.pages * needed) if layout.pages > 1 else ENOUGH
    if seen >= ENOUGH:
        return (3 if arc >= LEAST_ARC_MINUTES else 1), round(arc, 3), -layout.pages
    if seen >= 1 and arc >= LEAST_ARC_MINUTES:
        return 2, -layout.pages, 0
    return 0, -layout.pages, 0


def _spread(space: BoardSpace, grown: float, most: float) -> BoardLayout:
    """Rows at least ``grown`` times as large as the smallest, at most ``most`` times."""
    width = space.width - 2 * MARGIN + COLUMN_GAP
    height = space.height - space.top - FOOT + ROW_GAP
    least = NAMED if space.named else NUMBERED
    allowed = (3 if space.named else 4) + (space.width >= VERY_WIDE)
    columns = max(1, min(allowed, int(width / (least * grown + COLUMN_GAP))))
    fitting = max(1, int(height / (ROW * grown + ROW_GAP)))
    pages = max(1, -(-space.people // (columns * fitting)))
    rows = max(1, -(-space.people // (columns * pages)))
    widest = (width / columns - COLUMN_GAP) / least
    return BoardLayout(
        columns, rows, pages, min(min(most, widest * LONG_NAMES) * ROW, height / rows - ROW_GAP)
    )


def _letter_share(space: BoardSpace, layout: BoardLayout) -> float:
    """How much of the picture's height a capital takes."""
    return _size(space) * layout.row_height / ROW * CAP_HEIGHT / space.height


def _size(space: BoardSpace) -> float:
    return NAME_SIZE if space.named else NUMBER_SIZE
