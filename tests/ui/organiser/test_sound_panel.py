"""An organiser sets the sound of the room, with a mouse or with keys only."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kiosk.domain.room_settings import RoomSettings
from kiosk.i18n import use_language
from kiosk.ui.organiser.room.sound_panel import SoundPanel
from kiosk.ui.organiser.room.sound_presenter import SoundPresenter
from kiosk.ui.sounds.player import SoundPlayer
from kiosk.ui.sounds.room_sound import RoomSound
from kiosk.ui.sounds.voice import PRETENDED, Voice
from kiosk.ui.theme.style import apply_theme
from tests.helpers.loudspeakers import HALL, LAPTOP, FakeLoudspeakers, Played

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass
class Organiser:
    """The panel in front of somebody, and the laptop under it."""

    panel: SoundPanel
    presenter: SoundPresenter
    speakers: FakeLoudspeakers
    room: RoomSound
    kept: list[RoomSettings] = field(default_factory=list)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    def words(self) -> str:
        return "\n".join(label.text() for label in self.panel.findChildren(QLabel))

    def button(self, text: str) -> QAbstractButton:
        buttons = self.panel.findChildren(QAbstractButton)
        return next(button for button in buttons if button.text() == text)


@pytest.fixture
def organiser(qtbot, qapp):
    use_language("en")
    apply_theme(qapp)
    speakers = FakeLoudspeakers()
    room = RoomSound(SoundPlayer(find=speakers.find), Voice(engine=PRETENDED), "en")
    room._pause.setInterval(0)
    presenter = SoundPresenter(room)
    panel = SoundPanel(presenter)
    someone = Organiser(panel, presenter, speakers, room)
    presenter.changed = someone.kept.append
    room.changed.connect(presenter.refresh)
    qtbot.addWidget(panel)
    panel.resize(440, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    yield someone
    panel.close()
    use_language("nl")


def test_everything_is_set_and_tried_by_keys_alone(organiser, qtbot):
    organiser.panel._device.setFocus()
    organiser.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    organiser.press(Qt.Key.Key_Tab, Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_Right)
    organiser.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    organiser.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    organiser.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert organiser.speakers.played == [Played("soft-gong", HALL, 25)] * 2
    assert organiser.kept[-1] == RoomSettings(quiet=True, volume=25, sound_device=HALL)
    organiser.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: organiser.room._voice._speech is not None)
    assert len(organiser.speakers.played) == 3


def test_the_gong_is_tried_as_the_room_would_hear_it(organiser):
    organiser.button("Gong").click()
    organiser.panel._quiet.click()
    organiser.button("Gong").click()
    assert organiser.speakers.heard() == ["gong", "soft-gong"]


def test_a_moved_knob_is_kept_once_when_it_rests(organiser, qtbot):
    slider = organiser.panel._volume
    for volume in (70, 60, 50):
        slider.setValue(volume)
    assert organiser.kept == []
    assert "50%" in organiser.words()
    qtbot.waitUntil(lambda: organiser.kept == [RoomSettings(volume=50)])


def test_a_volume_is_kept_before_the_panel_goes_away(organiser):
    organiser.panel._volume.setValue(20)
    organiser.panel.hide()
    assert organiser.kept == [RoomSettings(volume=20)]


def test_a_press_on_the_line_takes_the_knob_there(organiser):
    slider = organiser.panel._volume
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, NO_MODIFIER, QPoint(2, 20))
    assert slider.value() == 0
    middle = QPoint(slider.width() // 2, 20)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, NO_MODIFIER, middle)
    assert slider.value() == 50


def test_a_volume_of_nothing_is_shown_as_such(organiser):
    organiser.presenter.take(RoomSettings(volume=0))
    assert "0%" in organiser.words()
    assert "100 %" not in organiser.words()


def test_a_loudspeaker_that_is_pulled_out_is_told_at_once(organiser):
    organiser.presenter.choose_device(HALL)
    organiser.speakers.become(LAPTOP)
    assert f"“{HALL}” is not there now" in organiser.words()
    assert organiser.panel._device.currentText() == f"Not there: {HALL}"
    organiser.speakers.become()
    assert "No loudspeaker found." in organiser.words()
    assert not any(organiser.button(each).isEnabled() for each in ("Gong", "Soft gong", "Spoken"))
    organiser.speakers.become(LAPTOP, HALL)
    assert f"The room hears “{HALL}”." in organiser.words()
    assert organiser.button("Spoken").isEnabled()


def test_a_loudspeakers_name_is_text_and_never_markup(organiser):
    organiser.presenter.choose_device(HALL)
    labels = organiser.panel.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert "&lt;b&gt;" in organiser.panel._device.toolTip()


def test_whoever_scrolls_the_page_changes_nothing(organiser):
    for part in (organiser.panel._device, organiser.panel._volume):
        turned = QWheelEvent(
            QPointF(10, 10),
            QPointF(10, 10),
            QPoint(),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            NO_MODIFIER,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(part, turned)
        assert not turned.isAccepted()
    assert (organiser.panel._device.currentIndex(), organiser.panel._volume.value()) == (0, 80)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_can_be_touched_and_read_aloud(organiser, qapp, scale):
    apply_theme(qapp, scale)
    QApplication.processEvents()
    reached = [
        part
        for part in organiser.panel.findChildren(QWidget)
        if part.isVisibleTo(organiser.panel) and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(reached) == 6
    for part in reached:
        assert part.accessibleName()
        assert min(part.height(), part.width()) >= 44
    apply_theme(qapp)


def test_the_panel_speaks_another_language_at_once(organiser):
    use_language("nl")
    organiser.panel.retranslate()
    assert organiser.panel._percent.text() == "80 %"
