"""The loudspeakers of this machine through QtMultimedia, which is loaded when first wanted."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices, QSoundEffect, QtAudio

Scale = QtAudio.VolumeScale


class EffectPlayback:
    """A Playback that QSoundEffect holds ready in memory."""

    def __init__(self, path: Path, device: QAudioDevice) -> None:
        self._effect = QSoundEffect(device)
        self._effect.setSource(QUrl.fromLocalFile(str(path)))

    def play(self) -> None:
        """Be heard at once, from the beginning."""
        self._effect.play()

    def set_volume(self, percent: int) -> None:
        """As loud as this; ears hear no difference between the upper steps of a straight scale."""
        share = percent / 100
        linear = QtAudio.convertVolume(share, Scale.CubicVolumeScale, Scale.LinearVolumeScale)
        self._effect.setVolume(linear)


class MultimediaLoudspeakers(QObject):
    """Loudspeakers as QMediaDevices knows them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed: Callable[[], None] | None = None
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._outputs_changed)

    def names(self) -> tuple[str, ...]:
        """Those that are there now."""
        return tuple(_named_outputs())

    def default(self) -> str:
        """The system's own choice."""
        chosen = QMediaDevices.defaultAudioOutput()
        return next((name for name, each in _named_outputs().items() if each == chosen), "")

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever something changed."""
        self._changed = changed

    def load(self, path: Path, device: str) -> EffectPlayback:
        """Make a sound ready for this loudspeaker."""
        return EffectPlayback(path, device_called(device))

    def for_voice(self, device: str) -> Mapping[str, object]:
        """Windows' voices take a loudspeaker; elsewhere the system's own choice speaks."""
        return {"audioDevice": device_called(device)}

    @Slot()
    def _outputs_changed(self) -> None:
        if self._changed is not None:
            self._changed()


def device_called(name: str) -> QAudioDevice:
    """The loudspeaker of that name; the system's own choice when there is none."""
    return _named_outputs().get(name) or QMediaDevices.defaultAudioOutput()


def _named_outputs() -> dict[str, QAudioDevice]:
    """All loudspeakers by name; of two of the same make the second is ``Name (2)``."""
    seen: Counter[str] = Counter()
    named = {}
    for device in QMediaDevices.audioOutputs():
        name = device.description()
        seen[name] += 1
        named[name if seen[name] == 1 else f"{name} ({seen[name]})"] = device
    return named
