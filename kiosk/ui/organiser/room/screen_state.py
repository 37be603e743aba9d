"""What the panel about screens shows, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """One connected screen. ``note`` stands in the place of the switch where there is no choice."""

    name: str
    words: str
    shows_room: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScreenFace:
    """The measures as they stand in the fields, what they come to, and the screens.

    ``tone`` is muted, ok, warn or bad.
    """

    inches: str
    metres: str
    inches_wrong: bool
    metres_wrong: bool
    outcome: str
    tone: str
    screens: tuple[ScreenRow, ...]
