"""A label that takes one line while one line is enough."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics

from kiosk.ui.widgets.labels import FittedLabel
from kiosk.ui.widgets.text import wrap


class GrowingLabel(FittedLabel):
    """Text that first grows to its ``lines`` and shrinks only when these are full."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self.font())
        return metrics.lineSpacing() * len(wrap(self.text(), metrics, width, self._lines))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), QFontMetrics(self.font()).height())
