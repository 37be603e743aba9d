"""The page between two people: what to do, and the promise."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.codes import CODE_LENGTH
from kiosk.ui.interest.state import IdleFace, Message
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, FittedLabel, IconLabel, PlainLabel

FIELD_EMS = 18
AROUND_MESSAGE = 160
SQUARE_EMS = 19
"""A page lower than this, in heights of its text, gives its room to the words."""
LEFT_BEHIND_MS = 20_000
"""A code that nobody goes on typing was left behind."""
LONGEST = 2 * CODE_LENGTH
"""Room for the code with spaces or hyphens between its letters."""


class MessageCard(Card):
    """One calm sentence with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self._icon, self._text = IconLabel(size=24), PlainLabel()
        self._text.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self.body.setContentsMargins(18, 12, 20, 12)
        self.body.addLayout(row)

    def show_message(self, message: Message) -> None:
        """Say it in its colour, and to a screen reader."""
        state = load_tokens().state
        icon, colour = ("check", state.ok) if message.tone == "ok" else ("info", state.info)
        self.set_card(message.tone)
        self._icon.set_icon(icon, colour)
        self._text.setText(message.text)
        self.setAccessibleName(message.text)

    def fit(self, width: int) -> None:
        """One line when there is room for it, more when there is not."""
        natural = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 4
        self._text.setFixedWidth(min(natural, width - AROUND_MESSAGE))


class IdlePage(QScrollArea):
    """``code_typed`` carries what was typed; the field is empty again at once.

    It scrolls where text is very large, so that it never makes the station higher than its window.
    """

    code_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = FittedLabel(look="name")
        self._promise = PlainLabel(look="title", tone="muted")
        self._message = MessageCard()
        self._field = QLineEdit()
        self._open = ActionButton(role="secondary")
        for label in (self._title, self._promise):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._promise.setWordWrap(True)
        self._field.setMaxLength(LONGEST)
        self._left = QTimer(self, singleShot=True, interval=LEFT_BEHIND_MS)
        self._left.timeout.connect(self._forget)
        self._field.textEdited.connect(self._left.start)
        self._field.returnPressed.connect(self._submit)
        self._open.clicked.connect(self._submit)
        self._arrange()

    def show_face(self, face: IdleFace) -> None:
        """The page in the language in use."""
        self._title.setText(face.title)
        self._promise.setText(face.promise)
        self._field.setPlaceholderText(face.field)
        self._field.setAccessibleName(face.field)
        self._open.setText(face.open_text)
        self._message.setVisible(face.message is not None)
        if face.message:
            self._message.show_message(face.message)
            self._message.fit(self.width())

    def _submit(self) -> None:
        text = self._field.text().strip()
        self._forget()
        if text:
            self.code_typed.emit(text)

    def _forget(self) -> None:
        """Leave nothing for who comes next: unlike ``clear``, this can't be undone with Ctrl+Z."""
        self._field.setText("")

    def _arrange(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        self._square = square = Card("primary")
        square.body.setContentsMargins(28, 28, 28, 28)
        square.body.addWidget(IconLabel("qr-scan", 112, load_tokens().light.primary))
        typing = QHBoxLayout()
        typing.setSpacing(12)
        typing.addStretch(1)
        typing.addWidget(self._field, 10)
        typing.addWidget(self._open)
        typing.addStretch(1)
        inside = QWidget()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(20)
        column.addStretch(2)
        column.addWidget(square, 0, middle)
        column.addWidget(self._title)
        column.addWidget(self._promise)
        column.addWidget(self._message, 0, middle)
        column.addStretch(2)
        column.addLayout(typing)
        column.addStretch(1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._forget()

    def sizeHint(self) -> QSize:
        """The room that the head and the foot leave, however much there is to show."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self._field.fontMetrics().height()
        roomy = self.height() > em * SQUARE_EMS
        self._square.setVisible(roomy)
        set_look(self._title, look="name" if roomy else "display")
        self._field.setMaximumWidth(em * FIELD_EMS)
        self._message.fit(self.width())
