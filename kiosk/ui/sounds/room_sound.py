"""Everything the room hears: the chimes, and a voice after them in the event's language."""

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.programme import PhaseKind, PhaseSound
from kiosk.domain.room_settings import RoomSettings
from kiosk.i18n import LANGUAGES, SOURCE_LANGUAGE, speaking
from kiosk.services.announcements import Announcement, PhaseEnd, Sentence, heard
from kiosk.ui.sounds.player import SoundPlayer
from kiosk.ui.sounds.sentences import sentence_text
from kiosk.ui.sounds.speaker_status import SpeakerStatus
from kiosk.ui.sounds.voice import Voice

VOICE_AFTER_MS = 1500
"""The soft gong fades this long before the voice begins, so that every word can be understood."""


class RoomSound(QObject):
    """``changed`` tells that a loudspeaker or a voice came or went."""

    changed = Signal()

    def __init__(
        self, player: SoundPlayer, voice: Voice, language: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player, self._voice = player, voice
        # what we have no words in is said in English, by an English voice
        self._language = language if language in LANGUAGES else SOURCE_LANGUAGE
        self._settings = RoomSettings()
        self._sentence: Sentence | None = None
        self._pause = QTimer(self, singleShot=True, interval=VOICE_AFTER_MS)
        self._pause.timeout.connect(self._say)
        player.changed.connect(self._loudspeakers_changed)
        voice.changed.connect(self.changed)

    @property
    def status(self) -> SpeakerStatus:
        """What there is to say about the loudspeaker."""
        return self._player.status

    @property
    def has_voice(self) -> bool:
        """Whether there is a voice for the event's language, and something to hear it from."""
        return self._player.audible and self._voice.speaks(self._language)

    def devices(self) -> tuple[str, ...]:
        """The loudspeakers that are there now."""
        return self._player.devices()

    def default_device(self) -> str:
        """The system's own choice among them, empty when there is none."""
        return self._player.default_device()

    def use(self, settings: RoomSettings) -> None:
        """Sound as the organisers chose from now on."""
        moves = settings.sound_device != self._settings.sound_device
        self._settings = settings
        self._player.use(settings.sound_device, settings.volume)
        if moves:
            self._voice.move()
        self._voice.use(settings.volume)

    def prepare_voice(self) -> None:
        """Find the voice while nobody waits for it; only a programme that is spoken needs it."""
        self._voice.speaks(self._language)

    def play(self, sound: str) -> None:
        """Play a sound by its name."""
        self._player.play(sound)

    def speak(self, sentence: Sentence) -> None:
        """Say it when the chime before it has faded; a newer sentence takes its place."""
        self._sentence = sentence
        self._pause.start()

    def try_out(self, sound: PhaseSound) -> None:
        """Let somebody hear how a round ends with this sound, as the room would."""
        end = PhaseEnd(PhaseKind.ROUND, sound, PhaseKind.CHANGEOVER)
        sounds = heard(Announcement.TIME_UP, end, quiet=self._settings.quiet)
        if sounds.chime is not None:
            self.play(sounds.chime)
        if sounds.sentence is not None:
            self.speak(sounds.sentence)

    def hush(self) -> None:
        """Say nothing more; for when the event is closed."""
        self._pause.stop()
        self._voice.hush()

    def _loudspeakers_changed(self) -> None:
        if self._settings.sound_device:
            self._voice.move()
        self.changed.emit()

    def _say(self) -> None:
        if self._sentence is not None and self._player.audible:
            with speaking(self._language):
                self._voice.say(sentence_text(self._sentence), self._language)
