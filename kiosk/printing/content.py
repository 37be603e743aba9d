"""Brochure content: Markdown that an organiser can edit, read into a small typed structure.

Between two lines of ``+++`` stand facts about the text, as TOML. After that: ``# Eyebrow | Title``
opens a chapter, a quote is a box, ``##`` opens a column at the foot of the page (``## +`` do,
``## -`` don't, ``## ?`` ask), and a paragraph that begins with ``Bron:`` or ``Source:`` is the
chapter's source line. ``{minutes}``, ``{rounds}`` and ``{event}`` are filled in. A mistake is a
Refusal that names the file, the line and what is the matter there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kiosk.config import CONTENT
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Side
from kiosk.domain.stories import Span, Spans
from kiosk.services.front_matter import FENCE, FrontMatterTrouble, split_front_matter

if TYPE_CHECKING:
    from markdown_it.token import Token

FOLDER = CONTENT / "brochure"
FILES = {Side.CANDIDATE: "candidates", Side.EMPLOYER: "employers"}
PLACEHOLDERS = ("minutes", "rounds", "event")
MOST_COLUMNS = 3
_SOURCE = re.compile(r"(Bron|Bronnen|Source|Sources): ")
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


class Mistake(StrEnum):
    """What is wrong in a content file; texts live in :mod:`kiosk.i18n.content_messages`."""

    UNREADABLE = "unreadable"
    FACTS_MISSING = "facts-missing"
    FACTS_UNREADABLE = "facts-unreadable"
    NOT_A_TEXT = "not-a-text"
    NOT_A_LIST = "not-a-list"
    OTHER_FILE = "other-file"
    NO_CHAPTER = "no-chapter"
    BEFORE_CHAPTER = "before-chapter"
    CHAPTER_TITLE = "chapter-title"
    HEADING = "heading"
    BOX_TITLE = "box-title"
    NO_PLACE = "no-place"
    ONLY_BOLD = "only-bold"
    PLACEHOLDER = "placeholder"


class Tone(StrEnum):
    """What a column is about, by the sign before its title; none for a plain one."""

    DO = "+"
    DONT = "-"
    ASK = "?"
    PLAIN = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A tinted box: the page in one breath."""

    title: str
    paragraphs: tuple[Spans, ...]


Block: TypeAlias = Text | Bullets | Box


@dataclass(frozen=True, slots=True)
class Column:
    """One of up to three columns at the foot of a page."""

    title: str
    tone: Tone
    paragraphs: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One subject, meant to fill one page."""

    eyebrow: str
    title: str
    blocks: tuple[Block, ...] = ()
    columns: tuple[Column, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Brochure:
    """A whole brochure, before anything about an event or a reader is added."""

    audience: Side
    language: str
    title: str
    subtitle: str
    reading_level: str
    sources: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def written_in(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages in which there is a brochure for both sides."""
    found = [
        {path.name.split(".")[1] for path in folder.glob(f"{stem}.*.md")} for stem in FILES.values()
    ]
    return tuple(sorted(set.intersection(*found)))


@cache
def read_brochure(audience: Side, language: str, folder: Path = FOLDER) -> Brochure:
    """Read one content file.

    Raises:
        Refusal: CONTENT, with the file, the line and the :class:`Mistake`.
    """
    path = folder / f"{FILES[audience]}.{language}.md"
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _refusal(path.name, 1, Mistake.UNREADABLE) from error
    return _Reader(path.name, source).brochure(audience, language)


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with its placeholders filled in."""
    return _PLACEHOLDER.sub(lambda match: facts[match[1]], text)


def _refusal(file: str, line: int, mistake: Mistake, **facts: str) -> Refusal:
    return Refusal(RefusalCode.CONTENT, path=file, line=line, mistake=mistake.value, **facts)


class _Reader:
    """Reads one file; remembers its name for what it has to refuse."""

    def __init__(self, file: str, source: str) -> None:
        self._file = file
        try:
            self._head = split_front_matter(source)
        except FrontMatterTrouble as trouble:
            raise self._unsplit(trouble) from trouble
        self._body_starts = self._head.end + 1

    def brochure(self, audience: Side, language: str) -> Brochure:
        facts = self._head.facts
        self._expect(facts, "audience", FILES[audience])
        self._expect(facts, "language", language)
        return Brochure(
            audience,
            language,
            title=self._string(facts, "title"),
            subtitle=self._string(facts, "subtitle"),
            reading_level=self._string(facts, "reading_level"),
            sources=self._strings(facts, "sources"),
            chapters=self._chapters(),
        )

    def _refuse(self, line: int, mistake: Mistake, **facts: str) -> Refusal:
        return _refusal(self._file, line, mistake, **facts)

    def _unsplit(self, trouble: FrontMatterTrouble) -> Refusal:
        if trouble.is_missing:
            return self._refuse(trouble.line, Mistake.FACTS_MISSING, fence=FENCE)
        return self._refuse(trouble.line, Mistake.FACTS_UNREADABLE)

    def _string(self, facts: Mapping[str, object], key: str) -> str:
        value = facts.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._refuse(self._head.line_of(key), Mistake.NOT_A_TEXT, key=key)
        return value.strip()

    def _strings(self, facts: Mapping[str, object], key: str) -> tuple[str, ...]:
        value = facts.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._refuse(self._head.line_of(key), Mistake.NOT_A_LIST, key=key)
        return tuple(value)

    def _expect(self, facts: Mapping[str, object], key: str, wanted: str) -> None:
        if self._string(facts, key) != wanted:
            raise self._refuse(self._head.line_of(key), Mistake.OTHER_FILE, key=key, wanted=wanted)

    def _chapters(self) -> tuple[Chapter, ...]:
        from markdown_it import MarkdownIt  # first needed here

        body = "\n".join(self._head.body)
        chapters: list[Chapter] = []
        for block in _blocks(MarkdownIt("commonmark").parse(body)):
            self._add(chapters, block)
        if not chapters:
            raise self._refuse(len(self._head.lines), Mistake.NO_CHAPTER)
        return tuple(chapters)

    def _add(self, chapters: list[Chapter], block: Sequence["Token"]) -> None:
        """Put one top-level block of Markdown where it belongs."""
        opening, line = block[0], self._line(block[0])
        if opening.type == "heading_open" and opening.tag == "h1":
            chapters.append(self._opened(block, line))
            return
        if not chapters:
            raise self._refuse(line, Mistake.BEFORE_CHAPTER)
        chapters[-1] = self._extended(chapters[-1], block, line)

    def _opened(self, block: Sequence["Token"], line: int) -> Chapter:
        eyebrow, bar, title = self._plain(block[1], line).partition("|")
        if not bar or not title.strip() or not eyebrow.strip():
            raise self._refuse(line, Mistake.CHAPTER_TITLE)
        return Chapter(eyebrow.strip(), title.strip())

    def _extended(self, chapter: Chapter, block: Sequence["Token"], line: int) -> Chapter:
        kind = block[0].type
        if kind == "heading_open":
            return self._with_column(chapter, block, line)
        if kind == "paragraph_open":
            return self._with_paragraph(chapter, block, line)
        if kind == "blockquote_open":
            return replace(chapter, blocks=(*chapter.blocks, self._box(block, line)))
        if kind == "bullet_list_open":
            return self._with_bullets(chapter, self._inlines(block))
        raise self._refuse(line, Mistake.NO_PLACE)

    def _with_column(self, chapter: Chapter, block: Sequence["Token"], line: int) -> Chapter:
        if block[0].tag != "h2" or len(chapter.columns) == MOST_COLUMNS:
            raise self._refuse(line, Mistake.HEADING)
        title = self._plain(block[1], line)
        sign, _space, rest = title.partition(" ")
        marked = sign in set(Tone) and bool(rest)
        column = Column(rest, Tone(sign)) if marked else Column(title, Tone.PLAIN)
        return replace(chapter, columns=(*chapter.columns, column))

    def _with_paragraph(self, chapter: Chapter, block: Sequence["Token"], line: int) -> Chapter:
        spans = self._spans(block[1], line)
        if _SOURCE.match(spans[0].text):
            return replace(chapter, source="".join(span.text for span in spans))
        if chapter.columns:
            return self._in_column(chapter, (spans,))
        return replace(chapter, blocks=(*chapter.blocks, Text(spans)))

    def _with_bullets(self, chapter: Chapter, items: tuple[Spans, ...]) -> Chapter:
        if chapter.columns:
            return self._in_column(chapter, items)
        return replace(chapter, blocks=(*chapter.blocks, Bullets(items)))

    def _in_column(self, chapter: Chapter, paragraphs: tuple[Spans, ...]) -> Chapter:
        *others, last = chapter.columns
        fuller = replace(last, paragraphs=(*last.paragraphs, *paragraphs))
        return replace(chapter, columns=(*others, fuller))

    def _box(self, block: Sequence["Token"], line: int) -> Box:
        first, *rest = self._inlines(block)
        if not first[0].strong:
            raise self._refuse(line, Mistake.BOX_TITLE)
        opening = tuple(s for s in first[1:] if s.text.strip())
        return Box(first[0].text, tuple(p for p in (opening, *rest) if p))

    def _inlines(self, block: Sequence["Token"]) -> tuple[Spans, ...]:
        return tuple(self._spans(t, self._line(t)) for t in block if t.type == "inline")

    def _line(self, token: "Token") -> int:
        return self._body_starts + (token.map[0] if token.map else 0) + 1

    def _plain(self, token: "Token", line: int) -> str:
        return "".join(span.text for span in self._spans(token, line))

    def _spans(self, token: "Token", line: int) -> Spans:
        spans: list[Span] = []
        strong = False
        for child in token.children or ():
            if child.type in {"strong_open", "strong_close"}:
                strong = child.type == "strong_open"
            elif child.type in {"softbreak", "hardbreak"}:
                spans.append(Span(" ", strong))
            elif child.type == "text":
                spans.append(Span(self._checked(child.content, line), strong))
            else:
                raise self._refuse(line, Mistake.ONLY_BOLD)
        return tuple(span for span in spans if span.text)

    def _checked(self, text: str, line: int) -> str:
        for name in _PLACEHOLDER.findall(text):
            if name not in PLACEHOLDERS:
                raise self._refuse(line, Mistake.PLACEHOLDER, name=name)
        return text


def _blocks(tokens: Sequence["Token"]) -> list[list["Token"]]:
    """The tokens of each top-level block together."""
    blocks: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            blocks.append([])
        blocks[-1].append(token)
        depth += token.nesting
    return blocks
