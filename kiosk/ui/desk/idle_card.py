"""What the desk shows while it waits: scan the QR code."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.desk.lights import scanner_light
from kiosk.ui.desk.screen import DeskScreen
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import FittedLabel, GrowingLabel, IconLabel, Pill

DASHES = "#B5D0D0"
BORDER = 3


class IdleCard(QWidget):
    """A dashed frame that invites; its pill tells when the scanner was last heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = DeskScreen()
        self._title = FittedLabel(look="display")
        self._subtitle = GrowingLabel(look="title", tone="muted", lines=2)
        self._subtitle.setStyleSheet("font-weight: 400;")
        self._scanner = Pill(dot=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch()
        picture = IconLabel("qr-scan", 176, load_tokens().light.primary)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        for label in (self._title, self._subtitle):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        pills = QHBoxLayout()
        pills.addStretch()
        pills.addWidget(self._scanner)
        pills.addStretch()
        column.addLayout(pills)
        column.addStretch()

    def show_screen(self, screen: DeskScreen) -> None:
        """Show what is true of the scanner."""
        self._screen = screen
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._title.setText(_("Scan the QR code"))
        self._subtitle.setText(_("with the scanner, or search by name"))
        light = scanner_light(self._screen)
        self._scanner.setText(light.words)
        self._scanner.set_tone(light.tone)

    def hasHeightForWidth(self) -> bool:
        return False  # words become smaller before the page has to scroll

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = load_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.light.surface))
        pen = QPen(QColor(DASHES), BORDER, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.6, 1.8])
        painter.setPen(pen)
        half = BORDER / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, tokens.shape.radius.card, tokens.shape.radius.card)
