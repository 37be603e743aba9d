"""The organisers' choices about sound: kept once each, and the truth about loudspeakers, calmly."""

from dataclasses import dataclass, field

import pytest

from kiosk.domain.programme import PhaseSound
from kiosk.domain.room_settings import RoomSettings
from kiosk.i18n import speaking
from kiosk.ui.organiser.room.sound_presenter import SoundPresenter
from kiosk.ui.organiser.room.sound_state import DeviceChoice, SoundFace
from kiosk.ui.sounds.speaker_status import SpeakerStatus

HALL, LAPTOP = "Zaal", "Laptop"


@dataclass
class Speaker:
    """What a laptop has, and what it was told."""

    status: SpeakerStatus = SpeakerStatus.READY
    has_voice: bool = True
    there: tuple[str, ...] = (LAPTOP, HALL)
    used: list[RoomSettings] = field(default_factory=list)
    tried: list[PhaseSound] = field(default_factory=list)
    asked: int = 0

    def devices(self) -> tuple[str, ...]:
        self.asked += 1
        return self.there

    def default_device(self) -> str:
        return self.there[0] if self.there else ""

    def use(self, settings: RoomSettings) -> None:
        self.used.append(settings)

    def try_out(self, sound: PhaseSound) -> None:
        self.tried.append(sound)


@dataclass
class Desk:
    """A presenter, and what it shows and has kept."""

    speaker: Speaker
    presenter: SoundPresenter
    shown: list[SoundFace]
    kept: list[RoomSettings]

    @property
    def face(self) -> SoundFace:
        return self.shown[-1]


def opened(speaker: Speaker, settings: RoomSettings = RoomSettings()) -> Desk:
    desk = Desk(speaker, SoundPresenter(speaker), [], [])
    desk.presenter.show, desk.presenter.changed = desk.shown.append, desk.kept.append
    desk.presenter.take(settings)
    with speaking("en"):
        desk.presenter.open()
    return desk


def test_nothing_is_asked_of_the_sound_system_before_somebody_looks() -> None:
    speaker = Speaker()
    presenter = SoundPresenter(speaker)
    presenter.take(RoomSettings(volume=30))
    presenter.refresh()
    assert speaker.asked == 0
    assert speaker.used == [RoomSettings(volume=30)]


def test_every_choice_is_used_and_kept_with_all_others_as_they_were() -> None:
    before = RoomSettings(screen_inches=80, farthest_metres=9, unused_screens=("Dell",))
    desk = opened(Speaker(), before)
    with speaking("en"):
        desk.presenter.choose_device(HALL)
        desk.presenter.set_volume(35)
        desk.presenter.set_quiet(True)
    last = RoomSettings(80, 9, True, 35, HALL, ("Dell",))
    assert desk.kept[-1] == desk.presenter.settings == last
    assert desk.speaker.used == [before, *desk.kept]
    assert len(desk.kept) == 3
    assert (desk.face.device, desk.face.volume, desk.face.quiet) == (HALL, 35, True)


def test_what_is_chosen_already_is_not_kept_again() -> None:
    desk = opened(Speaker())
    desk.presenter.set_volume(80)
    desk.presenter.set_quiet(False)
    desk.presenter.choose_device("")
    assert desk.kept == []


def test_the_systems_own_choice_comes_first_and_has_its_name() -> None:
    assert opened(Speaker()).face.devices == (
        DeviceChoice(f"The system's choice: {LAPTOP}", ""),
        DeviceChoice(LAPTOP, LAPTOP),
        DeviceChoice(HALL, HALL),
    )


def test_a_chosen_loudspeaker_that_is_gone_stays_chosen_and_is_named() -> None:
    speaker = Speaker(status=SpeakerStatus.CHOSEN_IS_GONE, there=(LAPTOP,))
    face = opened(speaker, RoomSettings(sound_device=HALL)).face
    assert face.device == HALL
    assert face.devices[-1] == DeviceChoice(f"Not there: {HALL}", HALL)
    assert (
        face.status == f"“{HALL}” is not there now. Until it is back, sound comes from “{LAPTOP}”."
    )
    assert face.is_heard


def test_no_loudspeaker_is_said_calmly() -> None:
    face = opened(Speaker(status=SpeakerStatus.NONE, there=())).face
    said = "No loudspeaker found. Everything works without; the screen says it all."
    assert face.status == said
    assert (face.is_heard, face.has_voice, face.voice) == (False, False, "")
    assert face.devices == (DeviceChoice("The system's choice", ""),)


@pytest.mark.parametrize("has_voice", [True, False])
def test_a_laptop_without_a_voice_says_what_is_heard_instead(has_voice: bool) -> None:
    face = opened(Speaker(has_voice=has_voice)).face
    assert face.has_voice is has_voice
    assert ("a soft gong sounds instead" in face.voice) is not has_voice


def test_a_trial_is_what_the_room_would_hear() -> None:
    desk = opened(Speaker())
    desk.presenter.try_out(PhaseSound.SPOKEN)
    assert desk.speaker.tried == [PhaseSound.SPOKEN]
