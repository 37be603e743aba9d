"""A fact that leads further when it is pressed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui.organiser.plan.state import Line
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens

HEIGHT = 44
CHEVRON = 16
RADIUS = 8
GAP = 6
SIDE = 8
"""Between the words and the ring of the focus; facts around it leave as much."""


class FactButton(QAbstractButton):
    """Looks like a row of facts, with a chevron; ``open_list`` says what pressing does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Line("", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: Line, meaning: str) -> None:
        """Show another fact; ``meaning`` is what pressing does."""
        self._line = line
        self.setAccessibleName(f"{line.label}: {line.value}")
        self.setAccessibleDescription(meaning)
        self.setToolTip(meaning)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, round(HEIGHT * text_scale()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        light, tokens = load_tokens().light, load_tokens()
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(light.primary_soft))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        size = round(CHEVRON * text_scale())
        self._paint_words(painter, size + GAP)
        at = QRectF(self.width() - SIDE - size, (self.height() - size) / 2, size, size)
        draw_icon(painter, "chevron-right", at, light.primary)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.light.primary), 3))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS
            )

    def _paint_words(self, painter: QPainter, taken: int) -> None:
        tokens = load_tokens()
        caption = tokens.font.size.caption
        bold = text_font(caption, tokens.font.weights.semibold)
        middle = Qt.AlignmentFlag.AlignVCenter
        area = QRect(SIDE, 0, self.width() - taken - 2 * SIDE, self.height())
        painter.setFont(bold)
        painter.setPen(QColor(tokens.light.ink))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, self._line.value)
        area.setRight(area.right() - QFontMetrics(bold).horizontalAdvance(self._line.value) - GAP)
        painter.setFont(text_font(caption))
        painter.setPen(QColor(tokens.light.muted))
        label = painter.fontMetrics().elidedText(
            self._line.label, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, middle, label)
