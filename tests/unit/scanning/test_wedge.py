"""A scanner's burst is told from a person's typing, whatever ends it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.codes import new_code
from kiosk.scanning.wedge import BurstDetector, Phase, Reading, RepeatGuard

CODE = new_code()


def typed(detector: BurstDetector, text: str, gap: float, start: float = 10.0) -> list[Reading]:
    return [detector.feed(letter, start + at * gap) for at, letter in enumerate(text)]


@pytest.mark.parametrize("suffix", ["\r", "\n", "\t"])
def test_a_burst_with_a_suffix_is_a_scan(suffix: str) -> None:
    last = typed(BurstDetector(), CODE + suffix, 0.004)[-1]
    assert (last.phase, last.text, last.suffix) == (Phase.ENDS, CODE, suffix)


def test_a_burst_without_suffix_ends_when_nothing_follows() -> None:
    detector = BurstDetector()
    typed(detector, CODE, 0.01)
    assert detector.poll(10.2) is None
    ended = detector.poll(10.0 + 0.01 * len(CODE) + 0.2)
    assert ended is not None
    assert ended.text == CODE
    assert detector.poll(20.0) is None


def test_a_burst_shows_at_its_sixth_letter() -> None:
    phases = [reading.phase for reading in typed(BurstDetector(), CODE, 0.01)]
    assert phases[:5] == [Phase.TYPING] * 5
    assert phases[5] is Phase.BEGINS
    assert set(phases[6:]) == {Phase.GOES_ON}


@pytest.mark.parametrize("gap", [0.04, 0.08, 0.2])
def test_even_a_fast_typist_is_no_scanner(gap: float) -> None:
    readings = typed(BurstDetector(), "Samira Benali\r", gap)
    assert {reading.phase for reading in readings} == {Phase.TYPING}


def test_a_stutter_within_a_burst_does_not_break_it() -> None:
    detector = BurstDetector()
    typed(detector, CODE[:10], 0.005)
    typed(detector, CODE[10:], 0.005, start=10.13)
    assert detector.feed("\r", 10.19).text == CODE


def test_letters_typed_long_before_do_not_join_the_scan() -> None:
    detector = BurstDetector()
    typed(detector, "sam", 0.15, start=5.0)
    assert typed(detector, CODE + "\r", 0.005)[-1].text == CODE


def test_a_scan_right_after_another_stands_alone() -> None:
    detector = BurstDetector()
    other = new_code()
    assert typed(detector, CODE + "\r", 0.004)[-1].text == CODE
    assert typed(detector, other + "\r", 0.004, start=10.09)[-1].text == other


def test_one_badge_held_under_the_light_is_one_scan() -> None:
    guard = RepeatGuard()
    assert not guard.is_repeat("A", 0.0)
    assert guard.is_repeat("A", 2.4)
    assert not guard.is_repeat("B", 2.45)
    assert not guard.is_repeat("A", 2.5)
    assert not guard.is_repeat("A", 5.1)


@given(st.lists(st.tuples(st.characters(), st.floats(0, 0.3)), max_size=80))
def test_no_stream_of_keys_upsets_it(keys: list[tuple[str, float]]) -> None:
    detector, now = BurstDetector(), 0.0
    for letter, gap in keys:
        now += gap
        detector.poll(now)
        reading = detector.feed(letter, now)
        assert reading.phase is not Phase.ENDS or len(reading.text) >= 6
