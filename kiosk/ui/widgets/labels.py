"""Labels for user text: never markup, and never cut off in silence."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui.theme.icons import INK, draw_icon
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import Fitted, fit, plain_tip

SMALLEST = 13
NEUTRAL = "#ECE7DD"


class PlainLabel(QLabel):
    """Text as it was written; ``<b>`` in somebody's name stays ``<b>``.

    ``look`` is caption, body, strong, title, display or name; ``tone`` is ink, muted, primary,
    ok, warn, bad, info or inverse.
    """

    def __init__(
        self, text: str = "", look: str = "body", tone: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self, look=look, tone=tone)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change its colour."""
        set_look(self, tone=tone)


class FittedLabel(PlainLabel):
    """Text that takes the size of its look and shrinks to fit the space it gets.

    Down to ``smallest`` px it stays whole, on as many as ``lines`` lines; only then it ends in an
    ellipsis, and the whole text stays readable as tool tip and to a screen reader.
    """

    def __init__(
        self,
        text: str = "",
        look: str = "body",
        tone: str = "ink",
        parent: QWidget | None = None,
        lines: int = 1,
        smallest: int = SMALLEST,
    ) -> None:
        self._lines = lines
        self._smallest = smallest
        self._fitted: Fitted | None = None
        self._struck = False
        super().__init__(text, look, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text, as large as it can be."""
        self._fitted = None
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_struck(self, *, struck: bool) -> None:
        """Draw a line through it: it does not count any more."""
        if struck != self._struck:
            self._struck = struck
            self.update()

    def _fit(self) -> Fitted:
        if self._fitted is None:
            area = self.contentsRect().size()
            self._fitted = fit(self.text(), self.font(), area, self._lines, self._smallest)
            self.setToolTip("" if self._fitted.whole else plain_tip(self.text()))
        return self._fitted

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() * self._lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fitted = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fitted = None
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fitted = self._fit()
        painter = QPainter(self)
        face = QFont(fitted.font)
        face.setStrikeOut(self._struck)
        painter.setFont(face)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), fitted.text)


class Pill(PlainLabel):
    """A short word in a rounded patch, with a dot where it tells a state.

    ``tone`` is neutral, primary, ok, warn, bad or info.
    """

    def __init__(
        self,
        text: str = "",
        tone: str = "neutral",
        *,
        dot: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._dot = dot
        super().__init__(text, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Change its colour."""
        self._ground = pill_ground(tone)
        set_look(self, look="caption", tone="", pill=tone)
        self._make_room()

    def _make_room(self) -> None:
        """Round ends need room beside the word, more with larger text."""
        high = self.fontMetrics().height()
        side, above = round(high * 0.75), max(4, high // 5)
        self.setContentsMargins(side * 2 if self._dot else side, above, side, above)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._dot:
            dot = self.fontMetrics().height() / 2
            painter.setBrush(self.palette().color(self.foregroundRole()))
            painter.drawEllipse(QRectF(radius, (self.height() - dot) / 2, dot, dot))
        painter.end()
        super().paintEvent(event)


def pill_ground(tone: str) -> str:
    """The colour behind a pill's word."""
    tokens = load_tokens()
    if tone == "neutral":
        return NEUTRAL
    return tokens.light.primary_soft if tone == "primary" else getattr(tokens.state, f"{tone}_soft")


class IconLabel(QWidget):
    """An icon as a picture; silent to a screen reader unless it is given a ``meaning``."""

    def __init__(
        self,
        name: str = "",
        size: int = 24,
        colour: str = INK,
        parent: QWidget | None = None,
        meaning: str = "",
    ) -> None:
        super().__init__(parent)
        self._name, self._colour = name, colour
        self.setFixedSize(size, size)
        self.setAccessibleName(meaning)

    def set_icon(self, name: str, colour: str, meaning: str = "") -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.setAccessibleName(meaning)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            draw_icon(painter, self._name, QRectF(self.rect()), QColor(self._colour).name())
