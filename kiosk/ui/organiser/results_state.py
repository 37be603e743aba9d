"""What the results page shows, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tile:
    """A big figure and what it counts."""

    number: str
    caption: str


@dataclass(frozen=True, slots=True)
class Box:
    """One thing in the logic model; ``share`` fills a bar, ``leads_to`` are keys further right."""

    key: str
    title: str
    text: str = ""
    share: tuple[int, int] | None = None
    leads_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoxColumn:
    """One stage of the logic model; ``tone`` is muted, primary, info or warn."""

    title: str
    tone: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A match, and how to bring the two together."""

    table: str
    employer: str
    contacts: str
    badge: str
    name: str
    route: str


@dataclass(frozen=True, slots=True)
class ResultsFace:
    """The whole page."""

    tiles: tuple[Tile, ...]
    model: tuple[BoxColumn, ...]
    matches: tuple[MatchRow, ...]
    matches_title: str
    file_name: str
    can_export: bool
