"""What an organiser can do when a board can't be read from everywhere, or not to its end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from kiosk.domain.event import PublicNames
from kiosk.domain.legibility import Sight
from kiosk.domain.people import Standing
from kiosk.domain.programme import PhaseKind, rounds_of, taking_place
from kiosk.services.ports import UnitOfWork
from kiosk.services.room.board import LINES, NARROWEST, BoardFit, BoardSpace, board_fit
from kiosk.services.room.view import BOARD_UNPLANNED

LARGER = 1.1
LARGEST_INCHES = 400.0
LONGER = 30.0
LONGEST_SECONDS = 300.0
ROUND_INCHES = 5


@dataclass(frozen=True, slots=True)
class BoardNeeds:
    """What the board will have to hold: people, by name or number, and the shortest changeover."""

    people: int
    named: bool
    seconds: float


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
        people = unit.people.all()
    changeovers = [p.seconds for p in phases if p.kind is PhaseKind.CHANGEOVER]
    return BoardNeeds(
        people=sum(person.standing is not Standing.CANCELLED for person in people),
        named=event.public_names is not PublicNames.BADGE_NUMBER,
        seconds=min(changeovers, default=BOARD_UNPLANNED) if rounds_of(phases) else 0.0,
    )


def planned_fit(needs: BoardNeeds, sight: Sight) -> BoardFit:
    """What the board will come to on a screen."""
    return board_fit(_space(needs, sight), needs.seconds, sight)


def board_advice(needs: BoardNeeds, sight: Sight) -> BoardAdvice:
    """What would help, found by trying it."""
    numbers = replace(needs, named=False)
    return BoardAdvice(
        numbers_only=needs.named and _is_well(numbers, sight),
        inches=next(
            (
                -(-round(inches) // ROUND_INCHES) * ROUND_INCHES
                for inches in _larger(sight.inches)
                if _is_well(needs, replace(sight, inches=inches))
            ),
            None,
        ),
        seconds=next(
            (
                round(seconds)
                for seconds in _longer(needs.seconds)
                if _is_well(replace(needs, seconds=seconds), sight)
            ),
            None,
        ),
    )


def _is_well(needs: BoardNeeds, sight: Sight) -> bool:
    fit = planned_fit(needs, sight)
    return not (fit.letters_too_small or fit.pages_do_not_fit)


def _larger(inches: float) -> Iterator[float]:
    steps = (inches * LARGER**step for step in range(1, 50))
    return takewhile(lambda tried: tried <= LARGEST_INCHES, steps)


def _longer(seconds: float) -> Iterator[float]:
    """Whole half minutes."""
    first = int(seconds // LONGER + 1)
    return (step * LONGER for step in range(first, int(LONGEST_SECONDS / LONGER) + 1))


def _space(needs: BoardNeeds, sight: Sight) -> BoardSpace:
    """The room's units: the height decides, on an upright screen the width (see ``Frame``)."""
    width, height = LINES * sight.aspect, LINES
    if width < NARROWEST:
        width, height = NARROWEST, NARROWEST / sight.aspect
    return BoardSpace(width, height, needs.people, needs.named)
