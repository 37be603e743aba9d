"""All stories at hand: those that come with the program, and the organisers' own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from kiosk.config import CONTENT
from kiosk.domain.stories import Story, StoryConsents, StoryKind, fingerprint_of
from kiosk.services.stories.mistakes import Problem
from kiosk.services.stories.reader import read_story

SHIPPED_STORIES = CONTENT / "stories"
NO_CONSENTS = StoryConsents()


@dataclass(frozen=True)
class Library:
    """What could be read, in the order in which it is shown, and what could not."""

    stories: tuple[Story, ...] = ()
    problems: tuple[Problem, ...] = ()

    def versions(self, story_id: str) -> tuple[Story, ...]:
        """One text in all its languages."""
        return tuple(self._by_id.get(story_id, ()))

    @cached_property
    def _by_id(self) -> dict[str, list[Story]]:
        found: dict[str, list[Story]] = {}
        for story in self.stories:
            found.setdefault(story.id, []).append(story)
        return found

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
    """Read folders; in a later one the same id and language replaces an earlier text.

    A text with a broken file is shown in no language: nobody knows what the broken one says of the
    others, that it is a testimonial for instance.
    """
    stories: dict[tuple[str, str], Story] = {}
    problems: list[Problem] = []
    for folder in folders:
        for path in sorted(folder.glob("*.md")):
            read = read_story(path)
            if isinstance(read, Problem):
                problems.append(read)
            else:
                stories[read.id, read.language] = read
    broken = {problem.file.partition(".")[0].casefold() for problem in problems}
    whole = (s for s in stories.values() if s.id.partition(".")[0].casefold() not in broken)
    return Library(tuple(whole), tuple(problems))


@cache
def shipped_library() -> Library:
    """The texts that come with the program, read once."""
    return read_library([SHIPPED_STORIES])


def shown_stories(
    library: Library, languages: Sequence[str], consents: StoryConsents = NO_CONSENTS
) -> tuple[tuple[Story, ...], ...]:
    """Each story that may be shown, in the event's languages in turn.

    A testimonial is somebody's own: it is shown only while a consent stands, and only in the very
    words that it was given for.
    """
    told = (story for story in library.stories if story.kind is not StoryKind.QUESTION)
    may_show = [story for story in told if _may_show(library, story.id, consents)]
    ids = dict.fromkeys(story.id for story in may_show)
    by_key = {(story.id, story.language): story for story in may_show}
    groups = (
        tuple(by_key[each, word] for word in dict.fromkeys(languages) if (each, word) in by_key)
        for each in ids
    )
    return tuple(group for group in groups if group)


def questions_in(
    library: Library, language: str, consents: StoryConsents = NO_CONSENTS
) -> tuple[str, ...]:
    """The questions for both sides of a table, in one language."""
    return tuple(
        story.title
        for story in library.stories
        if story.kind is StoryKind.QUESTION
        and story.language == language
        and _may_show(library, story.id, consents)
    )


def _may_show(library: Library, story_id: str, consents: StoryConsents) -> bool:
    """What nobody ever had to agree to, and what everyone in it agrees to."""
    if library.needs_consent(story_id) or story_id in consents.own:
        return library.fingerprint(story_id) in consents.standing
    return True
