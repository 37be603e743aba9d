"""The coloured head and the quiet foot of the station."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.interest.state import FormFace
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, FittedLabel, PlainLabel, Toggle

MARGIN = 40
DONE_SIZE = (128, 60)


class HeadBand(QWidget):
    """Title, language, read aloud; between two visitors also the way out for the staff."""

    language_changed = Signal()
    read_aloud = Signal()
    staff_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = FittedLabel(look="display", tone="inverse", lines=2, smallest=18)
        self._language = ActionButton("", "globe", role="outline")
        self._read = ActionButton("", "speaker", role="outline")
        self._language.clicked.connect(self.language_changed)
        self._read.clicked.connect(self.read_aloud)
        self._staff = ActionButton("", "lock", role="outline")
        self._staff.clicked.connect(self.staff_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 20, MARGIN, 20)
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(self._language)
        row.addWidget(self._read)
        row.addWidget(self._staff)
        self._read.hide()

    def show_head(self, title: str, other_language: str) -> None:
        """The title, and the language that a tap would give."""
        self._title.setText(title)
        self._language.setText(other_language)
        self._title.setFixedHeight(self._language.sizeHint().height() + 8)

    def show_reading(self, text: str) -> None:
        """The word of the button that reads aloud; none where nothing can."""
        self._read.setVisible(bool(text))
        self._read.setText(text)

    def show_staff(self, text: str) -> None:
        """The word of the staff's button; none while somebody's form is open."""
        self._staff.setVisible(bool(text))
        self._staff.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(load_tokens().light.primary))


class FootBand(QWidget):
    """Consent, who sees what, and the way out."""

    consented = Signal(bool)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consent = Toggle()
        self._consent.clicked.connect(self._ask)
        self._promise = PlainLabel(tone="muted")
        self._promise.setWordWrap(True)
        self._closing = PlainLabel(tone="muted")
        self._done = ActionButton(role="primary")
        self._done.setMinimumSize(*DONE_SIZE)
        self._done.clicked.connect(self.done)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._consent)
        left.addWidget(self._promise)
        right = QHBoxLayout()
        right.setSpacing(20)
        right.addStretch(1)
        right.addWidget(self._closing)
        right.addWidget(self._done)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self._row.setSpacing(12)
        self._row.addLayout(left, 1)
        self._row.addLayout(right)

    def show_face(self, face: FormFace) -> None:
        """What this person is asked and promised."""
        self._consent.setVisible(face.consent is not None)
        self._consent.setText(face.consent_text)
        self._consent.setChecked(bool(face.consent))
        self._promise.setText(face.trouble or face.promise)
        set_look(self._promise, tone="bad" if face.trouble else "muted")
        self._closing.setText(face.closing)
        self._done.setText(face.done_text)

    def _ask(self, wanted: bool) -> None:
        """Show the old state until the new one is kept."""
        self._consent.setChecked(not wanted)
        self.consented.emit(wanted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        light = load_tokens().light
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(light.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(light.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = (self._consent, self._closing, self._done)
        needed = sum(part.sizeHint().width() for part in parts) + 2 * MARGIN + 40
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if needed < self.width() else ways.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
