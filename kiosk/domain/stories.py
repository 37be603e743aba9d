"""Stories, information and questions that are shared in the room between conversations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

MOST_IN_PAGE = 360
"""Characters of running text on one page; more goes on a second one."""
MOST_IN_SENTENCE = 200
"""A longer sentence is refused: nobody reads it from the back of a room."""
_AFTER_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")


class StoryKind(StrEnum):
    """What a text is; it decides where it is shown."""

    INFORMATION = "information"
    TESTIMONIAL = "testimonial"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running text, plain or strong."""

    text: str
    strong: bool = False


Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one point of a list."""

    spans: Spans
    is_point: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; ``year`` is empty where the source gives none."""

    title: str
    link: str
    year: str = ""

    @property
    def line(self) -> str:
        """The source in one line, as it stands on the screen."""
        year = f" ({self.year})" if self.year else ""
        return f"{self.title}{year}, {self.link}"


@dataclass(frozen=True, slots=True)
class Story:
    """One text in one language. ``id`` is the same in every language; ``picture`` is an icon."""

    id: str
    kind: StoryKind
    language: str
    reading_level: str
    licence: str
    topic: str
    title: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...] = ()
    picture: str = ""

    @property
    def text(self) -> str:
        """All words of the body."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What one picture shows of a story: ``number`` of ``count`` in the row of stories."""

    story: Story
    blocks: tuple[Block, ...]
    page: int = 0
    number: int = 1
    count: int = 1

    @property
    def text(self) -> str:
        """What there is to read; the source line is for who wants to look it up."""
        return "\n".join([self.story.title, *(block.text for block in self.blocks)])


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return _AFTER_SENTENCE.split(text)


def pages_of(story: Story) -> tuple[tuple[Block, ...], ...]:
    """The body, cut between blocks or sentences where it is too long for one page."""
    pages: list[list[Block]] = [[]]
    used = 0
    for block in _short_blocks(story):
        if pages[-1] and used + len(block.text) > MOST_IN_PAGE:
            pages.append([])
            used = 0
        pages[-1].append(block)
        used += len(block.text)
    return tuple(tuple(page) for page in pages)


def _short_blocks(story: Story) -> Iterator[Block]:
    """Blocks that each fit a page; a long paragraph becomes one paragraph for each sentence."""
    for block in story.blocks:
        if len(block.text) <= MOST_IN_PAGE:
            yield block
        else:
            yield from (Block(spans, block.is_point) for spans in _sentences_of(block))


def _sentences_of(block: Block) -> Iterator[Spans]:
    """The sentences of a block with their strong words."""
    ends = {match.start() for match in _AFTER_SENTENCE.finditer(block.text)}
    sentence: list[Span] = []
    place = 0
    for span in block.spans:
        start = 0
        for end in sorted(end - place for end in ends if place < end <= place + len(span.text)):
            sentence.append(Span(span.text[start:end], span.strong))
            yield _trimmed(sentence)
            sentence, start = [], end
        sentence.append(Span(span.text[start:], span.strong))
        place += len(span.text)
    if "".join(span.text for span in sentence).strip():
        yield _trimmed(sentence)


def _trimmed(spans: list[Span]) -> Spans:
    """Without the space that stood between two sentences."""
    first, *rest = [span for span in spans if span.text]
    return (Span(first.text.lstrip(), first.strong), *rest)
