"""The floor plan takes the room there is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.conductor.floor_plan import FloorPlan
from kiosk.ui.conductor.state import RoomFace, TableFace
from kiosk.ui.conductor.table_card import TableCard
from kiosk.ui.theme.style import apply_theme
from kiosk.ui.theme.tokens import load_tokens

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


def test_a_long_name_takes_more_lines_rather_than_an_ellipsis(floor: FloorPlan) -> None:
    card = show(floor, 15)[0]
    floor.grab()
    fitted = card._employer._fitted
    assert fitted is not None
    assert fitted.whole
    assert len(fitted.lines) > 1


def test_forty_tables_scroll_and_stay_readable(floor: FloorPlan) -> None:
    cards = show(floor, 40)
    assert floor._scroll.verticalScrollBar().maximum() > 0
    assert all(card.height() >= 70 for card in cards)


def sizes(floor: FloorPlan, cards: list[TableCard]) -> list[int]:
    floor.grab()
    fitted = [card._employer._fitted for card in cards]
    assert all(fitted)
    return [each.font.pixelSize() for each in fitted if each]


@pytest.mark.parametrize("height", [359, 430, 500, 640])
def test_all_tables_write_their_employers_in_one_size(floor: FloorPlan, height: int) -> None:
    floor.resize(926, height)
    cards = show(floor, 15, "Woonzorg Dampoort")
    assert len(set(sizes(floor, cards))) == 1


@pytest.mark.parametrize("height", [311, 359, 430, 500])
def test_nothing_on_a_table_is_smaller_than_a_caption(floor: FloorPlan, height: int) -> None:
    floor.resize(926, height)
    cards = show(floor, 15)
    assert min(sizes(floor, cards)) >= load_tokens().font.size.caption


def test_fifteen_tables_need_no_scroll_bar_beside_a_notice(floor: FloorPlan) -> None:
    floor.resize(926, 359)
    show(floor, 15)
    assert floor._scroll.verticalScrollBar().maximum() == 0


def test_where_lines_are_few_a_table_keeps_its_whole_name(floor: FloorPlan) -> None:
    floor.resize(926, 359)
    card = show(floor, 15, "Kringwinkel Brugse Poort")[0]
    assert card.face
    card.show_face(replace(card.face, names="Nadia, Jean-Pierre, Ștefan, Anaïs"))
    QApplication.processEvents()
    floor.grab()
    assert card._employer._fitted
    assert card._employer._fitted.whole
    assert card._names.toolTip()


@pytest.mark.parametrize("height", [430, 457, 471, 480, 500])
def test_words_stand_at_one_height_in_every_row(floor: FloorPlan, height: int) -> None:
    floor.resize(926, height)
    cards = show(floor, 15, "Brasserie Lys")
    tops = [card._employer.y() for card in cards]
    assert max(tops) - min(tops) <= 1  # rows share what is left of a height, px by px
