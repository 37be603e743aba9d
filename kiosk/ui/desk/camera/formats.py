"""Which of a camera's formats reads codes best: much detail, but frames that come quickly."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDEST = 1920
QUICK = 15.0


@dataclass(frozen=True, slots=True)
class Offer:
    """A format: pixels, and frames a second."""

    width: int
    height: int
    rate: float


def best_offer(offers: Sequence[Offer]) -> Offer | None:
    """The most pixels up to 1080 lines at 15 frames a second or more; else the least bad one."""
    if not offers:
        return None
    fitting = [offer for offer in offers if offer.width <= WIDEST and offer.rate >= QUICK]
    if fitting:
        return max(fitting, key=lambda offer: (offer.width * offer.height, offer.rate))
    return min(offers, key=lambda offer: (offer.rate < QUICK, offer.width * offer.height))
