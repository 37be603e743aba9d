"""A voice for the room: after the chime, in the event's language, where the system has one."""

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.domain.programme import PhaseSound
from kiosk.domain.room_settings import RoomSettings
from kiosk.services.announcements import Sentence
from kiosk.ui.sounds.player import SoundPlayer
from kiosk.ui.sounds.room_sound import RoomSound
from kiosk.ui.sounds.speaker_status import SpeakerStatus
from kiosk.ui.sounds.voice import PRETENDED, Voice
from tests.helpers.loudspeakers import HALL, LAPTOP, FakeLoudspeakers

pytestmark = pytest.mark.usefixtures("qapp")


class Listened(Voice):
    """Qt's own pretending engine, with an ear to it."""

    def __init__(self) -> None:
        super().__init__(engine=PRETENDED)
        self.said: list[str] = []

    def say(self, text: str, language: str) -> None:
        super().say(text, language)
        self.said.append(text)


@pytest.fixture
def speakers() -> FakeLoudspeakers:
    return FakeLoudspeakers()


@pytest.fixture
def voice() -> Listened:
    return Listened()


@pytest.fixture
def room(speakers: FakeLoudspeakers, voice: Listened) -> RoomSound:
    found = RoomSound(SoundPlayer(find=speakers.find), voice, "en")
    found._pause.setInterval(0)
    return found


def state_of(voice: Voice) -> QTextToSpeech.State:
    assert voice._speech is not None
    return voice._speech.state()


def test_a_sentence_is_said_by_a_voice_of_its_language(qtbot):
    voice = Voice(engine=PRETENDED)
    assert voice.speaks("en")
    voice.say("Two more minutes.", "en")
    qtbot.waitUntil(lambda: state_of(voice) is QTextToSpeech.State.Speaking)
    voice.hush()
    qtbot.waitUntil(lambda: state_of(voice) is QTextToSpeech.State.Ready)


def test_a_language_without_a_voice_stays_unspoken():
    voice = Voice(engine=PRETENDED)
    assert not voice.speaks("nl")
    voice.say("Nog twee minuten.", "nl")
    assert state_of(voice) is QTextToSpeech.State.Ready


def test_the_voice_follows_the_volume_before_and_after_it_is_found():
    voice = Voice(engine=PRETENDED)
    voice.use(30)
    assert voice.speaks("en")
    assert voice._speech.volume() == pytest.approx(0.3)
    voice.use(80)
    assert voice._speech.volume() == pytest.approx(0.8)


def test_where_there_is_no_screen_there_is_no_voice():
    voice = Voice()
    assert not voice.speaks("en")
    voice.use(50)
    voice.say("Hello", "en")
    voice.hush()
    voice.move()


def test_the_chime_comes_first_and_the_words_after_it(room, voice, speakers, qtbot):
    room.try_out(PhaseSound.SPOKEN)
    assert (speakers.heard(), voice.said) == (["soft-gong"], [])
    qtbot.waitUntil(lambda: bool(voice.said))
    assert voice.said == ["Time is up. Find your next table."]


def test_a_newer_sentence_takes_the_place_of_one_that_waits(room, voice, qtbot):
    room.speak(Sentence.TWO_MINUTES)
    room.speak(Sentence.ROUND_OFF)
    qtbot.waitUntil(lambda: bool(voice.said))
    assert voice.said == ["One more minute. Take your time to round off."]


def test_nothing_is_said_after_the_event_was_closed(room, voice):
    room.speak(Sentence.TWO_MINUTES)
    room.hush()
    assert not room._pause.isActive()
    assert voice.said == []


def test_a_language_that_has_no_words_here_is_spoken_in_english(speakers, voice, qtbot):
    room = RoomSound(SoundPlayer(find=speakers.find), voice, "fr")
    room._pause.setInterval(0)
    assert room.has_voice
    room.speak(Sentence.TWO_MINUTES)
    qtbot.waitUntil(lambda: voice.said == ["Two more minutes."])


def test_a_quiet_room_tries_out_what_it_would_hear(room, speakers):
    room.try_out(PhaseSound.GONG)
    room.use(RoomSettings(quiet=True))
    room.try_out(PhaseSound.GONG)
    room.try_out(PhaseSound.SILENT)
    assert speakers.heard() == ["gong", "soft-gong"]


def test_a_voice_can_be_found_before_it_is_needed(room, voice):
    assert voice._speech is None
    room.prepare_voice()
    assert state_of(voice) is QTextToSpeech.State.Ready


def test_without_a_loudspeaker_there_is_no_voice_either(room, voice, speakers, qtbot):
    assert room.has_voice
    with qtbot.waitSignal(room.changed):
        speakers.become()
    assert not room.has_voice
    assert room.status is SpeakerStatus.NONE


def test_another_loudspeaker_is_asked_for_a_new_voice(room, voice, speakers):
    assert room.has_voice
    first = voice._speech
    room.use(RoomSettings(sound_device=HALL, volume=20))
    assert room.has_voice
    assert voice._speech is not first
    assert voice._speech.volume() == pytest.approx(0.2)
    second = voice._speech
    speakers.become(LAPTOP)
    assert room.has_voice
    assert voice._speech is not second
