"""A badge code never gets among the words that a room reads, and words are left alone."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.badge_codes_in_words import holds_badge_code, holds_whole_badge_code
from kiosk.domain.codes import ALPHABET, CODE_LENGTH, RANDOM_LETTERS, check_letters
from kiosk.i18n import LOCALE_FOLDER

CONTENT = Path("assets/content/stories")
MESSAGES = (
    "Zoek je tafel.",
    "We gaan zo verder met ronde 3, zoek rustig je tafel.",
    "NOORDEROPLICHTINGSKREN…",
    "De NOORDEROPLICHTINGSKREN zijn er!",
    "Verantwoordelijkheden",
    "Noorderlicht",
    "Gefeliciteerd!!!!!!!",
    "Tot-straks-allemaal!",
    "Koffie/thee/water/sap",
    "Zoek nu je tafel even",
    "Graag even stil zijn nu",
    "15:30-17:00 pauze",
    "https://vdab.be/jobs/bijen",
    "organisatie@stad.gent",
    "Bel 0470 12 34 56",
    "1234567890123456789",
    "De deuren sluiten over 5 min.",
    "Er is iets verloren: een groene boekentas. Kom even langs het onthaal.",
    "Someone lost their keys; they're at the front desk.",
    "Please switch off your phone during the testimonials.",
)

bodies = st.text(ALPHABET, min_size=RANDOM_LETTERS, max_size=RANDOM_LETTERS)
codes = bodies.map(lambda body: body + check_letters(body))
places = st.integers(0, CODE_LENGTH - 1)
around = st.sampled_from(["", "Kijk ", "ronde3", "é", "(", "Bonjour, ", "koffie"])


def in_groups(code: str, size: int, between: str) -> str:
    return between.join(code[at : at + size] for at in range(0, CODE_LENGTH, size))


@given(codes, around, around)
def test_a_whole_code_is_found_whatever_stands_around_it(
    code: str, before: str, after: str
) -> None:
    for written in (code, code.lower(), code.title()):
        assert holds_whole_badge_code(before + written + after)


@given(codes, st.integers(1, CODE_LENGTH), st.sampled_from([" ", "-", " - ", ".", "\n"]))
def test_a_code_in_groups_is_found_amid_words(code: str, size: int, between: str) -> None:
    spelled = in_groups(code.lower(), size, between)
    assert holds_whole_badge_code(spelled)
    assert holds_whole_badge_code(f"let op: {spelled} dank je")


@given(codes, codes)
def test_two_codes_are_no_way_around(code: str, other: str) -> None:
    assert holds_badge_code(code + other)
    assert holds_badge_code(f"{code} {other}")
    assert holds_badge_code("".join(letter * 2 for letter in code))


@given(codes, places, st.sampled_from(ALPHABET))
def test_a_damaged_code_alone_is_found(code: str, place: int, letter: str) -> None:
    lost = code[:place] + code[place + 1 :]
    for damaged in (lost, code[:place] + letter + code[place + 1 :], lost.lower(), f"{lost}."):
        assert holds_badge_code(damaged)
        assert holds_badge_code(f"  {damaged} ")


@given(codes)
def test_a_garbled_code_alone_is_found(code: str) -> None:
    assert holds_badge_code(";".join(code))
    cyrillic = {ord(letter): 0x430 + number for number, letter in enumerate(ALPHABET)}
    assert holds_badge_code(code.translate(cyrillic))


@pytest.mark.parametrize("words", MESSAGES)
def test_what_people_write_is_left_alone(words: str) -> None:
    for written in (words, words.upper(), words.lower()):
        assert not holds_badge_code(written)


def test_no_sentence_of_the_program_or_the_stories_looks_like_a_code() -> None:
    catalogue = (LOCALE_FOLDER / "nl" / "LC_MESSAGES" / "stoelendans.po").read_text("utf-8")
    stories = [path.read_text("utf-8") for path in sorted(CONTENT.glob("*.md"))]
    texts = [catalogue.replace('"\n"', ""), *stories]
    sentences = [s for text in texts for s in re.split(r"(?<=[.!?])\s+|\n", text) if s.strip()]
    assert len(sentences) > 3_000
    neighbours = [f"{one} {two}" for one, two in combinations(MESSAGES, 2)]
    refused = [s for s in sentences + neighbours if holds_badge_code(s)]
    assert refused == []
