"""What a desk was told to do: papers on a scan, the printer, the camera, when to lock itself."""

from dataclasses import dataclass
from enum import StrEnum

IDLE_MINUTES = 5


class PaperOnScan(StrEnum):
    """When a welcome makes a paper by itself."""

    NEVER = "never"
    FIRST_TIME = "first-time"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """One desk's own choices, kept in the event file under the station's name.

    ``printer`` and ``camera`` are names as the system gives them; empty is the system's default.
    ``idle_minutes`` without a key or a scan lock the desk; 0 never does.
    """

    badge_on_scan: PaperOnScan = PaperOnScan.NEVER
    route_card_on_scan: PaperOnScan = PaperOnScan.NEVER
    printer: str = ""
    camera: str = ""
    mirrored: bool = True
    idle_minutes: int = IDLE_MINUTES


class UndoReason(StrEnum):
    """Why a check-in is taken back later; a code, because the journal holds no free text."""

    WRONG_PERSON = "wrong-person"
    NOT_HERE = "not-here"
    TEST = "test"
    OTHER = "other"
