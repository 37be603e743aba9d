"""Stories, information and questions that are shared in the room between conversations."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
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
class Photo:
    """An organiser's own picture; ``text`` says what is on it to those who can't see it.

    ``digest`` is a hash of the file: another picture under the same name is another one to us.
    ``content`` is a PNG or JPEG that we made of it, so that nothing else is ever painted than
    what was looked at, and agreed to.
    """

    text: str
    digest: str
    content: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Story:
    """One text in one language. ``id`` is the same in every language.

    Its picture is one of our icons by name, or a ``photo``.
    """

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
    photo: Photo | None = None

    @property
    def text(self) -> str:
        """All words of the body."""
        return "\n".join(block.text for block in self.blocks)


class ConsentForm(StrEnum):
    """How somebody said that their own story may be shown."""

    SIGNED = "signed"
    EMAIL = "e-mail"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True)
class StoryConsent:
    """Somebody's yes to exactly these words of their testimonial, until they take it back.

    ``given_by`` is for the organisers alone: it stands on no public screen, paper or export.
    ``fingerprint`` is that of the words that they agreed to.
    """

    story_id: str
    given_by: str
    form: ConsentForm
    fingerprint: str
    given_at: datetime
    taken_back_at: datetime | None = None

    def stands_for(self, fingerprint: str) -> bool:
        """Whether it was given for these words, and not taken back."""
        return self.taken_back_at is None and self.fingerprint == fingerprint


@dataclass(frozen=True, slots=True)
class StoryConsents:
    """What may be told of people's own stories; it holds no names.

    ``standing`` are the fingerprints of words that everyone in them stands for. ``own`` are the ids
    of all texts that somebody ever said yes to: they stay theirs, whatever a file calls them later.
    """

    standing: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


def last_words(consents: Iterable[StoryConsent]) -> tuple[StoryConsent, ...]:
    """The newest record of everyone who ever said yes to one story; ``consents`` oldest first.

    Whoever is in a testimonial together is so for good: it is shown only while all of them stand
    for the same words. That one of them says yes again makes nobody else's no undone.
    """
    return tuple({consent.given_by.casefold(): consent for consent in consents}.values())


def fingerprint_of(versions: Iterable[Story]) -> str:
    """A hash of all that is shown of a story, in every language; another word is another hash.

    Another language is another hash as well: a translation is new words in somebody's mouth.
    """
    shown = sorted(json.dumps(_all_words(version), ensure_ascii=False) for version in versions)
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()


def _all_words(story: Story) -> list[object]:
    """Where the stress lies changes what is said: "I am **not** afraid", "I am not **afraid**"."""
    picture = [story.photo.text, story.photo.digest] if story.photo else [story.picture]
    sources = [source.line for source in story.sources]
    words = [story.id, story.language, story.topic, story.title]
    return [*words, [asdict(block) for block in story.blocks], *picture, *sources]


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

    @property
    def spoken(self) -> str:
        """All of it for who can't see it, with what is on the picture."""
        photo = self.story.photo
        return f"{self.text}\n{photo.text}" if photo else self.text


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
