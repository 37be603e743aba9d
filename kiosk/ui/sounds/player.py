"""Plays short sounds. A laptop without loudspeaker or library stays silent, and that is fine."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.config import SOUNDS
from kiosk.ui.sounds.loudspeakers import (
    Loudspeakers,
    Playback,
    find_loudspeakers,
)
from kiosk.ui.sounds.names import NAMES, ROOM_NAMES
from kiosk.ui.sounds.speaker_status import SpeakerStatus

LOUDEST = 100


class SoundPlayer(QObject):
    """Plays sounds by name, at once; ``prepare`` may be called when there is time for it.

    The room's sounds come from the chosen loudspeaker, or from the system's own choice as long as
    the chosen one is not there. The desk's sounds always come from the system's own choice: what
    a scan sounds like is nothing for the room's loudspeakers. The volume is one for all.
    ``changed`` tells that a loudspeaker came or went.
    """

    changed = Signal()

    def __init__(
        self,
        folder: Path = SOUNDS,
        find: Callable[[], Loudspeakers] = find_loudspeakers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._find = folder, find
        self._speakers: Loudspeakers | None = None
        self._sounds: dict[str, Playback] = {}
        self._device, self._volume = "", LOUDEST

    @property
    def audible(self) -> bool:
        """Whether anything can be heard."""
        return self.status is not SpeakerStatus.NONE

    @property
    def status(self) -> SpeakerStatus:
        """What there is to say about the loudspeaker."""
        names = self.devices()
        if not names:
            return SpeakerStatus.NONE
        gone = self._device and self._device not in names
        return SpeakerStatus.CHOSEN_IS_GONE if gone else SpeakerStatus.READY

    def devices(self) -> tuple[str, ...]:
        """The loudspeakers that are there now."""
        return self._found().names()

    def default_device(self) -> str:
        """The system's own choice among them, empty when there is none."""
        return self._found().default()

    def use(self, device: str, volume: int) -> None:
        """Sound from this loudspeaker and this loud from now on, between 0 and 100."""
        moves = device != self._device
        self._device, self._volume = device, max(0, min(LOUDEST, volume))
        if self._sounds and moves:
            self._load()
        for sound in self._sounds.values():
            sound.set_volume(self._volume)

    def prepare(self) -> None:
        """Load the library and all sounds. It takes a moment, so not while somebody waits."""
        if self.audible and not self._sounds:
            self._load()

    def play(self, sound: str) -> None:
        """Play a sound, over one that may still be heard."""
        self.prepare()
        if self.audible and sound in self._sounds:
            self._sounds[sound].play()

    def voice_output(self) -> Mapping[str, object]:
        """What Qt's voice has to be told to speak from where the room's sounds come from."""
        chosen = self._room_device()
        return self._found().for_voice(chosen) if chosen else {}

    def _found(self) -> Loudspeakers:
        if self._speakers is None:
            self._speakers = self._find()
            self._speakers.listen(self._outputs_changed)
        return self._speakers

    def _load(self) -> None:
        """All sounds for where they come from now."""
        room = self._room_device()
        for name in NAMES:
            device = room if name in ROOM_NAMES else ""
            self._sounds[name] = self._found().load(self._folder / f"{name}.wav", device)
            self._sounds[name].set_volume(self._volume)

    def _room_device(self) -> str:
        """Where the room's sounds come from, empty for the system's own choice."""
        return self._device if self._device and self.status is SpeakerStatus.READY else ""

    def _outputs_changed(self) -> None:
        """Whatever was tied to a loudspeaker that went is made anew for those that are there."""
        self._sounds.clear()
        self.prepare()
        self.changed.emit()
