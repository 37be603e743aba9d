"""Badges: they scan, they read, they are alike, whatever people are called."""

import time as wall

import pytest

from kiosk.i18n import speaking
from kiosk.printing.badges import badge_sheets
from kiosk.printing.documents import Sheet
from kiosk.printing.qr import MODULES, rectangles
from kiosk.services.paperwork import BadgeBatch, BadgeData
from tests.helpers.days import an_event
from tests.printing import pdfs
from tests.printing.samples import a_badge


def printed(*badges: BadgeData, sheet: Sheet = Sheet.A4, language: str = "nl") -> bytes:
    with speaking(language):
        return badge_sheets(BadgeBatch(an_event(), badges), language, sheet)


def test_every_code_on_every_sheet_decodes():
    badges = [a_badge(number, f"Naam {number}") for number in range(1, 14)]
    assert sorted(pdfs.codes(printed(*badges))) == sorted(badge.code for badge in badges)


def test_a_badge_of_its_own_is_an_a6_that_scans():
    badge = a_badge()
    pdf = printed(badge, sheet=Sheet.A6)
    assert pdfs.millimetres(pdf) == {(105, 148)}
    assert pdfs.codes(pdf) == [badge.code]


def test_four_badges_fill_an_a4():
    pdf = printed(*(a_badge(number) for number in range(1, 6)))
    assert pdfs.millimetres(pdf) == {(210, 297)}
    assert len(pdfs.texts(pdf)) == 2


def test_a_code_takes_21_modules_with_all_three_finders():
    areas = rectangles(a_badge().code)
    assert max(x + w for x, _y, w, _h in areas) == MODULES
    assert max(y + h for _x, y, _w, h in areas) == MODULES
    assert sum(w * h == 9 for _x, _y, w, h in areas) >= 3


def test_a_badge_shows_title_name_languages_and_number_and_nothing_else():
    (text,) = pdfs.texts(printed(a_badge(), sheet=Sheet.A6))
    assert sorted(text.split()) == sorted(
        ["Careerdating", "Gent", "Samira", "Nederlands", "·", "Arabisch", "Badge", "17"]
    )


def test_languages_are_named_in_the_language_of_the_paper():
    assert "Dutch · Arabic" in pdfs.texts(printed(a_badge(), language="en"))[0]


@pytest.mark.parametrize(
    "name", ["<img src=x>", "& <b>", "Łukasz Nowak", "Ştefan", "Țuțea", "=1+1", "Åse Ñandú"]
)
def test_a_name_comes_out_as_it_is_written(name: str):
    assert name in pdfs.texts(printed(a_badge(name=name)))[0]


def test_an_accent_in_two_parts_prints_as_one_letter():
    assert "José" in pdfs.texts(printed(a_badge(name="Jose\u0301")))[0]


def test_a_name_of_eighty_letters_stays_on_its_badge():
    text = pdfs.texts(printed(a_badge(name="X" * 80)))[0]
    assert "XXXX" in text
    assert "…" in text
    assert "17" in text


def test_an_emoji_is_left_out_and_the_name_stays():
    assert "Jo Nederlands" in pdfs.texts(printed(a_badge(name="Jo 😀")))[0]


@pytest.mark.parametrize("name", ["日本語", "", "\u200b", "😀"])
def test_a_name_that_no_font_can_write_gives_way_to_the_number(name: str):
    assert "Badge 17" in pdfs.texts(printed(a_badge(name=name)))[0]


def test_fonts_are_embedded():
    assert "AtkinsonHyperlegibleNext-ExtraBold" in pdfs.fonts(printed(a_badge()))


def test_the_file_names_its_title_and_language_and_no_author():
    pdf = printed(a_badge())
    assert pdfs.metadata(pdf)["Title"] == "Badges Careerdating Gent"
    assert pdfs.metadata(pdf)["Author"] == ""
    assert b"/Lang (nl)" in pdf


def test_a_hundred_badges_are_there_before_anyone_waits():
    badges = [a_badge(number, f"Naam {number}") for number in range(1, 101)]
    started = wall.perf_counter()
    printed(*badges)
    assert wall.perf_counter() - started < 3
