"""What the host's screen shows at one moment, ready to paint: words, tones and marks."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.services.conductor_state import PhaseStanding


class Gesture(StrEnum):
    """Everything the host can do here."""

    MINUTE_LESS = "minute-less"
    PAUSE = "pause"
    MINUTE_MORE = "minute-more"
    GONG = "gong"
    NEXT = "next"
    RESUME_AS_IF_NOTHING = "resume-as-if-nothing"
    RESUME_PAUSED = "resume-paused"
    DISMISS = "dismiss"


@dataclass(frozen=True, slots=True)
class TimeFace:
    """The phase and its time; ``word`` says in a word what the colour says."""

    heading: str
    time: str
    word: str = ""
    tone: str = "ink"


@dataclass(frozen=True, slots=True)
class PhaseLineFace:
    """One line of the programme; a changeover is a ``small`` one."""

    starts: str
    title: str
    length: str
    standing: PhaseStanding
    small: bool

    @property
    def mark(self) -> str:
        """The icon that says where the day is."""
        marks = {PhaseStanding.DONE: "check", PhaseStanding.RUNNING: "play"}
        return marks.get(self.standing, "")


@dataclass(frozen=True, slots=True)
class PaceFace:
    """How the day runs against its plan."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class TableFace:
    """One table of the floor plan; ``tone`` is a card's look."""

    number: str
    word: str
    tone: str
    employer: str
    names: str


@dataclass(frozen=True, slots=True)
class RoomFace:
    """The floor plan under its heading; ``empty`` is said when there are no tables to show."""

    heading: str
    counts: str
    tables: tuple[TableFace, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """One thing to do about a notice; the first of several is the likely one."""

    text: str
    gesture: Gesture


@dataclass(frozen=True, slots=True)
class NoticeFace:
    """Something that asks for the host's eye, without standing in the way."""

    title: str
    text: str
    tone: str
    actions: tuple[NoticeAction, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlsFace:
    """What the buttons say and which of them can be used."""

    running: bool
    paused: bool
    next_text: str
    next_icon: str
    next_armed: bool
    next_enabled: bool


@dataclass(frozen=True, slots=True)
class ConductorView:
    """The whole screen."""

    programme: tuple[PhaseLineFace, ...]
    pace: PaceFace | None
    time: TimeFace
    controls: ControlsFace
    room: RoomFace
    notice: NoticeFace | None
