"""Sounds are small files that begin and end in silence; a laptop without sound is no trouble."""

import wave
from array import array
from pathlib import Path

import pytest

from kiosk.config import SOUNDS
from kiosk.domain.verdicts import Tone
from kiosk.ui.sound import Sound


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_is_small_and_clicks_nowhere(sound: Sound) -> None:
    path = SOUNDS / f"{sound}.wav"
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        values = array("h", file.readframes(file.getnframes()))
    assert path.stat().st_size < 200_000
    assert max(abs(values[0]), abs(values[-1])) < 400
    assert 8_000 < max(values) < 30_000


def test_every_tone_of_the_desk_has_a_sound() -> None:
    assert {tone.value for tone in Tone} <= {sound.value for sound in Sound}


def test_nothing_else_lies_in_the_folder() -> None:
    assert {path.stem for path in Path(SOUNDS).iterdir()} == {sound.value for sound in Sound}
