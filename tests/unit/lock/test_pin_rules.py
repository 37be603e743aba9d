"""Which digits make a PIN, and that only they fit."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.pin import LONGEST, SHORTEST, digits_of, hash_pin, is_guessable, is_pin_shaped

FEW_ROUNDS = 10


@pytest.mark.parametrize("digits", ["4719", "28064", "90210847"])
def test_four_to_eight_digits_make_a_pin_that_fits(digits: str) -> None:
    stored = hash_pin(digits, FEW_ROUNDS)
    assert stored.fits(digits)
    assert not stored.fits(digits[:-1])
    assert not stored.fits(digits + "1")


@pytest.mark.parametrize(
    "text", ["", "471", "471947194", "47a9", "47½9", "4719\n5", "een lange zin"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        hash_pin(text, FEW_ROUNDS)
    assert refused.value.code is RefusalCode.PIN_SHAPE


@pytest.mark.parametrize(
    "digits",
    ["0000", "7777777", "1234", "4321", "7890", "0987", "12345678", "1212", "1122", "123123"],
)
def test_what_anybody_would_try_first_is_refused(digits: str) -> None:
    with pytest.raises(Refusal) as refused:
        hash_pin(digits, FEW_ROUNDS)
    assert refused.value.code is RefusalCode.PIN_GUESSABLE


def test_most_pins_may_be_chosen() -> None:
    refused = sum(is_guessable(f"{number:04d}") for number in range(10_000))
    assert refused < 700


def test_digits_typed_without_shift_on_azerty_are_the_same_pin() -> None:
    assert digits_of("&é\"'(§è!çà") == "1234567890"
    assert digits_of("(-è_ç") == "56789"
    stored = hash_pin("4719", FEW_ROUNDS)
    assert stored.fits("'è&ç")
    assert stored.fits("٤٧١٩")


def test_two_events_with_one_pin_do_not_show_it() -> None:
    one, other = hash_pin("4719", FEW_ROUNDS), hash_pin("4719", FEW_ROUNDS)
    assert one.digest != other.digest
    assert b"4719" not in b"".join(part for part in astuple(one) if isinstance(part, bytes))


@given(st.text(max_size=40))
def test_nothing_that_can_be_typed_breaks_a_check(text: str) -> None:
    digits = digits_of(text)
    if is_pin_shaped(digits):
        assert SHORTEST <= len(digits) <= LONGEST
    assert not hash_pin("4719", 1).fits(text) or digits == "4719"
