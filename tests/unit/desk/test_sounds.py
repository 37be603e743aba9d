"""Sounds are small files that begin and end in silence; a laptop without sound is no trouble."""

import wave
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config import SOUNDS
from kiosk.domain.people import SeatNeed
from kiosk.domain.verdicts import DeskRecord, MissingAnswer, Verdict, VerdictCode
from kiosk.ui.sound import NAMES, Sound, verdict_sound
from tests.helpers.days import MORNING, a_candidate

LONGEST_AT_THE_DESK = 0.75


def read(name: str) -> tuple["array[int]", float]:
    """Samples and seconds of a sound."""
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        values = array("h", file.readframes(file.getnframes()))
    return values, len(values) / 22_050


@pytest.mark.parametrize("name", NAMES)
def test_each_sound_is_small_and_clicks_nowhere(name: str) -> None:
    values, _seconds = read(name)
    assert (SOUNDS / f"{name}.wav").stat().st_size < 200_000
    assert max(abs(values[0]), abs(values[-1])) < 400
    assert 8_000 < max(values) < 30_000


@pytest.mark.parametrize("name", [*VerdictCode, Sound.WELCOME_ATTENTION])
def test_an_answer_is_over_before_the_next_scan(name: str) -> None:
    assert read(name)[1] <= LONGEST_AT_THE_DESK


def test_nothing_else_lies_in_the_folder() -> None:
    assert sorted(path.stem for path in Path(SOUNDS).iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("code", VerdictCode)
def test_a_verdict_sounds_by_its_code(code: VerdictCode) -> None:
    record = DeskRecord(a_candidate(1), may_take_part=True)
    assert verdict_sound(Verdict(code, MORNING, record)) == code.value
    assert verdict_sound(Verdict(code, MORNING)) == code.value


def test_a_welcome_with_something_to_read_or_to_ask_says_so() -> None:
    record = DeskRecord(a_candidate(1, needs="Tolk Arabisch"), may_take_part=True)
    asked = replace(record, attendee=a_candidate(2), missing=(MissingAnswer.LANGUAGES,))
    quiet = replace(record, attendee=a_candidate(3, seat_needs=(SeatNeed.QUIET,)))
    for each in (record, asked, quiet):
        verdict = Verdict(VerdictCode.WELCOME, MORNING, each)
        assert verdict_sound(verdict) == Sound.WELCOME_ATTENTION
