"""Brochures: real text in the reader's language, whole pages, and only a mutual yes."""

import pytest

from kiosk.domain.people import RouteKind, Side
from kiosk.printing.brochures import brochure
from kiosk.printing.content import read_brochure, written_in
from kiosk.services.paperwork import BrochureData, MatchBox
from tests.helpers.days import an_event
from tests.printing import pdfs
from tests.printing.samples import THROUGH_COMPANION, a_brochure, made_with

BOTH = pytest.mark.parametrize("audience", [Side.CANDIDATE, Side.EMPLOYER])
EVERY_LANGUAGE = pytest.mark.parametrize("language", ["nl", "en"])


def text_of(data: BrochureData) -> str:
    return " ".join(pdfs.texts(brochure(an_event(), data)))


@BOTH
@EVERY_LANGUAGE
def test_a_brochure_has_pages_in_fours_of_a5(audience: Side, language: str):
    pdf = brochure(an_event(), a_brochure(audience, language))
    assert len(pdfs.texts(pdf)) == 12
    assert pdfs.millimetres(pdf) == {(148, 210)}


@BOTH
@EVERY_LANGUAGE
def test_each_chapter_fills_one_page_and_stands_in_the_outline(audience: Side, language: str):
    pages = pdfs.texts(brochure(an_event(), a_brochure(audience, language)))
    chapters = read_brochure(audience, language).chapters
    for number, chapter in enumerate(chapters, 1):
        assert sum(p.startswith(f"{number} · {chapter.eyebrow.upper()}") for p in pages) == 1
    titles = pdfs.outline(brochure(an_event(), a_brochure(audience, language)))
    assert len(titles) >= len(chapters) + 3


@BOTH
def test_every_audience_can_be_read_in_dutch_and_english(audience: Side):
    assert written_in() == ("en", "nl")
    assert "21 maart" in text_of(a_brochure(audience, "nl"))
    assert "21 March" in text_of(a_brochure(audience, "en"))


def test_the_reader_finds_the_own_day():
    text = text_of(a_brochure())
    assert "Samira, dit zijn jouw gesprekken" in text
    assert "Tafel 4" in text
    assert "Bakkerij De Korenbloem" in text
    assert "Even op adem komen" in text


def test_a_candidate_reads_how_the_employer_gets_in_touch():
    text = text_of(a_brochure(matches=(THROUGH_COMPANION,)))
    assert "Jullie zeiden allebei ja" in text
    assert "Lotte neemt contact op via je begeleider" in text


def test_an_employer_reads_a_number_only_on_the_direct_route():
    direct = MatchBox("Samira", RouteKind.DIRECT, phone="+32 478 80 48 50", email="s@mail.example")
    other = MatchBox("Jonas", RouteKind.ORGANISATION, "Jobroad")
    text = text_of(a_brochure(Side.EMPLOYER, matches=(direct, other), name="Lotte"))
    assert "+32 478 80 48 50" in text
    assert "Neem contact op via Jobroad" in text


def test_without_a_match_nothing_is_said_about_one():
    assert "allebei ja" not in pdfs.texts(brochure(an_event(), a_brochure()))[1]


def test_many_matches_go_on_on_further_pages():
    many = tuple(MatchBox(f"Werkgever {n}", RouteKind.DIRECT) for n in range(30))
    pages = pdfs.texts(brochure(an_event(), a_brochure(matches=many)))
    assert all(any(f"Werkgever {n}" in page for page in pages) for n in range(30))
    assert len(pages) % 4 == 0


def test_a_brochure_for_nobody_in_particular_has_rows_to_fill_in():
    text = text_of(BrochureData(Side.CANDIDATE, "nl", 8, 7))
    assert "Dit zijn jouw gesprekken" in text
    assert "Samira" not in text


def test_nobody_is_thanked_unless_the_organiser_named_them():
    assert "Gemaakt samen" not in text_of(a_brochure())
    pdf = brochure(made_with("Jobroad & OCMW <b>"), a_brochure())
    assert "Gemaakt samen met Jobroad & OCMW <b>" in pdfs.texts(pdf)[0]


@pytest.mark.parametrize("name", ["<img src=x>", "& <b>", "</font><para>"])
def test_markup_in_names_is_text(name: str):
    text = text_of(a_brochure(matches=(MatchBox(name, RouteKind.DIRECT),), name=name))
    assert f"{name}, dit zijn" in text.replace("> ,", ">,")


def test_a_programme_without_rounds_still_makes_sense():
    assert "enkele" in text_of(BrochureData(Side.CANDIDATE, "nl", 0, 0))


def test_the_file_tells_its_language_and_title():
    pdf = brochure(an_event(), a_brochure(language="en"))
    assert b"/Lang (en)" in pdf
    assert pdfs.metadata(pdf)["Title"] == "Work(ing) in recovery · Careerdating Gent"
    assert pdfs.metadata(pdf)["Author"] == ""
