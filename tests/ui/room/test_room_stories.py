"""Stories on the room display: all words fit, and it sleeps until the next one."""

import hashlib
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import begin
from kiosk.domain.programme import PhaseKind, lay_out
from kiosk.domain.stories import Block, Photo, Source, Span, Story, StoryKind, StoryPage, pages_of
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
from tests.helpers.days import LINES, an_event

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
    presenter = RoomPresenter(clock)
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
    photo = Photo(path, "A bench", hashlib.sha256(path.read_bytes()).hexdigest())
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


def test_a_picture_that_was_swapped_or_is_gone_is_not_shown(qtbot: QtBot, tmp_path: Path) -> None:
    page = with_photo(tmp_path, (900, 600))
    path = tmp_path / "bench.jpg"
    path.write_bytes(path.read_bytes() + b"more")
    assert orange(card_of(page)) < 0.1
    path.unlink()
    assert orange(card_of(replace(page, page=1))) < 0.1


def test_before_the_day_the_window_turns_to_stories_by_the_clock(qtbot: QtBot) -> None:
    phases, event = lay_out(LINES), an_event()
    clock = SimulatedClock(event.moment(phases[0].starts) - timedelta(minutes=30))
    presenter = RoomPresenter(clock)
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


def test_texts_that_were_edited_are_shown_when_they_are_read_again(qtbot: QtBot) -> None:
    phases, event = lay_out(LINES), an_event()
    clock = SimulatedClock(event.moment(phases[0].starts))
    countdown = begin(0, phases[0].seconds, clock)
    snapshot = RoomSnapshot(
        event, phases, countdown.run, False, ((),) * 8, RoomTotals(0, 0, 0, None)
    )
    libraries = [Library((PAGES[0].story,)), Library()]
    presenter = RoomPresenter(clock, lambda: libraries.pop(0))
    presenter.take(snapshot, countdown)
    clock.advance(14)
    before = presenter.view()
    presenter.read_stories_again()
    after = presenter.view()
    assert before is not None
    assert after is not None
    assert before.scene.story is not None
    assert after.scene.story is None
