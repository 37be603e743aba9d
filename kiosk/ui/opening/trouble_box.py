"""One calm sentence about what did not work."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, IconLabel, PlainLabel


class TroubleBox(Card):
    """Hidden while all is well; read aloud when it appears."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(14)
        icon = IconLabel("warning-triangle", 26, load_tokens().state.warn)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.addLayout(row)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty when all is well."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Say something else, or nothing."""
        is_news = bool(words) and words != self._words.text()
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if is_news:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
