"""A thin rounded bar; it reads its value aloud like any progress bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kiosk.ui.theme.tokens import load_tokens

TRACK = "#E9E3D8"
HEIGHT = 12


class ProgressBar(QProgressBar):
    """How much of something there is. Set it with ``set_share(here, of)``."""

    def __init__(
        self, colour: str | None = None, parent: QWidget | None = None, height: int = HEIGHT
    ) -> None:
        super().__init__(parent)
        self._colour = colour or load_tokens().light.primary
        self.setTextVisible(False)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(0, 1)

    def set_share(self, here: int, of: int) -> None:
        """``here`` out of ``of``; of nothing at all the bar is empty."""
        self.setMaximum(max(1, of))
        self.setValue(min(max(0, here), max(1, of)))
        self.update()

    def set_colour(self, colour: str) -> None:
        """Change the colour of the filled part."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(self.rect())
        radius = bar.height() / 2
        painter.setBrush(QColor(TRACK))
        painter.drawRoundedRect(bar, radius, radius)
        if self.value() > 0:
            bar.setWidth(max(bar.height(), bar.width() * self.value() / self.maximum()))
            painter.setBrush(QColor(self._colour))
            painter.drawRoundedRect(bar, radius, radius)
