"""White tiles on an answer: a caption and one thing to know."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.desk.card_label import CardLabel
from kiosk.ui.theme.style import set_look, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, FittedLabel, IconLabel, PlainLabel

LINES, SMALLEST, ICON = 5, 16, 20


class CardTile(Card):
    """A caption over one thing to know. Empty it is not there."""

    def __init__(
        self, caption: PlainLabel, words: PlainLabel, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("bare", parent)
        self._caption, self._words = caption, words
        set_look(caption, bold=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        if icon:
            size = round(ICON * text_scale())
            head.addWidget(IconLabel(icon, size, load_tokens().state.info))
        head.addWidget(caption, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch()
        column.addLayout(head)
        column.addWidget(words)
        column.addStretch()
        self.row = QHBoxLayout()
        self.row.setSpacing(18)
        self.row.addLayout(column, 1)
        self.body.setContentsMargins(22, 12, 22, 12)
        self.body.addLayout(self.row)

    def set_caption(self, caption: str) -> None:
        """Say what it is about."""
        self._caption.setText(caption)

    def set_text(self, text: str) -> None:
        """Show the thing, or hide with nothing."""
        self._words.setText(text)
        self.setVisible(bool(text))


class TableTile(CardTile):
    """Where to sit first, as large as the name of a table may be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PlainLabel(tone="muted"), PlainLabel(look="display"), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)


class NoteTile(CardTile):
    """Something to read before saying hello."""

    def __init__(self, icon: str, look: str = "title", parent: QWidget | None = None) -> None:
        words = CardLabel(look, lines=LINES, smallest=SMALLEST, gives=True)
        super().__init__(FittedLabel(tone="info"), words, icon, parent)


class AskTile(NoteTile):
    """Answers that are missing, and the button that takes them."""

    wanted = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__("message", "strong", parent)
        self._note = ActionButton("", "pencil", hint=key)
        self._note.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._note.clicked.connect(self.wanted)
        self.row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.set_caption(_("Still to ask"))
        self._note.setText(_("Note"))
        self._note.setAccessibleName(_("Note the answers"))
