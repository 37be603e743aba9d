"""The host's small pictures of the room: what it sees now, and what it will see next."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock, SystemClock
from kiosk.domain.countdown import Countdown
from kiosk.domain.room_settings import RoomSign
from kiosk.services.room import RoomSnapshot, RoomState
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.room.preview import RoomPreview
from kiosk.ui.room.window import RoomWindow
from tests.helpers.rooms import CHANGEOVER, ROUND_1, a_snapshot, running


@pytest.fixture
def moment() -> tuple[RoomSnapshot, Countdown, SimulatedClock]:
    return running(a_snapshot(), ROUND_1, 298)


@pytest.fixture
def preview(qtbot: QtBot, moment: tuple[RoomSnapshot, Countdown, SimulatedClock]) -> RoomPreview:
    shown, countdown, clock = moment
    preview = RoomPreview(RoomPresenter(clock))
    qtbot.addWidget(preview)
    preview.resize(660, 220)
    with qtbot.waitExposed(preview):
        preview.show()
    preview.show_snapshot(shown, countdown)
    return preview


def states(preview: RoomPreview) -> list[RoomState]:
    pictures = (preview._now, preview._next)
    return [picture._look.scene.state for picture in pictures if picture._look]


def test_it_shows_the_round_and_the_board_that_follows(preview: RoomPreview) -> None:
    assert states(preview) == [RoomState.ROUND, RoomState.BOARD]


def test_both_pictures_are_said_to_who_listens(preview: RoomPreview) -> None:
    for picture in (preview._now, preview._next):
        assert picture.accessibleName()
        assert picture.accessibleDescription()
    assert preview._now.accessibleName() != preview._next.accessibleName()


def test_a_message_is_seen_now_but_not_next(
    preview: RoomPreview, moment: tuple[RoomSnapshot, Countdown, SimulatedClock]
) -> None:
    shown, countdown, _ = moment
    preview.show_snapshot(replace(shown, sign=RoomSign("Even luisteren")), countdown)
    assert states(preview) == [RoomState.MESSAGE, RoomState.BOARD]
    assert preview._now.accessibleDescription() == "Even luisteren"


def test_a_dark_room_is_marked_so_that_nobody_takes_it_for_a_fault(
    preview: RoomPreview, moment: tuple[RoomSnapshot, Countdown, SimulatedClock]
) -> None:
    shown, countdown, _ = moment
    preview.show_snapshot(replace(shown, sign=RoomSign(blackout=True)), countdown)
    image = preview._now.grab().toImage()
    colours = {image.pixel(x, image.height() // 2) for x in range(image.width())}
    assert len(colours) > 1


def test_it_holds_with_the_room_while_the_host_decides(preview: RoomPreview) -> None:
    preview._presenter.hold()
    preview.refresh()
    assert states(preview) == [RoomState.BACK_SOON, RoomState.BOARD]


def test_it_looks_once_a_second_and_not_at_all_when_hidden(preview: RoomPreview) -> None:
    assert preview._timer.isActive()
    assert preview._timer.interval() == 1000
    preview.hide()
    assert not preview._timer.isActive()


def test_within_a_second_nothing_is_painted_anew(
    preview: RoomPreview,
    moment: tuple[RoomSnapshot, Countdown, SimulatedClock],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []
    for picture in (preview._now, preview._next):
        monkeypatch.setattr(picture, "update", lambda: asked.append(None))
    moment[2].advance(0.01)
    preview.refresh()
    assert asked == []
    moment[2].advance(1)
    preview.refresh()
    assert len(asked) == 1


def test_it_shows_the_page_that_the_room_sees(qtbot: QtBot) -> None:
    shown, countdown, clock = running(a_snapshot(100), CHANGEOVER, 60)
    moments = iter([100.0, 100.0 + 13])
    preview = RoomPreview(RoomPresenter(clock), seconds=lambda: next(moments))
    qtbot.addWidget(preview)
    preview.resize(660, 220)
    preview._presenter.take(shown, countdown)
    with qtbot.waitExposed(preview):
        preview.show()
    preview.refresh()
    assert preview._now._look is not None
    assert preview._now._look.page == 1


def test_it_takes_the_shape_of_the_rooms_screen(preview: RoomPreview) -> None:
    preview.show_shape(QSize(1024, 768))
    area = preview._now._area()
    assert area.width() / area.height() == pytest.approx(4 / 3, abs=0.02)


def test_it_counts_pages_by_the_clock_of_the_windows_also_after_the_laptop_slept(
    qtbot: QtBot, preview: RoomPreview
) -> None:
    """One that does not count sleep would show the host another page than the room."""
    window = RoomWindow(preview._presenter)
    qtbot.addWidget(window)
    clocks = [part._seconds for part in (preview, window)]
    assert all(getattr(clock, "__func__", None) is SystemClock.monotonic for clock in clocks)
