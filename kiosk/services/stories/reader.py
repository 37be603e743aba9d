"""Read one story: TOML facts between two lines of ``+++``, then a title and a few lines of text.

The body knows a title (``# …``), paragraphs, points (``- …``) and ``**strong**`` words, and nothing
else: whatever looks like other markup is shown as it is written. That is little enough to read
line by line, without the Markdown library at the start of the program. A mistake comes back as a
:class:`Problem`, so that one bad file never takes the good ones along.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.config import ICONS
from kiosk.domain.stories import (
    MOST_IN_SENTENCE,
    Block,
    Source,
    Span,
    Spans,
    Story,
    StoryKind,
    sentences,
)

FENCE = "+++"
MOST_IN_TITLE = 80
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class Mistake(StrEnum):
    """What is wrong in a story; texts live in :mod:`kiosk.i18n.story_messages`."""

    UNREADABLE = "unreadable"
    FACTS_MISSING = "facts-missing"
    FACTS_UNREADABLE = "facts-unreadable"
    FACT_MISSING = "fact-missing"
    KIND = "kind"
    OTHER_FILE = "other-file"
    PICTURE = "picture"
    SOURCE = "source"
    NO_SOURCE = "no-source"
    TITLE = "title"
    LONG_TITLE = "long-title"
    BODY = "body"
    LONG_SENTENCE = "long-sentence"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file is not shown; ``about`` is the fact, word or number that it is about."""

    file: str
    mistake: Mistake
    about: str = ""


class _MistakeFound(Exception):
    def __init__(self, mistake: Mistake, about: str = "") -> None:
        super().__init__(mistake, about)
        self.mistake, self.about = mistake, about


def read_story(path: Path) -> Story | Problem:
    """The story in a file called ``<id>.<language>.md``, or what is wrong with it."""
    try:
        return _checked(_story(_text_of(path)), path)
    except _MistakeFound as found:
        return Problem(path.name, found.mistake, found.about)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _MistakeFound(Mistake.UNREADABLE) from error


def _story(written: str) -> Story:
    facts, body = _parts(written)
    title, blocks = _body(body)
    return Story(
        id=_word(facts, "id"),
        kind=_kind(facts),
        language=_word(facts, "language"),
        reading_level=_word(facts, "reading_level"),
        licence=_word(facts, "licence"),
        topic=_word(facts, "topic", needed=False),
        title=title,
        blocks=blocks,
        sources=_sources(facts),
        picture=_word(facts, "picture", needed=False),
    )


def _parts(written: str) -> tuple[Mapping[str, object], list[str]]:
    """The facts, and the lines of the body."""
    lines = written.splitlines()
    fences = [index for index, line in enumerate(lines) if line.strip() == FENCE]
    if len(fences) < 2 or fences[0] != 0:  # noqa: PLR2004 - one opens, one closes
        raise _MistakeFound(Mistake.FACTS_MISSING)
    try:
        facts = tomllib.loads("\n".join(lines[1 : fences[1]]))
    except tomllib.TOMLDecodeError as error:
        raise _MistakeFound(Mistake.FACTS_UNREADABLE) from error
    return facts, lines[fences[1] + 1 :]


def _word(facts: Mapping[str, object], key: str, *, needed: bool = True) -> str:
    value = facts.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise _MistakeFound(Mistake.FACT_MISSING, key)
    return value.strip()


def _kind(facts: Mapping[str, object]) -> StoryKind:
    word = _word(facts, "kind")
    if word not in set(StoryKind):
        raise _MistakeFound(Mistake.KIND, word)
    return StoryKind(word)


def _sources(facts: Mapping[str, object]) -> tuple[Source, ...]:
    given = facts.get("source", [])
    if not isinstance(given, list):
        raise _MistakeFound(Mistake.SOURCE)
    return tuple(_source(each) for each in given)


def _source(given: object) -> Source:
    if not isinstance(given, dict) or not all(isinstance(v, str) for v in given.values()):
        raise _MistakeFound(Mistake.SOURCE)
    source = Source(given.get("title", ""), given.get("link", ""), given.get("year", ""))
    if not source.title.strip() or not source.link.strip():
        raise _MistakeFound(Mistake.SOURCE)
    return source


def _body(lines: list[str]) -> tuple[str, tuple[Block, ...]]:
    written = [line.strip() for line in lines]
    first = next((index for index, line in enumerate(written) if line), 0)
    if not written or not written[first].startswith("# "):
        raise _MistakeFound(Mistake.TITLE)
    return written[first][2:].strip(), tuple(_blocks(written[first + 1 :]))


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[tuple[bool, list[str]]] = []
    is_open = False
    for line in lines:
        is_point = line.startswith("- ")
        if line and (is_point or not is_open):
            blocks.append((is_point, [line[2:].strip() if is_point else line]))
        elif line:
            blocks[-1][1].append(line)
        is_open = bool(line)
    return [Block(_spans(" ".join(texts)), is_point) for is_point, texts in blocks]


def _spans(text: str) -> Spans:
    """Plain and strong pieces in turn: the pattern's group makes every second piece strong."""
    pieces = enumerate(_STRONG.split(text))
    return tuple(Span(piece, strong=index % 2 == 1) for index, piece in pieces if piece)


def _checked(story: Story, path: Path) -> Story:
    if path.name != f"{story.id}.{story.language}.md":
        raise _MistakeFound(Mistake.OTHER_FILE, f"{story.id}.{story.language}.md")
    if story.picture and not _is_icon(story.picture):
        raise _MistakeFound(Mistake.PICTURE, story.picture)
    if not story.blocks and story.kind is not StoryKind.QUESTION:
        raise _MistakeFound(Mistake.BODY)
    _check_text(story)
    return story


def _check_text(story: Story) -> None:
    number = re.search(r"\d+", f"{story.title} {story.text}")
    if number and not story.sources:
        raise _MistakeFound(Mistake.NO_SOURCE, number[0])
    if len(story.title) > MOST_IN_TITLE:
        raise _MistakeFound(Mistake.LONG_TITLE, str(MOST_IN_TITLE))
    for block in story.blocks:
        for sentence in sentences(block.text):
            if len(sentence) > MOST_IN_SENTENCE:
                raise _MistakeFound(Mistake.LONG_SENTENCE, sentence[:30])


def _is_icon(name: str) -> bool:
    """A picture is one of our icons, by name and never by path."""
    return bool(_NAME.fullmatch(name)) and (ICONS / f"{name}.svg").is_file()
