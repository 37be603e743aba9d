"""What can be wrong in a story's file: a stable code, where it is, and what it is about."""

from dataclasses import dataclass
from enum import StrEnum

WHOLE_FILE = 0


class Mistake(StrEnum):
    """What is wrong in a story; texts live in :mod:`kiosk.i18n.story_messages`."""

    UNREADABLE = "unreadable"
    TOO_LONG = "too-long"
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
    LONG_SOURCES = "long-sources"
    LONG_TOPIC = "long-topic"
    NO_SOURCE = "no-source"
    QUESTION_NUMBER = "question-number"
    TITLE = "title"
    LONG_TITLE = "long-title"
    BODY = "body"
    LONG_SENTENCE = "long-sentence"


QUOTING = frozenset(
    {
        Mistake.PICTURE,
        Mistake.PICTURE_BROKEN,
        Mistake.PICTURE_LARGE,
        Mistake.PICTURE_TEXT,
        Mistake.NO_SOURCE,
        Mistake.LONG_SENTENCE,
    }
)
"""Mistakes that are about words out of the text itself, or the name of somebody's picture."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file is not shown; ``about`` is the fact, word or number that it is about.

    ``about`` is empty where it would quote a testimonial: then the line has to do. ``line`` counts
    from 1; it is :data:`WHOLE_FILE` where no line is to blame.
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
