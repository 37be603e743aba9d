"""The dark screen of the panic key: nothing on it but a small lock."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.verdicts import Verdict
from kiosk.i18n import _
from kiosk.ui.lone_key import LoneKey
from kiosk.ui.nameless_answer import NamelessAnswer
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import IconLabel

VERDICT_MS = 5000
LOCK_SIZE = 28
MARGIN = 32


class BlankCover(QWidget):
    """``woken`` when a person is back: a click, or a key that is not a scanner's."""

    woken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lock = IconLabel("lock", LOCK_SIZE, load_tokens().night.faint)
        self._answer = NamelessAnswer()
        self._verdict: Verdict | None = None
        self._keys = LoneKey(self)
        self._keys.pressed.connect(self.woken)
        self._shown = QTimer(self, singleShot=True, interval=VERDICT_MS)
        self._shown.timeout.connect(self._answer.hide)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addStretch()
        column.addWidget(self._answer, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        column.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Icon and word for a moment, then nothing again."""
        if verdict is self._verdict:
            return
        self._verdict = verdict
        self._answer.show_verdict(verdict)
        self._shown.start()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.setAccessibleName(_("Locked. Press a key to go on."))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keys.forget()
        self._shown.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keys.take(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.woken.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(load_tokens().night.background))
