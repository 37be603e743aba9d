"""Reading a story: what it may hold, and one plain sentence for what is wrong."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.stories import Block, Span, Story, StoryConsents, StoryKind, pages_of
from kiosk.i18n.story_messages import problem_text
from kiosk.services.stories import (
    Library,
    Mistake,
    Problem,
    content_beside,
    questions_in,
    read_library,
    read_story,
    shown_stories,
)

FACTS = """id = "work"
kind = "information"
language = "en"
reading_level = "B1"
licence = "own text"
"""
SOURCE = '[[source]]\ntitle = "A study"\nyear = "2020"\nlink = "example.org"\n'
BODY = "# A title\n\nSome **strong** words.\n\n- One point\n- Another\n"


def written(folder: Path, facts: str = FACTS, body: str = BODY, name: str = "work.en.md") -> Path:
    path = folder / name
    path.write_text(f"+++\n{facts}+++\n{body}", encoding="utf-8")
    return path


def story_in(path: Path) -> Story:
    read = read_story(path)
    assert isinstance(read, Story)
    return read


def test_title_paragraphs_points_and_strong_words_are_known(tmp_path: Path) -> None:
    story = story_in(written(tmp_path))
    assert story.title == "A title"
    strong = (Span("Some "), Span("strong", strong=True), Span(" words."))
    points = [Block((Span(text),), is_point=True) for text in ("One point", "Another")]
    assert story.blocks == (Block(strong), *points)


def test_other_markup_stays_as_it_is_written(tmp_path: Path) -> None:
    story = story_in(written(tmp_path, body="# T\n\n<img src=x> [a](b) _c_\n"))
    assert story.text == "<img src=x> [a](b) _c_"


@pytest.mark.parametrize(
    ("facts", "body", "mistake"),
    [
        (FACTS, "# T\n\nAbout 7 in ten.\n", Mistake.NO_SOURCE),
        (FACTS, "# 7 days\n\nWords.\n", Mistake.NO_SOURCE),
        (FACTS, "# T\n\nAbout \u00bd of them.\n", Mistake.NO_SOURCE),
        (FACTS, "# Part \u2163\n\nWords.\n", Mistake.NO_SOURCE),
        (FACTS + 'topic = "9 in ten"\n', BODY, Mistake.NO_SOURCE),
        (
            FACTS.replace("information", "question") + SOURCE,
            "# 9 in ten?\n",
            Mistake.QUESTION_NUMBER,
        ),
        (FACTS + SOURCE.replace('"2020"', "true"), BODY, Mistake.SOURCE),
        (FACTS + SOURCE.replace('"2020"', "0x" + "f" * 7000), BODY, Mistake.SOURCE),
        (FACTS + "a = " + "9" * 7000 + "\n", BODY, Mistake.FACTS_UNREADABLE),
        (FACTS + "a = " + "[" * 7000 + "\n", BODY, Mistake.FACTS_UNREADABLE),
        (FACTS + "a" + ".a" * 30_000 + " = 1\n", BODY, Mistake.FACTS_UNREADABLE),
        (FACTS.replace('"information"', "[]"), BODY, Mistake.FACT_MISSING),
        (FACTS, BODY + "Words. " * 10_000, Mistake.TOO_LONG),
        (FACTS.replace('licence = "own text"\n', ""), BODY, Mistake.FACT_MISSING),
        (FACTS.replace("information", "advert"), BODY, Mistake.KIND),
        (FACTS.replace('"work"', '"../work"'), BODY, Mistake.OTHER_FILE),
        (FACTS + 'picture = "../../etc/passwd"\n', BODY, Mistake.PICTURE),
        (FACTS + "id =\n", BODY, Mistake.FACTS_UNREADABLE),
        (FACTS + '[[source]]\ntitle = "A study"\n', BODY, Mistake.SOURCE),
        (FACTS + 'source = "A study"\n', BODY, Mistake.SOURCE),
        (FACTS, "Words only.\n", Mistake.TITLE),
        (FACTS, "", Mistake.TITLE),
        (FACTS, "# T\n", Mistake.BODY),
        (FACTS + f'topic = "{"long " * 9}"\n', BODY, Mistake.LONG_TOPIC),
        (FACTS + SOURCE.replace("A study", "Study " * 18) * 3, BODY, Mistake.LONG_SOURCES),
        (FACTS, "# " + "long " * 20 + "\n\nWords.\n", Mistake.LONG_TITLE),
        (FACTS, "# T\n\n" + "word " * 60 + "\n", Mistake.LONG_SENTENCE),
    ],
    ids=range(27),
)
def test_a_mistake_is_told_in_one_sentence(
    tmp_path: Path, facts: str, body: str, mistake: Mistake
) -> None:
    read = read_story(written(tmp_path, facts, body))
    assert isinstance(read, Problem)
    assert read.mistake is mistake
    assert read.file == "work.en.md"


@pytest.mark.parametrize(
    ("facts", "body", "line"),
    [
        (FACTS, "# T\n\nWords.\n\nAbout 7 in ten.\n", 12),
        (FACTS, "# 7 days\n\nWords.\n", 8),
        (FACTS.replace("information", "advert"), BODY, 3),
        (FACTS + 'picture = "nothing"\n', BODY, 7),
        (FACTS + 'topic = "9 in ten"\n', BODY, 7),
        (FACTS + "id =\n", BODY, 7),
        (FACTS + '[[source]]\ntitle = "A study"\n', BODY, 7),
        (FACTS + SOURCE + '[[source]]\ntitle = "A study"\n', BODY, 11),
        (FACTS, "\nWords only.\n", 9),
        (FACTS, "# T\n\nWords.\n- " + "word " * 60 + "\n", 11),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, facts: str, body: str, line: int) -> None:
    read = read_story(written(tmp_path, facts, body))
    assert isinstance(read, Problem)
    assert read.line == line


def test_every_mistake_has_words() -> None:
    assert all(problem_text(mistake, "x") for mistake in Mistake)


def test_without_facts_or_as_no_text_a_file_is_refused(tmp_path: Path) -> None:
    bare, raw = tmp_path / "a.en.md", tmp_path / "b.en.md"
    bare.write_text(BODY, encoding="utf-8")
    raw.write_bytes(b"+++\n\xff\xfe\n+++\n")
    assert read_story(bare) == Problem("a.en.md", Mistake.FACTS_MISSING, line=1)
    assert read_story(raw) == Problem("b.en.md", Mistake.UNREADABLE)


def test_a_number_with_its_source_is_shown_with_it(tmp_path: Path) -> None:
    story = story_in(written(tmp_path, FACTS + SOURCE, "# T\n\nAbout 7 in ten.\n"))
    assert story.sources[0].line == "A study (2020), example.org"


def test_a_year_may_stand_without_quotation_marks(tmp_path: Path) -> None:
    story = story_in(written(tmp_path, FACTS + SOURCE.replace('"2020"', "2020")))
    assert story.sources[0].year == "2020"


def test_a_folder_of_the_organisers_replaces_and_adds_and_a_broken_file_harms_no_other(
    tmp_path: Path,
) -> None:
    ours, theirs = tmp_path / "ours", content_beside(tmp_path / "day.stoelendans")
    ours.mkdir()
    theirs.mkdir()
    written(ours)
    written(theirs, body="# Their title\n\nWords.\n")
    written(theirs, FACTS.replace('"work"', '"more"'), name="more.en.md")
    written(theirs, body="nothing", name="zz.en.md")
    library = read_library([ours, theirs])
    assert theirs.name == "day-content"
    assert [story.title for story in library.stories] == ["Their title", "A title"]
    assert [problem.file for problem in library.problems] == ["zz.en.md"]


@pytest.mark.parametrize("kind", ["information", "testimonial"])
def test_a_text_with_a_broken_file_is_shown_in_no_language(tmp_path: Path, kind: str) -> None:
    written(tmp_path, FACTS.replace("information", kind), "no title", name="work.en.md")
    written(tmp_path, FACTS.replace('"en"', '"nl"'), name="work.nl.md")
    written(tmp_path, FACTS.replace('"work"', '"more"'), name="more.en.md")
    library = read_library([tmp_path])
    assert [story.id for story in library.stories] == ["more"]
    assert [problem.file for problem in library.problems] == ["work.en.md"]


@pytest.mark.parametrize(
    ("kind", "about"),
    [("testimonial", ""), ("advert", ""), ("information", "A sentence that goes on")],
)
def test_what_is_wrong_with_a_testimonial_is_told_without_its_words(
    tmp_path: Path, kind: str, about: str
) -> None:
    body = "# T\n\nA sentence that goes on " + "and on " * 40 + "\n"
    read = read_story(written(tmp_path, FACTS.replace("information", kind), body))
    assert isinstance(read, Problem)
    assert read.line == 10
    assert read.about.startswith(about)
    assert bool(read.about) == bool(about)
    assert "goes on" not in problem_text(read.mistake, read.about) or about


def links_out(folder: Path) -> None:
    """A text that is really a file of another folder."""
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (folder / "work.en.md").symlink_to(written(elsewhere))


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: os.mkfifo(folder / "work.en.md"),
        lambda folder: (folder / "work.en.md").symlink_to("/dev/zero"),
        lambda folder: (folder / "work.en.md").symlink_to("work.en.md"),
        lambda folder: (folder / "work.en.md").mkdir(),
        links_out,
    ],
    ids=["pipe", "device", "ring", "folder", "elsewhere"],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes or devices in a folder")
def test_only_a_plain_file_of_the_folder_itself_is_read(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    make(folder)
    library = read_library([folder])
    assert library.stories == ()
    assert library.problems == (Problem("work.en.md", Mistake.UNREADABLE),)


def test_a_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    written(tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert len(read_library([tmp_path / "link"]).stories) == 1


def test_thousands_of_texts_are_looked_through_once(tmp_path: Path) -> None:
    story = story_in(written(tmp_path))
    stories = tuple(replace(story, id=f"t{number}") for number in range(20_000))
    started = time.process_time()
    assert len(shown_stories(Library(stories), ("en",))) == len(stories)
    assert time.process_time() - started < 5


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_library([tmp_path / "none"]).stories == ()


def test_a_testimonial_is_shown_only_with_a_consent_that_stands(tmp_path: Path) -> None:
    written(tmp_path, FACTS.replace("information", "testimonial"))
    library = read_library([tmp_path])
    assert shown_stories(library, ("en",)) == ()
    consents = StoryConsents(frozenset({library.fingerprint("work")}))
    assert shown_stories(library, ("en",), consents) == (library.stories,)


@pytest.mark.parametrize(
    ("facts", "body"),
    [
        (FACTS, BODY.replace("Another", "Another one")),
        (FACTS, BODY.replace("A title", "Another title")),
        (FACTS, BODY.replace("Some **strong** words", "Some strong **words**")),
        (FACTS, BODY.replace("- Another", "\nAnother")),
        (FACTS + 'topic = "A topic"\n', BODY),
        (FACTS + SOURCE, BODY),
        (FACTS + 'picture = "heart"\n', BODY),
    ],
)
def test_a_consent_is_for_these_very_words(tmp_path: Path, facts: str, body: str) -> None:
    facts = facts.replace("information", "testimonial")
    written(tmp_path, FACTS.replace("information", "testimonial"))
    consents = StoryConsents(frozenset({read_library([tmp_path]).fingerprint("work")}))
    written(tmp_path, facts, body)
    assert shown_stories(read_library([tmp_path]), ("en",), consents) == ()


def test_a_testimonial_is_one_in_every_language_whatever_a_translation_calls_it(
    tmp_path: Path,
) -> None:
    written(tmp_path, FACTS.replace("information", "testimonial"))
    for language, kind in (("nl", "information"), ("fr", "question")):
        facts = FACTS.replace('"en"', f'"{language}"').replace("information", kind)
        written(tmp_path, facts, name=f"work.{language}.md")
    library = read_library([tmp_path])
    assert shown_stories(library, ("en", "nl", "fr")) == ()
    assert questions_in(library, "fr") == ()


def test_a_new_translation_of_a_testimonial_needs_consent_anew(tmp_path: Path) -> None:
    facts = FACTS.replace("information", "testimonial")
    written(tmp_path, facts)
    consents = StoryConsents(frozenset({read_library([tmp_path]).fingerprint("work")}))
    written(tmp_path, facts.replace('"en"', '"nl"'), name="work.nl.md")
    assert shown_stories(read_library([tmp_path]), ("en", "nl"), consents) == ()


def test_a_question_is_for_the_rounds_and_is_no_slide(tmp_path: Path) -> None:
    written(tmp_path, FACTS.replace("information", "question"), "# What do you like?\n")
    library = read_library([tmp_path])
    assert library.stories[0].kind is StoryKind.QUESTION
    assert questions_in(library, "en") == ("What do you like?",)
    assert questions_in(library, "nl") == ()
    assert shown_stories(library, ("en",)) == ()


def test_a_long_text_is_split_and_no_word_of_it_is_lost(tmp_path: Path) -> None:
    sentence = "This **sentence** is one of very many that belong together. "
    story = story_in(written(tmp_path, body=f"# T\n\n{sentence * 20}\n"))
    pages = pages_of(story)
    assert len(pages) > 1
    shown = " ".join(block.text for page in pages for block in page)
    assert shown.split() == story.text.split()
    assert all(sum(len(block.text) for block in page) <= 360 for page in pages)


def test_a_language_that_an_event_names_twice_has_one_turn(tmp_path: Path) -> None:
    written(tmp_path)
    assert len(shown_stories(read_library([tmp_path]), ("en", "nl", "en"))[0]) == 1
