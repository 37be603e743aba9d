"""Lines of text: measured, wrapped and shrunk without losing a word."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.printing import fonts
from kiosk.printing.fonts import Face, clean
from kiosk.printing.text import fitted, width, wrapped

fonts.load()
NAMES = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), min_size=1, max_size=90)


@given(NAMES)
def test_no_line_is_wider_than_its_room(text: str):
    assert all(width(line, Face.BOLD, 20) <= 200 for line in wrapped(text, Face.BOLD, 20, 200))


@given(NAMES)
def test_wrapping_loses_no_letter(text: str):
    lines = wrapped(text, Face.BOLD, 20, 200)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")


@given(NAMES)
def test_a_fitted_text_keeps_to_its_lines_and_room(text: str):
    fit = fitted(text, Face.BOLD, (40, 20, 12), 150, 2)
    assert len(fit.lines) <= 2
    assert all(width(line, Face.BOLD, fit.size) <= 150 for line in fit.lines)


def test_a_heading_breaks_into_lines_of_about_equal_length():
    assert wrapped("Wat vertel je, en wat niet?", Face.EXTRABOLD, 30, 345) == (
        "Wat vertel je,",
        "en wat niet?",
    )
