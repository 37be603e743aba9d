"""What the plan page shows, as values."""

from dataclasses import dataclass

from kiosk.services.seating import CellKind


@dataclass(frozen=True, slots=True)
class CellFace:
    """One person in one round: the short text in the cell, and the whole of it in words."""

    kind: CellKind
    text: str
    spoken: str
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class RowFace:
    """One candidate through all rounds."""

    badge: str
    name: str
    cells: tuple[CellFace, ...]


@dataclass(frozen=True, slots=True)
class GridFace:
    """The whole grid, with a heading for each round."""

    rounds: tuple[str, ...]
    rows: tuple[RowFace, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A fact: what it is, and its value."""

    label: str
    value: str
    tone: str = "ink"


@dataclass(frozen=True, slots=True)
class PlanFace:
    """The whole page. ``grid`` is None while there is no plan; ``empty`` then says why."""

    grid: GridFace | None
    empty: str
    figure: str
    figure_caption: str
    facts: tuple[Line, ...]
    options: tuple[Line, ...]
    make_text: str
    can_make: bool
    can_print: bool
