"""What is painted is whole: messages in any script, letters as high as they are said to be."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.legibility import CAP_HEIGHT, Sight
from kiosk.domain.room_settings import RoomSettings, RoomSign
from kiosk.i18n import speaking
from kiosk.services.room import RoomState
from kiosk.services.room.advice import BoardNeeds, planned_fit
from kiosk.services.room.board_row import NAME_SIZE, ROW
from kiosk.ui.room import board_words, sign, words
from kiosk.ui.room.board import layout_of, turning_of
from kiosk.ui.room.canvas import face
from kiosk.ui.room.painter import Screen, look_of, moving_rect, render_view
from kiosk.ui.theme.style import load_fonts
from tests.helpers.rooms import BREAK, CHANGEOVER, LAST_ROUND, ROUND_1, a_snapshot, rows, view_at

SIZES = ((1920, 1080), (1024, 768), (1080, 1920), (3840, 1080), (640, 360))
LONGEST = ("Kom je sleutels halen bij het onthaal. " * 6)[:200]
MESSAGES = (
    "?",
    "Wie is de sleutels kwijt?",
    LONGEST,
    "القهوة جاهزة في الممر. سنواصل بعد خمس دقائق، شكراً لكم!",
    "Кава готова. Продовжимо за десять хвилин.",
    "<b>R&D</b> & <img src=x>",
    "https://www.voorbeeld.example/careerdating/inschrijven?stap=2",
    "x" * 200,
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_fits_between_the_heading_and_the_countdown(
    qtbot: QtBot, size: tuple[int, int], message: str
) -> None:
    load_fonts()
    area = sign._area(Screen(*size).frame)
    letters, flags = sign._fitting(message, 700, area)
    needed = QFontMetricsF(face(letters, 700)).boundingRect(area, flags, message)
    assert needed.width() <= area.width() + 1
    assert needed.height() <= area.height()


def test_a_short_message_is_larger_than_a_long_one(qtbot: QtBot) -> None:
    area = sign._area(Screen(1920, 1080).frame)
    short, long = sign._fitting("Even luisteren", 700, area), sign._fitting(LONGEST, 700, area)
    assert short[0] > long[0] >= 70


@pytest.mark.parametrize("position", [ROUND_1, CHANGEOVER, BREAK, LAST_ROUND])
@pytest.mark.parametrize("size", SIZES)
def test_below_a_message_only_the_countdown_changes(
    qtbot: QtBot, position: int, size: tuple[int, int]
) -> None:
    shown = a_snapshot(sign=RoomSign("Even luisteren"))
    first, second = view_at(shown, position, 42), view_at(shown, position, 41)
    assert first.scene == second.scene
    small = QSize(size[0] // 3, size[1] // 3)
    screen = Screen(small.width(), small.height())
    area = moving_rect(screen, first)
    before, after = render_view(first, small), render_view(second, small)
    assert before != after
    assert rest_of(before, area.top()) == rest_of(after, area.top())


def rest_of(image: QImage, bottom: int) -> QImage:
    return image.copy(0, 0, image.width(), bottom)


def test_a_message_is_said_as_it_is_written(qtbot: QtBot) -> None:
    scene = view_at(a_snapshot(sign=RoomSign(MESSAGES[5])), ROUND_1, 298).scene
    assert words.summary(scene) == MESSAGES[5]


def test_what_runs_below_a_message_is_named(qtbot: QtBot) -> None:
    shown = a_snapshot(sign=RoomSign("Even luisteren"))
    moments = ((ROUND_1, 200), (CHANGEOVER, 30), (LAST_ROUND, -5))
    with speaking("en"):
        said = [words.below_message(view_at(shown, *moment).scene) for moment in moments]
    assert said == ["Round 1 of 4", "Round 2 starts in", "Time is up"]


def test_a_capital_is_as_high_as_legibility_reckons(qtbot: QtBot) -> None:
    load_fonts()
    metrics = QFontMetricsF(face(1000, 600))
    assert metrics.capHeight() / 1000 == pytest.approx(CAP_HEIGHT, abs=0.002)
    assert metrics.tightBoundingRect("1").height() / 1000 == pytest.approx(CAP_HEIGHT, abs=0.01)


def test_measuring_the_room_makes_the_rows_of_the_board_larger(qtbot: QtBot) -> None:
    frame = Screen(1920, 1080).frame
    far = RoomSettings(screen_inches=100, farthest_metres=10)
    plain = layout_of(frame, view_at(a_snapshot(50), CHANGEOVER, 30).scene)
    measured = layout_of(frame, view_at(a_snapshot(50, settings=far), CHANGEOVER, 30).scene)
    assert measured.row_height > plain.row_height
    assert measured.pages > plain.pages


@pytest.mark.parametrize("size", SIZES)
def test_what_organisers_are_told_is_what_the_room_will_see(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    frame = Screen(*size).frame
    far = RoomSettings(screen_inches=100, farthest_metres=8)
    scene = view_at(a_snapshot(50, settings=far), CHANGEOVER, 30).scene
    sight = Sight(100, 8, size[0] / size[1])
    told = planned_fit(BoardNeeds(50, named=True, seconds=scene.board_seconds), sight)
    assert (told.pages, told.seconds_per_page) == (
        turning_of(frame, scene).pages,
        pytest.approx(turning_of(frame, scene).seconds),
    )
    letters = round(layout_of(frame, scene).row_height / ROW * NAME_SIZE) * CAP_HEIGHT
    assert told.letter_millimetres == pytest.approx(
        letters / frame.height * sight.picture_millimetres
    )


def test_a_page_says_whose_badge_numbers_it_holds() -> None:
    assert board_words.badge_span(rows(48)[:24]) == "01\u201324"
    assert board_words.badge_span(rows(1)) == "01"
    assert board_words.badge_span(()) == ""


def test_the_two_minutes_are_seen_and_end_again(qtbot: QtBot) -> None:
    size = QSize(640, 360)
    told, later = view_at(a_snapshot(), ROUND_1, 115), view_at(a_snapshot(), ROUND_1, 105)
    plain = replace(told, scene=replace(told.scene, two_minutes=False))
    assert render_view(told, size) != render_view(plain, size)
    assert not later.scene.two_minutes


def test_the_swelling_ring_stays_within_its_place(qtbot: QtBot) -> None:
    """What moves is repainted alone: it must not leave anything of itself outside."""
    size = QSize(960, 540)
    rest = view_at(a_snapshot(), LAST_ROUND, -5)
    swollen = replace(rest, pulse=1.0)
    area = moving_rect(Screen(960, 540), rest)
    before, after = render_view(rest, size), render_view(swollen, size)
    assert before != after
    for image in (before, after):
        blot(image, area.left(), area.top(), area.width(), area.height())
    assert before == after


def blot(image: QImage, left: int, top: int, width: int, height: int) -> None:
    for y in range(top, top + height):
        for x in range(left, left + width):
            image.setPixel(x, y, 0)


def test_a_look_changes_with_the_swelling_and_with_the_message(qtbot: QtBot) -> None:
    frame = Screen(1920, 1080).frame
    rest = view_at(a_snapshot(), LAST_ROUND, -5)
    assert look_of(rest, 0, frame) != look_of(replace(rest, pulse=0.5), 0, frame)
    assert rest.scene.state is RoomState.TIME_UP
