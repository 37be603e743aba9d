"""Stories and information: read from Markdown files, and put in turn with the programme."""

from kiosk.services.stories.library import (
    SHIPPED_STORIES,
    Library,
    content_beside,
    questions_in,
    read_library,
    shipped_library,
    shown_stories,
)
from kiosk.services.stories.mistakes import Mistake, Problem
from kiosk.services.stories.reader import read_story
from kiosk.services.stories.turns import Turn, group_at, story_turns, turn_at

__all__ = [
    "SHIPPED_STORIES",
    "Library",
    "Mistake",
    "Problem",
    "Turn",
    "content_beside",
    "group_at",
    "questions_in",
    "read_library",
    "read_story",
    "shipped_library",
    "shown_stories",
    "story_turns",
    "turn_at",
]
