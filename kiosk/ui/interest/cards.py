"""One card for each conversation: whom, when, and three large answers."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.interest import Answer
from kiosk.ui.interest.state import CardFace
from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets import Card, ChoiceButton, FittedLabel, GrowingLabel, NumberBadge

LOOKS = {
    Answer.YES: ("check", "ok"),
    Answer.MAYBE: ("dash", "warn"),
    Answer.NO: ("cross", "neutral"),
}
NAME_EMS = 13
"""Less room than this for a name, in heights of its text, sends the answers below it."""


class AnswerButton(ChoiceButton):
    """Reports a tap and waits: it is filled only once the answer is kept."""

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Qt would fill it at once."""


class ConversationCard(Card):
    """``answered`` carries the other's id and the answer that was tapped."""

    answered = Signal(object, object)

    def __init__(self, face: CardFace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._other_id: UUID = face.other_id
        self._number = NumberBadge()
        self._name = GrowingLabel(look="title", lines=2, smallest=20)
        self._detail = FittedLabel(tone="muted")
        self._buttons = {answer: self._button(answer) for answer, _word in face.words}
        set_look(self._name, bold=True)
        self._arrange()
        self.show_face(face)

    def show_face(self, face: CardFace) -> None:
        """The conversation as it is kept."""
        self._other_id = face.other_id
        self._number.set_number(face.number)
        self._name.setText(face.name)
        self._detail.setText(face.detail)
        for answer, word in face.words:
            button = self._buttons[answer]
            button.setText(word)
            button.setAccessibleName(f"{face.name}: {word}")
            button.setChecked(face.chosen is answer)

    def _button(self, answer: Answer) -> AnswerButton:
        button = AnswerButton("", *LOOKS[answer])
        button.clicked.connect(lambda: self.answered.emit(self._other_id, answer))
        return button

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        words.addStretch(1)
        whom = QHBoxLayout()
        whom.setSpacing(18)
        whom.addWidget(self._number)
        whom.addLayout(words, 1)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(10)
        for button in self._buttons.values():
            self._answers.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        self._row.addLayout(whom, 1)
        self._row.addLayout(self._answers)
        self.body.setContentsMargins(20, 12, 20, 12)
        self.body.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._answers.sizeHint().width() - self._number.width()
        beside = room > self.fontMetrics().height() * NAME_EMS
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class CardList(QScrollArea):
    """All cards of one form; a finger, a wheel and the Tab key all scroll it."""

    answered = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ConversationCard] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(40, 22, 40, 22)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def sizeHint(self) -> QSize:
        """The room that the head and the foot leave, however many cards there are."""
        return self.minimumSizeHint()

    def show_cards(self, faces: tuple[CardFace, ...]) -> None:
        """Paint a form; for another person's, all cards are made anew."""
        if [card.property("other") for card in self._cards] != [f.other_id.hex for f in faces]:
            self._rebuild(faces)
        for card, face in zip(self._cards, faces, strict=True):
            card.show_face(face)

    def _rebuild(self, faces: tuple[CardFace, ...]) -> None:
        for card in self._cards:
            card.hide()
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards = [ConversationCard(face) for face in faces]
        for index, (card, face) in enumerate(zip(self._cards, faces, strict=True)):
            card.setProperty("other", face.other_id.hex)
            card.answered.connect(self.answered)
            self._column.insertWidget(index, card)
        self.verticalScrollBar().setValue(0)
