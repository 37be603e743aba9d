"""Sounds come from where the organisers chose; whatever is unplugged, the day goes on."""

import pytest

from kiosk.domain.verdicts import VerdictCode
from kiosk.ui.sound import NAMES, Sound, SoundPlayer
from kiosk.ui.sounds.speaker_status import SpeakerStatus
from tests.helpers.loudspeakers import HALL, LAPTOP, FakeLoudspeakers, Played


@pytest.fixture
def speakers() -> FakeLoudspeakers:
    return FakeLoudspeakers()


@pytest.fixture
def player(speakers: FakeLoudspeakers) -> SoundPlayer:
    return SoundPlayer(find=speakers.find)


def test_every_sound_can_be_played(player, speakers):
    for name in NAMES:
        player.play(name)
    assert speakers.heard() == list(NAMES)


def test_a_sound_that_nobody_knows_is_not_heard(player, speakers):
    player.play("../../etc/passwd")
    assert speakers.heard() == []


def test_nothing_is_loaded_before_the_first_sound(player, speakers):
    player.use(HALL, 40)
    assert speakers.asked == 0
    player.prepare()
    player.prepare()
    assert speakers.asked == 1


def test_the_room_hears_the_chosen_loudspeaker_and_the_desk_its_own(player, speakers):
    player.use(HALL, 40)
    player.play(Sound.GONG)
    player.play(VerdictCode.WELCOME)
    assert speakers.played == [Played("gong", HALL, 40), Played("welcome", LAPTOP, 40)]


def test_another_choice_and_another_volume_hold_at_once(player, speakers):
    player.prepare()
    player.use(HALL, 55)
    player.play(Sound.SOFT_GONG)
    player.use("", 10)
    player.play(Sound.SOFT_GONG)
    assert speakers.played == [Played("soft-gong", HALL, 55), Played("soft-gong", LAPTOP, 10)]


@pytest.mark.parametrize(("wanted", "given"), [(-5, 0), (0, 0), (100, 100), (250, 100)])
def test_a_volume_stays_between_nothing_and_all(player, speakers, wanted, given):
    player.use("", wanted)
    player.play(Sound.GONG)
    assert speakers.played == [Played("gong", LAPTOP, given)]


def test_a_chosen_loudspeaker_that_vanishes_gives_way_and_comes_back(player, speakers, qtbot):
    player.use(HALL, 70)
    player.prepare()
    with qtbot.waitSignal(player.changed):
        speakers.become(LAPTOP)
    assert (player.status, player.devices()) == (SpeakerStatus.CHOSEN_IS_GONE, (LAPTOP,))
    player.play(Sound.GONG)
    speakers.become(LAPTOP, HALL)
    assert player.status is SpeakerStatus.READY
    player.play(Sound.GONG)
    assert speakers.played == [Played("gong", LAPTOP, 70), Played("gong", HALL, 70)]


def test_without_any_loudspeaker_the_player_is_silent_until_one_is_plugged_in(player, speakers):
    speakers.become()
    player.prepare()
    player.play(Sound.GONG)
    assert not player.audible
    assert player.status is SpeakerStatus.NONE
    player.use(HALL, 30)
    assert player.status is SpeakerStatus.NONE
    speakers.become(HALL)
    assert player.audible
    player.play(Sound.GONG)
    assert speakers.played == [Played("gong", HALL, 30)]


def test_the_last_loudspeaker_goes_in_the_middle_of_a_day(player, speakers):
    player.play(Sound.GONG)
    speakers.become()
    player.play(Sound.GONG)
    assert speakers.heard() == ["gong"]


def test_where_there_is_no_screen_there_is_nobody_to_hear(qapp):
    player = SoundPlayer()
    player.prepare()
    player.play(Sound.GONG)
    assert player.status is SpeakerStatus.NONE
    assert player.devices() == ()
    assert player.default_device() == ""
    assert player.voice_output() == {}


def test_the_voice_is_told_where_the_room_listens_only_when_somebody_chose(player, speakers):
    assert player.voice_output() == {}
    assert speakers.asked == 0
    player.use(HALL, 50)
    assert player.voice_output() == {"audioDevice": HALL}
    speakers.become(LAPTOP)
    assert player.voice_output() == {}
