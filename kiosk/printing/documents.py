"""A PDF with its title, language and no author; and cards laid out on sheets."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kiosk.printing import fonts
from kiosk.printing.palette import colour

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A5 = (148 * MM, 210 * MM)
A6 = (105 * MM, 148 * MM)
CELL_HEIGHT = A4[1] / 2
Size: TypeAlias = tuple[float, float]
T = TypeVar("T")


class Sheet(StrEnum):
    """What the printer is fed with: A4 to cut in four, or cards of A6."""

    A4 = "a4"
    A6 = "a6"


class Document:
    """A PDF in the making; ``close`` returns its bytes."""

    def __init__(self, size: Size, title: str, language: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        fonts.load()
        self._buffer = BytesIO()
        self.canvas: Canvas = Canvas(self._buffer, pagesize=size, pageCompression=1, lang=language)
        self.canvas.setTitle(fonts.clean(title))
        self.canvas.setAuthor("")
        self.canvas.setSubject("")
        self.canvas.setCreator("Stoelendans")

    def close(self) -> bytes:
        """Finish the file."""
        self.canvas.save()
        return self._buffer.getvalue()


def cards_document(
    title: str, language: str, cards: Sequence[T], draw: Callable[["Canvas", T], None], sheet: Sheet
) -> bytes:
    """All cards, four to an A4 with cut marks or each on its own A6.

    ``draw`` paints one card with the origin at its lower left corner.
    """
    document = Document(A4 if sheet is Sheet.A4 else A6, title, language)
    per_page = 4 if sheet is Sheet.A4 else 1
    for first in range(0, len(cards), per_page):
        for place, card in enumerate(cards[first : first + per_page]):
            canvas = document.canvas
            canvas.saveState()
            if sheet is Sheet.A4:
                canvas.translate(*_cell(place))
            draw(canvas, card)
            canvas.restoreState()
        if sheet is Sheet.A4:
            _cut_marks(document.canvas)
        document.canvas.showPage()
    return document.close()


def _cell(place: int) -> Size:
    """The lower left corner of a card: an A4 is a millimetre higher than two cards of A6."""
    row_top = A4[1] - (place // 2) * CELL_HEIGHT
    return (place % 2) * A6[0], row_top - A6[1]


def _cut_marks(canvas: "Canvas") -> None:
    """Ticks where the cuts begin and end, and a cross where they meet."""
    middle_x, middle_y, tick = A6[0], CELL_HEIGHT, 4 * MM
    canvas.setStrokeColor(colour("muted"))
    canvas.setLineWidth(0.4)
    for start in (0, A4[1] - tick, middle_y - tick / 2):
        canvas.line(middle_x, start, middle_x, start + tick)
    for start in (0, A4[0] - tick, middle_x - tick / 2):
        canvas.line(start, middle_y, start + tick, middle_y)
