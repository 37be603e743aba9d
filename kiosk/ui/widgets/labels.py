"""Labels for user text: never markup, and never cut off in silence."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui.theme.icons import INK, draw_icon
from kiosk.ui.theme.style import set_look

SMALLEST = 13
DOT = 9


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
        self._fitted: QFont | None = None
        super().__init__(text, look, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text, as large as it can be."""
        self._fitted = None
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def _flags(self) -> Qt.TextFlag:
        wrap = Qt.TextFlag.TextWordWrap if self._lines > 1 else Qt.TextFlag.TextSingleLine
        return Qt.TextFlag(self.alignment().value | wrap.value)

    def _fits(self, font: QFont, area: QRect) -> bool:
        metrics = QFontMetrics(font)
        needed = metrics.boundingRect(area, self._flags(), self.text())
        tall = max(area.height(), metrics.height())
        return needed.width() <= area.width() and needed.height() <= tall

    def _font_for(self, area: QRect) -> QFont:
        font = QFont(self.font())
        pixels = font.pixelSize() if font.pixelSize() > 0 else QFontMetrics(font).height()
        while pixels > self._smallest and not self._fits(font, area):
            pixels -= 1
            font.setPixelSize(pixels)
        return font

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
        area = self.contentsRect()
        if self._fitted is None:
            self._fitted = self._font_for(area)
        text = self.text()
        if not self._fits(self._fitted, area):
            room = area.width() * self._lines
            text = QFontMetrics(self._fitted).elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if text == self.text() else self.text())
        painter = QPainter(self)
        painter.setFont(self._fitted)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, self._flags(), text)


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
        super().__init__(text, parent=parent)
        self._dot = dot
        left = 28 if dot else 14
        self.setContentsMargins(left, 4, 14, 4)
        self.setMinimumHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Change its colour."""
        set_look(self, look="caption", tone="", pill=tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._dot:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(self.foregroundRole()))
        painter.drawEllipse(QRectF(13, (self.height() - DOT) / 2, DOT, DOT))


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
