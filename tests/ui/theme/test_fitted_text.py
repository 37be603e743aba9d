"""Text that becomes smaller before it is cut, and is never taken for markup."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.theme.style import font, load_fonts
from kiosk.ui.widgets import FittedLabel, IconButton
from kiosk.ui.widgets.text import fit, wrap

Measure = Callable[[str], int]


@pytest.fixture
def face(qapp: QApplication) -> QFont:
    load_fonts()
    return font(18)


@pytest.fixture
def width_of(face: QFont) -> Measure:
    return QFontMetrics(face).horizontalAdvance


def test_words_go_to_a_second_line_before_they_become_smaller(
    face: QFont, width_of: Measure
) -> None:
    room = QSize(width_of("Logistiek Noord"), 100)
    fitted = fit("Haven Logistiek Noord", face, room, most=2, smallest=12)
    assert fitted.lines == ("Haven", "Logistiek Noord")
    assert fitted.font.pixelSize() == 18


def test_a_word_that_is_too_wide_becomes_smaller_before_it_is_cut(
    face: QFont, width_of: Measure
) -> None:
    room = QSize(width_of("Poetsbrigade") - 6, 30)
    fitted = fit("Poetsbrigade", face, room, most=2, smallest=12)
    assert fitted.whole
    assert fitted.text == "Poetsbrigade"
    assert 12 <= fitted.font.pixelSize() < 18


def test_where_there_is_height_for_one_line_only_one_is_written(
    face: QFont, width_of: Measure
) -> None:
    room = QSize(width_of("Haven Log"), QFontMetrics(face).height())
    fitted = fit("Haven Logistiek Noord te Gent", face, room, most=3, smallest=17)
    assert len(fitted.lines) == 1
    assert fitted.text.endswith("…")
    assert not fitted.whole


def test_a_compound_breaks_after_its_hyphens(face: QFont, width_of: Measure) -> None:
    lines = wrap("Sint-Jozef-Coleta", QFontMetrics(face), width_of("Sint-Jozef-"), 2)
    assert lines == ("Sint-Jozef-", "Coleta")


def test_text_that_ends_with_dots_of_its_own_counts_as_whole(face: QFont) -> None:
    fitted = fit("Zoek op naam …", face, QSize(500, 30), most=1, smallest=12)
    assert fitted.whole
    assert fitted.text == "Zoek op naam …"


@pytest.mark.parametrize("text", ["", " ", "-", "a-b", "x" * 300, "line\nbreak"])
def test_any_text_finds_its_lines(face: QFont, text: str) -> None:
    fitted = fit(text, face, QSize(60, 20), most=2, smallest=13)
    assert len(fitted.lines) == 1
    assert all(QFontMetrics(fitted.font).horizontalAdvance(line) <= 60 for line in fitted.lines)


def test_the_tip_of_a_label_that_was_cut_shows_markup_as_text(qtbot: QtBot) -> None:
    label = FittedLabel("<img src=x> & <b>a name that is far too long for its place</b>")
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.grab()
    assert "&lt;img src=x&gt; &amp; &lt;b&gt;" in label.toolTip()
    label.setText("An")
    label.grab()
    assert label.toolTip() == ""


def test_the_tip_of_a_button_shows_markup_as_text(qtbot: QtBot) -> None:
    button = IconButton("cross", "Weg met <b>An</b>")
    qtbot.addWidget(button)
    assert "&lt;b&gt;An&lt;/b&gt;" in button.toolTip()
