"""What the lights of the desk say: whether scanner, printer and camera do what they should."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.i18n import _
from kiosk.ui.desk.camera.state import CameraStatus
from kiosk.ui.desk.screen import DeskScreen
from kiosk.ui.desk.wording import clock_time


class LightTone(StrEnum):
    """Each has a colour and a shape of its own."""

    OK = "ok"
    NEUTRAL = "neutral"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Light:
    """``words`` name the device and say how it is: ``Scanner heard 13:22``."""

    tone: LightTone = LightTone.NEUTRAL
    words: str = ""


@dataclass(frozen=True, slots=True)
class Lights:
    """One light for each device; a device without words is named and nothing is said of it."""

    scanner: Light = Light()
    printer: Light = Light()
    camera: Light = Light()


def camera_light(status: CameraStatus) -> Light:
    """Whether the camera watches; a closed one is no news."""
    if status is CameraStatus.WATCHING:
        return Light(LightTone.OK, _("Camera is on"))
    if status in {CameraStatus.CLOSED, CameraStatus.STARTING}:
        return Light()
    return Light(LightTone.WARN, _("No camera"))


def scanner_light(screen: DeskScreen) -> Light:
    """When the scanner was last heard, and whether what it sent could be read."""
    if screen.scanner_garbled:
        return Light(LightTone.WARN, _("Scanner sends garbage"))
    if screen.scanner_heard and screen.state:
        time = clock_time(screen.scanner_heard, screen.state.event)
        return Light(LightTone.OK, _("Scanner heard {time}").format(time=time))
    return Light(LightTone.NEUTRAL, _("Scanner not heard yet"))
