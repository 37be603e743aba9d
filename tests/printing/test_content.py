"""Content is edited by people: a mistake is named with its file and its line."""

from pathlib import Path

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Side
from kiosk.i18n import LANGUAGES, speaking
from kiosk.i18n.content_messages import mistake_text
from kiosk.i18n.messages import refusal_text
from kiosk.printing.content import (
    FILES,
    Box,
    Bullets,
    Mistake,
    Tone,
    read_brochure,
    written_in,
)

FACTS = """+++
audience = "candidates"
language = "nl"
title = "Titel"
subtitle = "Ondertitel"
reading_level = "eenvoudig"
sources = ["Bron"]
+++
"""
GOOD = (
    FACTS
    + """# Vandaag | Wat gebeurt er?

Gewone tekst, **vet** ook, {minutes} minuten.

> **In het kort**
> Kort gezegd.

- een
- twee

## - Niet doen

Dit niet.

Bron: ergens
"""
)


def read(folder: Path, text: str):
    (folder / "candidates.nl.md").write_text(text, encoding="utf-8")
    return read_brochure(Side.CANDIDATE, "nl", folder)


def test_a_good_file_becomes_chapters_boxes_lists_and_columns(tmp_path: Path):
    (chapter,) = read(tmp_path, GOOD).chapters
    text, box, bullets = chapter.blocks
    assert [span.strong for span in text.spans] == [False, True, False]
    assert box == Box("In het kort", box.paragraphs)
    assert isinstance(bullets, Bullets)
    assert chapter.columns[0].tone is Tone.DONT
    assert chapter.columns[0].title == "Niet doen"
    assert chapter.source == "Bron: ergens"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("zomaar tekst", 1),
        ("+++\ntitle = \n+++\n", 2),
        (FACTS.replace('"nl"', '"fr"') + "# A | B\n", 3),
        (FACTS.replace('title = "Titel"', "title = 3") + "# A | B\n", 4),
        (FACTS + "Tekst zonder hoofdstuk\n", 9),
        (FACTS + "# Zonder streep\n", 9),
        (FACTS + "# A | B\n\nHallo {naam}\n", 11),
        (FACTS + "# A | B\n\n![foto](x.png)\n", 11),
        (FACTS + "# A | B\n\n<script>\n", 11),
        (FACTS + "# A | B\n\n> geen titel\n", 11),
        (FACTS + "# A | B\n\n1. genummerd\n", 11),
        (FACTS + "# A | B\n\n## 1\n\n## 2\n\n## 3\n\n## 4\n", 17),
    ],
)
def test_a_mistake_is_refused_with_its_line(tmp_path: Path, text: str, line: int):
    with pytest.raises(Refusal) as refused:
        read(tmp_path, text)
    assert refused.value.code is RefusalCode.CONTENT
    assert (refused.value.facts["path"], refused.value.facts["line"]) == ("candidates.nl.md", line)
    for language in LANGUAGES:
        with speaking(language):
            assert f"candidates.nl.md, {'regel' if language == 'nl' else 'line'} {line}: " in (
                refusal_text(refused.value)
            )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mistake", Mistake)
def test_every_mistake_has_words(mistake: Mistake, language: str):
    facts = {"mistake": mistake.value, **dict.fromkeys(("fence", "key", "wanted", "name"), "xyz")}
    with speaking(language):
        assert mistake_text(facts)


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(Refusal):
        read_brochure(Side.CANDIDATE, "nl", tmp_path)


@pytest.mark.parametrize("audience", FILES)
def test_every_figure_we_print_has_a_source_on_its_page(audience: Side):
    for language in written_in():
        for chapter in read_brochure(audience, language).chapters:
            if "722" in str(chapter.blocks) or "94" in str(chapter.blocks):
                assert chapter.source


@pytest.mark.parametrize("audience", FILES)
def test_both_languages_tell_the_same_story(audience: Side):
    shapes = {
        tuple(
            (len(chapter.blocks), [column.tone for column in chapter.columns].__repr__())
            for chapter in read_brochure(audience, language).chapters
        )
        for language in written_in()
    }
    assert len(shapes) == 1
