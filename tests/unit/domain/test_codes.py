"""The badge code survives any keyboard, and its check letters catch every common slip."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.codes import (
    ALPHABET,
    CODE_LENGTH,
    RANDOM_LETTERS,
    CodeForm,
    check_letters,
    form_of,
    new_code,
    normalise,
)

bodies = st.text(ALPHABET, min_size=RANDOM_LETTERS, max_size=RANDOM_LETTERS)
codes = bodies.map(lambda body: body + check_letters(body))


def test_the_alphabet_has_no_letter_that_moves_between_azerty_qwerty_and_qwertz() -> None:
    assert len(set(ALPHABET)) == 20
    assert not set(ALPHABET) & set("AQWZMY0123456789")


@given(codes)
def test_a_code_is_valid_as_it_was_made(code: str) -> None:
    assert len(code) == CODE_LENGTH
    assert form_of(code) is CodeForm.VALID


@given(codes)
def test_every_single_wrong_letter_is_caught(code: str) -> None:
    wrong = (
        code[:place] + letter + code[place + 1 :]
        for place in range(CODE_LENGTH)
        for letter in ALPHABET
        if letter != code[place]
    )
    assert {form_of(text) for text in wrong} == {CodeForm.DAMAGED}


@given(codes)
def test_every_swap_of_neighbours_is_caught(code: str) -> None:
    swapped = (
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(CODE_LENGTH - 1)
        if code[place] != code[place + 1]
    )
    assert all(form_of(text) is CodeForm.DAMAGED for text in swapped)


@pytest.mark.parametrize("place", range(RANDOM_LETTERS - 1))
def test_no_pair_of_neighbours_at_any_place_can_be_swapped_unseen(place: int) -> None:
    for first in ALPHABET:
        for second in ALPHABET:
            body = "B" * place + first + second + "B" * (RANDOM_LETTERS - 2 - place)
            swapped = "B" * place + second + first + "B" * (RANDOM_LETTERS - 2 - place)
            assert (check_letters(body) == check_letters(swapped)) is (first == second)


def all_endings() -> list[tuple[str, str]]:
    """Bodies that give every combination of last letter and both check letters, with their code."""
    found: dict[tuple[str, str], str] = {}
    chooser = random.Random(7)
    while len(found) < 20**3:
        body = "".join(chooser.choices(ALPHABET, k=RANDOM_LETTERS))
        found.setdefault((body[-1], check_letters(body)), body)
    return [(body, body + check) for (_, check), body in found.items()]


def test_no_swap_at_the_border_or_within_the_check_letters_goes_unseen() -> None:
    for body, code in all_endings():
        border = body[:-1] + code[18] + body[-1] + code[19]
        check = body + code[19] + code[18]
        assert border == code or form_of(border) is CodeForm.DAMAGED
        assert check == code or form_of(check) is CodeForm.DAMAGED


@given(codes)
def test_case_spaces_and_hyphens_do_not_matter(code: str) -> None:
    read_aloud = "-".join(code[start : start + 5] for start in range(0, CODE_LENGTH, 5)).lower()
    assert normalise(f"  {read_aloud}\n") == code
    assert form_of(read_aloud) is CodeForm.VALID


@pytest.mark.parametrize("length", [18, 19, 21, 22])
def test_almost_a_code_is_a_damaged_one(length: int) -> None:
    assert form_of("B" * length) is CodeForm.DAMAGED


@pytest.mark.parametrize("text", ["", "Samira", "17", "Bakkerij De Smet", "B" * 17, "B" * 23])
def test_names_and_numbers_are_no_codes(text: str) -> None:
    assert form_of(text) is CodeForm.NOT_A_CODE


def test_a_scan_with_another_layout_is_a_damaged_code() -> None:
    assert form_of("Q" * CODE_LENGTH) is CodeForm.DAMAGED


@given(st.text())
def test_any_text_has_a_form(text: str) -> None:
    assert form_of(text) in CodeForm


def test_new_codes_differ_and_can_be_replayed() -> None:
    assert new_code() != new_code()
    assert new_code(random.Random(7).choice) == new_code(random.Random(7).choice)
