"""Names and titles of any length stand on the screen whole, or end in an ellipsis, never cut."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.ui.room.canvas import Canvas, face
from kiosk.ui.room.fitting import draw_whole
from kiosk.ui.room.painter import Screen
from kiosk.ui.theme.style import load_fonts
from kiosk.ui.widgets.text import fit

ROW = QRectF(300, 400, 320, 102)
NAMES = (
    "Zoë",
    "Maria-Magdalena Vanderstraeten-De Wolf",
    "Wolfeschlegelsteinhausenbergerdorff" * 2,
    "محمد عبد الرحمن الخطيب",
    "Nguyễn Thị Minh Khai",
    "<b>R&D</b> <img src=x>",
    "",
)


def painted(name: str) -> QImage:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    canvas = Canvas(painter, Screen(1920, 1080).frame)
    assert draw_whole(canvas, ROW, name, 58, "#FFFFFF", 600) <= ROW.width() + 1
    painter.end()
    return image


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_is_painted_outside_its_row(qtbot: QtBot, name: str) -> None:
    load_fonts()
    image = painted(name)
    row = ROW.toAlignedRect().adjusted(-3, 0, 3, 0)
    outside = image.copy()
    painter = QPainter(outside)
    painter.fillRect(row, 0)
    painter.end()
    empty = QImage(outside.size(), outside.format())
    empty.fill(0)
    assert outside == empty


def test_a_name_with_two_parts_stands_whole_on_two_lines(qtbot: QtBot) -> None:
    load_fonts()
    room = QSize(int(ROW.width()), int(ROW.height()) - 8)
    fitted = fit(NAMES[1], face(58 * 0.7, 600), room, 2, 29)
    assert fitted.whole
    assert len(fitted.lines) == 2


def test_a_short_name_keeps_its_size(qtbot: QtBot) -> None:
    load_fonts()
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, Screen(1920, 1080).frame)
    width = draw_whole(canvas, ROW, "Zoë", 58, "#FFFFFF", 600)
    assert width == pytest.approx(QFontMetricsF(face(58, 600)).horizontalAdvance("Zoë"))
    painter.end()
