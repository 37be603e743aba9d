"""A search field with its magnifier; Escape empties it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import IconLabel

ICON = 22
LEFT = 16


class SearchBox(QLineEdit):
    """Takes text; everything else is a plain line edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._magnifier = IconLabel("search", ICON, load_tokens().light.muted, self)
        self.setTextMargins(ICON + 10, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._magnifier.move(LEFT, (self.height() - ICON) // 2)
