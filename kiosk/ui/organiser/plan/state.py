"""What the plan page shows, as values."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kiosk.domain.people import WishKind
from kiosk.domain.plan import PlanMethod, RoundStanding, RuleCode
from kiosk.services.ports import SeatOf
from kiosk.services.seating import CellKind


@dataclass(frozen=True, slots=True)
class Line:
    """A fact: what it is, and its value."""

    label: str
    value: str
    tone: str = "ink"


class Drawer(StrEnum):
    """A list that can be opened below the grid."""

    UNMET = "unmet"
    VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class CellFace:
    """One person in one round: the short text in the cell, and what is told of it in words.

    ``strength`` is how much it was wished for, 0 to 5; ``broken`` is the rule that it breaks now.
    Whose cell it is, in which round, with whom, is needed only when somebody asks for the words.
    """

    kind: CellKind
    text: str
    strength: int = 0
    must: bool = False
    locked: bool = False
    broken: RuleCode | None = None
    name: str = ""
    round_number: int = 0
    employer: str = ""
    table: int | None = None


@dataclass(frozen=True, slots=True)
class RowFace:
    """One candidate through all rounds."""

    candidate_id: UUID
    badge: str
    name: str
    cells: tuple[CellFace, ...]


@dataclass(frozen=True, slots=True)
class RoundFace:
    """The heading of a round."""

    number: int
    text: str
    spoken: str
    standing: RoundStanding


@dataclass(frozen=True, slots=True)
class GridFace:
    """The whole grid, with a heading for each round."""

    rounds: tuple[RoundFace, ...]
    rows: tuple[RowFace, ...]

    def seat(self, row: int, column: int) -> SeatOf:
        """Whose place it is, in which round."""
        return self.rows[row].candidate_id, self.rounds[column].number


@dataclass(frozen=True, slots=True)
class QualityFace:
    """How good the plan is. ``standing`` says whether it is in force."""

    figure: str
    caption: str
    standing: str
    is_draft: bool
    wishes: Line
    facts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OptionsFace:
    """What a plan is made from, and the buttons.

    While one is being made, ``working`` says how far it is, with ``done`` of ``steps`` behind it.
    """

    facts: tuple[Line, ...]
    methods: tuple[tuple[PlanMethod, str], ...]
    method: PlanMethod
    comparison: str
    make_text: str
    publish_text: str
    can_make: bool
    can_publish: bool
    can_print: bool
    has_draft: bool
    working: str = ""
    done: int = 0
    steps: int = 1


@dataclass(frozen=True, slots=True)
class DemandsFace:
    """Demands that clash, or that a plan was made without. ``can_go_on`` offers to do without."""

    text: str
    can_go_on: bool


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of a list below the grid.

    Choosing it leads to the ``person``'s row, or takes an earlier ``version`` up again.
    """

    text: str
    detail: str
    marked: bool = False
    person: UUID | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ListFace:
    """The list below the grid."""

    kind: Drawer
    title: str
    empty: str
    lines: tuple[ListLine, ...]


@dataclass(frozen=True, slots=True)
class PlanFace:
    """The whole page. ``grid`` is None while there is no plan; ``empty`` then says why."""

    grid: GridFace | None
    empty: str
    quality: QualityFace | None
    options: OptionsFace
    demands: DemandsFace | None = None
    drawer: ListFace | None = None
    versions_text: str = ""


@dataclass(frozen=True, slots=True)
class HandFace:
    """Changing by hand: what was picked up, what it would cost, and what can be undone."""

    held: SeatOf | None
    line: str
    tone: str = "muted"
    undo_text: str = ""
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class PlaceOption:
    """An employer for a place, or rest; ``note`` is what it gains, or why it can't be."""

    employer_id: UUID | None
    text: str
    note: str
    is_legal: bool
    is_current: bool = False
    asked: frozenset[WishKind] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceFace:
    """The list of employers for one place."""

    seat: SeatOf
    title: str
    options: tuple[PlaceOption, ...]
    lock_text: str
    can_lock: bool
