"""The cameras of this machine, or none where the library for them is missing."""

from kiosk.ui.desk.camera.source import FrameSource, SourceListener
from kiosk.ui.desk.camera.state import Camera


class NoSource:
    """A machine without QtMultimedia: everything else works on."""

    available = False

    def listen(self, _listener: SourceListener) -> None:
        """Nothing will ever happen."""

    def cameras(self) -> tuple[Camera, ...]:
        """None that we know of."""
        return ()

    def start(self, _device_id: str) -> None:
        """There is nothing to start."""

    def stop(self) -> None:
        """There is nothing to stop."""

    def set_light(self, *, on: bool) -> None:
        """There is no light."""


class LazySource:
    """Loads QtMultimedia at the first question, so that it costs nothing to have a panel."""

    def __init__(self) -> None:
        self._source: FrameSource | None = None

    @property
    def available(self) -> bool:
        """Whether the library is there."""
        return self._loaded().available

    def listen(self, listener: SourceListener) -> None:
        """Tell this one from now on."""
        self._loaded().listen(listener)

    def cameras(self) -> tuple[Camera, ...]:
        """All cameras."""
        return self._loaded().cameras()

    def start(self, device_id: str) -> None:
        """Run this camera."""
        self._loaded().start(device_id)

    def stop(self) -> None:
        """Let go of the camera."""
        if self._source:
            self._source.stop()

    def set_light(self, *, on: bool) -> None:
        """Turn the torch on or off."""
        if self._source:
            self._source.set_light(on=on)

    def _loaded(self) -> FrameSource:
        if self._source is None:
            self._source = _load()
        return self._source


def _load() -> FrameSource:
    from PySide6.QtCore import QLoggingCategory

    # its search for optional libraries is no news to anybody
    QLoggingCategory.setFilterRules("qt.multimedia*=false")
    try:
        from kiosk.ui.desk.camera.multimedia import MultimediaSource
    except ImportError:
        return NoSource()
    return MultimediaSource()
