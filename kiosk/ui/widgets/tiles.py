"""Figures: a big number with what it counts, and a table's number in its soft square."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets.frames import Card
from kiosk.ui.widgets.labels import FittedLabel, PlainLabel


class NumberTile(Card):
    """A number as large as it fits, and below it the word for what it counts."""

    def __init__(self, number: str = "", caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._number = FittedLabel(number, look="display")
        self._caption = PlainLabel(caption, look="caption", tone="muted")
        self._caption.setWordWrap(True)
        set_look(self._caption, bold=True)
        self.body.setSpacing(0)
        self.body.addWidget(self._number)
        self.body.addWidget(self._caption)
        self._say()

    def set_number(self, number: str) -> None:
        """Show another figure."""
        self._number.setText(number)
        self._say()

    def set_caption(self, caption: str) -> None:
        """Show another word."""
        self._caption.setText(caption)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(f"{self._number.text()} {self._caption.text()}".strip())


class NumberBadge(Card):
    """A table's number in a soft square."""

    def __init__(self, number: str = "", size: int = 66, parent: QWidget | None = None) -> None:
        super().__init__("primary", parent)
        self._number = FittedLabel(number, look="title", tone="primary")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_look(self._number, bold=True)
        self.body.setContentsMargins(6, 4, 6, 4)
        self.body.addWidget(self._number)
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_number(self, number: str) -> None:
        """Show another table."""
        self._number.setText(number)
