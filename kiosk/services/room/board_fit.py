"""What a board comes to in a room: whether everyone can read it, and sees their page."""

from dataclasses import dataclass

from kiosk.domain.legibility import LEAST_ARC_MINUTES, Sight
from kiosk.services.room.board import BoardLayout, BoardSpace, board_layout, letters_of, page_needs


@dataclass(frozen=True, slots=True)
class BoardFit:
    """What the organisers need to know.

    Letters are capitals of the names, or the figures where there are no names:
    ``letter_millimetres`` those of most names, ``longest_millimetres`` those of the longest one,
    ``arc_minutes`` how large that one is from the farthest seat. They are None in a room that
    nobody measured. ``letters_too_small`` means that they can't be read from there,
    ``pages_do_not_fit`` that the board is not seen once to its end while it is shown.
    """

    pages: int
    seconds_per_page: float
    seconds_for_all: float
    pages_do_not_fit: bool
    letter_millimetres: float | None = None
    longest_millimetres: float | None = None
    arc_minutes: float | None = None

    @property
    def letters_too_small(self) -> bool:
        """Whether the longest name can't be read from the farthest seat."""
        return self.arc_minutes is not None and self.arc_minutes < LEAST_ARC_MINUTES

    @property
    def is_well(self) -> bool:
        """Nothing is known that would keep somebody from finding a table."""
        return not (self.letters_too_small or self.pages_do_not_fit)


def page_seconds(layout: BoardLayout, people: int, seconds: float) -> float:
    """How long each page stays while a board is shown for ``seconds``.

    As often as it can be seen whole, and no page is cut off at the end: what time is left over
    goes to all pages alike.
    """
    needed = page_needs(layout, people)
    rounds = int(seconds // (layout.pages * needed))
    return seconds / (layout.pages * rounds) if rounds else needed


def board_fit(space: BoardSpace, seconds: float, sight: Sight | None) -> BoardFit:
    """What a board that is shown for ``seconds`` comes to."""
    layout = board_layout(space, seconds, sight)
    stays = page_seconds(layout, space.people, seconds)
    letters = letters_of(space, layout)
    high = sight.picture_millimetres if sight else None
    return BoardFit(
        pages=layout.pages,
        seconds_per_page=stays,
        seconds_for_all=stays * layout.pages,
        pages_do_not_fit=layout.pages > 1 and stays * layout.pages > seconds + 1e-6,
        letter_millimetres=high and letters.usual * high,
        longest_millimetres=high and letters.longest * high,
        arc_minutes=sight.arc_minutes(letters.longest) if sight else None,
    )
