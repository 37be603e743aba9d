"""The badge code as a QR code of 21 by 21 modules, drawn as vectors."""

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.printing.palette import colour

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MODULES = 21
QUIET = 4
Rectangle = tuple[int, int, int, int]


@lru_cache(maxsize=2048)
def rectangles(code: str) -> tuple[Rectangle, ...]:
    """Dark areas as (column, row, width, height), rows counted from the top.

    Version 1-M holds exactly the 20 letters of a badge code; fewer rectangles than modules keep
    the file small.
    """
    open_runs: dict[tuple[int, int], Rectangle] = {}
    done: list[Rectangle] = []
    for row, modules in enumerate(_matrix(code)):
        spans = _dark_spans(modules)
        grown = {span: open_runs.get(span, (span[0], row, span[1], 0)) for span in spans}
        done += [area for span, area in open_runs.items() if span not in grown]
        open_runs = {span: (x, y, w, h + 1) for span, (x, y, w, h) in grown.items()}
    return tuple(done) + tuple(open_runs.values())


def _matrix(code: str) -> list[list[bool]]:
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import MODE_ALPHA_NUM, QRData

    maker = QRCode(version=1, error_correction=ERROR_CORRECT_M, border=0)
    maker.add_data(QRData(code, mode=MODE_ALPHA_NUM), optimize=0)
    maker.make(fit=False)
    return [[bool(module) for module in row] for row in maker.modules]


def _dark_spans(modules: list[bool]) -> list[tuple[int, int]]:
    spans, column = [], 0
    for dark, group in groupby(modules):
        length = len(list(group))
        if dark:
            spans.append((column, length))
        column += length
    return spans


def draw_code(canvas: "Canvas", code: str, x: float, y: float, side: float) -> None:
    """Draw the modules in a square with its lower left corner at ``x``, ``y``.

    The caller keeps :data:`QUIET` modules of white around it. One path for all areas, so that no
    viewer shows seams between them.
    """
    module = side / MODULES
    path = canvas.beginPath()
    for column, row, columns, rows in rectangles(code):
        bottom = y + (MODULES - row - rows) * module
        path.rect(x + column * module, bottom, columns * module, rows * module)
    canvas.setFillColor(colour("ink"))
    canvas.drawPath(path, stroke=0, fill=1)
