"""The bar at the foot: it asks for the host's eye and never stands in the way."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.conductor.state import Gesture, NoticeFace
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconLabel, PlainLabel

ICONS = {"warn": "warning-triangle", "info": "info"}
BESIDE_EMS = 32
"""A bar narrower than this, in heights of its text, has its buttons below the words."""


class NoticeBar(Card):
    """One notice with up to two things to do about it."""

    gestured = Signal(Gesture)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._face: NoticeFace | None = None
        self._icon = IconLabel(size=28)
        self._title = PlainLabel(look="strong")
        self._text = PlainLabel(look="caption")
        self._buttons = (ActionButton(role="sun"), ActionButton())
        self._title.setWordWrap(True)
        self._text.setWordWrap(True)
        for index, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, at=index: self._press(at))
        self._arrange()
        self.hide()

    def show_face(self, face: NoticeFace | None) -> None:
        """Show a notice or none; one that only changes its words keeps the focus where it is."""
        if face == self._face:
            return
        is_new = face is not None and (
            self._face is None or self._gestures(self._face) != self._gestures(face)
        )
        self._face = face
        self.setVisible(face is not None)
        if face is None:
            return
        self._paint(face)
        if is_new and face.actions:
            self._buttons[0].setFocus()

    def holds_focus(self) -> bool:
        """Whether the keyboard is here."""
        return any(button.hasFocus() for button in self._buttons)

    def _paint(self, face: NoticeFace) -> None:
        state = load_tokens().state
        self.set_card(face.tone)
        self._icon.set_icon(ICONS[face.tone], {"warn": state.warn}.get(face.tone, state.info))
        self._title.setText(face.title)
        self._text.setText(face.text)
        for index, button in enumerate(self._buttons):
            there = index < len(face.actions)
            button.setVisible(there)
            button.setText(face.actions[index].text if there else "")
        self.setAccessibleName(f"{face.title} {face.text}")

    def _press(self, index: int) -> None:
        if self._face and index < len(self._face.actions):
            self.gestured.emit(self._face.actions[index].gesture)

    @staticmethod
    def _gestures(face: NoticeFace) -> tuple[Gesture, ...]:
        return tuple(action.gesture for action in face.actions)

    def _arrange(self) -> None:
        gap = load_tokens().shape.gap
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        said = QHBoxLayout()
        said.setSpacing(gap.normal)
        said.addWidget(self._icon)
        said.addLayout(words, 1)
        ways = QHBoxLayout()
        ways.setSpacing(gap.normal)
        ways.addStretch(1)
        ways.addWidget(self._buttons[1])
        ways.addWidget(self._buttons[0])
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(gap.normal)
        self._row.addLayout(said, 1)
        self._row.addLayout(ways)
        self.body.addLayout(self._row)
        self.setTabOrder(self._buttons[0], self._buttons[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() > self._text.fontMetrics().height() * BESIDE_EMS
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
