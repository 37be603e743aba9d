"""A switch for yes or no that shows its state by place, colour and a mark."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.tokens import load_tokens

TRACK_WIDTH = 56
TRACK_HEIGHT = 32
GAP = 12
RING = 4.5


class Toggle(QCheckBox):
    """A check box drawn as a switch; keys and screen readers meet a check box."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = TRACK_WIDTH + GAP + metrics.horizontalAdvance(self.text()) + 10
        return QSize(width, max(load_tokens().shape.touch_target, metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(6, (self.height() - TRACK_HEIGHT) / 2, TRACK_WIDTH, TRACK_HEIGHT)
        self._paint_switch(painter, track)
        light = load_tokens().light
        painter.setPen(QColor(light.ink if self.isEnabled() else light.muted))
        words = self.rect().adjusted(TRACK_WIDTH + GAP + 6, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_switch(self, painter: QPainter, track: QRectF) -> None:
        light = load_tokens().light
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(light.primary if on else FAINT_TRACK))
        painter.drawRoundedRect(track, TRACK_HEIGHT / 2, TRACK_HEIGHT / 2)
        if self.hasFocus():
            self._paint_focus(painter, track)
        side = TRACK_HEIGHT - 8
        left = track.right() - side - 4 if on else track.left() + 4
        knob = QRectF(left, track.top() + 4, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(light.surface))
        painter.drawEllipse(knob)
        colour = light.primary if on else light.muted
        draw_icon(painter, "check" if on else "cross", knob.adjusted(5, 5, -5, -5), colour)

    def _paint_focus(self, painter: QPainter, track: QRectF) -> None:
        """A ring around the track, with air between, so that it is seen in both states."""
        painter.setPen(QPen(QColor(load_tokens().light.ink), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = track.adjusted(-RING, -RING, RING, RING)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


FAINT_TRACK = "#7D868F"
