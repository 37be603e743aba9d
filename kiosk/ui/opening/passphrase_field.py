"""A field for a passphrase that can be shown to the eye and to nobody else."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from kiosk.ui.theme.tokens import load_tokens

CARET = 2


class PassphraseField(QLineEdit):
    """Shown, the words are only painted: the field still counts as one that holds a password.

    So they can't be copied, never become an accessible value, and stay out of what an input
    method learns.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        # Qt repaints only where its bullets changed
        for changed in (self.textChanged, self.cursorPositionChanged, self.selectionChanged):
            changed.connect(self.update)

    @property
    def shown(self) -> bool:
        """Whether the words can be read on the screen."""
        return self._shown

    def set_shown(self, shown: bool) -> None:
        """Show the words, or bullets."""
        self._shown = shown
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown or not self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        panel = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, option, painter, self)
        self._paint_words(painter, self._words_area())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x() - self._left()
        super().mousePressEvent(event)
        if self._shown:
            places = range(len(self.text()) + 1)
            self.setCursorPosition(min(places, key=lambda place: abs(self._x_of(place) - x)))

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        light = load_tokens().light
        left = self._left()
        painter.setClipRect(area)
        if self.hasSelectedText():
            start, end = self._x_of(self.selectionStart()), self._x_of(self.selectionEnd())
            chosen = QRectF(left + start, area.top(), end - start, area.height())
            painter.fillRect(chosen, QColor(light.primary_soft))
        painter.setPen(QColor(light.ink))
        words = QRectF(area)
        words.setLeft(left)
        words.setWidth(self._x_of(len(self.text())) + CARET)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            caret = QRectF(left + self._x_of(self.cursorPosition()), 0, CARET, 0)
            high = QFontMetricsF(self.font()).height()
            caret.setTop(area.center().y() - high / 2)
            caret.setHeight(high)
            painter.fillRect(caret, QColor(light.ink))

    def _words_area(self) -> QRectF:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_LineEditContents
        area = self.style().subElementRect(contents, option, self)
        return QRectF(area).adjusted(CARET, 0, -CARET, 0)

    def _left(self) -> float:
        """Where the words begin; they move along so that the caret stays in sight."""
        area = self._words_area()
        hidden = max(0.0, self._x_of(self.cursorPosition()) + CARET - area.width())
        return area.left() - hidden

    def _x_of(self, place: int) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text()[:place])
