"""Covers the window and every name in it until somebody with the PIN or passphrase is back."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.lock_presenter import Front, LockFace
from kiosk.ui.lock_wording import lock_words
from kiosk.ui.nameless_answer import WIDTH, NamelessAnswer
from kiosk.ui.theme.style import set_look, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, FittedLabel, IconLabel, PlainLabel

TICK_MS = 250
ICON = 56
MIDDLE = Qt.AlignmentFlag.AlignHCenter


class LockCover(QWidget):
    """Asks; scans go on behind it and show a word, never a name.

    ``answered`` carries what was typed, ``edited`` says that something else is being typed, and
    ``ticked`` comes a few times a second while a wait is shown.
    """

    answered = Signal(str)
    edited = Signal()
    went_back = Signal()
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = LockFace()
        self._icon = IconLabel(size=ICON)
        self._title = FittedLabel(look="title")
        self._subtitle = PlainLabel(tone="muted")
        self._field = QLineEdit()
        self._trouble = PlainLabel(tone="bad")
        self._open = ActionButton("", "lock", role="primary")
        self._back = ActionButton("", "undo")
        self._card = Card()
        self._answer = NamelessAnswer()
        self._waiting = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._field)
        self.show_face(self._face)

    def show_face(self, face: LockFace) -> None:
        """Paint a state."""
        before, self._face = self._face, face
        if (before.front, before.purpose) != (face.front, face.purpose):
            self._field.clear()
        if face.refused and not before.refused:
            self._field.selectAll()
        self._field.setReadOnly(face.checking)
        self._back.setVisible(face.back is not None)
        self._show_verdict(before, face)
        set_look(self._field, wrong=face.refused and not face.wait)
        self._hold_up(is_waiting=bool(face.wait) and face.front is Front.CARD)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        words = lock_words(self._face)
        self._title.setText(words.title)
        self._subtitle.setText(words.subtitle)
        self._field.setPlaceholderText(words.field)
        self._field.setAccessibleName(words.field)
        self._open.setText(words.button)
        self._open.set_icon_name(words.icon)
        self._icon.set_icon(words.icon, load_tokens().light.primary)
        self._back.setText(_("Back"))
        self._say_trouble(words.trouble)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_readable()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._field.clear()
        self._waiting.stop()

    def _show_verdict(self, before: LockFace, face: LockFace) -> None:
        """With very large text there may be no room for it below the card: bring it into view."""
        if face.verdict is not before.verdict:
            self._answer.show_verdict(face.verdict)
            area, answer = self._area, self._answer
            QTimer.singleShot(0, self, lambda: area.ensureWidgetVisible(answer, 0, 8))

    def _hold_up(self, *, is_waiting: bool) -> None:
        """While people have to wait, the button says so; the cursor stays in the field."""
        if is_waiting and self._open.hasFocus():
            self._field.setFocus()
        self._open.setDisabled(is_waiting)
        if is_waiting and not self._waiting.isActive():
            self._waiting.start()
        elif not is_waiting:
            self._waiting.stop()

    def _say_trouble(self, words: str) -> None:
        """A screen reader is told what is new, but not every second of a wait."""
        is_news = bool(words) and not self._trouble.text()
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self._trouble.set_tone("ink" if self._face.wait else "bad")
        if is_news:
            alert = QAccessibleEvent(self._trouble, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(alert)

    def _send(self) -> None:
        self.answered.emit(self._field.text())

    def _connect(self) -> None:
        self._field.returnPressed.connect(self._send)
        self._field.textEdited.connect(self.edited)
        self._open.clicked.connect(self._send)
        self._back.clicked.connect(self.went_back)
        self._waiting.timeout.connect(self.ticked)
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.went_back)

    def _lay_out(self) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        for label in (self._title, self._subtitle, self._trouble):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        body = self._card.body
        body.setContentsMargins(36, 28, 36, 28)
        body.setSpacing(14)
        body.addWidget(self._icon, 0, MIDDLE)
        for widget in (self._title, self._subtitle, self._field, self._trouble):
            body.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._back)
        buttons.addWidget(self._open, 1)
        body.addLayout(buttons)
        QWidget.setTabOrder(self._field, self._open)
        QWidget.setTabOrder(self._open, self._back)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(load_tokens().shape.gap.normal)
        column.addStretch()
        for card in (self._card, self._answer):
            column.addLayout(_in_the_middle(card))
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = _scrolling(inside)
        whole.addWidget(self._area)
        self._keep_readable()

    def _keep_readable(self) -> None:
        """As wide as text of this size needs."""
        self._card.setFixedWidth(round(WIDTH * text_scale()))


def _in_the_middle(card: QWidget) -> QHBoxLayout:
    """Between stretches: with an alignment Qt would take the lines to be as wide as the window."""
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(card)
    row.addStretch()
    return row


def _scrolling(inside: QWidget) -> QScrollArea:
    """With very large text on a small screen the card is taller than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
