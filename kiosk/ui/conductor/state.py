"""What the host's screen shows at one moment, ready to paint: words, tones and marks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from kiosk.domain.plan import DayChange
from kiosk.domain.programme import ProgrammeEdit
from kiosk.services.conductor_state import PhaseStanding


class Gesture(StrEnum):
    """Everything the host can do here."""

    MINUTE_LESS = "minute-less"
    HALF_MINUTE_LESS = "half-minute-less"
    PAUSE = "pause"
    HALF_MINUTE_MORE = "half-minute-more"
    MINUTE_MORE = "minute-more"
    GONG = "gong"
    MESSAGE = "message"
    BLACKOUT = "blackout"
    NEXT = "next"
    SHOW_PROGRAMME = "show-programme"
    SHOW_RECOVERY = "show-recovery"
    ACCEPT_RECOVERY = "accept-recovery"
    LEAVE_RECOVERY = "leave-recovery"
    UNDO_PROGRAMME = "undo-programme"
    RESUME_AS_IF_NOTHING = "resume-as-if-nothing"
    RESUME_PAUSED = "resume-paused"
    DISMISS = "dismiss"
    SHOW_REST = "show-rest"
    SHOW_DAY = "show-day"
    UNDO_CHANGE = "undo-change"
    IMPROVE = "improve"
    STOP_IMPROVING = "stop-improving"
    VIEW = "view"
    ACCEPT = "accept"
    LEAVE_IT = "leave-it"
    CLOSE_PANEL = "close-panel"


@dataclass(frozen=True, slots=True)
class TimeFace:
    """The phase and its time; ``word`` says in a word what the colour says."""

    heading: str
    time: str
    word: str = ""
    tone: str = "ink"


@dataclass(frozen=True, slots=True)
class PhaseLineFace:
    """One line of the programme; a changeover is a ``small`` one.

    ``starts`` is when it began or is expected to; ``planned`` when it was agreed to, where that is
    another time.
    """

    starts: str
    title: str
    length: str
    standing: PhaseStanding
    small: bool
    position: int = 0
    planned: str = ""

    @property
    def mark(self) -> str:
        """The icon that says where the day is."""
        marks = {
            PhaseStanding.DONE: "check",
            PhaseStanding.RUNNING: "play",
            PhaseStanding.SKIPPED: "dash",
        }
        return marks.get(self.standing, "")


@dataclass(frozen=True, slots=True)
class PaceFace:
    """How the day runs against its plan; ``ends`` says when it will be over."""

    text: str
    tone: str
    ends: str = ""


@dataclass(frozen=True, slots=True)
class TableFace:
    """One table of the floor plan; ``tone`` is a card's look."""

    number: str
    word: str
    tone: str
    employer: str
    names: str
    employer_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class RoomFace:
    """The floor plan under its heading; ``empty`` is said when there are no tables to show.

    ``rest`` is on the button that shows who has no table; it is not there when it says nothing.
    """

    heading: str
    counts: str
    tables: tuple[TableFace, ...] = ()
    empty: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """One thing to do about a notice; the first of several is the likely one."""

    text: str
    gesture: Gesture
    role: str = ""


@dataclass(frozen=True, slots=True)
class NoticeFace:
    """Something that asks for the host's eye, without standing in the way.

    One that ``waits`` does not take the keyboard, so that nobody presses its button by mistake, and
    can be waved away.
    """

    title: str
    text: str
    tone: str
    actions: tuple[NoticeAction, ...] = ()
    waits: bool = False


@dataclass(frozen=True, slots=True)
class ShowPhase:
    """Open the panel of a part of the programme."""

    position: int


@dataclass(frozen=True, slots=True)
class StartPhase:
    """Go to a part of the programme at once."""

    position: int


Deed: TypeAlias = DayChange | Gesture | ProgrammeEdit | ShowPhase | StartPhase
"""What a button of a panel does."""


@dataclass(frozen=True, slots=True)
class PanelAction:
    """One button; ``name`` also says whom it is about, for who can't see where it stands."""

    text: str
    deed: Deed
    name: str = ""
    icon: str = ""
    role: str = "secondary"


@dataclass(frozen=True, slots=True)
class PanelGroup:
    """A person, a table or a round: what there is to know and to do."""

    heading: str = ""
    note: str = ""
    lines: tuple[str, ...] = ()
    actions: tuple[PanelAction, ...] = ()


@dataclass(frozen=True, slots=True)
class PanelFace:
    """A panel beside the floor plan; ``about`` is the table or part that it belongs to.

    In a ``careful`` one the keyboard begins at the cross: its first buttons change the day.
    """

    title: str
    groups: tuple[PanelGroup, ...]
    foot: tuple[PanelAction, ...] = ()
    about: UUID | int | None = None
    wide: bool = False
    careful: bool = False


@dataclass(frozen=True, slots=True)
class ControlsFace:
    """What the buttons say and which of them can be used.

    ``message`` is what stands over the room's picture, ``dark`` says that nothing is seen of it.
    """

    running: bool
    paused: bool
    next_text: str
    next_icon: str
    next_armed: bool
    next_enabled: bool
    message: str = ""
    dark: bool = False


@dataclass(frozen=True, slots=True)
class ConductorView:
    """The whole screen."""

    programme: tuple[PhaseLineFace, ...]
    pace: PaceFace | None
    time: TimeFace
    controls: ControlsFace
    room: RoomFace
    notice: NoticeFace | None
    panel: PanelFace | None = None
