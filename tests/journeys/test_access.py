"""Every page of the running program can be used by keyboard, by touch and by ear."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.app.demo import demo_start, make_demo
from kiosk.app.program import Program
from kiosk.app.registration import Chance
from kiosk.app.start import make_application
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import Side
from kiosk.i18n import use_language
from kiosk.ui.conductor.programme_list import PhaseLine
from kiosk.ui.interest.reader import SilentReader
from kiosk.ui.shell import ShellWindow
from tests.helpers.days import MORNING

TARGET = 44
PAGES = ("desk", "host", "interest", "programme", "plan", "people", "room", "results")
INTERACTIVE = (QAbstractButton, QLineEdit, QSpinBox, QAbstractItemView)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    application = make_application()
    use_language("nl")
    file = make_demo(tmp_path_factory.mktemp("demo"), SimulatedClock(MORNING), Chance.seeded(7))
    clock = SimulatedClock(demo_start(file.unit()))
    program = Program(file, clock, show_paper=lambda _path: None)
    program.stations.interest._reader = SilentReader()
    program.start()
    program.worker.drain()
    program.window.showNormal()
    program.window.resize(1366, 768)
    application.processEvents()
    yield program
    program.close()
    program.window.close()
    program.room.close()


def turn_to(program: Program, page: str) -> ShellWindow:
    """Bring a page to the front, with nobody at it."""
    program.window.show_page(page)
    program.worker.drain()
    QApplication.processEvents()
    return program.window


def interactive(window: QWidget) -> list[QWidget]:
    """Everything in sight that answers to a finger or a key."""
    widgets = [w for w in window.findChildren(QWidget) if isinstance(w, INTERACTIVE)]
    return [
        w
        for w in widgets
        if w.isVisible() and w.isEnabled() and not isinstance(w, QHeaderView) and _is_ours(w)
    ]


def _is_ours(widget: QWidget) -> bool:
    """Qt makes a corner button in each table, and an editor in each spin box."""
    return not isinstance(widget.parentWidget(), QAbstractItemView | QSpinBox)


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")


def seen(window: QWidget, widget: QWidget) -> QImage:
    """The widget and the few pixels around it, where a frame may show the focus."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-50, -8, 8, 8)
    return window.grab(place).toImage()


@pytest.mark.parametrize("page", PAGES)
def test_everything_has_a_name_for_a_screen_reader(program: Program, page: str) -> None:
    window = turn_to(program, page)
    assert interactive(window)
    assert [w for w in interactive(window) if not name_of(w)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_target_is_large_enough_for_a_finger(program: Program, page: str) -> None:
    window = turn_to(program, page)
    # the low lines of the programme are all reached by the large button above them, too
    targets = [w for w in interactive(window) if not isinstance(w, PhaseLine)]
    frames = {w: _target(w) for w in targets}
    small = {name_of(w): size for w, size in frames.items() if min(size) < TARGET}
    assert small == {}


def _target(widget: QWidget) -> tuple[int, int]:
    """A field without a frame of its own is touched by the frame around it."""
    around = widget.parentWidget()
    if widget.property("bare") and around is not None:
        return around.width(), around.height()
    return widget.width(), widget.height()


def _stops_tab(widget: QWidget) -> bool:
    """Of several buttons that exclude each other the chosen one does; arrows reach the rest."""
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if not isinstance(widget, QAbstractButton) or group is None or not group.exclusive():
        return True
    return widget.isChecked()


@pytest.mark.parametrize("page", PAGES)
def test_the_tab_key_reaches_everything_and_shows_where_it_is(
    program: Program, page: str, qtbot: QtBot
) -> None:
    window = turn_to(program, page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wanted = {w for w in interactive(window) if _stops_tab(w)}
    reached: list[QWidget] = []
    for _step in range(3 * len(wanted) + 10):
        before = {w: seen(window, w) for w in wanted - set(reached)}
        window.focusNextChild()
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        if focused in before:
            assert seen(window, focused) != before[focused], name_of(focused)
            reached.append(focused)
    assert [name_of(w) for w in wanted - set(reached)] == []


def test_a_form_keeps_its_foot_in_sight_on_a_small_laptop(program: Program) -> None:
    window = turn_to(program, "interest")
    window.resize(1024, 640)
    with program._file.unit() as unit:
        known = unit.people.codes()
        somebody = next(a for a in unit.people.all() if a.side is Side.CANDIDATE)
    window.route_scan(known[somebody.id])
    program.worker.drain()
    QApplication.processEvents()
    foot = program.stations.interest._foot
    assert foot.mapTo(window, QPoint(0, foot.height())).y() <= window.height()
    program.stations.interest._presenter.done()
    window.resize(1366, 768)
