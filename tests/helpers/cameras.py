"""A fake camera that is shown real pictures, and badges drawn as a printer would."""

from dataclasses import dataclass, field

from PIL import Image

from kiosk.printing.qr import MODULES, QUIET, rectangles
from kiosk.ui.desk.camera.source import Frame, SourceListener
from kiosk.ui.desk.camera.state import Camera

BUILT_IN = Camera("built-in", "Laptop")
ON_A_STAND = Camera("stand", "USB camera on a stand")


def badge(code: str, module: int = 8, ink: int = 0, paper: int = 255) -> Image.Image:
    """A badge code with its quiet zone, ``module`` pixels for each module."""
    side = (MODULES + 2 * QUIET) * module
    picture = Image.new("L", (side, side), paper)
    for column, row, columns, rows in rectangles(code):
        left, top = (column + QUIET) * module, (row + QUIET) * module
        area = (left, top, left + columns * module, top + rows * module)
        picture.paste(ink, area)
    return picture


def desk(*cards: Image.Image, size: tuple[int, int] = (960, 540), ground: int = 130) -> Image.Image:
    """What a camera sees: these cards side by side on a desk."""
    picture = Image.new("L", size, ground)
    for at, card in enumerate(cards):
        picture.paste(card, (60 + at * (size[0] // 2), 100))
    return picture


@dataclass
class FakeCameras:
    """A FrameSource; ``plugged`` are the cameras there are, ``asked`` what was asked of them."""

    plugged: list[Camera] = field(default_factory=lambda: [BUILT_IN])
    available: bool = True
    has_light: bool = False
    starts: bool = True
    running: str = ""
    light: bool = False
    asked: list[str] = field(default_factory=list)
    listener: SourceListener | None = None

    def listen(self, listener: SourceListener) -> None:
        self.listener = listener

    def cameras(self) -> tuple[Camera, ...]:
        return tuple(self.plugged)

    def start(self, device_id: str) -> None:
        self.asked.append(device_id)
        self.running = device_id
        if self.starts and self.listener:
            self.listener.started(has_light=self.has_light)

    def stop(self) -> None:
        self.running = ""

    def set_light(self, *, on: bool) -> None:
        self.light = on

    def plug(self, *cameras: Camera) -> None:
        """These cameras are there now."""
        self.plugged = list(cameras)
        if self.listener:
            self.listener.cameras_changed()

    def show(self, frame: Frame) -> None:
        """Hold something in front of the camera that runs."""
        if self.listener:
            self.listener.frame_arrived(frame)
