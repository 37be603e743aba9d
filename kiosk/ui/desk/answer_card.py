"""The verdict, readable at two metres: colour, icon, word, name, and what to do next."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.event import Event
from kiosk.domain.verdicts import Tone
from kiosk.i18n import N_, _
from kiosk.ui.desk.screen import Answer
from kiosk.ui.desk.wording import Action, CardWords, card_words
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, FittedLabel, GrowingLabel, IconLabel, PlainLabel

ICONS = {
    Tone.OK: "check-circle",
    Tone.ATTENTION: "warning-triangle",
    Tone.REFUSED: "x-circle",
    None: "undo",
}
BUTTONS = {
    Action.BADGE: (N_("Badge"), "printer", "F2"),
    Action.BADGE_AGAIN: (N_("Badge again"), "printer", "F2"),
    Action.BROCHURE: (N_("Brochure"), "book", "F3"),
    Action.SEARCH: (N_("Search by name"), "search", ""),
    Action.UNDO: (N_("Undo"), "undo", "Ctrl+Z"),
    Action.BACK: (N_("Back"), "", "Esc"),
}
AT_THE_RIGHT = {Action.UNDO, Action.BACK}
SIDE = 40


def colours(tone: Tone | None) -> tuple[str, str]:
    """Ground and ink of a card."""
    tokens = load_tokens()
    return {
        Tone.OK: (tokens.state.ok, tokens.light.surface),
        Tone.ATTENTION: (tokens.light.sun, tokens.light.ink),
        Tone.REFUSED: (tokens.state.bad, tokens.light.surface),
        None: (tokens.state.info, tokens.light.surface),
    }[tone]


class AnswerCard(QWidget):
    """One answer of the desk; ``acted`` carries what the volunteer wants next."""

    acted = Signal(Action)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Answer, Event] | None = None
        self._ground = QColor(load_tokens().state.ok)
        self._icon = IconLabel(size=150)
        self._headline = FittedLabel(look="title")
        self._name = GrowingLabel(look="name", lines=2, smallest=30)
        self._detail = GrowingLabel(look="title", lines=2)
        self._advice = GrowingLabel(look="title", lines=3, smallest=18)
        self._table = _Tile(PlainLabel(), PlainLabel(look="display"))
        words = GrowingLabel(look="title", lines=3, smallest=16)
        self._attention = _Tile(FittedLabel(tone="info"), words, icon="info")
        self._buttons = {action: self._button(action) for action in Action}
        self._detail.setStyleSheet("font-weight: 400;")
        for button in self._buttons.values():
            button.hide()
        self._lay_out()

    def _button(self, action: Action) -> ActionButton:
        _text, icon, hint = BUTTONS[action]
        role = "outline" if action is Action.UNDO else "panel"
        button = ActionButton("", icon, role, hint=hint)
        button.clicked.connect(lambda: self.acted.emit(action))
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._headline, self._name, self._detail):
            words.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(30)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        tiles = QHBoxLayout()
        tiles.setSpacing(18)
        self._table.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        tiles.addWidget(self._table)
        tiles.addWidget(self._attention, 1)
        tiles.addStretch()
        actions = QHBoxLayout()
        actions.setSpacing(14)
        for action in (action for action in Action if action not in AT_THE_RIGHT):
            actions.addWidget(self._buttons[action])
        actions.addStretch()
        for action in sorted(AT_THE_RIGHT, key=lambda action: action.value):
            actions.addWidget(self._buttons[action])
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 34, SIDE, 34)
        column.setSpacing(18)
        column.addLayout(top)
        column.addStretch(1)
        column.addWidget(self._advice)
        column.addLayout(tiles)
        column.addLayout(actions)

    def show_answer(self, answer: Answer, event: Event) -> None:
        """Show an answer; it stays until the next."""
        self._shown = (answer, event)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        for action, (text, _icon, _hint) in BUTTONS.items():
            self._buttons[action].setText(_(text))
        self._attention.set_caption(_("Attention"))
        if self._shown:
            self._say(card_words(*self._shown))

    def _say(self, words: CardWords) -> None:
        ground, ink = colours(words.tone)
        self._ground = QColor(ground)
        self._icon.set_icon(ICONS[words.tone], ink)
        tone = "ink" if words.tone is Tone.ATTENTION else "inverse"
        for label, text in (
            (self._headline, words.headline),
            (self._name, words.name),
            (self._detail, words.detail),
            (self._advice, words.advice),
        ):
            label.setText(text)
            label.setVisible(bool(text))
            label.set_tone(tone)
        self._table.set_caption(words.table_caption)
        self._table.set_text(words.table)
        self._attention.set_text(words.attention)
        for action, button in self._buttons.items():
            button.setVisible(action in words.actions)
        spoken = (words.headline, words.name, words.detail, words.table, words.attention)
        self.setAccessibleName(". ".join(filter(None, (*spoken, words.advice))))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return False  # words become smaller before the page has to scroll

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = load_tokens().shape.radius.card
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)


class _Tile(Card):
    """A white tile on the card: a caption and one thing to know. Empty it is not there."""

    def __init__(self, caption: PlainLabel, words: PlainLabel, icon: str = "") -> None:
        super().__init__("bare")
        self._caption, self._words = caption, words
        set_look(caption, bold=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        if icon:
            head.addWidget(IconLabel(icon, 20, load_tokens().state.info))
        else:
            caption.set_tone("muted")
        head.addWidget(caption, 1)
        self.body.setContentsMargins(26, 14, 26, 14)
        self.body.setSpacing(2)
        self.body.addStretch()
        self.body.addLayout(head)
        self.body.addWidget(words)
        self.body.addStretch()

    def set_caption(self, caption: str) -> None:
        """Say what it is about."""
        self._caption.setText(caption)

    def set_text(self, text: str) -> None:
        """Show the thing, or hide with nothing."""
        self._words.setText(text)
        self.setVisible(bool(text))
