"""What the programme page shows, as values."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.programme import PhaseKind, PhaseSound


class Mark(StrEnum):
    """Where the day is, seen from a row."""

    COMING = "coming"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


class Side(StrEnum):
    """What stands beside the list."""

    PHASE = "phase"
    INSERT = "insert"
    ROUNDS = "rounds"
    LENGTHS = "lengths"


@dataclass(frozen=True, slots=True)
class RowFace:
    """One phase.

    ``moved`` is when it really began, or is expected to, where that differs; ``is_late`` when that
    is still to come, and later than planned. A ``detail`` that is not needed is left out where
    there is little room. ``spoken`` is all of it in words.
    """

    position: int
    kind: PhaseKind
    mark: Mark
    mark_text: str
    starts: str
    ends: str
    moved: str
    is_late: bool
    title: str
    detail: str
    is_detail_needed: bool
    warning: str
    length: str
    fixed_text: str
    sound: PhaseSound
    sound_text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class PhaseFace:
    """The chosen phase as it can be edited. ``why`` says why something, or all of it, can't be."""

    position: int
    heading: str
    when: str
    why: str
    is_locked: bool
    title: str
    title_hint: str
    length: str
    starts: str
    is_fixed: bool
    sound: PhaseSound
    prompt: str
    skip_text: str
    can_rename: bool
    can_ask: bool
    can_be_fixed: bool
    begins_the_day: bool
    can_go_earlier: bool
    can_go_later: bool
    can_skip: bool
    can_remove: bool


@dataclass(frozen=True, slots=True)
class TotalsFace:
    """Rounds, begin, end and length; on the day also the pace, with its tone, and the end."""

    text: str
    pace: str = ""
    tone: str = "ok"
    ends: str = ""


@dataclass(frozen=True, slots=True)
class AddingFace:
    """After what something is put in, and lengths to begin with."""

    after: str
    round_length: str
    changeover_length: str
    has_rounds: bool
    has_changeovers: bool


@dataclass(frozen=True, slots=True)
class ProgrammeFace:
    """The whole page. ``said`` is what was done last."""

    rows: tuple[RowFace, ...]
    chosen: int
    phase: PhaseFace | None
    totals: TotalsFace
    side: Side
    adding: AddingFace
    said: str
    can_undo: bool
    undo_tip: str
