"""A few words for the room: written or chosen, shown until they are taken away."""

from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kiosk.domain.badge_codes_in_words import holds_badge_code, holds_whole_badge_code
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.text import tidy
from kiosk.i18n import N_, _, language, speaking
from kiosk.i18n.messages import refusal_text
from kiosk.services.room_sign import LONGEST_MESSAGE
from kiosk.ui.theme.style import text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconButton, PlainLabel
from kiosk.ui.widgets.folding import FlowBox

USUAL = (
    N_("Please find your table."),
    N_("We begin in a moment."),
    N_("There is coffee, tea and water at the bar."),
    N_("Please come to the desk when you need something."),
    N_("Thank you for being here."),
)
"""What hosts say most; each is shown in the language of the room."""
BORDER = 2
HOST_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Right,
    Qt.Key.Key_Space,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
)
"""What gives time, takes it, or goes on, anywhere else on the host's page."""


class MessagePanel(Card):
    """``sent`` carries the words, empty to take them away; ``closed`` comes without any.

    A badge's code never stays in the field: a slow scanner types like a person.
    """

    sent = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._room_language = language()
        self._title = PlainLabel(look="strong")
        self._close = IconButton("cross", "")
        self._close.clicked.connect(self.closed)
        self.field = QLineEdit(maxLength=LONGEST_MESSAGE)
        self.field.returnPressed.connect(self._send)
        self.field.textChanged.connect(self._keep_whole_code_out)
        self._send_button = ActionButton(icon_name="screen", role="primary")
        self._send_button.clicked.connect(self._send)
        self._hide_button = ActionButton(icon_name="cross")
        self._hide_button.clicked.connect(lambda: self.sent.emit(""))
        self._usual = FlowBox()
        self._buttons: list[ActionButton] = []
        self._note = PlainLabel(look="caption", tone="muted")
        self._note.setWordWrap(True)
        self._arrange()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language in use; the usual words in that of the room."""
        self._title.setText(_("Message to the room"))
        self._close.set_meaning(_("Close"))
        self.field.setAccessibleName(_("Message to the room"))
        self.field.setPlaceholderText(_("What everyone in the room may read"))
        self._send_button.setText(_("Show"))
        self._hide_button.setText(_("Take it away"))
        self._say_how_it_works()
        self._offer_usual()

    def speak_to_room(self, room_language: str) -> None:
        """The language in which the room is spoken to."""
        if room_language != self._room_language:
            self._room_language = room_language
            self._offer_usual()

    def show_message(self, message: str) -> None:
        """What stands over the picture now."""
        self._hide_button.setEnabled(bool(message))

    def open_with(self, message: str) -> None:
        """Begin with what is shown, all of it selected so that typing replaces it."""
        self._say_how_it_works()
        self.field.setText(message)
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def _offer_usual(self) -> None:
        with speaking(self._room_language):
            words = [_(text) for text in USUAL]
        buttons: list[ActionButton] = []
        for text in words:
            button = ActionButton(text)
            button.clicked.connect(partial(self.sent.emit, text))
            buttons.append(button)
        former, self._buttons = self._buttons, buttons
        self._usual.set_parts(*buttons)
        for button in former:
            button.deleteLater()

    def _send(self) -> None:
        words = tidy(self.field.text())
        if holds_badge_code(words):
            self._drop_code()
        elif words:
            self.sent.emit(words)

    def _keep_whole_code_out(self, words: str) -> None:
        if holds_whole_badge_code(words):
            self._drop_code()

    def _drop_code(self) -> None:
        """Empty the field at once, and say why to everyone, calmly."""
        self.field.clear()
        self._note.setText(refusal_text(Refusal(RefusalCode.MESSAGE_HOLDS_CODE)))
        self._note.set_tone("ink")
        QAccessible.updateAccessibility(QAccessibleEvent(self._note, QAccessible.Event.Alert))

    def _say_how_it_works(self) -> None:
        self._note.setText(
            _("It stands over the picture until you take it away. The time goes on below it.")
        )
        self._note.set_tone("muted")

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        line = QHBoxLayout()
        line.setSpacing(load_tokens().shape.gap.tight)
        line.addWidget(self.field, 1)
        line.addWidget(self._send_button)
        line.addWidget(self._hide_button)
        self.body.addLayout(head)
        self.body.addLayout(line)
        self.body.addWidget(self._usual)
        self.body.addWidget(self._note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The keys of the page mean nothing here: Space presses the button that has the focus."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _is_of_page(event):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge that tells it from the cards below it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(load_tokens().light.primary), BORDER))
        half, radius = BORDER / 2, load_tokens().shape.radius.card * text_scale()
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, radius, radius)


def _is_of_page(event: QKeyEvent) -> bool:
    return event.key() in HOST_KEYS or event.matches(QKeySequence.StandardKey.Undo)
