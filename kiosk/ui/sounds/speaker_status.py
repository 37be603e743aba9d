"""What there is to say about the loudspeaker."""

from enum import StrEnum


class SpeakerStatus(StrEnum):
    """Whether the room can hear anything, and from where."""

    READY = "ready"
    CHOSEN_IS_GONE = "chosen-is-gone"
    NONE = "none"
