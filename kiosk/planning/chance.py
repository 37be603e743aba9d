"""Chance that can be repeated: the same seed, the same plan."""

from random import Random


def chance_of(seed: int) -> Random:
    """A source of chance for shuffling; nothing secret depends on it."""
    return Random(seed)  # noqa: S311
