"""A slider that a finger can hold; keys and screen readers meet an ordinary slider."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kiosk.ui.theme.style import text_scale
from kiosk.ui.theme.tokens import load_tokens

KNOB = 30
TRACK = 8
NARROWEST = 160
STEP = 5
PAGE = 20


class VolumeSlider(QSlider):
    """From 0 to 100. A press anywhere takes the knob there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 100)
        self.setSingleStep(STEP)
        self.setPageStep(PAGE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def knob_centre(self) -> QPointF:
        """Where the knob is now."""
        share = self.value() / self.maximum()
        return QPointF(self._left() + share * self._length(), self.height() / 2)

    def _left(self) -> float:
        """How far the knob's middle stays from the ends, so that all of it is seen."""
        return _scaled(KNOB) / 2

    def _length(self) -> float:
        return max(1.0, self.width() - 2 * self._left())

    def _go_to(self, across: float) -> None:
        share = (across - self._left()) / self._length()
        self.setValue(round(share * self.maximum()))

    def sizeHint(self) -> QSize:
        return QSize(2 * NARROWEST, round(_scaled(load_tokens().shape.touch_target)))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls the page does not mean the volume."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        light, centre = load_tokens().light, self.knob_centre()
        on = light.primary if self.isEnabled() else light.muted
        high, knob = _scaled(TRACK), _scaled(KNOB)
        track = QRectF(0, centre.y() - high / 2, self.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(light.line))
        painter.drawRoundedRect(track, high / 2, high / 2)
        painter.setBrush(QColor(on))
        track.setRight(centre.x())
        painter.drawRoundedRect(track, high / 2, high / 2)
        edge, thick = (light.ink, 4) if self.hasFocus() else (on, 2)
        painter.setPen(QPen(QColor(edge), thick))
        painter.setBrush(QColor(light.surface))
        painter.drawEllipse(centre, (knob - thick) / 2, (knob - thick) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(on))
        painter.drawEllipse(centre, knob / 5, knob / 5)


def _scaled(pixels: float) -> float:
    """A knob grows with the text beside it."""
    return pixels * text_scale()
