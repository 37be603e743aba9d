"""Names and titles of any length stand on the screen whole, or end in an ellipsis, never cut."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.domain.legibility import CAP_HEIGHT, Sight
from kiosk.services.room import BoardRow
from kiosk.services.room.advice import BoardNeeds, planned_fit
from kiosk.services.room.board import BoardSpace, board_layout, column_width
from kiosk.services.room.names import shape_of, width_of
from kiosk.ui.room.board import _draw_row
from kiosk.ui.room.canvas import Canvas, face
from kiosk.ui.room.fitting import draw_whole
from kiosk.ui.room.painter import Screen
from kiosk.ui.theme.style import load_fonts
from tests.helpers.listening_painter import painted as listened

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


BOARD_NAMES = (
    "Mohammed Amine",
    "Marie-Antoinette",
    "Jean-Christophe",
    "Oleksandra",
    "Wolfeschlegelsteinhausenbergerdorff",
    "Maria Magdalena Josephina van den Broucke-Vanderstraeten",
)


def painted(name: str) -> QImage:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_whole(Canvas(painter, Screen(1920, 1080).frame), ROW, name, 58, "#FFFFFF", 600)
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


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Jean-Christophe Papadopoulos", ["Jean-Christophe", "Papadopoulos"]),
        (NAMES[1], ["Maria-Magdalena", "Vanderstraeten-", "De Wolf"]),
    ],
)
def test_a_long_name_stands_whole_on_two_lines_or_else_on_three(
    qtbot: QtBot, name: str, lines: list[str]
) -> None:
    load_fonts()
    row = QRectF(0, 0, 230, 102)
    written = listened(lambda canvas: draw_whole(canvas, row, name, 50, "#FFFFFF", 600)).written
    assert [each.text for each in written] == lines


def test_a_short_name_keeps_its_size(qtbot: QtBot) -> None:
    load_fonts()
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, Screen(1920, 1080).frame)
    width = draw_whole(canvas, ROW, "Zoë", 58, "#FFFFFF", 600)
    assert width == pytest.approx(QFontMetricsF(face(58, 600)).horizontalAdvance("Zoë"))
    painter.end()


@pytest.mark.parametrize("name", [*BOARD_NAMES, "Nguyễn Thị Minh Khai", "Łukasz Żółć", "O'Neill"])
def test_the_widths_of_letters_are_those_of_the_house_font(qtbot: QtBot, name: str) -> None:
    load_fonts()
    real = QFontMetricsF(face(1000, 600)).horizontalAdvance(name) / 1000
    assert real <= width_of(name) <= real * 1.06


@pytest.mark.parametrize("name", BOARD_NAMES)
@pytest.mark.parametrize(
    ("people", "inches", "distance"), [(24, 100, 10), (50, 100, 8), (100, 120, 10), (9, 65, 20)]
)
def test_no_name_is_painted_smaller_than_organisers_were_told(
    qtbot: QtBot, name: str, people: int, inches: float, distance: float
) -> None:
    load_fonts()
    sight = Sight(inches, distance, 16 / 9)
    shape = shape_of([(number, name) for number in range(1, people + 1)], (15,))
    told = planned_fit(BoardNeeds(people, named=True, seconds=60, shape=shape), sight)
    space = BoardSpace(1920, 1080, people, True, shape)
    layout = board_layout(space, 60, sight)
    row = QRectF(64, 300, column_width(space, layout), layout.row_height)
    letters = letters_in(row, BoardRow(people, name, 15), space)
    painted_arc = sight.arc_minutes(letters * CAP_HEIGHT / space.height)
    assert told.arc_minutes
    assert painted_arc >= told.arc_minutes - 0.01


def letters_in(area: QRectF, row: BoardRow, space: BoardSpace) -> int:
    """How large the letters of a name really are in its row."""
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _draw_row(Canvas(painter, Screen(1920, 1080).frame), area, row, space.shape)
    letters = painter.font().pixelSize()
    painter.end()
    return letters
