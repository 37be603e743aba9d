"""The bar at the foot: it asks for the host's eye and never stands in the way."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.conductor.state import Gesture, NoticeFace
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconButton, IconLabel, PlainLabel

ICONS = {"warn": "warning-triangle", "info": "info"}
BESIDE_EMS = 32
"""A bar narrower than this, in heights of its text, has its buttons below the words."""


class NoticeBar(Card):
    """One notice with up to three things to do about it; one that waits can be waved away."""

    gestured = Signal(Gesture)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._face: NoticeFace | None = None
        self._icon = IconLabel(size=28)
        self._title = PlainLabel(look="strong")
        self._text = PlainLabel(look="caption")
        self._buttons = (ActionButton(role="sun"), ActionButton(), ActionButton())
        self._close = IconButton("cross", "")
        self._close.clicked.connect(lambda: self.gestured.emit(Gesture.LEAVE_IT))
        self._title.setWordWrap(True)
        self._text.setWordWrap(True)
        for index, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, at=index: self._press(at))
            button.installEventFilter(self)
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
        if is_new and face.waits:
            self._let_go()
        elif is_new and face.actions:
            self._buttons[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second half of a double click would undo what the first half did."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def holds_focus(self) -> bool:
        """Whether the keyboard is here, or will be once the window is in front again."""
        return self.window().focusWidget() in (*self._buttons, self._close)

    def _let_go(self) -> None:
        """Say it to who can't see it, and give back a keyboard that was here for something else."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if self.holds_focus():
            self.let_go.emit()

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
            usual = "secondary" if index else "sun"
            button.set_role((there and face.actions[index].role) or usual)
        self._close.setVisible(face.waits)
        self._close.set_meaning(_("Leave it as it is"))
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
        for button in (*reversed(self._buttons), self._close):
            ways.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(gap.normal)
        self._row.addLayout(said, 1)
        self._row.addLayout(ways)
        self.body.addLayout(self._row)
        for before, after in pairwise((*self._buttons, self._close)):
            self.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() > self._text.fontMetrics().height() * BESIDE_EMS
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
