"""What an organiser can do when a board can't be read from everywhere, or not to its end."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from kiosk.domain.event import PublicNames
from kiosk.domain.legibility import CAP_HEIGHT, Sight, readable_metres
from kiosk.domain.people import Standing
from kiosk.domain.programme import PhaseKind, rounds_of, taking_place
from kiosk.services.ports import UnitOfWork
from kiosk.services.room.board import LINES, NARROWEST, BoardSpace
from kiosk.services.room.board_fit import BoardFit, board_fit
from kiosk.services.room.names import Shape, shape_of
from kiosk.services.room.view import BOARD_UNPLANNED

WIDE = 16 / 9
LARGER = 1.1
LARGEST_INCHES = 400.0
LONGER = 30.0
LONGEST_SECONDS = 300.0
ROUND_INCHES = 5


@dataclass(frozen=True, slots=True)
class BoardNeeds:
    """What the board will have to hold: people, by name or number, and the shortest changeover.

    ``shape`` says how wide their names are.
    """

    people: int
    named: bool
    seconds: float
    shape: Shape = field(default_factory=Shape)


@dataclass(frozen=True, slots=True)
class BoardAdvice:
    """Each of these alone is enough; None and False where it is not, or goes too far.

    ``inches`` is a larger picture, ``seconds`` a longer changeover.
    """

    numbers_only: bool = False
    inches: int | None = None
    seconds: int | None = None


def board_needs(unit: UnitOfWork) -> BoardNeeds:
    """Everyone who is expected, and the changeover in which they must find their tables."""
    with unit.reading():
        event, phases = unit.events.get(), taking_place(unit.programme.phases())
        people = [p for p in unit.people.all() if p.standing is not Standing.CANCELLED]
    changeovers = [p.seconds for p in phases if p.kind is PhaseKind.CHANGEOVER]
    named = event.public_names is not PublicNames.BADGE_NUMBER
    names = [(p.badge_number, p.public_name if named else "") for p in people]
    return BoardNeeds(
        people=len(people),
        named=named,
        seconds=min(changeovers, default=BOARD_UNPLANNED) if rounds_of(phases) else 0.0,
        shape=shape_of(names, (event.table_count,)),
    )


def planned_fit(needs: BoardNeeds, sight: Sight | None, aspect: float = WIDE) -> BoardFit:
    """What the board will come to on a screen, of this shape where nobody measured it."""
    shape = sight.aspect if sight else aspect
    return board_fit(_space(needs, shape), needs.seconds, sight)


def text_metres(size: float, sight: Sight) -> float:
    """Up to which distance text of a font size, in units of the screen, can be read."""
    high = size * CAP_HEIGHT / _units(sight.aspect)[1] * sight.picture_millimetres
    return readable_metres(high)


def board_advice(needs: BoardNeeds, sight: Sight | None, aspect: float = WIDE) -> BoardAdvice:
    """What would help, found by trying it."""

    def helps(tried: BoardNeeds) -> bool:
        return planned_fit(tried, sight, aspect).is_well

    longer = (s for s in _longer(needs.seconds) if helps(replace(needs, seconds=s)))
    return BoardAdvice(
        numbers_only=needs.named and helps(replace(needs, named=False)),
        inches=_inches(needs, sight) if sight else None,
        seconds=next((round(seconds) for seconds in longer), None),
    )


def _inches(needs: BoardNeeds, sight: Sight) -> int | None:
    """A picture that would be large enough."""
    steps = (sight.inches * LARGER**step for step in range(1, 50))
    for inches in takewhile(lambda tried: tried <= LARGEST_INCHES, steps):
        if planned_fit(needs, replace(sight, inches=inches)).is_well:
            return -(-round(inches) // ROUND_INCHES) * ROUND_INCHES
    return None


def _longer(seconds: float) -> Iterator[float]:
    """Whole half minutes."""
    first = int(seconds // LONGER + 1)
    return (step * LONGER for step in range(first, int(LONGEST_SECONDS / LONGER) + 1))


def _space(needs: BoardNeeds, aspect: float) -> BoardSpace:
    width, height = _units(aspect)
    return BoardSpace(width, height, needs.people, needs.named, needs.shape)


def _units(aspect: float) -> tuple[float, float]:
    """The room's units: the height decides, on an upright screen the width (see ``Frame``)."""
    if aspect * LINES < NARROWEST:
        return NARROWEST, NARROWEST / aspect
    return LINES * aspect, LINES
