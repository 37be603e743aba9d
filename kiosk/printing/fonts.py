"""The typefaces of paper, and what to do when a name has letters they lack.

Atkinson Hyperlegible Next covers Latin with its accents; Greek and Cyrillic come from Noto Sans,
Arabic from Noto Sans Arabic. All are in our fonts folder, so paper looks alike on every machine.
What no face can draw is found before printing (:func:`unprintable`), never printed as a box.
"""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from kiosk.config import FONTS
from kiosk.printing.arabic import shaped

_FAMILY = "AtkinsonHyperlegibleNext"
_OTHERS = ("NotoSans", "NotoSansArabic")
_UNDRAWN = {"Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk"}


class Face(StrEnum):
    """The weights in use; the value is the name that PDF code knows the font by."""

    REGULAR = "Atkinson-Regular"
    SEMIBOLD = "Atkinson-SemiBold"
    BOLD = "Atkinson-Bold"
    EXTRABOLD = "Atkinson-ExtraBold"


@cache
def _glyphs(font: str, path: Path) -> frozenset[int]:
    """Make a font known and return the characters it can draw."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    loaded = TTFont(font, path)
    pdfmetrics.registerFont(loaded)
    return frozenset(loaded.face.charToGlyph)


@cache
def load() -> None:
    """Make our own faces known, with bold for emphasis within a paragraph."""
    from reportlab.pdfbase.pdfmetrics import registerFontFamily

    for face in Face:
        _own(face)
    for face in (Face.REGULAR, Face.SEMIBOLD):
        registerFontFamily(face, normal=face, bold=Face.BOLD, italic=face, boldItalic=Face.BOLD)


def _own(face: Face) -> frozenset[int]:
    return _glyphs(face, FONTS / f"{_FAMILY}-{face.split('-')[1]}.ttf")


@cache
def _second(face: Face) -> tuple[tuple[str, frozenset[int]], ...]:
    """The fonts for other scripts, bold for our heavy weights."""
    weight = "Regular" if face is Face.REGULAR else "Bold"
    names = [f"{family}-{weight}" for family in _OTHERS]
    return tuple((name, _glyphs(name, FONTS / f"{name}.ttf")) for name in names)


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Composed accents, no emoji or control characters, single spaces."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(c for c in composed if c == " " or unicodedata.category(c) not in _UNDRAWN)
    return " ".join(kept.split())


def _font_for(character: str, face: Face) -> str | None:
    code = ord(character)
    if code in _own(face):
        return face
    return next((name for name, glyphs in _second(face) if code in glyphs), None)


def unprintable(text: str) -> str:
    """The letters of a text that no font of ours can draw; empty when all is well."""
    return "".join(c for c in shaped(clean(text)) if _font_for(c, Face.BOLD) is None)


@lru_cache(maxsize=8192)
def runs(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """A text in parts from left to right, each with the font that can draw it.

    A letter that no font has becomes a question mark, so that it is seen to be missing.
    """
    return tuple(_runs(shaped(clean(text)), face))


def _runs(text: str, face: Face) -> Iterator[tuple[str, str]]:
    if all(ord(c) in _own(face) for c in text):
        yield face, text
        return
    drawn = [(_font_for(c, face) or face, c if _font_for(c, face) else "?") for c in text]
    for font, letters in groupby(drawn, key=lambda pair: pair[0]):
        yield font, "".join(letter for _, letter in letters)
