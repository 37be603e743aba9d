"""Frames that group things: the white rounded card and the hairline between rows."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens


class Card(QFrame):
    """A rounded frame with a vertical layout in ``body``.

    ``look`` is plain, bare (no border), primary, ok, warn, bad or info.
    """

    def __init__(self, look: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        gap = load_tokens().shape.gap
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(gap.wide - 4, gap.normal, gap.wide - 4, gap.normal)
        self.body.setSpacing(gap.tight)
        self.set_card(look)

    def set_card(self, look: str) -> None:
        """Change its colour."""
        set_look(self, card=look)


class Separator(QFrame):
    """A hairline between rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        set_look(self, separator=True)
