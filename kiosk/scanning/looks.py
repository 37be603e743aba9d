"""The further looks at a picture in which nothing was found at first sight: where, and how.

In the order of what helped most on the frames of ``benchmarks/test_decode.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PIL.Image import Image

from kiosk.scanning import remedies
from kiosk.scanning.places import Places


@dataclass(frozen=True, slots=True)
class Look:
    """One further look: a view of the picture and what is done to it before it is read."""

    where: Callable[[Places], Image | None]
    remedy: Callable[[Image], Image]


def _near(rank: int) -> Callable[[Places], Image | None]:
    return lambda places: places.near(rank)


def _far(rank: int) -> Callable[[Places], Image | None]:
    return lambda places: places.far(rank)


def _overview(places: Places) -> Image:
    return places.overview


_DEBLURRED = {radius: partial(remedies.deblurred, radius=radius) for radius in (2, 3, 4)}
_DOUBLED = partial(remedies.enlarged, times=2)
_TRIPLED = partial(remedies.enlarged, times=3)
_REMEDIES: tuple[Callable[[Image], Image], ...] = (
    remedies.flattened,
    remedies.crisp,
    *_DEBLURRED.values(),
    _DOUBLED,
    remedies.narrowed,
    remedies.flatter,
)
_LIKELIEST, _SECOND = _near(0), _near(1)

LIVE = (
    Look(_LIKELIEST, remedies.flattened),
    Look(_LIKELIEST, remedies.crisp),
    Look(_far(0), _TRIPLED),
    Look(_overview, remedies.crisp),
    Look(_LIKELIEST, _DEBLURRED[4]),
    Look(_overview, _DEBLURRED[2]),
    Look(_LIKELIEST, remedies.narrowed),
    Look(_LIKELIEST, _DEBLURRED[2]),
    Look(_far(1), _TRIPLED),
    Look(_LIKELIEST, _DOUBLED),
    Look(_LIKELIEST, remedies.flatter),
    Look(_SECOND, remedies.flattened),
    Look(_SECOND, remedies.crisp),
    Look(_overview, _DEBLURRED[3]),
    Look(_far(2), _TRIPLED),
    Look(_LIKELIEST, _DEBLURRED[3]),
    Look(_SECOND, _DEBLURRED[4]),
    Look(_far(3), _TRIPLED),
    Look(_SECOND, _DOUBLED),
    Look(_SECOND, _DEBLURRED[2]),
    Look(_overview, _DEBLURRED[4]),
)
"""What a camera's frames get, a few looks each."""

THOROUGH = (
    *LIVE,
    *(Look(_near(rank), remedy) for rank in (1, 2, 3) for remedy in _REMEDIES),
    *(Look(_far(rank), _TRIPLED) for rank in (4, 5)),
    *(Look(_overview, remedy) for remedy in (remedies.flattened, _DOUBLED, remedies.framed)),
)
"""What a picture from a file gets: all of it."""
