"""The verdict, readable at two metres: colour, icon, word, name, and what to do next."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.event import Event
from kiosk.i18n import N_, _
from kiosk.ui.desk.card_label import CardLabel
from kiosk.ui.desk.card_tiles import AskTile, NoteTile, TableTile
from kiosk.ui.desk.card_words import CardWords, card_words
from kiosk.ui.desk.flash import Flash
from kiosk.ui.desk.folding_row import FoldingRow
from kiosk.ui.desk.screen import Answer
from kiosk.ui.desk.wording import Action
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, IconLabel

BUTTONS = {
    Action.BADGE: (N_("Badge"), "printer", "F2"),
    Action.BADGE_AGAIN: (N_("Badge again"), "printer", "F2"),
    Action.BROCHURE: (N_("Brochure"), "book", "F3"),
    Action.EDIT: (N_("Details"), "pencil", "F4"),
    Action.CHECK_OUT: (N_("Check out"), "leave", "F6"),
    Action.CONSENT: (N_("Says yes: check in"), "check", "F7"),
    Action.EXPECT: (N_("Is here after all: check in"), "door-in", "F7"),
    Action.SEARCH: (N_("Search by name"), "search", "Ctrl+F"),
    Action.UNDO: (N_("Undo"), "undo", "Ctrl+Z"),
    Action.BACK: (N_("Back"), "", "Esc"),
}
AT_THE_RIGHT = {Action.UNDO, Action.BACK}
SIDE, ABOVE = 40, 30
TILE_EMS = 13
ICON = 150
SMALLEST, SMALLEST_ADVICE, SMALLEST_NAME = 16, 22, 40


class AnswerCard(QWidget):
    """One answer of the desk; ``acted`` carries what the volunteer wants next."""

    acted = Signal(Action)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Answer, Event] | None = None
        self.flash = Flash(load_tokens().light.surface, self)
        self.flash.changed.connect(self.update)
        self._icon = IconLabel(size=ICON)
        self._headline = CardLabel("title", lines=1, smallest=SMALLEST, gives=False)
        self._name = CardLabel("name", lines=2, smallest=SMALLEST_NAME, gives=True)
        self._detail = CardLabel("title", lines=2, smallest=SMALLEST, gives=False)
        self._company = CardLabel("title", lines=2, smallest=SMALLEST, gives=False)
        self._advice = CardLabel("title", lines=5, smallest=SMALLEST_ADVICE, gives=False)
        self._detail.setStyleSheet("font-weight: 400;")
        self._table, self._attention = TableTile(), NoteTile("info")
        self._to_ask = AskTile(BUTTONS[Action.EDIT][2])
        self._to_ask.wanted.connect(lambda: self.acted.emit(Action.EDIT))
        self._tiles, self._actions = FoldingRow(), FoldingRow()
        self._buttons = {action: self._button(action) for action in Action}
        self._lay_out()
        self.retranslate()

    def _button(self, action: Action) -> ActionButton:
        _text, icon, hint = BUTTONS[action]
        role = "outline" if action is Action.UNDO else "panel"
        button = ActionButton("", icon, role, hint=hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click one types on in the box
        button.clicked.connect(lambda: self.acted.emit(action))
        button.hide()
        self._actions.add(button, at_end=action in AT_THE_RIGHT)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._headline, self._name, self._detail, self._company):
            words.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(30)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self._tiles.add(self._table)
        self._tiles.add(self._attention, least=TILE_EMS)
        self._tiles.add(self._to_ask, least=TILE_EMS)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        column.setSpacing(18)
        column.addLayout(top)
        column.addStretch(1)
        column.addWidget(self._advice)
        column.addWidget(self._tiles)
        column.addWidget(self._actions)

    def show_answer(self, answer: Answer, event: Event) -> None:
        """Show an answer; it stays until the next. One that was not there before flashes."""
        before, self._shown = self._shown, (answer, event)
        is_new = before is None or answer is not before[0]
        if before == self._shown and not is_new:
            return
        words = card_words(answer, event)
        self._say(words)
        if is_new:
            self.flash.start(words.look.ground)

    def set_still(self, *, still: bool) -> None:
        """Show a new answer without a flash."""
        self.flash.set_still(still=still)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for action, (text, _icon, _hint) in BUTTONS.items():
            self._buttons[action].setText(_(text))
        self._attention.set_caption(_("Attention"))
        self._to_ask.retranslate()
        if self._shown:
            self._say(card_words(*self._shown))

    def _say(self, words: CardWords) -> None:
        self._icon.set_icon(words.look.icon, words.look.ink)
        tone = "inverse" if words.look.ink == load_tokens().light.surface else "ink"
        for label, text in (
            (self._headline, words.headline),
            (self._name, words.name),
            (self._detail, words.detail),
            (self._company, words.company),
            (self._advice, words.advice),
        ):
            label.setText(text)
            label.setVisible(bool(text))
            label.set_tone(tone)
        self._table.set_caption(words.table_caption)
        self._table.set_text(words.table)
        self._attention.set_text(words.attention)
        self._to_ask.set_text(words.to_ask)
        self._tiles.setVisible(bool(words.table or words.attention or words.to_ask))
        for action, button in self._buttons.items():
            button.setVisible(action in words.actions)
        for row in (self._tiles, self._actions):
            row.arrange()
        self._column.activate()  # whatever paints next finds everything in its place
        self.setAccessibleName(words.spoken)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flash.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = load_tokens().shape.radius.card
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.flash.colour)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
