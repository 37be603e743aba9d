"""The camera as a panel of the desk: picture, one line about it, and its three choices."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHideEvent,
    QImage,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.desk.camera.frames import image_of
from kiosk.ui.desk.camera.presenter import CameraPresenter
from kiosk.ui.desk.camera.preview import Preview
from kiosk.ui.desk.camera.source import Frame
from kiosk.ui.desk.camera.state import CAN_BE_TRIED_AGAIN, CameraScreen, CameraStatus
from kiosk.ui.desk.camera.wording import line, mark
from kiosk.ui.desk.camera.worker import DecodingWorker, Seen
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import (
    ActionButton,
    Card,
    GrowingLabel,
    IconButton,
    IconLabel,
    PlainLabel,
    Toggle,
)

READ_SHOWN_MS = 1500
LINES, SMALLEST_LINE = 6, 16
PICTURE_STRETCH = 100


class CameraPanel(Card):
    """Watches while it is visible, and lets go of the camera when it is not.

    ``code_seen`` carries the text of a QR code that came into view, badge code or not.
    ``status_changed`` carries the CameraStatus; ``closed`` tells that the volunteer closed it.
    """

    code_seen = Signal(str)
    status_changed = Signal(object)
    closed = Signal()

    def __init__(self, presenter: CameraPresenter, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._presenter = presenter
        self._worker: DecodingWorker | None = None
        self._status = CameraStatus.CLOSED
        self._title = PlainLabel(look="strong")
        self._close = IconButton("cross", "")
        self._preview = Preview()
        self._icon = IconLabel(size=24)
        self._line = GrowingLabel(lines=LINES, smallest=SMALLEST_LINE)
        self._again = ActionButton()
        self._chooser = QComboBox()
        self._mirror, self._light = Toggle(), Toggle()
        self._settle = QTimer(self, interval=READ_SHOWN_MS, singleShot=True)
        self._lay_out()
        self._connect()
        presenter.show = self._render
        presenter.code_seen = self.code_seen.emit
        presenter.frame_came = self._offer
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.setAccessibleName(_("Camera"))
        self._title.setText(_("Camera"))
        self._close.set_meaning(_("Close the camera"))
        self._again.setText(_("Try again"))
        self._chooser.setAccessibleName(_("Which camera"))
        self._chooser.setPlaceholderText(_("No camera"))
        self._mirror.setText(_("Mirror"))
        self._light.setText(_("Light"))
        self._preview.retranslate()
        self._render(self._presenter.screen)

    def _lay_out(self) -> None:
        gap = load_tokens().shape.gap
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        told = QHBoxLayout()
        told.setSpacing(gap.tight)
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._line, 1)
        self._choices = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._choices.setSpacing(gap.tight)
        self._chooser.setMinimumContentsLength(12)
        shorten = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._chooser.setSizeAdjustPolicy(shorten)
        self._choices.addWidget(self._chooser, 1)
        self._choices.addWidget(self._mirror)
        self._choices.addWidget(self._light)
        self.body.addLayout(head)
        self.body.addWidget(self._preview, PICTURE_STRETCH)
        self.body.addLayout(told)
        self.body.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._choices)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._close.clicked.connect(self._close_panel)
        self._again.clicked.connect(self._presenter.try_again)
        self._chooser.activated.connect(self._choose)
        self._mirror.toggled.connect(self._set_mirror)
        self._light.toggled.connect(self._set_light)
        self._settle.timeout.connect(self._presenter.settle)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._worker is None:
            self._worker = DecodingWorker(self)
            self._worker.seen.connect(self._take)
            self._presenter.open()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.release()

    def release(self) -> None:
        """Let go of the camera and end the thread; done at once when hidden, and at the end."""
        self._presenter.close()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()
            worker.deleteLater()
        self._settle.stop()
        self._preview.show_image(QImage())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(each.sizeHint().width() for each in (self._chooser, self._mirror, self._light))
        room = self.contentsRect().width() - 4 * load_tokens().shape.gap.wide
        beside = needed <= room
        ways = QBoxLayout.Direction
        self._choices.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _offer(self, frame: Frame) -> None:
        if self._worker is not None:
            self._worker.offer(frame)

    @Slot(object)
    def _take(self, seen: Seen) -> None:
        if self._presenter.screen.status is CameraStatus.WATCHING:
            self._preview.show_image(image_of(seen.preview))
        self._presenter.take_codes(seen.codes)

    def _close_panel(self) -> None:
        self.hide()
        self.closed.emit()

    def _choose(self, row: int) -> None:
        self._presenter.choose(self._chooser.itemData(row))

    def _set_mirror(self, on: bool) -> None:
        self._presenter.mirror(on=on)

    def _set_light(self, on: bool) -> None:
        self._presenter.light(on=on)

    def _render(self, screen: CameraScreen) -> None:
        self._tell(screen)
        self._show_cameras(screen)
        for toggle, on in ((self._mirror, screen.mirrored), (self._light, screen.light)):
            with QSignalBlocker(toggle):
                toggle.setChecked(on)
        self._light.setVisible(screen.has_light)
        self._again.setVisible(screen.status in CAN_BE_TRIED_AGAIN)
        self._preview.set_mirrored(on=screen.mirrored)
        self._preview.set_read(on=screen.just_read)
        if screen.status is not CameraStatus.WATCHING:
            self._preview.show_image(QImage())
        if screen.just_read:
            self._settle.start()

    def _tell(self, screen: CameraScreen) -> None:
        if screen.status is not self._status:
            self._status = screen.status
            self.status_changed.emit(screen.status)
        words = line(screen)
        icon, tone = mark(screen)
        tokens = load_tokens()
        self._icon.set_icon(icon, getattr(tokens.state, tone, tokens.light.primary))
        if words != self._line.text():
            self._line.setText(words)
            alert = QAccessibleEvent(self._line, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(alert)

    def _show_cameras(self, screen: CameraScreen) -> None:
        ids = [camera.device_id for camera in screen.cameras]
        with QSignalBlocker(self._chooser):
            if [self._chooser.itemData(row) for row in range(self._chooser.count())] != ids:
                self._chooser.clear()
                for camera in screen.cameras:
                    self._chooser.addItem(camera.name, camera.device_id)
            self._chooser.setCurrentIndex(ids.index(screen.in_use) if screen.in_use in ids else -1)
        # One camera is no choice, and beside the card there is little room.
        self._chooser.setVisible(len(ids) > 1)
        self._mirror.setVisible(bool(ids))
