"""What a field can offer while somebody types."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to choose: what stands for it, its name, and what tells it from a namesake."""

    key: object
    text: str
    detail: str = ""


Find: TypeAlias = Callable[[str], Sequence[Suggestion]]
"""What fits a query; for an empty one, all that can be listed."""
