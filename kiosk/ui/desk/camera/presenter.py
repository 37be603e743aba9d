"""The logic of the camera panel without Qt: which camera runs, what was read, what is said."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.clock import Clock
from kiosk.scanning.picture import Decoded
from kiosk.scanning.sightings import Sightings
from kiosk.ui.desk.camera.source import Frame, FrameSource
from kiosk.ui.desk.camera.state import (
    CAN_BE_TRIED_AGAIN,
    CameraScreen,
    CameraSettings,
    CameraStatus,
)

RUNNING = frozenset({CameraStatus.STARTING, CameraStatus.WATCHING})


class CameraPresenter:
    """``show``, ``code_seen`` and ``frame_came`` are set by the view before ``open``.

    The chosen camera runs whenever it is there, else the first one that is: so it comes back by
    itself after its cable was pulled. ``settings_changed`` is called when the volunteer chooses.
    """

    def __init__(
        self,
        source: FrameSource,
        clock: Clock,
        settings: CameraSettings,
        settings_changed: Callable[[CameraSettings], None],
    ) -> None:
        self._source = source
        self._clock = clock
        self._settings = settings
        self._settings_changed = settings_changed
        self._sightings = Sightings()
        self.screen = CameraScreen(mirrored=settings.mirrored)
        self.show: Callable[[CameraScreen], None] = _nothing
        self.code_seen: Callable[[str], None] = _nothing
        self.frame_came: Callable[[Frame], None] = _nothing

    def open(self) -> None:
        """Begin to watch."""
        self._update(status=CameraStatus.STARTING, in_use="")
        if self._source.available:
            self._source.listen(self)
            self.cameras_changed()
        else:
            self._update(status=CameraStatus.NO_LIBRARY)

    def close(self) -> None:
        """Let go of the camera."""
        if self.screen.status is not CameraStatus.CLOSED:
            self._stop(CameraStatus.CLOSED)

    def choose(self, device_id: str) -> None:
        """Watch through this camera, today and next time."""
        self._remember(replace(self._settings, device_id=device_id))
        self.cameras_changed()

    def mirror(self, *, on: bool) -> None:
        """Show the picture as a mirror does. What is read stays as it is."""
        self._remember(replace(self._settings, mirrored=on))
        self._update(mirrored=on)

    def light(self, *, on: bool) -> None:
        """Turn the camera's torch on or off."""
        if self.screen.has_light:
            self._source.set_light(on=on)
            self._update(light=on)

    def try_again(self) -> None:
        """Ask once more for a camera that was not to be had."""
        if self.screen.status in CAN_BE_TRIED_AGAIN:
            self._update(in_use="")
            self.cameras_changed()

    def take_codes(self, codes: tuple[Decoded, ...]) -> None:
        """Pass on what a frame held, but not what has been in view for a while."""
        if self.screen.status is CameraStatus.CLOSED:
            return
        now = self._clock.monotonic()
        for code in codes:
            if self._sightings.is_new(code.text, now):
                self._update(just_read=True)
                self.code_seen(code.text)

    def settle(self) -> None:
        """A code has been shown as read for long enough."""
        self._update(just_read=False)

    def cameras_changed(self) -> None:
        """See which cameras there are, and run the right one."""
        if self.screen.status is CameraStatus.CLOSED:
            return
        cameras = self._source.cameras()
        self._update(cameras=cameras)
        ids = [camera.device_id for camera in cameras]
        wanted = self._settings.device_id
        if not ids:
            self._stop(CameraStatus.NO_CAMERA)
        elif wanted in ids:
            self._run(wanted)
        elif self.screen.in_use not in ids:
            self._run(ids[0])

    def started(self, *, has_light: bool) -> None:
        """The camera is running; its torch is out."""
        if self.screen.status in RUNNING:
            self._update(status=CameraStatus.WATCHING, has_light=has_light)

    def failed(self, status: CameraStatus) -> None:
        """The camera is not to be had."""
        if self.screen.status is not CameraStatus.CLOSED:
            self._source.stop()
            self._update(status=status, has_light=False, light=False)

    def frame_arrived(self, frame: Frame) -> None:
        """Have the newest frame decoded; a camera that sends frames is running."""
        if self.screen.status in RUNNING:
            self._update(status=CameraStatus.WATCHING)
            self.frame_came(frame)

    def _run(self, device_id: str) -> None:
        if device_id != self.screen.in_use:
            self._stop(CameraStatus.STARTING)
            self._update(in_use=device_id)
            self._source.start(device_id)

    def _stop(self, status: CameraStatus) -> None:
        self._source.stop()
        self._update(status=status, in_use="", has_light=False, light=False, just_read=False)

    def _remember(self, settings: CameraSettings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._settings_changed(settings)

    def _update(self, **changes: object) -> None:
        screen = replace(self.screen, **changes)  # type: ignore[arg-type]  # fields of the screen
        if screen != self.screen:
            self.screen = screen
            self.show(screen)


def _nothing(_value: object) -> None:
    """Nobody looks yet."""
