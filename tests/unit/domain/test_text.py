"""What people write comes out harmless, and otherwise as they wrote it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.text import one_line, tidy

LONGEST = 20


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Samira   Benali ", "Samira Benali"),
        ("Samira\tBenali", "Samira Benali"),
        ("rolstoel\n\n  tolk Arabisch\n", "rolstoel tolk Arabisch"),
        ("O'Brien & D\N{RIGHT SINGLE QUOTATION MARK}Hondt", "O'Brien & D\u2019Hondt"),
        ("<b>Jan</b>", "<b>Jan</b>"),
        ("=1+1", "=1+1"),
        ("Zoe\N{COMBINING DIAERESIS}", "Zo\u00eb"),
        ("\u202eSamira\u202c", "Samira"),
        ("Sam\x00i\x1bra\x7f", "Samira"),
        ("Sam\ud800ira", "Samira"),
        ("\u200b \ufeff", ""),
        ("\u0641\u0627\u0637\u0645\u0629", "\u0641\u0627\u0637\u0645\u0629"),
        ("", ""),
    ],
)
def test_a_line_keeps_what_can_be_read_and_no_more(written: str, kept: str) -> None:
    assert one_line(written, 80) == kept


def test_a_line_ends_where_there_is_no_more_room_and_never_with_a_space() -> None:
    assert one_line("Maria Josefina Alexandra", 14) == "Maria Josefina"
    assert one_line("Maria Josefina Alexandra", 15) == "Maria Josefina"
    assert one_line("Maria", 0) == ""


def test_line_breaks_stay_where_lines_are_wanted() -> None:
    assert tidy(" one \n\n\n two\t three ") == "one\ntwo three"


@given(st.text(max_size=60))
def test_a_line_is_one_line_of_no_more_letters_without_controls(written: str) -> None:
    line = one_line(written, LONGEST)
    assert len(line) <= LONGEST
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert not [letter for letter in line if unicodedata.category(letter) in {"Cc", "Cs"}]


@given(st.text(max_size=60))
def test_a_tidy_line_is_tidy_already(written: str) -> None:
    line = one_line(written, LONGEST)
    assert one_line(line, LONGEST) == line
