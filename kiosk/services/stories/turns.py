"""Programme and stories in turn: which picture belongs to a second of the day. Pure, no memory.

A story comes after the day's own picture, in each language of the event. The same second always
shows the same picture, so that a program that was restarted goes on where it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from kiosk.domain.pacing import LEAST_SECONDS, reading_seconds
from kiosk.domain.stories import Story, StoryPage, pages_of


@dataclass(frozen=True, slots=True)
class Turn:
    """One picture and how long it stays; None is the phase's own picture."""

    page: StoryPage | None
    seconds: float


Group = tuple[Turn, ...]


def story_turns(stories: Sequence[Sequence[Story]]) -> tuple[Group, ...]:
    """For each story one group: the phase's own picture, then the story in every language."""
    return tuple(
        (Turn(None, LEAST_SECONDS), *_pages(group, number, len(stories)))
        for number, group in enumerate(stories, 1)
    )


def _pages(group: Sequence[Story], number: int, count: int) -> list[Turn]:
    pages = (
        StoryPage(story, blocks, page, number, count)
        for story in group
        for page, blocks in enumerate(pages_of(story))
    )
    return [Turn(page, reading_seconds(page.text)) for page in pages]


def turn_at(groups: Sequence[Group], elapsed: float, first: int = 0) -> tuple[Turn, float]:
    """The turn of a second, and the seconds that it still stays; ``first`` group comes first."""
    turns = list(chain(*groups[first:], *groups[:first]))
    place = max(0.0, elapsed) % sum(turn.seconds for turn in turns)
    for turn in turns:
        if place < turn.seconds:
            return turn, turn.seconds - place
        place -= turn.seconds
    return turns[-1], 0.0


def group_at(groups: Sequence[Group], elapsed: float) -> int:
    """The group at a second, so that a later phase goes on with what was not yet shown."""
    lengths = [sum(turn.seconds for turn in group) for group in groups]
    place = max(0.0, elapsed) % sum(lengths)
    for index, length in enumerate(lengths):
        if place < length:
            return index
        place -= length
    return 0
