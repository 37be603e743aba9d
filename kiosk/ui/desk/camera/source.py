"""Where frames come from: a port, so that a test can hold a badge in front of a fake camera."""

from typing import Protocol

from kiosk.scanning.picture import Picture
from kiosk.ui.desk.camera.state import Camera, CameraStatus


class Frame(Protocol):
    """One picture of a camera, not yet unpacked."""

    def luminance(self) -> Picture | None:
        """Its grey values, or None for one that can't be read; called on the decoding thread."""
        ...


class SourceListener(Protocol):
    """Who wants to know; everything is called on the main thread."""

    def cameras_changed(self) -> None:
        """A camera was plugged in or out."""
        ...

    def started(self, *, has_light: bool) -> None:
        """The camera that was asked for is running."""
        ...

    def failed(self, status: CameraStatus) -> None:
        """It can't be had: NOT_ALLOWED or FAILED."""
        ...

    def frame_arrived(self, frame: Frame) -> None:
        """The newest frame."""
        ...


class FrameSource(Protocol):
    """The cameras of this machine. No camera is touched before ``start``."""

    @property
    def available(self) -> bool:
        """Whether there is a library that knows of cameras at all."""
        ...

    def listen(self, listener: SourceListener) -> None:
        """Tell this one from now on."""
        ...

    def cameras(self) -> tuple[Camera, ...]:
        """All cameras, the one that the system prefers first."""
        ...

    def start(self, device_id: str) -> None:
        """Run this camera, and no other."""
        ...

    def stop(self) -> None:
        """Let go of the camera: its lamp goes out."""
        ...

    def set_light(self, *, on: bool) -> None:
        """Turn the camera's torch on or off."""
        ...
