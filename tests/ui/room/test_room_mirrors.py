"""Several screens show one room: the same picture, the same page, at the same moment."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.domain.room_settings import RoomSign
from kiosk.services.room import RoomState
from kiosk.ui.room.board import turning_of
from kiosk.ui.room.painter import Screen
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.room.window import RoomWindow
from tests.helpers.rooms import CHANGEOVER, a_snapshot, running

WIDE, UPRIGHT = QSize(960, 540), QSize(270, 480)


class Seconds:
    """The clock of all windows' pages."""

    def __init__(self) -> None:
        self.now = 500.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def mirrors(qtbot: QtBot, seconds: Seconds) -> list[RoomWindow]:
    """Two windows of one size and one of another, on a board of a hundred people."""
    shown, countdown, clock = running(a_snapshot(100), CHANGEOVER, 60)
    presenter = RoomPresenter(clock)
    windows = [RoomWindow(presenter, seconds=seconds) for _ in range(3)]
    for window, size in zip(windows, (WIDE, WIDE, UPRIGHT), strict=True):
        qtbot.addWidget(window)
        window.setMinimumSize(10, 10)
        window.resize(size)
        window.set_still(still=True)
        with qtbot.waitExposed(window):
            window.show()
        window.show_snapshot(shown, countdown)
    return windows


def pages(windows: list[RoomWindow]) -> list[int]:
    shown = []
    for window in windows:
        window.refresh()
        assert window._look is not None
        shown.append(window._look.page)
    return shown


def test_mirrors_of_one_size_turn_their_pages_together(
    mirrors: list[RoomWindow], seconds: Seconds
) -> None:
    turned = []
    for _ in range(60):
        first, second, _other = pages(mirrors)
        assert first == second
        turned.append(first)
        seconds.now += 1
    assert sorted(set(turned)) == [0, 1, 2, 3, 4]


def test_a_mirror_of_another_shape_has_its_own_pages_from_the_same_moment_on(
    mirrors: list[RoomWindow], seconds: Seconds
) -> None:
    view = mirrors[2]._view
    assert view is not None
    turning = turning_of(Screen(270, 480).frame, view.scene)
    for gone in (0.0, turning.seconds - 0.1, turning.seconds + 0.1):
        seconds.now = 500 + gone
        assert pages(mirrors)[2] == int(gone // turning.seconds)


def test_a_mirror_that_is_plugged_in_later_comes_to_the_same_page(
    mirrors: list[RoomWindow], seconds: Seconds, qtbot: QtBot
) -> None:
    seconds.now += 30
    late = RoomWindow(mirrors[0]._presenter, seconds=seconds)
    qtbot.addWidget(late)
    late.resize(WIDE)
    with qtbot.waitExposed(late):
        late.show()
    first, *_, last = pages([*mirrors, late])
    assert first == last > 0


def test_what_one_mirror_is_told_the_others_show_at_their_next_look(
    mirrors: list[RoomWindow],
) -> None:
    shown, countdown, _ = running(a_snapshot(100, sign=RoomSign("Even luisteren")), CHANGEOVER, 60)
    mirrors[0].show_snapshot(shown, countdown)
    mirrors[1].refresh()
    assert mirrors[1]._look is not None
    assert mirrors[1]._look.scene.state is RoomState.MESSAGE
