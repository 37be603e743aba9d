"""What the panel about sound shows, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """A loudspeaker to choose from: its words on the screen, and its name for the system."""

    words: str
    name: str


@dataclass(frozen=True, slots=True)
class SoundFace:
    """``status`` says from where the room hears, or that it can't; ``is_heard`` which of both.

    ``voice`` is empty where a voice speaks the event's language.
    """

    devices: tuple[DeviceChoice, ...]
    device: str
    volume: int
    quiet: bool
    status: str
    is_heard: bool
    voice: str
    has_voice: bool
