"""All stories at hand: those that come with the program, and the organisers' own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.config import CONTENT
from kiosk.domain.stories import Story, StoryKind
from kiosk.services.stories.reader import Problem, read_story

SHIPPED_STORIES = CONTENT / "stories"


@dataclass(frozen=True, slots=True)
class Library:
    """What could be read, in the order in which it is shown, and what could not."""

    stories: tuple[Story, ...] = ()
    problems: tuple[Problem, ...] = ()


def content_beside(event_file: Path) -> Path:
    """Where organisers put their own texts: ``<event name>-content`` beside the event file."""
    return event_file.with_name(f"{event_file.stem}-content")


def read_library(folders: Iterable[Path]) -> Library:
    """Read folders; in a later one the same id and language replaces an earlier text."""
    stories: dict[tuple[str, str], Story] = {}
    problems: list[Problem] = []
    for folder in folders:
        for path in sorted(folder.glob("*.md")):
            read = read_story(path)
            if isinstance(read, Problem):
                problems.append(read)
            else:
                stories[read.id, read.language] = read
    return Library(tuple(stories.values()), tuple(problems))


@cache
def shipped_library() -> Library:
    """The texts that come with the program, read once."""
    return read_library([SHIPPED_STORIES])


def shown_stories(
    library: Library, languages: Sequence[str], consents: frozenset[str] = frozenset()
) -> tuple[tuple[Story, ...], ...]:
    """Each story that may be shown, in the event's languages in turn.

    A testimonial is somebody's own: without a consent that stands it is never shown.
    """
    may_show = [
        story
        for story in library.stories
        if story.kind is StoryKind.INFORMATION
        or (story.kind is StoryKind.TESTIMONIAL and story.id in consents)
    ]
    ids = dict.fromkeys(story.id for story in may_show)
    by_key = {(story.id, story.language): story for story in may_show}
    groups = (
        tuple(by_key[each, word] for word in dict.fromkeys(languages) if (each, word) in by_key)
        for each in ids
    )
    return tuple(group for group in groups if group)


def questions_in(library: Library, language: str) -> tuple[str, ...]:
    """The questions for both sides of a table, in one language."""
    return tuple(
        story.title
        for story in library.stories
        if story.kind is StoryKind.QUESTION and story.language == language
    )
