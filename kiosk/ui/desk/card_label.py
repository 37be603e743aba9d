"""The words of an answer: as large as they may be, and whole whatever the room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QResizeEvent

from kiosk.ui.theme.style import text_scale
from kiosk.ui.widgets import FittedLabel
from kiosk.ui.widgets.text import Fitted, wrap


class CardLabel(FittedLabel):
    """Asks for the lines that its text takes at its width, and at least for room to be whole.

    Qt takes a height for a width as a least height, so that large words would push small ones out
    of the card. This one tells the height for the width that it has, and gives way when it must.
    ``smallest`` grows with the text size. Without ``gives`` it keeps the height of a line.
    """

    def __init__(self, look: str, *, lines: int, smallest: int, gives: bool) -> None:
        self._least, self._gives = smallest, gives
        super().__init__(look=look, lines=lines, smallest=smallest)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_in(self.font()))

    def minimumSizeHint(self) -> QSize:
        face = QFont(self.font())
        face.setPixelSize(min(self._smallest_now(), QFontInfo(face).pixelSize()))
        line = 0 if self._gives else QFontMetrics(self.font()).lineSpacing()
        return QSize(0, max(line, self._height_in(face)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _fit(self) -> Fitted:
        self._smallest = self._smallest_now()
        return super()._fit()

    def _smallest_now(self) -> int:
        return round(self._least * text_scale())

    def _height_in(self, face: QFont) -> int:
        metrics = QFontMetrics(face)
        lines = wrap(self.text(), metrics, max(1, self.width()), self._lines)
        return metrics.lineSpacing() * len(lines)
