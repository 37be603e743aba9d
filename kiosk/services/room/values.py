"""The room display's values. They hold all that a public screen may ever know, and no more."""

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from kiosk.domain.countdown import StoredRun
from kiosk.domain.event import Event
from kiosk.domain.programme import Phase, PhaseKind
from kiosk.domain.room_settings import RoomSettings, RoomSign
from kiosk.domain.stories import StoryConsents, StoryPage


class RoomState(StrEnum):
    """Which picture is on the screen."""

    PROGRAMME = "programme"
    BREAK = "break"
    BOARD = "board"
    ROUND = "round"
    LAST_MINUTE = "last-minute"
    TIME_UP = "time-up"
    INTEREST = "interest"
    CELEBRATION = "celebration"
    BACK_SOON = "back-soon"
    MESSAGE = "message"
    BLACKOUT = "blackout"


@dataclass(frozen=True, slots=True, order=True)
class BoardRow:
    """One person's place; ``name`` is empty when the event shows badge numbers only."""

    badge_number: int
    name: str
    table_number: int


@dataclass(frozen=True, slots=True)
class RoomTotals:
    """The day's figures for the celebration; ``matches`` is None while they are very few."""

    people: int
    conversations: int
    rounds: int
    matches: int | None


@dataclass(frozen=True, slots=True)
class RoomSnapshot:
    """What the event file holds for the room, at one moment.

    ``boards`` has one board for each round, the first for round 1. ``finished`` tells a day that
    is over from one that has not begun. ``sign`` is what the host puts over the picture.
    ``consents`` tell which testimonials may be shown.
    """

    event: Event
    phases: tuple[Phase, ...]
    run: StoredRun | None
    finished: bool
    boards: tuple[tuple[BoardRow, ...], ...]
    totals: RoomTotals
    sign: RoomSign = field(default_factory=RoomSign)
    settings: RoomSettings = field(default_factory=RoomSettings)
    consents: StoryConsents = field(default_factory=StoryConsents)


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One line of the day for the room; rounds in a row are one line, ``rounds`` first to last.

    ``starts`` is the planned time; once the day no longer keeps to it, the expected one.
    """

    kind: PhaseKind
    title: str
    starts: time
    rounds: tuple[int, int] | None
    is_over: bool
    is_now: bool


@dataclass(frozen=True, slots=True)
class RoomScene:
    """Everything on the screen that stays the same from second to second.

    Times are local to the venue. ``next_at`` is when the running phase will end (None while it is
    paused: then nobody knows), or the day will begin; ``minutes`` are the whole minutes until
    then, None once it has come. ``next_kind`` is what follows. ``break_after`` is the round after
    which the next break comes. ``story`` is what is shown in turn with the own picture of a phase;
    ``question`` is for both sides of a table.

    ``two_minutes`` is true for the moment in which the room is told so. ``is_late`` says that the
    programme shows expected times. ``board_seconds`` is how long a board is planned to be shown in
    all, on a screen of ``screen_inches`` with the last seat at ``farthest_metres`` (None is not
    measured).
    """

    state: RoomState
    language: str
    event_title: str
    place: str
    clock: time
    kind: PhaseKind | None = None
    title: str = ""
    is_paused: bool = False
    is_over: bool = False
    round_number: int | None = None
    rounds: int = 0
    next_at: time | None = None
    minutes: int | None = None
    next_kind: PhaseKind | None = None
    break_after: int | None = None
    programme: tuple[ProgrammeRow, ...] = ()
    board: tuple[BoardRow, ...] = ()
    totals: RoomTotals | None = None
    story: StoryPage | None = None
    question: str = ""
    message: str = ""
    two_minutes: bool = False
    is_late: bool = False
    board_seconds: float = 0.0
    screen_inches: float | None = None
    farthest_metres: float | None = None


@dataclass(frozen=True, slots=True)
class RoomView:
    """A scene, and the figures that move in it.

    ``remaining`` are seconds, negative in overtime, None where nothing counts down; ``share`` is
    how much of the phase is over, 0 to 1. ``pulse`` is the one swell of the ring at the end of a
    round, 0 to 1. ``changes`` counts what the host did to the countdown.
    """

    scene: RoomScene
    remaining: float | None = None
    share: float = 0.0
    pulse: float = 0.0
    changes: int = 0
