"""Sounds are small files that begin and end in silence; a laptop without sound is no trouble."""

import importlib.util
import math
import wave
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config import SOUNDS
from kiosk.domain.people import SeatNeed
from kiosk.domain.verdicts import DeskRecord, MissingAnswer, Verdict, VerdictCode
from kiosk.ui.sounds.names import NAMES, Sound, verdict_sound
from tests.helpers.days import MORNING, a_candidate

LONGEST_AT_THE_DESK = 0.75
RATE = 22_050
MAKER = SOUNDS.parents[1] / "tools" / "make_sounds.py"


def read(name: str, folder: Path = SOUNDS) -> tuple["array[int]", float]:
    """Samples and seconds of a sound."""
    with wave.open(str(folder / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        values = array("h", file.readframes(file.getnframes()))
    return values, len(values) / RATE


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


def loudness(values: "array[int]") -> float:
    """How loud the first second is on the whole."""
    first = values[:RATE]
    return math.sqrt(sum(value * value for value in first) / len(first))


def test_the_soft_gong_is_much_softer_than_the_gong() -> None:
    gong, soft = read(Sound.GONG)[0], read(Sound.SOFT_GONG)[0]
    assert max(soft) < max(gong) / 2
    assert loudness(soft) < loudness(gong) / 1.9


@pytest.mark.parametrize(("name", "milliseconds"), [(Sound.GONG, 40), (Sound.SOFT_GONG, 120)])
def test_what_the_room_hears_swells_up_and_strikes_nobody(name: str, milliseconds: int) -> None:
    values, seconds = read(name)
    loudest = max(map(abs, values))
    assert max(map(abs, values[: RATE * milliseconds // 2000])) < loudest / 2
    assert max(map(abs, values[-RATE // 2 :])) < loudest / 15
    assert seconds > 3


def test_the_script_makes_the_same_sounds_again(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_sounds", MAKER)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    for name in NAMES:
        maker.write(name, tmp_path)
        made, kept = read(name, tmp_path)[0], read(name)[0]
        # the last bit of a sine is each mathematical library's own
        assert len(made) == len(kept)
        assert max(abs(one - other) for one, other in zip(made, kept, strict=True)) <= 1, name
