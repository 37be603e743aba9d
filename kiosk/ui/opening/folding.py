"""A row that becomes a column when its text no longer fits beside each other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from kiosk.ui.theme.tokens import load_tokens

_BESIDE = QBoxLayout.Direction.LeftToRight
_BELOW = QBoxLayout.Direction.TopToBottom


class FoldingRow(QWidget):
    """Its parts stand in a row; with very large text they stand below each other."""

    def __init__(self, *parts: QWidget, grows: QWidget | None = None) -> None:
        super().__init__()
        self._parts = parts
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(load_tokens().shape.gap.tight)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for part in parts:
            self._row.addWidget(part, int(grows in (None, part)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, self._row.minimumSize().height())

    def sizeHint(self) -> QSize:
        return QSize(self._width(), self._row.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.setDirection(_BESIDE if self.width() >= self._width() else _BELOW)

    def _width(self) -> int:
        gaps = self._row.spacing() * (len(self._parts) - 1)
        return sum(part.sizeHint().width() for part in self._parts) + gaps
