"""Where the columns of a row stand, from its width: with less room, words give way to signs."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from kiosk.domain.programme import PhaseKind
from kiosk.ui.organiser.programme.state import Mark, RowFace
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import wrap

WIDE, TIGHT = 780, 580
"""From so much room on, words stand beside the signs; with less than the other, few signs do."""
TIMES, LENGTH, MARK, SOUND, FIXED = 140, 58, 108, 112, 70
SIGN, GAP = 20, 8
SIDES = 24
"""What the ground of a row keeps free of its width."""
TEXT = 17
LEAST_DETAIL = 70
TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges from the left of the row, and whether there is room for words; all in px."""

    icon: float
    title: float
    title_ends: float
    fixed: float
    length: float
    sound: float | None
    mark: float | None
    has_words: bool
    has_marks: bool

    @property
    def title_width(self) -> int:
        """The room for a title."""
        return int(self.title_ends - self.title)


def columns_in(width: float, *, has_marks: bool) -> Columns:
    """The columns of a row so wide; marks take no room on a programme that has none."""
    scale = text_scale()
    room = (width - SIDES) / scale
    is_wide, is_tight = room >= WIDE, room < TIGHT
    right, mark, sound = room, None, None
    if has_marks:
        right = mark = right - (SIGN if is_tight else MARK)
        right -= GAP
    if not is_tight:
        right = sound = right - (SOUND if is_wide else SIGN)
        right -= 2 * GAP
    length = right - LENGTH
    fixed = length - GAP - (FIXED if is_wide else SIGN)
    return Columns(
        icon=TIMES * scale,
        title=(TIMES + SIGN + GAP + 4) * scale,
        title_ends=(fixed - GAP) * scale,
        fixed=fixed * scale,
        length=length * scale,
        sound=None if sound is None else sound * scale,
        mark=None if mark is None else mark * scale,
        has_words=is_wide,
        has_marks=not is_tight,
    )


def row_font(face: RowFace, *, is_title: bool = False) -> QFont:
    """Titles are strong, except where little happens; what is skipped is struck through."""
    weights = load_tokens().font.weights
    is_small = face.kind is PhaseKind.CHANGEOVER or face.mark in (Mark.DONE, Mark.SKIPPED)
    weight = weights.semibold if is_title and not is_small else weights.regular
    found = text_font(TEXT, weight)
    found.setStrikeOut(face.mark is Mark.SKIPPED)
    return found


def title_lines(face: RowFace, columns: Columns) -> tuple[str, ...]:
    """A long title takes the line below it too, unless a warning stands there."""
    most = 1 if face.warning else TITLE_LINES
    metrics = QFontMetrics(row_font(face, is_title=True))
    return wrap(face.title, metrics, columns.title_width, most)


def detail_of(face: RowFace, columns: Columns) -> str:
    """What was decided; where marks have no room for their word, it is said here."""
    mark = "" if columns.has_marks else face.mark_text
    return " · ".join(part for part in (mark, face.detail) if part)


def is_detail_beside(face: RowFace, columns: Columns) -> bool:
    """Whether what was decided stands beside the title; a kind alone is never worth a line."""
    taken = QFontMetrics(row_font(face, is_title=True)).horizontalAdvance(face.title)
    left = columns.title_width - taken - 2 * GAP * text_scale()
    if columns.has_words and not face.warning:
        return left >= LEAST_DETAIL * text_scale()
    return left >= QFontMetrics(detail_font()).horizontalAdvance(detail_of(face, columns))


def detail_font() -> QFont:
    """For everything beside and below a title."""
    return text_font(load_tokens().font.size.caption)


def needs_two_lines(face: RowFace, columns: Columns) -> bool:
    """Whether a row is higher than others."""
    if face.warning or len(title_lines(face, columns)) > 1:
        return True
    is_needed = face.is_detail_needed or bool(face.mark_text and not columns.has_marks)
    return is_needed and not is_detail_beside(face, columns)
