"""Stories on the room display: all words fit, and it sleeps until the next one."""

import threading
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.app.room_show import RoomShow
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import begin
from kiosk.domain.programme import PhaseKind, lay_out
from kiosk.domain.stories import Block, Photo, Source, Span, Story, StoryKind, StoryPage, pages_of
from kiosk.services.ports import UnitFactory
from kiosk.services.room import RoomScene, RoomSnapshot, RoomState, RoomTotals, RoomView
from kiosk.services.room.stories import example_view
from kiosk.services.stories import Library, shipped_library
from kiosk.ui.room import words
from kiosk.ui.room.canvas import Canvas
from kiosk.ui.room.painter import Screen, render_view
from kiosk.ui.room.presenter import RoomPresenter, slide_of
from kiosk.ui.room.ring import words_area
from kiosk.ui.room.story import _areas, _document, _fits, fitting_document
from kiosk.ui.room.window import RoomWindow
from kiosk.ui.tasks.worker import DatabaseWorker
from tests.helpers.days import LINES, an_event, found

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (1080, 1920), (3440, 1440))
PAGES = [
    StoryPage(story, blocks, page)
    for story in shipped_library().stories
    if story.kind is StoryKind.INFORMATION
    for page, blocks in enumerate(pages_of(story))
]


def longest() -> StoryPage:
    """The most that a page may hold, with three sources and a word that has no end."""
    word = "Aansprakelijkheidsverzekeringsmaatschappij "
    blocks = (Block((Span(word * 8),)),)
    source = Source("A study with quite a long title, as studies have", "example.org/" + "x" * 30)
    return StoryPage(
        Story("x", StoryKind.INFORMATION, "nl", "B1", "own", "Topic", word * 1, blocks,
              (source,) * 3),
        blocks,
    )  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_any_story_is_cut_beside_its_picture_or_the_countdown(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    frame = Screen(*size).frame
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, frame)
    beside: QRectF = words_area(frame).adjusted(0, 0, 0, -76)
    for page in [*PAGES, longest()]:
        for area in (_areas(frame)[1], beside):
            assert _fits(fitting_document(canvas, page, area), area)
    painter.end()


def test_text_is_never_read_as_markup(qtbot: QtBot) -> None:
    image = QImage(QSize(800, 600), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, Screen(1920, 1080).frame)
    blocks = (Block((Span("<b>R&D</b> <img src=x>"),)),)
    story = Story("x", StoryKind.INFORMATION, "en", "B1", "own", "", "<i>T</i>", blocks)
    assert _document(canvas, StoryPage(story, blocks), 900, 1.0).toPlainText().splitlines() == [
        "<i>T</i>",
        "<b>R&D</b> <img src=x>",
    ]
    painter.end()


@pytest.mark.parametrize(("language", "at_right"), [("ar", True), ("nl", False)])
def test_a_language_that_is_written_from_the_right_stands_at_the_right(
    qtbot: QtBot, language: str, at_right: bool
) -> None:
    image = QImage(QSize(1600, 400), QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    blocks = (Block((Span("a"),), is_point=True),)
    story = Story("x", StoryKind.INFORMATION, language, "B1", "own", "", "T", blocks)
    painter = QPainter(image)
    document = _document(
        Canvas(painter, Screen(1600, 400).frame), StoryPage(story, blocks), 1600, 1
    )
    document.drawContents(painter)
    painter.end()
    halves = [image.copy(0, 0, 800, 400), image.copy(800, 0, 800, 400)]
    empty = QImage(halves[0].size(), image.format())
    empty.fill(QColor("black"))
    assert [half != empty for half in halves] == [not at_right, at_right]


def test_every_state_with_a_story_paints_and_says_it(qtbot: QtBot) -> None:
    for state in (RoomState.PROGRAMME, RoomState.BREAK):
        scene = RoomScene(state, "en", "Day", "", time(13, 40), kind=PhaseKind.BREAK)
        told = replace(scene, story=PAGES[0])
        plain = render_view(RoomView(scene, 300.0, 0.5), QSize(960, 540))
        assert render_view(RoomView(told, 300.0, 0.5), QSize(960, 540)) != plain
        assert PAGES[0].story.title in words.summary(told)
        assert slide_of(told, 0) != slide_of(scene, 0)


def test_the_window_turns_to_the_story_by_the_clock(qtbot: QtBot) -> None:
    phases, event = lay_out(LINES), an_event()
    clock = SimulatedClock(event.moment(phases[0].starts))
    countdown = begin(0, phases[0].seconds, clock)
    boards, totals = ((),) * 8, RoomTotals(0, 0, 0, None)
    presenter = RoomPresenter(clock, shipped_library())
    window = RoomWindow(presenter)
    qtbot.addWidget(window)
    window.show_snapshot(
        RoomSnapshot(event, phases, countdown.run, False, boards, totals), countdown
    )
    clock.advance(11.9)
    view = presenter.view()
    assert view is not None
    assert view.scene.story is None
    assert presenter.seconds_to_change(view, 0) == pytest.approx(0.1, abs=0.01)
    clock.advance(0.2)
    window.refresh()
    view = presenter.view()
    assert view is not None
    assert view.scene.story is not None
    assert view.scene.story.story.title in window.accessibleDescription()


def with_photo(folder: Path, size: tuple[int, int], form: str = "jpg") -> StoryPage:
    """A story with a picture beside it, orange all over."""
    path = folder / f"bench.{form}"
    picture = QImage(QSize(*size), QImage.Format.Format_RGB32)
    picture.fill(QColor("orange"))
    assert picture.save(str(path))
    photo = Photo("A bench", f"{size} {form}", path.read_bytes())
    story = replace(PAGES[0].story, photo=photo, picture="")
    return replace(PAGES[0], story=story)


def card_of(page: StoryPage) -> QImage:
    """What stands on the card, at half the size of a usual screen."""
    image = render_view(example_view(page), QSize(960, 540))
    return image.copy(32, 70, 380, 350)


def orange(image: QImage) -> float:
    """The share of a picture that is orange."""
    wanted = QColor("orange").getRgb()[:3]
    points = [(x, y) for x in range(0, image.width(), 10) for y in range(0, image.height(), 10)]
    colours = [image.pixelColor(*point).getRgb()[:3] for point in points]
    near = [all(abs(a - b) < 12 for a, b in zip(c, wanted, strict=True)) for c in colours]
    return sum(near) / len(near)


@pytest.mark.parametrize("form", ["jpg", "png"])
def test_a_usual_photo_fills_its_card(qtbot: QtBot, tmp_path: Path, form: str) -> None:
    assert orange(card_of(with_photo(tmp_path, (900, 600), form))) > 0.95


def test_a_very_wide_picture_is_shown_whole(qtbot: QtBot, tmp_path: Path) -> None:
    assert 0.2 < orange(card_of(with_photo(tmp_path, (1600, 500)))) < 0.5


def test_what_is_on_the_picture_is_said_to_who_can_not_see_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = with_photo(tmp_path, (900, 600))
    assert words.summary(example_view(page).scene).endswith("A bench")


def test_what_was_looked_at_is_painted_whatever_became_of_the_file(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = with_photo(tmp_path, (880, 600))
    (tmp_path / "bench.jpg").unlink()
    assert orange(card_of(page)) > 0.95


@pytest.mark.parametrize("size", [(1920, 1), (1, 1920)])
def test_a_picture_of_a_line_is_no_trouble(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    assert orange(card_of(with_photo(tmp_path, size))) < 0.2


def test_before_the_day_the_window_turns_to_stories_by_the_clock(qtbot: QtBot) -> None:
    phases, event = lay_out(LINES), an_event()
    clock = SimulatedClock(event.moment(phases[0].starts) - timedelta(minutes=30))
    presenter = RoomPresenter(clock, shipped_library())
    presenter.take(RoomSnapshot(event, phases, None, False, ((),) * 8, RoomTotals(0, 0, 0, None)))
    shown: list[bool] = []
    while len(shown) < 6:
        view = presenter.view()
        assert view is not None
        shown.append(view.scene.story is not None)
        left = presenter.seconds_to_change(view, 0)
        assert 0 < left <= 60
        clock.advance(left + 0.01)
    assert {True, False} == set(shown)


def test_texts_are_read_once_and_never_where_the_room_is_painted(
    qtbot: QtBot, units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        found(unit)
        unit.commit()
    readers: list[threading.Thread] = []

    def library() -> Library:
        readers.append(threading.current_thread())
        return shipped_library()

    worker = DatabaseWorker(units)
    show = RoomShow(worker, clock, an_event(), library)
    qtbot.addWidget(show.preview)
    show.refresh()
    show.refresh()
    worker.drain()
    clock.advance_to(an_event().moment(lay_out(LINES)[0].starts) - timedelta(minutes=30))
    views = []
    for _step in range(6):
        clock.advance(10)
        views.append(show.presenter.view())
    assert any(view.scene.story for view in views if view)
    assert len(readers) == 1
    assert readers[0] is not threading.main_thread()
    show.read_stories()
    worker.close()
    assert len(readers) == 2
    show.close()


def test_texts_that_were_edited_are_shown_when_they_are_read_again(qtbot: QtBot) -> None:
    phases, event = lay_out(LINES), an_event()
    clock = SimulatedClock(event.moment(phases[0].starts))
    countdown = begin(0, phases[0].seconds, clock)
    snapshot = RoomSnapshot(
        event, phases, countdown.run, False, ((),) * 8, RoomTotals(0, 0, 0, None)
    )
    presenter = RoomPresenter(clock)
    presenter.take(snapshot, countdown)
    presenter.tell(Library((PAGES[0].story,)))
    clock.advance(14)
    before = presenter.view()
    presenter.tell(Library())
    after = presenter.view()
    assert before is not None
    assert after is not None
    assert before.scene.story is not None
    assert after.scene.story is None
