"""All stories at hand: those that come with the program, and the organisers' own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.config import CONTENT
from kiosk.domain.stories import Story, StoryKind, fingerprint_of
from kiosk.services.stories.mistakes import Problem
from kiosk.services.stories.reader import read_story

SHIPPED_STORIES = CONTENT / "stories"


@dataclass(frozen=True, slots=True)
class Library:
    """What could be read, in the order in which it is shown, and what could not."""

    stories: tuple[Story, ...] = ()
    problems: tuple[Problem, ...] = ()

    def versions(self, story_id: str) -> tuple[Story, ...]:
        """One text in all its languages."""
        return tuple(story for story in self.stories if story.id == story_id)

    def needs_consent(self, story_id: str) -> bool:
        """Whether it is somebody's own story; then it is so in every language."""
        return any(story.kind is StoryKind.TESTIMONIAL for story in self.versions(story_id))

    def fingerprint(self, story_id: str) -> str:
        """What a consent to these very words refers to."""
        return fingerprint_of(self.versions(story_id))


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

    A testimonial is somebody's own: it is shown only while a consent stands, and only in the very
    words that it was given for. ``consents`` are the fingerprints of those words.
    """
    may_show = [story for story in library.stories if _may_show(library, story, consents)]
    ids = dict.fromkeys(story.id for story in may_show)
    by_key = {(story.id, story.language): story for story in may_show}
    groups = (
        tuple(by_key[each, word] for word in dict.fromkeys(languages) if (each, word) in by_key)
        for each in ids
    )
    return tuple(group for group in groups if group)


def _may_show(library: Library, story: Story, consents: frozenset[str]) -> bool:
    if story.kind is StoryKind.QUESTION:
        return False
    if library.needs_consent(story.id):
        return library.fingerprint(story.id) in consents
    return True


def questions_in(library: Library, language: str) -> tuple[str, ...]:
    """The questions for both sides of a table, in one language."""
    return tuple(
        story.title
        for story in library.stories
        if story.kind is StoryKind.QUESTION
        and story.language == language
        and not library.needs_consent(story.id)
    )
