"""Which screens show the room, and which one the staff works on: rules in plain Python."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

UNNAMED = "?"


@dataclass(frozen=True, slots=True, order=True)
class Make:
    """What a screen says of itself. Two beamers of one type may differ in nothing but ``serial``.

    Each part may be empty: it comes from the screen's own memory, and some have none.
    """

    name: str
    manufacturer: str = ""
    model: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True)
class Display:
    """A screen that is plugged in. ``corner`` is where its picture begins on the desktop."""

    name: str
    corner: tuple[int, int] = (0, 0)


class ScreenUse(Enum):
    """What a screen is used for."""

    STAFF = "staff"
    ROOM = "room"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ScreenState:
    """A screen as people see it: ``number`` counts from 1, in the order of the system."""

    number: int
    name: str
    use: ScreenUse


class ScreenNames:
    """Gives each screen a name of its own, and the same again when it comes back.

    The first of two that are called the same has its plain name, however often it is unplugged.
    """

    def __init__(self) -> None:
        self._given: dict[Make, list[str]] = {}

    def name(self, make: Make, taken: Collection[str]) -> str:
        """The name of a screen that was plugged in beside those called ``taken``."""
        own = self._given.setdefault(make, [])
        known = next((name for name in own if name not in taken), None)
        if known is None:
            known = self._free(make.name or make.model or UNNAMED, taken)
            own.append(known)
        return known

    def _free(self, name: str, taken: Collection[str]) -> str:
        used = {each for names in self._given.values() for each in names}.union(taken)
        numbered = (f"{name} ({number})" for number in range(2, len(used) + 3))
        return next(each for each in (name, *numbered) if each not in used)


def room_screens(
    displays: Sequence[Display],
    staff: str,
    unused: Collection[str] = (),
    showing: Sequence[str] = (),
) -> tuple[str, ...]:
    """The names of the screens to fill with the room, the main one first; none: it is a window.

    Every screen but the staff's, without those in ``unused``. A system that clones the staff's
    screen to a beamer may tell of two screens in one place: what fills one hides the other, so
    each place is filled once, and the staff's never. Screens in ``showing`` come first, in that
    order, so that a room that is seen stays where it is.
    """
    filled = {display.corner for display in displays if display.name == staff}
    chosen: list[str] = []
    for display in sorted(displays, key=lambda each: _rank(each.name, showing)):
        is_free = display.name != staff and display.corner not in filled
        if is_free and display.name not in unused:
            filled.add(display.corner)
            chosen.append(display.name)
    return tuple(chosen)


def _rank(name: str, showing: Sequence[str]) -> int:
    return showing.index(name) if name in showing else len(showing)


def screen_states(
    displays: Sequence[Display], staff: str, filled: Collection[str]
) -> tuple[ScreenState, ...]:
    """What each screen is used for; one that shows the same as another is used for the same."""
    corners = {display.name: display.corner for display in displays}
    uses = {corners[name]: ScreenUse.ROOM for name in filled if name in corners}
    if staff in corners:
        uses[corners[staff]] = ScreenUse.STAFF
    return tuple(
        ScreenState(number, display.name, uses.get(display.corner, ScreenUse.NOTHING))
        for number, display in enumerate(displays, start=1)
    )


def staff_home(home: str, actual: str, present: Collection[str], lost: Collection[str]) -> str:
    """The screen that the staff works on by their own choice.

    ``actual`` is where their window is, ``lost`` are the screens that went since it was last seen
    at ``home``. A window that is elsewhere because its screen went, as when a lid is closed, was
    moved by the system and is to go home once its screen is ``present`` again; any other was
    dragged by a person, and home is where it is now.
    """
    was_moved_by_system = home not in present or home in lost
    return home if home and was_moved_by_system else actual
