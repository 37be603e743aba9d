"""The floor plan takes the room there is."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.conductor.floor_plan import FloorPlan
from kiosk.ui.conductor.state import RoomFace, TableFace
from kiosk.ui.conductor.table_card import TableCard
from kiosk.ui.theme.style import apply_theme

LONG = "Woonzorgcentrum Sint-Jozef-Coleta-Dampoort"


@pytest.fixture
def floor(qtbot: QtBot, qapp: QApplication) -> Iterator[FloorPlan]:
    apply_theme(qapp)
    floor = FloorPlan()
    floor.resize(926, 500)
    yield floor
    shiboken6.delete(floor)


def show(floor: FloorPlan, tables: int, employer: str = LONG) -> list[TableCard]:
    faces = [TableFace(str(n), "bezig", "primary", employer, "Samira") for n in range(1, tables)]
    floor.show_face(RoomFace("Zaal", "", (*faces, TableFace("99", "leeg", "plain", "An", ""))))
    floor.show()
    QApplication.processEvents()
    return floor.findChildren(TableCard)


def columns(cards: list[TableCard]) -> int:
    return len({card.x() for card in cards})


def test_fifteen_tables_stand_in_three_full_rows_on_any_screen(floor: FloorPlan) -> None:
    cards = show(floor, 15)
    assert columns(cards) == 5
    floor.resize(1300, 800)
    QApplication.processEvents()
    assert columns(cards) == 5


def test_tables_are_higher_where_there_is_more_room(floor: FloorPlan) -> None:
    cards = show(floor, 15)
    low = cards[0].height()
    floor.resize(926, 640)
    QApplication.processEvents()
    assert cards[0].height() > low


def test_a_long_name_takes_two_lines_rather_than_an_ellipsis(floor: FloorPlan) -> None:
    card = show(floor, 15)[0]
    floor.grab()
    fitted = card._employer._fitted
    assert fitted is not None
    assert fitted.whole
    assert len(fitted.lines) == 2


def test_forty_tables_scroll_and_stay_readable(floor: FloorPlan) -> None:
    cards = show(floor, 40)
    assert floor._scroll.verticalScrollBar().maximum() > 0
    assert all(card.height() >= 70 for card in cards)
