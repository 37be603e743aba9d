"""The camera panel with a fake camera, real frames and the real decoder."""

import random
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import new_code
from kiosk.i18n import use_language
from kiosk.scanning.picture import Picture
from kiosk.ui.desk.camera.frames import ImageFrame
from kiosk.ui.desk.camera.panel import CameraPanel
from kiosk.ui.desk.camera.presenter import CameraPresenter
from kiosk.ui.desk.camera.state import CameraSettings, CameraStatus
from kiosk.ui.desk.camera.worker import DecodingWorker, Seen
from kiosk.ui.theme.style import apply_theme
from tests.helpers.cameras import BUILT_IN, ON_A_STAND, FakeCameras, badge, desk

CODE, OTHER = (new_code(random.Random(seed).choice) for seed in (5, 6))
Opened = Callable[..., CameraPanel]


def frame(*cards: Image.Image) -> ImageFrame:
    """What the camera sees; its rows are padded, because 1,278 is no multiple of four."""
    seen = desk(*cards, size=(1278, 720))
    form = QImage.Format.Format_Grayscale8
    return ImageFrame(QImage(seen.tobytes(), seen.width, seen.height, seen.width, form).copy())


class SlowFrame:
    """A frame that takes as long to unpack as a test wants."""

    def __init__(self) -> None:
        self.begun, self.go_on = Event(), Event()

    def luminance(self) -> Picture | None:
        self.begun.set()
        self.go_on.wait(10)
        return None


class BrokenFrame:
    def luminance(self) -> Picture | None:
        raise RuntimeError("half a frame")


@pytest.fixture
def cameras() -> FakeCameras:
    return FakeCameras()


@pytest.fixture
def opened(
    qapp: QApplication, qtbot: QtBot, cameras: FakeCameras, clock: SimulatedClock
) -> Iterator[Opened]:
    use_language("en")
    apply_theme(qapp)
    panels: list[CameraPanel] = []

    def make(settings: CameraSettings = CameraSettings(), *, shown: bool = True) -> CameraPanel:
        presenter = CameraPresenter(cameras, clock, settings, lambda _settings: None)
        panel = CameraPanel(presenter)
        panels.append(panel)
        qtbot.addWidget(panel)
        if shown:
            panel.show()
        return panel

    yield make
    for panel in panels:
        panel.release()


def read(panel: CameraPanel, cameras: FakeCameras, qtbot: QtBot, *cards: Image.Image) -> list[str]:
    """Hold badges in front of the camera and wait until one was read."""
    seen: list[str] = []
    panel.code_seen.connect(seen.append)
    cameras.show(frame(*cards))
    qtbot.waitUntil(lambda: len(seen) == len(cards))
    panel.code_seen.disconnect(seen.append)
    return seen


def line(panel: CameraPanel) -> str:
    return panel._line.text()


def test_a_badge_in_front_of_the_camera_is_told(
    opened: Opened, cameras: FakeCameras, qtbot: QtBot
) -> None:
    panel = opened()
    assert line(panel) == "Hold the QR code in front of the camera."
    assert read(panel, cameras, qtbot, badge(CODE)) == [CODE]
    assert line(panel) == "Code read"
    qtbot.waitUntil(lambda: line(panel).startswith("Hold"))


def test_two_badges_at_once_are_both_told(
    opened: Opened, cameras: FakeCameras, qtbot: QtBot
) -> None:
    assert set(read(opened(), cameras, qtbot, badge(CODE), badge(OTHER))) == {CODE, OTHER}


def test_a_badge_that_stays_in_view_is_told_once(
    opened: Opened, cameras: FakeCameras, qtbot: QtBot, clock: SimulatedClock
) -> None:
    panel = opened()
    told: list[str] = []
    panel.code_seen.connect(told.append)
    for _ in range(5):
        with qtbot.waitSignal(panel._worker.seen):
            cameras.show(frame(badge(CODE)))
        clock.advance(1)
    assert told == [CODE]
    clock.advance(5)
    assert read(panel, cameras, qtbot, badge(CODE)) == [CODE]


def test_the_picture_is_shown_as_a_mirror_and_read_as_it_is(
    opened: Opened, cameras: FakeCameras, qtbot: QtBot
) -> None:
    panel = opened(CameraSettings(mirrored=True))
    assert read(panel, cameras, qtbot, badge(CODE)) == [CODE]
    mirrored = panel._preview.shown
    assert mirrored.pixelColor(mirrored.width() - 40, 60).value() > 200  # the badge lies left
    panel._mirror.click()
    assert panel._preview.shown.pixelColor(40, 60).value() > 200


def test_frames_that_come_too_quickly_are_dropped_and_not_queued(
    qtbot: QtBot, qapp: QApplication
) -> None:
    worker = DecodingWorker()
    seen: list[Seen] = []
    worker.seen.connect(seen.append)
    slow = SlowFrame()
    worker.offer(slow)
    assert slow.begun.wait(10)
    for _ in range(20):
        worker.offer(frame(badge(OTHER)))
    worker.offer(frame(badge(CODE)))
    slow.go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    worker.close()
    assert worker.dropped == 20
    assert [code.text for answer in seen for code in answer.codes] == [CODE]


def test_a_busy_screen_finds_one_picture_and_every_code(qtbot: QtBot, qapp: QApplication) -> None:
    worker = DecodingWorker()
    seen: list[Seen] = []
    worker.seen.connect(seen.append)
    for code in (CODE, OTHER):
        worker.offer(frame(badge(code)))
        wait_until_decoded(worker, code)
    qtbot.waitUntil(lambda: bool(seen))
    worker.close()
    assert [[code.text for code in answer.codes] for answer in seen] == [[CODE, OTHER]]


def wait_until_decoded(worker: DecodingWorker, code: str) -> None:
    """Without running the main thread's events, as while a page is painted."""
    pause = Event()
    for _ in range(500):
        answer = worker._answer
        if answer and code in [each.text for each in answer.codes]:
            return
        pause.wait(0.01)
    raise AssertionError(code)


def test_a_bug_in_the_decoder_is_reported_and_not_swallowed(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: reported.append(error))
    worker = DecodingWorker()
    worker.offer(BrokenFrame())
    qtbot.waitUntil(lambda: bool(reported))
    worker.close()
    assert str(reported[0]) == "half a frame"


def test_nothing_runs_before_the_panel_is_shown(opened: Opened, cameras: FakeCameras) -> None:
    panel = opened(shown=False)
    assert (panel._worker, cameras.asked) == (None, [])


@pytest.mark.parametrize("leave", ["hide", "close", "button", "parent"])
def test_leaving_ends_the_thread_and_lets_go_of_the_camera(
    opened: Opened, cameras: FakeCameras, qtbot: QtBot, leave: str
) -> None:
    panel = opened()
    worker = panel._worker
    cameras.show(frame(badge(CODE)))
    if leave == "button":
        with qtbot.waitSignal(panel.closed):
            panel._close.click()
    elif leave == "parent":
        parent = QWidget()
        qtbot.addWidget(parent)
        panel.setParent(parent)  # hides it
    else:
        getattr(panel, leave)()
    assert not worker.running
    assert cameras.running == ""
    assert panel._preview.shown.isNull()
    panel.setParent(None)


def test_the_panel_can_be_opened_again(opened: Opened, cameras: FakeCameras, qtbot: QtBot) -> None:
    panel = opened()
    panel.hide()
    panel.show()
    assert read(panel, cameras, qtbot, badge(CODE)) == [CODE]


def test_no_camera_is_said_calmly_and_one_that_comes_starts_by_itself(
    opened: Opened, cameras: FakeCameras, qtbot: QtBot
) -> None:
    cameras.plug()
    panel = opened()
    assert line(panel).startswith("No camera found.")
    assert not panel._chooser.isVisible()
    cameras.plug(ON_A_STAND)
    assert panel._chooser.currentText() == ON_A_STAND.name
    assert read(panel, cameras, qtbot, badge(CODE)) == [CODE]
    cameras.plug()
    assert line(panel).startswith("No camera found.")
    assert panel._preview.shown.isNull()


def test_another_camera_is_chosen_with_the_keyboard(opened: Opened, cameras: FakeCameras) -> None:
    cameras.plug(BUILT_IN, ON_A_STAND)
    panel = opened()
    panel._chooser.setFocus()
    QTest.keyClick(panel._chooser, Qt.Key.Key_Down)
    assert cameras.running == ON_A_STAND.device_id


def test_the_light_switch_is_there_only_with_a_light(opened: Opened, cameras: FakeCameras) -> None:
    assert not opened()._light.isVisible()
    cameras.has_light = True
    panel = opened()
    assert panel._light.isVisible()
    panel._light.click()
    assert cameras.light


def test_a_camera_in_use_elsewhere_can_be_tried_again(
    opened: Opened, cameras: FakeCameras, qtbot: QtBot
) -> None:
    cameras.starts = False
    panel = opened()
    panel._presenter.failed(CameraStatus.FAILED)
    assert "Does another program use it?" in line(panel)
    cameras.starts = True
    panel._again.click()
    assert read(panel, cameras, qtbot, badge(CODE)) == [CODE]
    assert not panel._again.isVisible()


def test_everything_has_a_name_and_is_large_enough(opened: Opened, cameras: FakeCameras) -> None:
    cameras.has_light = True
    panel = opened()
    panel.resize(360, 640)
    targets = (panel._close, panel._chooser, panel._mirror, panel._light)
    for widget in targets:
        assert widget.accessibleName() or widget.text()
        assert widget.height() >= 44
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert panel._preview.accessibleName()


def test_the_name_of_a_camera_is_no_markup(opened: Opened, cameras: FakeCameras) -> None:
    cameras.plug(type(BUILT_IN)("x", "<b>Cam</b>"))
    assert opened()._chooser.currentText() == "<b>Cam</b>"
