"""A keystroke in the search box, beside one indexed query of the same file."""

import random
from collections.abc import Callable
from time import perf_counter

from benchmarks.days import BigDay
from kiosk.services.search import load_people

NAMES = 150


def test_each_keystroke(day: BigDay, figure: Callable[..., None]) -> None:
    index = load_people(day.file.unit())
    connection = day.driver
    connection.execute("CREATE INDEX IF NOT EXISTS by_name ON attendee (family_name)")
    ours, floor = [], []
    for name in random.Random(7).sample(day.names, NAMES):
        typed = with_a_typo(name.rpartition(" ")[2].lower())
        for length in range(1, len(typed) + 1):
            start = typed[:length]
            begun = perf_counter()
            index.search(start)
            ours.append(perf_counter() - begun)
            begun = perf_counter()
            connection.execute(
                "SELECT id, given_name, family_name, badge_number FROM attendee"
                " WHERE family_name >= ? ORDER BY family_name LIMIT 8",
                (start.title(),),
            ).fetchall()
            floor.append(perf_counter() - begun)
    figure(
        f"search keystroke, {len(day.codes):,} attendees",
        ours,
        floor,
        "one indexed query",
        "under 16 ms",
    )


def with_a_typo(name: str) -> str:
    """Two letters swapped near the end: the search must forgive it, which is its slowest way."""
    return name[:-3] + name[-2] + name[-3] + name[-1]
