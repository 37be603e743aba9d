"""What the camera panel shows and what is remembered of it, as frozen values."""

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera by the name that its maker gave it; ``device_id`` stays the same when replugged."""

    device_id: str
    name: str


@dataclass(frozen=True, slots=True)
class CameraSettings:
    """What a volunteer chose: which camera (empty for any), and whether it shows as a mirror."""

    device_id: str = ""
    mirrored: bool = False


class CameraStatus(Enum):
    """How the camera is doing."""

    CLOSED = auto()
    STARTING = auto()
    WATCHING = auto()
    NO_CAMERA = auto()
    NOT_ALLOWED = auto()
    FAILED = auto()
    NO_LIBRARY = auto()


CAN_BE_TRIED_AGAIN = frozenset({CameraStatus.NOT_ALLOWED, CameraStatus.FAILED})


@dataclass(frozen=True, slots=True)
class CameraScreen:
    """``in_use`` is the camera that runs, which is another than the chosen one while that is away.

    ``just_read`` holds for a moment after a code was read.
    """

    status: CameraStatus = CameraStatus.CLOSED
    cameras: tuple[Camera, ...] = ()
    in_use: str = ""
    mirrored: bool = False
    has_light: bool = False
    light: bool = False
    just_read: bool = False
