"""What the set-up panel shows, as one frozen value."""

from dataclasses import dataclass, field
from datetime import time
from enum import Enum, auto

from kiosk.domain.desk import DeskSettings
from kiosk.domain.errors import Refusal


class PinState(Enum):
    """Whether an organiser has shown who they are."""

    ASKED = auto()
    CHECKING = auto()
    WRONG = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class SetupScreen:
    """``opens`` and ``closes`` are local times of the event's day; None is no limit."""

    volunteer: str = ""
    settings: DeskSettings = field(default_factory=DeskSettings)
    opens: time | None = None
    closes: time | None = None
    is_closed: bool = False
    pin: PinState = PinState.ASKED
    time_refused: bool = False
    pin_trouble: Refusal | None = None
    pin_was_set: bool = False

    @property
    def unlocked(self) -> bool:
        """Whether the organiser's part may be changed."""
        return self.pin is PinState.RIGHT
