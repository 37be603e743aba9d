"""The words of the board: what to do, when the round starts, and what its columns are."""

from collections.abc import Sequence

from kiosk.domain.people import badge_label
from kiosk.domain.programme import PhaseKind
from kiosk.i18n import _
from kiosk.services.room import BoardRow, RoomScene


def board_title(scene: RoomScene) -> str:
    """Move on, or find the first table."""
    if scene.kind in (PhaseKind.CHANGEOVER, PhaseKind.ROUND):
        return _("Change tables")
    return _("Find your table")


def board_countdown(scene: RoomScene) -> str:
    """The words before the seconds on the board."""
    text = _("Round {number} starts soon") if scene.is_over else _("Round {number} starts in")
    return text.format(number=scene.round_number)


def board_legend(scene: RoomScene) -> str:
    """What the columns are."""
    if scene.board and not scene.board[0].name:
        return _("Badge · table")
    return _("Badge · name · table")


def badge_span(rows: Sequence[BoardRow]) -> str:
    """The badge numbers of a page, first to last."""
    if not rows:
        return ""
    first, last = badge_label(rows[0].badge_number), badge_label(rows[-1].badge_number)
    return first if first == last else f"{first}\u2013{last}"


def page_of(page: int, count: int) -> str:
    """Which page of the board this is."""
    return _("Page {number} of {count}").format(number=page + 1, count=count)
