"""A label that takes one line while one line is enough."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from kiosk.ui.widgets import FittedLabel

_TALL = 10_000


class GrowingLabel(FittedLabel):
    """Text that first grows to its ``lines`` and shrinks only when these are full."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self.font())
        wrapped = Qt.TextFlag.TextWordWrap
        needed = metrics.boundingRect(QRect(0, 0, width, _TALL), wrapped, self.text())
        if needed.width() > width:  # one long word: it will be written smaller
            return metrics.height()
        return min(needed.height(), metrics.height() * self._lines)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), QFontMetrics(self.font()).height())
