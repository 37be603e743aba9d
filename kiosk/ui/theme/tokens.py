"""Design tokens as values: the one source of colours, sizes and shapes on every screen.

They are read once from ``assets/tokens.toml``, the same file that the pictures were drawn with.
A token that is missing or misspelt there fails at start, not in the middle of an event.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TypeVar

from kiosk.config import TOKENS
from kiosk.domain.verdicts import VerdictCode


@dataclass(frozen=True, slots=True)
class TextSizes:
    """Desk and organiser screens, px at 96 dpi."""

    caption: int
    body: int
    strong: int
    title: int
    display: int
    name: int


@dataclass(frozen=True, slots=True)
class RoomSizes:
    """The room screen, px at 1080 lines; they grow and shrink with the screen's height."""

    caption: int
    body: int
    title: int
    heading: int
    countdown: int


@dataclass(frozen=True, slots=True)
class Weights:
    """Font weights as Qt and CSS count them."""

    regular: int
    semibold: int
    bold: int
    extrabold: int


@dataclass(frozen=True, slots=True)
class FontTokens:
    """The family, what stands in for letters it lacks, and the sizes."""

    family: str
    fallback: tuple[str, ...]
    weights: Weights
    size: TextSizes
    room: RoomSizes


@dataclass(frozen=True, slots=True)
class LightColours:
    """Desk, conductor, organiser, interest."""

    ink: str
    muted: str
    paper: str
    surface: str
    line: str
    primary: str
    primary_soft: str
    sun: str
    coral: str


@dataclass(frozen=True, slots=True)
class StateColours:
    """Never alone: a state is colour, icon, word and sound together."""

    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str


@dataclass(frozen=True, slots=True)
class Patch:
    """A ground and what can be read on it."""

    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class VerdictColours:
    """A patch for each answer of the desk, and for what takes one back or ends a visit."""

    codes: Mapping[VerdictCode, Patch]
    undone: Patch
    left: Patch


@dataclass(frozen=True, slots=True)
class NightColours:
    """The room screen."""

    background: str
    panel: str
    track: str
    text: str
    muted: str
    faint: str
    running: str
    last_minute: str


@dataclass(frozen=True, slots=True)
class Radii:
    """Corner radii, px."""

    control: int
    card: int
    pill: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """Distances between things, px."""

    tight: int
    normal: int
    wide: int


@dataclass(frozen=True, slots=True)
class Shape:
    """``touch_target`` is the least height of anything to click or touch, px."""

    radius: Radii
    gap: Gaps
    touch_target: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The whole visual language."""

    font: FontTokens
    light: LightColours
    state: StateColours
    verdict: VerdictColours
    night: NightColours
    shape: Shape


Values = TypeVar("Values")


def _fill(kind: type[Values], table: Mapping[str, object]) -> Values:
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: table[name] for name in names})


def _font(table: Mapping[str, object], parts: Mapping[str, Mapping[str, object]]) -> FontTokens:
    fallback = table["fallback"]
    assert isinstance(fallback, list)
    return FontTokens(
        family=str(table["family"]),
        fallback=tuple(map(str, fallback)),
        weights=_fill(Weights, parts["weights"]),
        size=_fill(TextSizes, parts["size"]),
        room=_fill(RoomSizes, parts["room"]),
    )


def _verdicts(table: Mapping[str, Mapping[str, object]]) -> VerdictColours:
    return VerdictColours(
        codes={code: _fill(Patch, table[code.value]) for code in VerdictCode},
        undone=_fill(Patch, table["undone"]),
        left=_fill(Patch, table["left"]),
    )


def read_tokens(path: Path) -> Tokens:
    """The tokens in a file. Raises KeyError for a missing one."""
    source = tomllib.loads(path.read_text(encoding="utf-8"))
    shape = source["shape"]
    return Tokens(
        font=_font(source["font"], source["font"]),
        light=_fill(LightColours, source["light"]),
        state=_fill(StateColours, source["state"]),
        verdict=_verdicts(source["verdict"]),
        night=_fill(NightColours, source["night"]),
        shape=Shape(
            radius=_fill(Radii, shape["radius"]),
            gap=_fill(Gaps, shape["gap"]),
            touch_target=shape["touch_target"],
        ),
    )


@cache
def load_tokens() -> Tokens:
    """The tokens of this program."""
    return read_tokens(TOKENS)
