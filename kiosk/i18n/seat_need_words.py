"""What a place must offer, in words: the same at the desk, on its card and in the history."""

from collections.abc import Iterable

from kiosk.domain.people import SeatNeed
from kiosk.i18n import N_, _

_WORDS = {
    SeatNeed.STEP_FREE: N_("Step-free table"),
    SeatNeed.QUIET: N_("Quiet table"),
}


def seat_need_text(need: SeatNeed) -> str:
    """One need."""
    return _(_WORDS[need])


def seat_needs_text(needs: Iterable[SeatNeed]) -> str:
    """Several needs, parted as other short facts are; nothing for none."""
    return " · ".join(map(seat_need_text, needs))
