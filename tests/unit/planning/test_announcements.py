"""What the room hears about the time: once, and only while it is true."""

from itertools import pairwise

import pytest

from kiosk.services.announcements import Announcement, due_announcements


def test_a_round_that_is_watched_closely_says_each_thing_once() -> None:
    ticks = [420 - step * 0.25 for step in range(2000)]
    said = [told for before, after in pairwise(ticks) for told in due_announcements(before, after)]
    assert said == [Announcement.TWO_MINUTES, Announcement.LAST_MINUTE, Announcement.TIME_UP]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (121, 119, (Announcement.TWO_MINUTES,)),
        (121, 112, (Announcement.TWO_MINUTES,)),
        (125, 95, ()),
        (150, 30, (Announcement.LAST_MINUTE,)),
        (420, -300, (Announcement.TIME_UP,)),
        (0, -1, ()),
        (1, 0, (Announcement.TIME_UP,)),
        (60, 59, ()),
        (30, 90, ()),
    ],
    ids=[
        "on time",
        "a short stall",
        "too late to be true",
        "only the last one that is true",
        "after a suspend, time is up and nothing else",
        "time was up already",
        "exactly at the end",
        "a phase of one minute starts in silence",
        "time was added",
    ],
)
def test_overdue_announcements_never_come_in_a_burst(
    before: float, after: float, said: tuple[Announcement, ...]
) -> None:
    assert due_announcements(before, after) == said


def test_a_minute_that_was_added_is_announced_again_when_it_ends() -> None:
    assert due_announcements(119, 179) == ()
    assert due_announcements(121, 120) == (Announcement.TWO_MINUTES,)
