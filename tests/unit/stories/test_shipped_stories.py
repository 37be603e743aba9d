"""The texts that come with the program: complete in both languages, sourced, plain and short."""

import re
from itertools import groupby

import pytest

from kiosk.domain.stories import Story, StoryKind, pages_of, sentences
from kiosk.services.stories import shipped_library

MOST_WORDS = 24
STORIES = shipped_library().stories
NAMES = [f"{story.id}.{story.language}" for story in STORIES]
STIGMA = re.compile(
    r"\b(verslaafden?|junk\w*|alcoholici|addicts?|alcoholics?|abusers?|clean|ex-\w+)\b",
    re.IGNORECASE,
)


def ids(language: str, kind: StoryKind) -> list[str]:
    return [s.id for s in STORIES if s.language == language and s.kind is kind]


def test_every_file_can_be_shown() -> None:
    assert shipped_library().problems == ()


@pytest.mark.parametrize("kind", [StoryKind.INFORMATION, StoryKind.QUESTION])
def test_dutch_and_english_have_the_same_texts(kind: StoryKind) -> None:
    assert ids("nl", kind) == ids("en", kind)
    assert len(ids("nl", kind)) >= 8


def test_no_testimonial_is_shipped_since_nobody_has_given_one() -> None:
    assert not [story for story in STORIES if story.kind is StoryKind.TESTIMONIAL]


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_each_text_names_its_licence_and_reading_level(story: Story) -> None:
    assert story.licence
    assert story.reading_level == "B1"


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_information_names_its_sources_and_so_does_every_number(story: Story) -> None:
    has_number = re.search(r"\d", story.title + story.text)
    assert story.sources or (story.kind is StoryKind.QUESTION and not has_number)


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_sentences_are_short_and_a_text_fits_one_page(story: Story) -> None:
    said = [sentence for block in story.blocks for sentence in sentences(block.text)]
    assert all(len(sentence.split()) <= MOST_WORDS for sentence in said)
    assert len(said) <= 6
    assert len(pages_of(story)) == 1


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_words_put_the_person_first(story: Story) -> None:
    assert not STIGMA.search(f"{story.topic} {story.title} {story.text}")


def test_both_languages_give_the_same_numbers_and_as_many_sources() -> None:
    told = sorted((s for s in STORIES if s.kind is StoryKind.INFORMATION), key=lambda s: s.id)
    for _id, group in groupby(told, key=lambda s: s.id):
        english, dutch = group
        assert len(english.sources) == len(dutch.sources)
        assert numbers(english) == numbers(dutch)


def numbers(story: Story) -> list[str]:
    """The figures of a text, written alike: 1,687 and 1687, 1.6 and 1,6."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", f"{story.title} {story.text}")
    return sorted(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", plain)))
