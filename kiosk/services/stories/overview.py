"""What the organisers' page knows of the texts: what they are, whose they are, who said yes."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.domain.event import Event
from kiosk.domain.stories import Story, StoryConsent, StoryKind, last_words
from kiosk.services.ports import UnitOfWork
from kiosk.services.stories.library import SHIPPED_STORIES, Library, read_library
from kiosk.services.stories.reader import file_name


class ShownState(StrEnum):
    """Whether a text is shown in the room, or why it is not."""

    SHOWN = "shown"
    OTHER_LANGUAGE = "other-language"
    NO_CONSENT = "no-consent"
    NOT_EVERYONE = "not-everyone"
    WORDS_CHANGED = "words-changed"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class StoriesOverview:
    """Everything at one moment; ``own`` are the names of the files in the event's own folder."""

    library: Library
    event: Event
    own: frozenset[str]
    consents: tuple[StoryConsent, ...]

    def ids(self) -> tuple[str, ...]:
        """The texts in the order in which they are shown, those for the rounds last."""
        kinds = {story.id: story.kind is StoryKind.QUESTION for story in self.library.stories}
        return tuple(sorted(kinds, key=kinds.__getitem__))

    def last_words(self, story_id: str) -> tuple[StoryConsent, ...]:
        """The newest record of everyone who ever said yes to a text."""
        return last_words(each for each in self.consents if each.story_id == story_id)

    def stands(self, consent: StoryConsent) -> bool:
        """Whether it is a yes to the words as they are now."""
        return consent.stands_for(self.library.fingerprint(consent.story_id))

    def needs_consent(self, story_id: str) -> bool:
        """Whether it is somebody's own story, by its file or since somebody once said yes."""
        said_yes = any(consent.story_id == story_id for consent in self.consents)
        return said_yes or self.library.needs_consent(story_id)

    def is_own(self, story: Story) -> bool:
        """Whether a text stands in the event's own folder, where it can be edited."""
        return file_name(story.id, story.language) in self.own

    def state(self, story_id: str) -> ShownState:
        """Whether a text is shown, or why not."""
        versions = self.library.versions(story_id)
        if self.needs_consent(story_id):
            given = self._consent_state(story_id)
            if given is not ShownState.SHOWN:
                return given
        spoken = any(story.language in self.event.languages for story in versions)
        return ShownState.SHOWN if spoken else ShownState.OTHER_LANGUAGE

    def _consent_state(self, story_id: str) -> ShownState:
        last = self.last_words(story_id)
        yes = [consent for consent in last if self.stands(consent)]
        if yes:
            return ShownState.SHOWN if len(yes) == len(last) else ShownState.NOT_EVERYONE
        if any(consent.taken_back_at is None for consent in last):
            return ShownState.WORDS_CHANGED
        return ShownState.TAKEN_BACK if last else ShownState.NO_CONSENT


def stories_overview(unit: UnitOfWork, folder: Path) -> StoriesOverview:
    """Read all texts anew: those that come with the program, and those in the event's folder."""
    library = read_library([SHIPPED_STORIES, folder])
    own = frozenset(path.name for path in folder.glob("*.md"))
    with unit.reading():
        consents = tuple(unit.stories.consents())
        return StoriesOverview(library, unit.events.get(), own, consents)
