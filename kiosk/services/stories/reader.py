"""Read one story: facts between two lines of ``+++``, then a title and a few lines of text.

A mistake comes back as a :class:`Problem`, so that one bad file never takes the good ones along.
"""

import re
from pathlib import Path

from kiosk.config import ICONS
from kiosk.domain.stories import Photo, Source, Story, StoryKind
from kiosk.services.front_matter import FrontMatter, FrontMatterTrouble, split_front_matter
from kiosk.services.stories.body import Body, first_number, number_in, read_body
from kiosk.services.stories.files import FileTooLarge, read_limited
from kiosk.services.stories.mistakes import QUOTING, Mistake, MistakeFound, Problem
from kiosk.services.stories.photos import find_photo, is_file_name

MOST_BYTES = 64_000
LATEST_YEAR = 9999
MOST_IN_TOPIC = 40
MOST_IN_SOURCES = 300
"""Characters of all sources of a text together."""
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def read_story(path: Path) -> Story | Problem:
    """The story in a file called ``<id>.<language>.md``, or what is wrong with it."""
    try:
        head = _parts(_text_of(path))
    except MistakeFound as found:
        return Problem(path.name, found.mistake, line=found.line)
    try:
        body = read_body(head.body, head.end + 2)
        story = _story(head, body, path.parent)
        _check(story, body, head, path)
    except MistakeFound as found:
        quotes = found.mistake in QUOTING and _may_be_testimonial(head)
        return Problem(path.name, found.mistake, "" if quotes else found.about, found.line)
    return story


def _may_be_testimonial(head: FrontMatter) -> bool:
    """Whether not a word of it may be told: it is somebody's own, or nobody knows what it is."""
    return head.facts.get("kind") not in (StoryKind.INFORMATION, StoryKind.QUESTION)


def file_name(story_id: str, language: str) -> str:
    """The name that a text's file must have."""
    return f"{story_id}.{language}.md"


def _text_of(path: Path) -> str:
    try:
        return read_limited(path, MOST_BYTES).decode("utf-8-sig")
    except FileTooLarge as error:
        raise MistakeFound(Mistake.TOO_LONG) from error
    except (OSError, UnicodeDecodeError) as error:
        raise MistakeFound(Mistake.UNREADABLE) from error


def _parts(written: str) -> FrontMatter:
    try:
        return split_front_matter(written)
    except FrontMatterTrouble as trouble:
        mistake = Mistake.FACTS_MISSING if trouble.is_missing else Mistake.FACTS_UNREADABLE
        raise MistakeFound(mistake, line=trouble.line) from trouble


def _story(head: FrontMatter, body: Body, folder: Path) -> Story:
    picture = _word(head, "picture", needed=False)
    photo = _photo(head, picture, folder)
    return Story(
        id=_word(head, "id"),
        kind=_kind(head),
        language=_word(head, "language"),
        reading_level=_word(head, "reading_level"),
        licence=_word(head, "licence"),
        topic=_word(head, "topic", needed=False),
        title=body.title,
        blocks=body.blocks,
        sources=_sources(head),
        picture="" if photo else picture,
        photo=photo,
    )


def _word(head: FrontMatter, key: str, *, needed: bool = True) -> str:
    value = head.facts.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise MistakeFound(Mistake.FACT_MISSING, key, head.line_of(key))
    return value.strip()


def _kind(head: FrontMatter) -> StoryKind:
    word = _word(head, "kind")
    if word not in set(StoryKind):
        raise MistakeFound(Mistake.KIND, word, head.line_of("kind"))
    return StoryKind(word)


def _photo(head: FrontMatter, picture: str, folder: Path) -> Photo | None:
    """A picture is one of our icons by name, or a file beside the text; never a path."""
    line = head.line_of("picture")
    if not is_file_name(picture):
        if picture and not _is_icon(picture):
            raise MistakeFound(Mistake.PICTURE, picture, line)
        return None
    text = _word(head, "picture_text", needed=False)
    if not text:
        raise MistakeFound(Mistake.PICTURE_TEXT, picture, line)
    return find_photo(folder, picture, text, line)


def _is_icon(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and (ICONS / f"{name}.svg").is_file()


def _sources(head: FrontMatter) -> tuple[Source, ...]:
    given = head.facts.get("source", [])
    if not isinstance(given, list):
        raise MistakeFound(Mistake.SOURCE, line=head.line_of("source"))
    return tuple(_source(each, head.line_of_table("source", at)) for at, each in enumerate(given))


def _source(given: object, line: int) -> Source:
    """A source; its year may stand without quotation marks, as years do."""
    if not isinstance(given, dict) or not all(_is_word(value) for value in given.values()):
        raise MistakeFound(Mistake.SOURCE, line=line)
    title, link, year = (str(given.get(key, "")).strip() for key in ("title", "link", "year"))
    if not title or not link:
        raise MistakeFound(Mistake.SOURCE, line=line)
    return Source(title, link, year)


def _is_word(value: object) -> bool:
    return isinstance(value, str) or (type(value) is int and 0 < value <= LATEST_YEAR)


def _check(story: Story, body: Body, head: FrontMatter, path: Path) -> None:
    wanted = file_name(story.id, story.language)
    if path.name != wanted:
        raise MistakeFound(Mistake.OTHER_FILE, wanted)
    if not story.blocks and story.kind is not StoryKind.QUESTION:
        raise MistakeFound(Mistake.BODY, line=body.lines[0])
    _check_lengths(story, head)
    _check_numbers(story, body, head)


def _check_lengths(story: Story, head: FrontMatter) -> None:
    """What stands above and below a text takes its room: the text would become too small."""
    if len(story.topic) > MOST_IN_TOPIC:
        raise MistakeFound(Mistake.LONG_TOPIC, str(MOST_IN_TOPIC), head.line_of("topic"))
    if sum(len(source.line) for source in story.sources) > MOST_IN_SOURCES:
        line = head.line_of_table("source", 0)
        raise MistakeFound(Mistake.LONG_SOURCES, str(MOST_IN_SOURCES), line)


def _check_numbers(story: Story, body: Body, head: FrontMatter) -> None:
    topic = first_number(story.topic)
    number = (topic, head.line_of("topic")) if topic else number_in(body)
    if number and story.kind is StoryKind.QUESTION:  # beside a countdown no source is shown
        raise MistakeFound(Mistake.QUESTION_NUMBER, *number)
    if number and not story.sources:
        raise MistakeFound(Mistake.NO_SOURCE, *number)
