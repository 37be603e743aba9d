"""How an event shows and sounds in its room, and what the host puts over the picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoomSettings:
    """The organisers' choices for the room, one set for an event.

    ``screen_inches`` is the diagonal of the picture and ``farthest_metres`` the distance of the
    farthest seat; both None while nobody measured. ``quiet`` is a room without flashes and with
    soft sounds only. ``volume`` is in per cent. ``sound_device`` is a loudspeaker as the system
    names it, empty for the system's own choice. ``unused_screens`` are the names of screens that
    never show the room; every other screen that the staff does not look at does.
    """

    screen_inches: float | None = None
    farthest_metres: float | None = None
    quiet: bool = False
    volume: int = 80
    sound_device: str = ""
    unused_screens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomSign:
    """What the host puts over the picture of the running phase: some words, or nothing at all.

    The countdown goes on below it. A dark room (``blackout``) hides the message too.
    """

    message: str = ""
    blackout: bool = False
