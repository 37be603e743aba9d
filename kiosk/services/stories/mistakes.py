"""What can be wrong in a story's file: a stable code, where it is, and what it is about."""

from dataclasses import dataclass
from enum import StrEnum

WHOLE_FILE = 0


class Mistake(StrEnum):
    """What is wrong in a story; texts live in :mod:`kiosk.i18n.story_messages`."""

    UNREADABLE = "unreadable"
    FACTS_MISSING = "facts-missing"
    FACTS_UNREADABLE = "facts-unreadable"
    FACT_MISSING = "fact-missing"
    KIND = "kind"
    OTHER_FILE = "other-file"
    PICTURE = "picture"
    PICTURE_BROKEN = "picture-broken"
    PICTURE_LARGE = "picture-large"
    PICTURE_TEXT = "picture-text"
    SOURCE = "source"
    NO_SOURCE = "no-source"
    TITLE = "title"
    LONG_TITLE = "long-title"
    BODY = "body"
    LONG_SENTENCE = "long-sentence"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file is not shown; ``about`` is the fact, word or number that it is about.

    ``line`` counts from 1; it is :data:`WHOLE_FILE` where no line is to blame.
    """

    file: str
    mistake: Mistake
    about: str = ""
    line: int = WHOLE_FILE


class MistakeFound(Exception):
    """Ends the reading of one file."""

    def __init__(self, mistake: Mistake, about: str = "", line: int = WHOLE_FILE) -> None:
        super().__init__(mistake, about, line)
        self.mistake, self.about, self.line = mistake, about, line
