"""The panel about sound without its paint: what is chosen, and what there is to hear it from."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from kiosk.domain.programme import PhaseSound
from kiosk.domain.room_settings import RoomSettings
from kiosk.i18n import _
from kiosk.ui.organiser.room.sound_state import DeviceChoice, SoundFace
from kiosk.ui.sounds.speaker_status import SpeakerStatus


class RoomSpeaker(Protocol):
    """Whatever makes the room hear; its loudspeakers come and go."""

    @property
    def status(self) -> SpeakerStatus:
        """What there is to say about the loudspeaker."""
        ...

    @property
    def has_voice(self) -> bool:
        """Whether it can say a sentence in the event's language."""
        ...

    def devices(self) -> tuple[str, ...]:
        """The loudspeakers that are there now."""
        ...

    def default_device(self) -> str:
        """The system's own choice among them."""
        ...

    def use(self, settings: RoomSettings) -> None:
        """Sound like this from now on."""
        ...

    def try_out(self, sound: PhaseSound) -> None:
        """Let somebody hear the end of a round."""
        ...


class SoundPresenter:
    """``show`` is set by the view; ``changed`` by whoever keeps the settings.

    Nothing is asked of the sound system before somebody looks at the panel.
    """

    def __init__(self, speaker: RoomSpeaker) -> None:
        self._speaker = speaker
        self._settings = RoomSettings()
        self._is_open = False
        self.show: Callable[[SoundFace], None] = _nothing
        self.changed: Callable[[RoomSettings], None] = _nothing

    @property
    def settings(self) -> RoomSettings:
        """What is chosen now."""
        return self._settings

    def take(self, settings: RoomSettings) -> None:
        """These are in force, whoever chose them."""
        self._settings = settings
        self._speaker.use(settings)
        self.refresh()

    def open(self) -> None:
        """Somebody looks at the panel."""
        self._is_open = True
        self.refresh()

    def close(self) -> None:
        """Nobody looks any more."""
        self._is_open = False

    def refresh(self) -> None:
        """Look again which loudspeakers there are, and say everything in the language in use."""
        if self._is_open:
            self.show(self._face())

    def choose_device(self, name: str) -> None:
        """Sound from this loudspeaker, empty for the system's own choice."""
        self._choose(replace(self._settings, sound_device=name))

    def set_volume(self, percent: int) -> None:
        """This loud, between 0 and 100."""
        self._choose(replace(self._settings, volume=percent))

    def set_quiet(self, quiet: bool) -> None:
        """A room without flashes and with soft sounds only, or not."""
        self._choose(replace(self._settings, quiet=quiet))

    def try_out(self, sound: PhaseSound) -> None:
        """Hear what the room would hear at the end of a round."""
        self._speaker.try_out(sound)

    def _choose(self, settings: RoomSettings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        self._speaker.use(settings)
        self.changed(settings)
        self.refresh()

    def _face(self) -> SoundFace:
        is_heard = self._speaker.status is not SpeakerStatus.NONE
        has_voice = is_heard and self._speaker.has_voice
        return SoundFace(
            devices=self._choices(),
            device=self._settings.sound_device,
            volume=self._settings.volume,
            quiet=self._settings.quiet,
            status=self._status(),
            is_heard=is_heard,
            voice=_no_voice() if is_heard and not has_voice else "",
            has_voice=has_voice,
        )

    def _choices(self) -> tuple[DeviceChoice, ...]:
        """The system's own choice, every loudspeaker, and a chosen one that is not there."""
        names, default = self._speaker.devices(), self._speaker.default_device()
        own = _("The system's choice: {device}").format(device=default)
        first = DeviceChoice(own if default else _("The system's choice"), "")
        choices = [first, *(DeviceChoice(name, name) for name in names)]
        chosen = self._settings.sound_device
        if chosen and chosen not in names:
            choices.append(DeviceChoice(_("Not there: {device}").format(device=chosen), chosen))
        return tuple(choices)

    def _status(self) -> str:
        status = self._speaker.status
        if status is SpeakerStatus.NONE:
            return _("No loudspeaker found. Everything works without; the screen says it all.")
        if status is SpeakerStatus.CHOSEN_IS_GONE:
            gone = _("“{chosen}” is not there now. Until it is back, sound comes from “{device}”.")
            own = self._speaker.default_device()
            return gone.format(chosen=self._settings.sound_device, device=own)
        sounding = self._settings.sound_device or self._speaker.default_device()
        return _("The room hears “{device}”.").format(device=sounding)


def _no_voice() -> str:
    return _("This laptop has no voice in the language of the event: a soft gong sounds instead.")


def _nothing(_value: object) -> None:
    """Nobody looks or listens yet."""
