"""The room display beside the staff's window, on a laptop alone."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.displays.assigning import ScreenState, ScreenUse
from kiosk.ui.displays.displays import RESTORES, RoomDisplays
from kiosk.ui.displays.identifying import ScreenCard
from kiosk.ui.displays.placed_window import PlacedWindow
from kiosk.ui.displays.screen_watch import SETTLE_MS
from kiosk.ui.displays.staff_window import StaffWindow


@pytest.fixture
def staff(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def make_window(qtbot: QtBot) -> Callable[[], QWidget]:
    def make() -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        return window

    return make


@pytest.fixture
def displays(make_window: Callable[[], QWidget], staff: QWidget) -> RoomDisplays:
    return RoomDisplays(make_window, staff)


@pytest.fixture
def room(displays: RoomDisplays) -> QWidget:
    return displays.windows()[0]


def test_its_window_exists_before_it_is_shown(displays: RoomDisplays, room: QWidget) -> None:
    assert not displays.is_open
    assert not room.isVisible()
    assert displays.windows() == (room,)


def test_it_is_a_small_window_in_the_corner(displays: RoomDisplays, room: QWidget) -> None:
    displays.open()
    free = room.screen().availableGeometry()
    assert displays.is_open
    assert room.isVisible()
    assert not room.isFullScreen()
    assert free.contains(room.geometry())
    assert room.width() < free.width() / 3
    assert room.geometry().center().x() > free.center().x()
    assert room.geometry().center().y() > free.center().y()


def test_where_a_person_put_it_it_stays(
    displays: RoomDisplays, room: QWidget, qtbot: QtBot
) -> None:
    displays.open()
    room.setGeometry(10, 20, 333, 222)
    displays.place()
    assert room.geometry() == QRect(10, 20, 333, 222)


class Grabbing(QWidget):
    """Some systems give the keys to whatever fills a screen."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.activateWindow()


def test_keys_and_scans_go_on_to_the_staff(staff: QWidget, qtbot: QtBot) -> None:
    displays = RoomDisplays(Grabbing, staff)
    (room,) = displays.windows()
    qtbot.addWidget(room)
    staff.activateWindow()
    qtbot.waitUntil(staff.isActiveWindow)
    displays.open()
    QApplication.processEvents()
    assert room.isVisible()
    assert staff.isActiveWindow()


def test_somebody_who_works_in_another_program_is_left_alone(staff: QWidget, qtbot: QtBot) -> None:
    displays = RoomDisplays(Grabbing, staff)
    (room,) = displays.windows()
    qtbot.addWidget(room)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    displays.open()
    QApplication.processEvents()
    assert not staff.isActiveWindow()


def test_while_there_is_no_screen_at_all_nothing_is_placed(staff: QWidget) -> None:
    assert StaffWindow(staff).settle({}) == ""


def test_closed_it_stays_away_whatever_screens_do(
    displays: RoomDisplays, room: QWidget, qtbot: QtBot
) -> None:
    displays.open()
    displays.close()
    application = QGuiApplication.instance()
    with qtbot.waitSignal(displays._watch.settled):
        application.primaryScreenChanged.emit(QGuiApplication.primaryScreen())
    assert not room.isVisible()
    displays.use(["tv"])
    assert not room.isVisible()


def test_a_person_who_closes_the_window_closes_the_room(
    displays: RoomDisplays, room: QWidget, qtbot: QtBot
) -> None:
    displays.open()
    with qtbot.waitSignal(displays.closed):
        room.close()
    assert not displays.is_open
    displays.open()
    assert room.isVisible()


def test_putting_it_away_is_not_taken_for_a_person(displays: RoomDisplays, qtbot: QtBot) -> None:
    displays.open()
    with qtbot.assertNotEmitted(displays.closed):
        displays.close()


def test_it_tells_what_screens_are_used_for_and_only_what_is_new(
    displays: RoomDisplays, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([displays.placed, displays.changed]):
        displays.open()
    assert displays.states == (ScreenState(1, *displays.screen_names, ScreenUse.STAFF),)
    with qtbot.assertNotEmitted(displays.changed), qtbot.assertNotEmitted(displays.placed):
        displays.open()


@pytest.mark.parametrize(
    "signal", ["geometryChanged", "availableGeometryChanged", "logicalDotsPerInchChanged"]
)
def test_another_size_or_scale_is_looked_at_once_it_has_settled(
    displays: RoomDisplays, signal: str, qtbot: QtBot
) -> None:
    screen = QGuiApplication.primaryScreen()
    value = 120.0 if signal == "logicalDotsPerInchChanged" else screen.geometry()
    settled: list[None] = []
    displays._watch.settled.connect(lambda: settled.append(None))
    with qtbot.waitSignal(displays._watch.settled):
        for _ in range(5):
            getattr(screen, signal).emit(value)
    assert len(settled) == 1


def test_a_window_manager_that_wants_no_full_screen_is_not_fought_for_ever(
    make_window: Callable[[], QWidget], displays: RoomDisplays
) -> None:
    for _ in range(RESTORES):
        displays._restore()
        assert displays._again.isActive()
        displays._again.stop()
    displays._restore()
    assert not displays._again.isActive()
    displays.open()
    displays._restore()
    assert displays._again.isActive()


def test_a_screen_that_comes_back_larger_is_filled_anew(make_window: Callable[[], QWidget]) -> None:
    placed = PlacedWindow(make_window())
    screen = QGuiApplication.primaryScreen()
    assert placed.fill("beamer", screen)
    assert not placed.fill("beamer", screen)
    assert placed.fill("another", screen)
    placed.window.showMinimized()
    assert placed.has_shrunk
    assert placed.fill("another", screen)
    assert not placed.has_shrunk
    placed.put_away()
    assert placed.screen_name == placed.shown_on == ""


def cards(application: QGuiApplication) -> list[ScreenCard]:
    return [
        each
        for each in application.topLevelWidgets()
        if isinstance(each, ScreenCard) and each.isVisible()
    ]


def test_a_screen_says_its_number_name_and_use_for_a_moment(
    displays: RoomDisplays, qtbot: QtBot, qapp: QGuiApplication
) -> None:
    displays.identify(seconds=0.05)
    (card,) = cards(qapp)
    assert f"1: {displays.screen_names[0]}." in card.accessibleName()
    assert not card.grab().toImage().allGray()
    assert card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    qtbot.waitUntil(lambda: not cards(qapp))


def test_a_click_puts_the_cards_away_and_asking_twice_shows_them_once(
    displays: RoomDisplays, qtbot: QtBot, qapp: QGuiApplication
) -> None:
    displays.identify(seconds=60)
    displays.identify(seconds=60)
    (card,) = cards(qapp)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert not cards(qapp)


def test_a_widget_that_was_asked_for_its_screen_takes_nothing_with_it(
    displays: RoomDisplays, room: QWidget
) -> None:
    displays.open()
    passing = QWidget()
    passing.show()
    assert passing.screen()
    shiboken6.delete(passing)
    displays.place()
    assert room.isVisible()
    assert displays.states


def test_a_moment_is_short_enough_that_nobody_sees_two_moves() -> None:
    assert SETTLE_MS <= 500
