"""The panel where a scanner is tried out: scan the code on the screen, see how it went."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.i18n import N_, _
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.scanner.presenter import ScannerPresenter, ScannerScreen, Trial
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import GrowingLabel, IconLabel, PlainLabel

Rectangles: TypeAlias = Sequence[tuple[int, int, int, int]]
MODULES, QUIET = 21, 4

WORDS = {
    Trial.WAITING: ("qr-scan", "neutral", N_("Scan the code on the screen.")),
    Trial.RIGHT: ("check-circle", "ok", N_("The scanner works.")),
    Trial.OTHER_CODE: (
        "check-circle",
        "ok",
        N_("The scanner works. That was another badge; nobody was checked in."),
    ),
    Trial.DAMAGED: (
        "warning-triangle",
        "warn",
        N_("Letters got lost. Hold the scanner closer, or plug it straight into the laptop."),
    ),
    Trial.GARBLED: (
        "warning-triangle",
        "warn",
        N_(
            "The scanner sends other signs than the code has. Set it to “USB keyboard” and to the"
            " keyboard of this laptop, with the setting sheet that came with it."
        ),
    ),
}


class ScannerPanel(DeskPanel):
    """Shows ``rectangles``, the dark areas of the test code, and answers scans."""

    def __init__(
        self,
        presenter: ScannerPresenter,
        rectangles: Rectangles,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("qr-scan", parent)
        self._presenter = presenter
        self._code = _CodePicture(rectangles)
        self._icon = IconLabel(size=44)
        self._words = GrowingLabel(look="title", lines=5, smallest=18)
        self._count = PlainLabel(tone="muted")
        self._steps = PlainLabel()
        self._steps.setWordWrap(True)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        presenter.show = self._render
        self.retranslate()

    def begin(self) -> None:
        """Start anew."""
        self._presenter.open()

    def take_scan(self, text: str) -> bool:
        """Scans are tried out here, and check nobody in."""
        self._presenter.take(text)
        return True

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.set_title(_("Try the scanner"))
        self._code.setAccessibleName(_("A code to try the scanner with"))
        self._steps.setText(
            _(
                "A scanner types what it reads, like a keyboard. It works whatever is on the"
                " screen, with Enter, Tab or nothing at the end."
            )
        )
        self._render(self._presenter.screen)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        words.addLayout(head)
        words.addWidget(self._count)
        words.addSpacing(12)
        words.addWidget(self._steps)
        words.addStretch()
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row, 1)

    def _render(self, screen: ScannerScreen) -> None:
        icon, tone, words = WORDS[screen.trial]
        state, light = load_tokens().state, load_tokens().light
        inks = {"ok": state.ok, "warn": state.warn, "neutral": light.primary}
        self._icon.set_icon(icon, inks[tone])
        self._words.setText(_(words))
        self._words.set_tone("ink" if tone == "neutral" else tone)
        self._count.setText(_("Heard so far: {count}").format(count=screen.scans))
        self.setAccessibleDescription(_(words))


class _CodePicture(QWidget):
    """A QR code in black on white, with its quiet zone, as large as a scanner likes it."""

    def __init__(self, rectangles: Rectangles) -> None:
        super().__init__()
        self._rectangles = rectangles
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = (MODULES + 2 * QUIET) * 10
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        module = self.width() / (MODULES + 2 * QUIET)
        for x, y, width, height in self._rectangles:
            area = QRectF(x + QUIET, y + QUIET, width, height)
            scaled = QRectF(
                area.x() * module, area.y() * module, area.width() * module, area.height() * module
            )
            painter.fillRect(scaled, QColor(Qt.GlobalColor.black))
