"""What the room's pictures say, word for word, and that all of it is on the screen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from kiosk.domain.countdown import Countdown, RunState, begin, changed
from kiosk.domain.programme import PhaseKind
from kiosk.domain.room_settings import RoomSign
from kiosk.domain.stories import Story, StoryKind
from kiosk.i18n import speaking
from kiosk.services.room import ProgrammeRow, RoomSnapshot, RoomView, room_view
from kiosk.services.stories import Library
from kiosk.ui.room import painter, words
from kiosk.ui.room.beside import draw_beside
from kiosk.ui.room.board import MOST_DOTS, draw_board, turning_of
from kiosk.ui.room.canvas import Canvas
from kiosk.ui.room.closing import draw_celebration
from kiosk.ui.room.painter import RoomPainter, Screen
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.room.programme import draw_programme
from kiosk.ui.room.sign import draw_message
from kiosk.ui.theme.style import load_fonts
from tests.helpers.listening_painter import painted, words_of
from tests.helpers.rooms import (
    BREAK,
    CHANGEOVER,
    LAST_ROUND,
    ROUND_1,
    a_snapshot,
    running,
    view_at,
)

SIZES = ((1920, 1080), (800, 600), (1080, 1920), (3440, 1440))
TITLES = (
    "Samen vieren",
    "Informatie over werken in herstel, de rechten van werknemers en wie er steun voor biedt",
    "Aansprakelijkheidsverzekeringsmaatschappijen" * 4,
    "Samen vieren wat er vandaag gebeurde " * 12,
)


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> Iterator[None]:
    load_fonts()
    with speaking("en"):
        yield


def paused(
    position: int, left: float, later: float = 0, shown: RoomSnapshot | None = None
) -> RoomView:
    """A phase that stands still since ``later`` seconds."""
    shown, countdown, clock = running(shown or a_snapshot(), position, left)
    stopped: Countdown = changed(countdown, clock, state=RunState.PAUSED)
    clock.advance(later)
    return room_view(replace(shown, run=stopped.run), stopped, clock)


def said_by(view: RoomView) -> list[str]:
    """Every text of a picture but the line at its top."""

    def draw(canvas: Canvas) -> None:
        painter._draw_scene(canvas, view, 0)
        RoomPainter()._paint_moving(canvas, view, QRectF(0, 0, 1e4, 1e4))

    return [each.text for each in painted(draw).written]


@pytest.mark.parametrize("left", [60, 42, 5, 1])
def test_the_last_minute_names_no_time_beside_the_running_figures(left: float) -> None:
    said = words_of(view_at(a_snapshot(), ROUND_1, left), draw_beside)
    assert "Last minute" in said
    assert not any("1 minute" in each for each in said)


@pytest.mark.parametrize("left", [119, 105, 90, 61])
def test_two_minutes_are_named_only_while_they_are_true(left: float) -> None:
    view = view_at(a_snapshot(), ROUND_1, left)
    assert ("2 minutes left" in said_by(view)) == (left > 110)
    assert words.summary(view.scene).endswith("2 minutes to go") == (left > 110)


@pytest.mark.parametrize(("left", "told"), [(119, "2 minutes"), (-30, "time is up")])
def test_what_stands_in_large_letters_is_not_said_again_below_the_figures(
    left: float, told: str
) -> None:
    view = view_at(a_snapshot(), LAST_ROUND, left)
    assert len([each for each in said_by(view) if told in each.lower()]) == 1
    assert told in words.summary(view.scene)


def test_beside_the_ring_of_a_break_stands_no_second_length() -> None:
    said = words_of(view_at(a_snapshot(), BREAK, 700), draw_beside)
    assert "We go on at " in said
    assert not any("minute" in each for each in said)


@pytest.mark.parametrize(
    ("position", "left"),
    [
        (ROUND_1, 300),
        (ROUND_1, 42),
        (LAST_ROUND, -30),
        (CHANGEOVER, 42),
        (BREAK, 700),
        (LAST_ROUND + 1, 700),
    ],
)
def test_a_pause_is_said_once_and_nothing_of_it_creeps_on(position: int, left: float) -> None:
    said = said_by(paused(position, left))
    assert len([each for each in said if each.lower() == "paused for a moment"]) == 1
    assert said == said_by(paused(position, left, later=600))


@pytest.mark.parametrize(("position", "message"), [(0, ""), (ROUND_1, "Koffie!")])
def test_a_pause_without_a_ring_is_said_once_too(position: int, message: str) -> None:
    said = said_by(paused(position, 300, shown=a_snapshot(sign=RoomSign(message))))
    assert len([each for each in said if "paused" in each.lower()]) == 1


def test_in_a_pause_only_the_clock_on_the_wall_changes() -> None:
    now, later = paused(ROUND_1, 300), paused(ROUND_1, 300, later=600)
    assert now.scene.clock != later.scene.clock
    assert replace(now, scene=replace(now.scene, clock=later.scene.clock)) == later


@pytest.mark.parametrize(
    ("rounds", "said"),
    [((3, 3), "Round 3"), ((1, 2), "Rounds 1 and 2"), ((1, 4), "Rounds 1 to 4")],
)
def test_a_line_of_rounds_names_the_first_and_the_last(rounds: tuple[int, int], said: str) -> None:
    row = ProgrammeRow(PhaseKind.ROUND, "", time(14, 20), rounds, False, False)
    assert words.row_title(row) == said


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("people", [1, 24, 100, 300, 1000])
def test_the_foot_of_every_board_is_on_the_screen_and_says_which_page_it_is(
    size: tuple[int, int], people: int
) -> None:
    scene = view_at(a_snapshot(people), CHANGEOVER, 42).scene
    frame = Screen(*size).frame
    pages = turning_of(frame, scene).pages
    picture = painted(lambda canvas: draw_board(canvas, scene, pages - 1), size)
    whole = QRectF(0, 0, frame.width, frame.height)
    assert all(whole.contains(centre) for centre in picture.circles)
    assert all(whole.contains(each.needs.center()) for each in picture.written)
    assert len(picture.circles) == (pages if 1 < pages <= MOST_DOTS else 0)
    said = [each.text for each in picture.written]
    assert pages == 1 or f"Page {pages} of {pages}" in said
    assert "Badge · name · table" in said


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", TITLES, ids=["short", "long", "one word", "very long"])
def test_a_title_of_the_celebration_is_whole_however_long_it_is(
    size: tuple[int, int], title: str
) -> None:
    shown = a_snapshot()
    phases = tuple(replace(phase, title=title) for phase in shown.phases)
    scene = view_at(replace(shown, phases=phases), len(phases) - 1, 600).scene
    picture = painted(lambda canvas: draw_celebration(canvas, scene), size)
    heading, below = picture.written[:2]
    assert heading.text == title
    assert heading.area.adjusted(-1, -1, 1, 1).contains(heading.needs)
    assert heading.needs.bottom() <= below.needs.top() + 1


@pytest.mark.parametrize("size", SIZES)
def test_the_figures_of_the_day_have_labels_of_one_size(size: tuple[int, int]) -> None:
    scene = view_at(a_snapshot(), LAST_ROUND + 2, 600).scene
    written = painted(lambda canvas: draw_celebration(canvas, scene), size).written
    labels = ("people here", "conversations", "rounds", "mutual yeses")
    assert len({each.needs.height() for each in written if each.text in labels}) == 1


def test_without_a_plan_nobody_is_sent_to_a_route_card_that_does_not_exist() -> None:
    scene = view_at(a_snapshot(0), CHANGEOVER, 42).scene
    said = [each.text for each in painted(lambda canvas: draw_board(canvas, scene, 0)).written]
    assert "We will show you to a table in a moment" in said


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 768)])
def test_who_is_not_on_the_board_is_not_sent_to_rest_without_help(size: tuple[int, int]) -> None:
    scene = view_at(a_snapshot(), CHANGEOVER, 42).scene
    written = painted(lambda canvas: draw_board(canvas, scene, 0), size).written
    said = " ".join(each.text for each in written)
    assert "Not on the board? You rest this round. Questions? Ask at the desk." in said


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 768)])
def test_the_numbers_of_a_page_are_never_larger_than_the_title_of_the_board(
    size: tuple[int, int],
) -> None:
    scene = view_at(a_snapshot(100), CHANGEOVER, 42).scene
    with speaking("nl"):
        title, span = painted(lambda canvas: draw_board(canvas, scene, 0), size).written[:2]
    assert title.text == "Wissel van tafel"
    assert span.needs.height() < title.needs.height()


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 768)])
def test_long_titles_of_the_day_are_hardly_smaller_than_short_ones(size: tuple[int, int]) -> None:
    long = "Onthaal, koffie, thee en een rondleiding door het gebouw"
    shown = a_snapshot()
    phases = (replace(shown.phases[0], title=long), *shown.phases[1:])
    scene = view_at(replace(shown, phases=phases), 1, 700).scene
    written = painted(lambda canvas: draw_programme(canvas, scene), size).written
    short = next(each for each in written if each.text == "Pauze")
    first = next(each for each in written if each.text and long.startswith(each.text))
    assert first.needs.height() > 0.75 * short.needs.height()


@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_a_message_is_left_alone_on_the_last_line(size: tuple[int, int]) -> None:
    shown = a_snapshot(sign=RoomSign("Er is koffie, thee en water aan de bar."))
    scene = view_at(shown, ROUND_1, 300).scene
    (words_of_host,) = painted(lambda canvas: draw_message(canvas, scene), size).written
    needs, most = words_of_host.needs.width(), Screen(*size).frame.width
    assert words_of_host.area.width() - needs < 0.05 * most


def question(text: str) -> Library:
    return Library((Story("q", StoryKind.QUESTION, "nl", "B1", "own", "", text, ()),))


def own_question(shown: RoomSnapshot, text: str) -> RoomSnapshot:
    phases = [replace(p, prompt=text) if p.position == ROUND_1 else p for p in shown.phases]
    return replace(shown, phases=tuple(phases))


@pytest.mark.parametrize("own", ["", "Wat bak jij het liefst?"])
def test_the_preview_of_the_next_round_asks_what_the_room_will_ask(own: str) -> None:
    shown, countdown, clock = running(own_question(a_snapshot(), own), ROUND_1 - 1, 300)
    presenter = RoomPresenter(clock)
    presenter.tell(question("Wat wil je ons vragen over de bakkerij?"))
    presenter.take(shown, countdown)
    following = presenter.following()
    started = begin(ROUND_1, shown.phases[ROUND_1].seconds, clock)
    presenter.take(replace(shown, run=started.run), started)
    now = presenter.view()
    assert following
    assert now
    assert following.scene == now.scene
    assert now.scene.question == (own or "Wat wil je ons vragen over de bakkerij?")
