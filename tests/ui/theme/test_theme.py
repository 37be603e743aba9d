"""The visual language, and the small widgets that speak it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.theme.icons import icon, names, pixmap
from kiosk.ui.theme.style import load_fonts, stylesheet
from kiosk.ui.theme.tokens import load_tokens, read_tokens
from kiosk.ui.widgets import ActionButton, FittedLabel, NumberTile, PlainLabel, ProgressBar

SRGB_KNEE = 0.04045


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= SRGB_KNEE else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_text_on_light_screens_has_contrast_enough() -> None:
    tokens = load_tokens()
    light, state = tokens.light, tokens.state
    pairs = [(light.ink, light.paper), (light.muted, light.paper), (light.surface, light.primary)]
    pairs += [
        (getattr(state, k), getattr(state, f"{k}_soft")) for k in ("ok", "warn", "bad", "info")
    ]
    assert all(contrast(*pair) >= 4.5 for pair in pairs)


def test_text_in_the_room_has_more() -> None:
    night = load_tokens().night
    inks = (night.text, night.muted, night.faint, night.running, night.last_minute)
    assert all(contrast(ink, night.background) >= 7 for ink in inks)


def test_a_missing_token_is_found_at_start(tmp_path: Path) -> None:
    broken = tmp_path / "tokens.toml"
    broken.write_text("[font]\nfamily = 'x'\nfallback = []\n", encoding="utf-8")
    with pytest.raises(KeyError):
        read_tokens(broken)


def test_the_stylesheet_grows_with_the_text_size() -> None:
    body = re.compile(r"QWidget \{ color: #17212B; font-size: (\d+)px")
    sizes = [body.search(stylesheet(load_tokens(), scale)) for scale in (1.0, 1.5)]
    assert [found and found.group(1) for found in sizes] == ["18", "27"]
    assert "$" not in stylesheet(load_tokens())


def test_the_bundled_font_is_there(qapp: QApplication) -> None:
    load_fonts()
    assert load_tokens().font.family in QFontDatabase.families()


@pytest.mark.parametrize("name", names())
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = pixmap(name, 24, "#FF0000", 2.0).toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen
    assert name == "logo" or seen == {"#ff0000"}


def test_icons_are_sharp_on_dense_screens(qapp: QApplication) -> None:
    picture = icon("check").pixmap(24, 24)
    assert not picture.isNull()
    assert pixmap("check", 24, "#000000", 2.0).width() == 48


def test_markup_in_a_name_is_text(qtbot: QtBot) -> None:
    label = PlainLabel("<img src=x> & <b>An</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_long_name_shrinks_and_stays_readable_to_a_screen_reader(qtbot: QtBot) -> None:
    label = FittedLabel("Bartholomeus-Alexander van den Wijngaerde", look="name")
    qtbot.addWidget(label)
    label.resize(200, 40)
    label.grab()
    assert label._fitted is not None
    assert label._fitted.font.pixelSize() <= 13
    assert label.accessibleName() == "Bartholomeus-Alexander van den Wijngaerde"


def test_a_button_keeps_its_key_when_its_word_changes(qtbot: QtBot) -> None:
    button = ActionButton("Badge", "printer", key="F2")
    qtbot.addWidget(button)
    button.setText("Badge afdrukken")
    assert button.shortcut().toString() == "F2"
    assert button.accessibleName() == "Badge afdrukken"


def test_a_tile_is_read_as_number_and_word(qtbot: QtBot) -> None:
    tile = NumberTile("184", "gesprekken")
    qtbot.addWidget(tile)
    assert tile.accessibleName() == "184 gesprekken"


@pytest.mark.parametrize(("here", "of", "value"), [(23, 30, 23), (0, 0, 0), (40, 30, 30)])
def test_a_bar_never_leaves_its_track(qtbot: QtBot, here: int, of: int, value: int) -> None:
    bar = ProgressBar()
    qtbot.addWidget(bar)
    bar.set_share(here, of)
    assert bar.value() == value
