"""How the board of who sits where is spread over pages, and how long each of them stays.

Lengths are units of a screen that is 1080 units high (more when it is upright), as the room's
painter measures them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kiosk.domain.legibility import CAP_HEIGHT, GOOD_ARC_MINUTES, LEAST_ARC_MINUTES, Sight
from kiosk.services.room.board_row import NAME_SIZE, NUMBER_SIZE, ROW, RowSpace
from kiosk.services.room.names import Shape

LINES = 1080.0
NARROWEST = 1280.0
MARGIN = 64.0
TOP = 238.0
UPRIGHT = 116.0
FOOT = 84.0
ROW_GAP = 14.0
COLUMN_GAP = 22.0
NAMED = 470.0
NUMBERED = 300.0
VERY_WIDE = 2400.0
GROWTH = 1.5
"""Few people get larger rows, up to this, where nobody measured the room."""
LARGEST = 5.0
LONG_NAMES = 1.18
"""Letters may grow beyond what the longest names have room for: those few shrink back."""
NARROWED = 0.7
"""On two lines letters are smaller: rows may be so much higher that they are large enough again."""
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
    """The screen in units, and what the board has to hold: people, with names or numbers only.

    ``shape`` says how wide the names are.
    """

    width: float
    height: float
    people: int
    named: bool
    shape: Shape = field(default_factory=Shape)

    @property
    def top(self) -> float:
        """Where the rows begin: an upright screen has the countdown below the title."""
        return TOP + UPRIGHT if self.height > self.width else TOP

    @property
    def size(self) -> float:
        """The font size in the smallest row."""
        return NAME_SIZE if self.named else NUMBER_SIZE


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
class Letters:
    """Capitals as shares of the picture's height: those of most names, and of the longest one.

    Where there are no names they are the figures.
    """

    usual: float
    longest: float


def reading_seconds(rows: int) -> float:
    """How long a page of so many rows needs to stay; see :data:`ROW_SECONDS`."""
    return max(LEAST_PAGE_SECONDS, FINDING_SECONDS + rows * ROW_SECONDS)


def page_needs(layout: BoardLayout, people: int) -> float:
    """How many seconds the fullest page needs."""
    return reading_seconds(min(people, layout.per_page))


@lru_cache(maxsize=64)
def board_layout(space: BoardSpace, seconds: float, sight: Sight | None) -> BoardLayout:
    """Spread people evenly over pages, in letters as large as the farthest seat needs.

    Where nobody measured the room, as few pages as letters of a readable size allow.
    """
    if sight is None:
        return next(_layouts(space, GROWTH))
    wanted = sight.share_for(GOOD_ARC_MINUTES) * space.height / (space.size * CAP_HEIGHT)
    layouts = _layouts(space, min(LARGEST, max(GROWTH, wanted / NARROWED)))
    return max(layouts, key=lambda layout: _worth(space, layout, seconds, sight))


def letters_of(space: BoardSpace, layout: BoardLayout) -> Letters:
    """How large the letters are that will be painted."""
    row = RowSpace(column_width(space, layout), layout.row_height)
    unit = CAP_HEIGHT / space.height
    usual = round(space.size * layout.row_height / ROW)  # the painter's letters are whole pixels
    longest = row.letters(space.shape) if space.named else usual
    return Letters(usual * unit, longest * unit)


def column_width(space: BoardSpace, layout: BoardLayout) -> float:
    """How wide a row is."""
    return (space.width - 2 * MARGIN + COLUMN_GAP) / layout.columns - COLUMN_GAP


def _worth(
    space: BoardSpace, layout: BoardLayout, seconds: float, sight: Sight
) -> tuple[int, float, int]:
    """First who can read it, then how often it is seen, then how large its letters are.

    A board whose longest name can be read too goes before one where that name is too small, and
    a readable one that is seen once before one that is seen twice: somebody in the last row gains
    nothing from seeing twice what can't be read.
    """
    letters = letters_of(space, layout)
    usual, longest = (
        min(GOOD_ARC_MINUTES, sight.arc_minutes(share))
        for share in (letters.usual, letters.longest)
    )
    read = (usual >= LEAST_ARC_MINUTES) + (longest >= LEAST_ARC_MINUTES)
    needed = layout.pages * page_needs(layout, space.people)
    twice = layout.pages == 1 or seconds >= ENOUGH * needed
    if twice:
        return 2 * read + 1, round(longest if read != 1 else usual, 3), -layout.pages
    if read and seconds >= needed:
        return 2 * read, -layout.pages, 0
    return 0, -layout.pages, 0


def _layouts(space: BoardSpace, most: float) -> Iterator[BoardLayout]:
    """Every way to fill the screen with rows of ``most`` times the smallest height at most.

    The one with the most rows and columns comes first.
    """
    width = space.width - 2 * MARGIN + COLUMN_GAP
    height = space.height - space.top - FOOT + ROW_GAP
    least = NAMED if space.named else NUMBERED
    allowed = (3 if space.named else 4) + (space.width >= VERY_WIDE)
    for columns in range(max(1, min(allowed, int(width / (least + COLUMN_GAP)))), 0, -1):
        widest = LONG_NAMES * (width / columns - COLUMN_GAP) / least
        for fitting in range(max(1, int(height / (ROW + ROW_GAP))), 0, -1):
            pages = max(1, -(-space.people // (columns * fitting)))
            rows = max(1, -(-space.people // (columns * pages)))
            high = min(most * ROW, widest * ROW, height / rows - ROW_GAP)
            yield BoardLayout(columns, rows, pages, high)
