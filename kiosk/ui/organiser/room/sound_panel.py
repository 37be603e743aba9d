"""The organisers' panel about sound: the loudspeaker, how loud, how gentle, and trying it out."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from kiosk.domain.programme import PhaseSound
from kiosk.i18n import _
from kiosk.ui.organiser.room.sound_presenter import SoundPresenter
from kiosk.ui.organiser.room.sound_state import SoundFace
from kiosk.ui.organiser.room.volume_slider import VolumeSlider
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconLabel, PlainLabel, Toggle
from kiosk.ui.widgets.buttons import icon_size
from kiosk.ui.widgets.folding import FlowBox
from kiosk.ui.widgets.text import plain_tip

LEAST_LETTERS = 12
KEEP_AFTER_MS = 300
"""A volume is kept when the knob has come to rest."""


class SoundPanel(Card):
    """Renders what its presenter shows, and reports what is chosen to it."""

    def __init__(self, presenter: SoundPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self._title = PlainLabel(look="strong")
        self._icon, self._status = IconLabel(), _wrapped()
        self._device_caption, self._device = PlainLabel(look="caption", tone="muted"), _Devices()
        self._volume_caption, self._percent = PlainLabel(look="caption", tone="muted"), PlainLabel()
        self._volume = VolumeSlider()
        self._quiet, self._quiet_hint = Toggle(), _wrapped("caption", "muted")
        self._try_caption = PlainLabel(look="caption", tone="muted")
        self._tries = {sound: ActionButton(icon_name="play") for sound in _tried()}
        self._voice = _wrapped("caption", "muted")
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._lay_out()
        self._connect()
        presenter.show = self._render
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._title.setText(_("Sound in the room"))
        self.setAccessibleName(_("Sound in the room"))
        self._device_caption.setText(_("Loudspeaker"))
        self._device.setAccessibleName(_("Loudspeaker"))
        self._volume_caption.setText(_("Volume"))
        self._volume.setAccessibleName(_("Volume"))
        self._quiet.setText(_("Quiet room"))
        self._quiet.setAccessibleName(_("Quiet room"))
        hint = _("No flash, soft sounds only.")
        self._quiet_hint.setText(hint)
        self._quiet.setAccessibleDescription(hint)
        self._try_caption.setText(_("Hear how a round ends"))
        words = (_("Gong"), _("Soft gong"), _("Spoken"))
        for button, word in zip(self._tries.values(), words, strict=True):
            button.setText(word)
            button.setAccessibleDescription(self._try_caption.text())
        self._presenter.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.open()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settle()
        self._presenter.close()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        gap = load_tokens().shape.gap
        told, loud = QHBoxLayout(), QHBoxLayout()
        told.setSpacing(gap.tight)
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._status, 1)
        loud.addWidget(self._volume, 1)
        loud.addWidget(self._percent)
        self._device_caption.setBuddy(self._device)
        self._volume_caption.setBuddy(self._volume)
        self.body.addWidget(self._title)
        self.body.addLayout(told)
        self._add_group(self._device_caption, self._device)
        self._add_group(self._volume_caption)
        self.body.addLayout(loud)
        self._add_group(self._quiet, self._quiet_hint)
        self._add_group(self._try_caption, FlowBox(*self._tries.values()), self._voice)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _add_group(self, *parts: QWidget) -> None:
        """What belongs together, a little apart from what stands above."""
        self.body.addSpacing(load_tokens().shape.gap.tight)
        for part in parts:
            self.body.addWidget(part)

    def _connect(self) -> None:
        self._device.activated.connect(self._choose_device)
        self._volume.valueChanged.connect(self._say_percent)
        self._volume.valueChanged.connect(self._rest.start)
        self._rest.timeout.connect(self._keep_volume)
        self._quiet.clicked.connect(self._presenter.set_quiet)
        for sound, button in self._tries.items():
            button.clicked.connect(partial(self._try_out, sound))

    def _render(self, face: SoundFace) -> None:
        size = icon_size()
        self._icon.setFixedSize(size, size)
        self._icon.set_icon("speaker" if face.is_heard else "info", load_tokens().state.info)
        self._status.setText(face.status)
        self._show_devices(face)
        self._show_volume(face.volume)
        self._quiet.setChecked(face.quiet)
        for sound, button in self._tries.items():
            button.setEnabled(face.has_voice if sound is PhaseSound.SPOKEN else face.is_heard)
        self._voice.setText(face.voice)
        self._voice.setVisible(bool(face.voice))

    def _show_devices(self, face: SoundFace) -> None:
        """An open list is left alone while nothing changed."""
        box, wanted = self._device, [(each.words, each.name) for each in face.devices]
        shown = [(box.itemText(at), box.itemData(at)) for at in range(box.count())]
        if shown != wanted:
            box.clear()
            for words, name in wanted:
                box.addItem(words, name)
        box.setCurrentIndex([each.name for each in face.devices].index(face.device))
        box.setToolTip(plain_tip(box.currentText()))

    def _show_volume(self, volume: int) -> None:
        """A knob that somebody has just moved stays where it is."""
        if not self._rest.isActive():
            self._volume.setValue(volume)
            self._rest.stop()
        self._say_percent(self._volume.maximum())
        self._percent.setMinimumWidth(self._percent.sizeHint().width())
        self._say_percent(self._volume.value())

    def _say_percent(self, volume: int) -> None:
        self._percent.setText(_("{percent}%").format(percent=volume))

    def _choose_device(self, at: int) -> None:
        self._presenter.choose_device(self._device.itemData(at))

    def _keep_volume(self) -> None:
        self._presenter.set_volume(self._volume.value())

    def _settle(self) -> None:
        """Keep at once what a knob shows that has only just come to rest."""
        if self._rest.isActive():
            self._rest.stop()
            self._keep_volume()

    def _try_out(self, sound: PhaseSound) -> None:
        self._settle()
        self._presenter.try_out(sound)


class _Devices(QComboBox):
    """A list that is as wide as its place, whatever a loudspeaker is called."""

    def __init__(self) -> None:
        super().__init__()
        shorten = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(shorten)
        self.setMinimumContentsLength(LEAST_LETTERS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls the page does not mean the loudspeaker."""
        event.ignore()


def _tried() -> tuple[PhaseSound, ...]:
    return (PhaseSound.GONG, PhaseSound.SOFT_GONG, PhaseSound.SPOKEN)


def _wrapped(look: str = "body", tone: str = "ink") -> PlainLabel:
    label = PlainLabel(look=look, tone=tone)
    label.setWordWrap(True)
    return label
