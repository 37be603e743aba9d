"""How firmly the main window holds the laptop that it runs on."""

from enum import Enum, auto


class LockDown(Enum):
    """What whoever starts the program decides, once for the whole run."""

    EVENT = auto()
    """Visitors walk past: it fills the screen, and only the PIN or the passphrase leaves it."""
    OFFICE = auto()
    """An organiser at work: a window that closes as any other does, with real names in it."""
    TRIAL = auto()
    """A demo or rehearsal: such a window, and it never locks by itself. A rehearsal's clock runs
    fast, and whoever tries the demo may have no passphrase at hand."""

    @property
    def fills_screen(self) -> bool:
        """Whether nothing of the laptop can be seen beside it."""
        return self is LockDown.EVENT

    @property
    def closes_freely(self) -> bool:
        """Whether anybody may close it."""
        return self is not LockDown.EVENT

    @property
    def locks_when_idle(self) -> bool:
        """Whether a page with names locks itself when nobody is at it."""
        return self is not LockDown.TRIAL
