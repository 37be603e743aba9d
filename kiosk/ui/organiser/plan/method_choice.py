"""One of two ways to make a plan, side by side; arrow keys change it, as with any radio buttons."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.plan import PlanMethod
from kiosk.ui.organiser.plan.tight_pair import TightPair
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens

HEIGHT = 44
SIGN = 16
GAP = 6
SIDE = 8
RADIUS = 10


class MethodChoice(QWidget):
    """``chosen`` carries the method that was pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[PlanMethod, _Segment] = {}
        self._row = TightPair()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def show_methods(self, methods: tuple[tuple[PlanMethod, str], ...], chosen: PlanMethod) -> None:
        """Show which ways there are, and which one is chosen."""
        for method, name in methods:
            if method not in self._buttons:
                self._add(method)
            self._buttons[method].setText(name)
        self._row.set_parts(*(self._buttons[method] for method, _name in methods))
        self._buttons[chosen].setChecked(True)

    def button(self, method: PlanMethod) -> QRadioButton:
        """The button of a method."""
        return self._buttons[method]

    def set_caption(self, caption: str) -> None:
        """Say what is being chosen, to those who can't see what stands around."""
        self.setAccessibleName(caption)
        for button in self._buttons.values():
            button.setAccessibleDescription(caption)

    def _add(self, method: PlanMethod) -> None:
        button = self._buttons[method] = _Segment()
        button.clicked.connect(lambda: self.chosen.emit(method))
        self._group.addButton(button)


class _Segment(QRadioButton):
    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(_font()).horizontalAdvance(self.text())
        wide = words + GAP + round(SIGN * text_scale()) + 2 * SIDE
        return QSize(wide, round(HEIGHT * text_scale()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        light = load_tokens().light
        on = self.isChecked()
        edge = light.ink if self.hasFocus() else light.primary if on else light.line
        painter.setPen(QPen(QColor(edge), 3 if self.hasFocus() else 1))
        painter.setBrush(QColor(light.primary_soft if on else light.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        ink = light.primary if on else light.muted
        size = SIGN * text_scale()
        words = QFontMetrics(_font()).horizontalAdvance(self.text())
        left = max(SIDE, (self.width() - words - GAP - size) / 2)
        sign = QRectF(left, (self.height() - size) / 2, size, size)
        draw_icon(painter, "check-circle" if on else "circle", sign, ink)
        painter.setFont(_font())
        painter.setPen(QColor(light.primary if on else light.ink))
        area = self.rect().adjusted(round(left + size + GAP), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())


def _font() -> QFont:
    tokens = load_tokens().font
    return text_font(tokens.size.caption, tokens.weights.semibold)
