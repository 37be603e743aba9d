"""One code is found in whatever a scanner made of it, and garbage is told from other things."""

from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.domain.codes import (
    ALPHABET,
    CODE_LENGTH,
    RANDOM_LETTERS,
    CodeForm,
    check_letters,
    code_in,
    form_of,
)

bodies = st.text(ALPHABET, min_size=RANDOM_LETTERS, max_size=RANDOM_LETTERS)
codes = bodies.map(lambda body: body + check_letters(body))
strangers = st.text(max_size=8).filter(lambda text: not set(text.upper()) & set(ALPHABET))

CODE = "BCDEFGHIJKLNOPRSTU" + check_letters("BCDEFGHIJKLNOPRSTU")
OTHER = "XVUTSRPONLKJIHGFED" + check_letters("XVUTSRPONLKJIHGFED")
DOTLESS = "\N{LATIN SMALL LETTER DOTLESS I}"
FULL_WIDTH = "".join(chr(ord(letter) + 0xFEE0) for letter in CODE)


@given(codes, strangers, strangers)
def test_signs_before_and_after_a_code_are_left_out(code: str, before: str, after: str) -> None:
    assert code_in(before + code + after) == code


@pytest.mark.parametrize(
    "sent",
    [
        "]Q1" + CODE,
        "]C0" + CODE.lower(),
        CODE + "#",
        CODE + "\r\n",
        "\x02" + CODE + "\x03",
        "~" + CODE + "$%",
        CODE[:10] + " " + CODE[10:],
        "-".join(CODE),
    ],
)
def test_what_scanners_put_around_a_code_does_not_hide_it(sent: str) -> None:
    assert code_in(sent) == CODE


@given(codes)
def test_small_letters_are_as_good(code: str) -> None:
    assert code_in(code.lower()) == code
    assert code_in(code.title()) == code


def test_an_i_without_its_dot_is_an_i() -> None:
    """So a scanner writes on a laptop that is set to Turkish."""
    turkish = CODE.lower().replace("i", DOTLESS)
    assert DOTLESS in turkish
    assert code_in(turkish) == CODE
    assert form_of(turkish) is CodeForm.VALID


@given(codes, st.sampled_from(["", "\r", "]Q1", " ", "\t\t"]), st.integers(2, 4))
def test_a_code_that_is_sent_more_than_once_is_that_code(
    code: str, between: str, times: int
) -> None:
    assume(code[::2] != code[1::2])  # no code of ten pairs, which reads as doubled letters
    assert code_in(between.join([code] * times)) == code


@given(codes)
def test_each_letter_doubled_is_the_code(code: str) -> None:
    assert code_in("".join(letter * 2 for letter in code)) == code
    assert code_in("".join(letter * 2 for letter in f"]Q1{code}")) == code


@given(codes, codes, st.sampled_from(["", " ", "#", "\r"]))
def test_two_codes_in_one_scan_are_nobody(one: str, other: str, between: str) -> None:
    assume(one != other)
    assert code_in(one + between + other) is None


@pytest.mark.parametrize("sent", ["B" + CODE, CODE + "XX", "TTT" + CODE + "B"])
def test_a_code_within_a_longer_row_of_its_letters_is_found(sent: str) -> None:
    assert code_in(sent) == CODE


@given(codes, st.integers(0, CODE_LENGTH - 1))
def test_half_a_code_is_none(code: str, length: int) -> None:
    assert code_in(code[:length]) is None
    assert code_in(code[CODE_LENGTH - length :]) is None
    assert code_in(f"]Q1{code[:length]}") is None


@given(codes, codes)
def test_halves_of_two_codes_do_not_make_a_third(one: str, other: str) -> None:
    found = code_in(one[:12] + "#" + other[12:])
    assert found is None


@given(st.text(ALPHABET, max_size=60))
def test_a_code_that_is_found_was_sent_letter_by_letter(letters: str) -> None:
    found = code_in(letters)
    undoubled = letters[::2]
    assert found is None or found in letters or found in undoubled


@pytest.mark.parametrize(
    "long",
    ["B" * 10_000, CODE * 500, "#" * 10_000, "-" * 10_000, (ALPHABET + "]") * 500],
    ids=["one letter", "one code", "signs", "hyphens", "rows"],
)
def test_ten_thousand_letters_are_no_reason_to_wait(long: str) -> None:
    start = perf_counter()
    found = code_in(long)
    assert form_of(long) is CodeForm.NOT_A_CODE
    assert perf_counter() - start < 0.25
    assert found in {None, CODE, "B" * CODE_LENGTH}


def test_a_code_far_behind_other_signs_is_not_looked_for() -> None:
    assert code_in("#" * 400 + CODE) == CODE
    assert code_in("#" * 600 + CODE) is None


@pytest.mark.parametrize(
    "sent",
    [
        "&\u00e9\"'(\u00a7\u00e8!\u00e7\u00e0&\u00e9\"'(\u00a7\u00e8!",
        CODE[:6] + "&\u00e9\"'" + CODE[10:],
        CODE[:-1] + "!",
        "\u0438\u0441\u0432\u0443\u0430" * 4,
        "066067068069070071072x",
        FULL_WIDTH,
        "?" * CODE_LENGTH,
    ],
    ids=["azerty digits", "half azerty", "one sign", "cyrillic", "alt codes", "full width", "?"],
)
def test_signs_in_the_place_of_letters_are_a_garbled_scan(sent: str) -> None:
    assert form_of(sent) is CodeForm.GARBLED


@pytest.mark.parametrize(
    "text",
    [
        "https://jobroad.be/",
        "HTTP://EXAMPLE.ORG/A",
        "www.voorbeeld.be/dag",
        "WWW.VOORBEELD.BE/DAG",
        "jan.peeters@mail.com",
        "5410188031072",
        "00012345678901234567",
        "Thi Hu\u1ec7 Ng Vandenbossche",
        "Zo\u00eb D'Hondt-Vandaele",
        "Peeters, Jan (bakker)",
        "\u0441\u0438\u043d\u0438\u0439 \u0441\u0442\u0443\u043b \u0434\u0435\u043d\u044c",
        "+32 (0)9 123 45 67 / 89",
        "&\u00e9\"'",
        "?" * (CODE_LENGTH + 3),
    ],
)
def test_addresses_bar_codes_and_names_are_no_garbled_scan(text: str) -> None:
    assert form_of(text) is CodeForm.NOT_A_CODE


@given(st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=4))
def test_nothing_with_a_space_inside_is_called_garbled(words: list[str]) -> None:
    assert form_of("a" + " ".join(words) + "b") is not CodeForm.GARBLED
