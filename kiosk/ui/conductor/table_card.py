"""One table of the floor plan: a button with its number, state, employer and who sits there."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.conductor.state import TableFace
from kiosk.ui.theme.style import set_look, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, FittedLabel, GrowingLabel, PlainLabel

RING = 3
"""Room around the card for what shows where the keyboard is."""
PADDING = 20 + 2 * RING
ROOMIEST = 9
"""A table takes the height of so many lines of names, and no more."""
ROOMY = (9, 5.5)
"""Wider and higher than this, in heights of its number, its words are written larger."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TableCard(QAbstractButton):
    """One table. Its colour is said in a word too.

    A click leaves the keyboard where it is; only who comes here with Tab walks on with the arrows,
    and ``stepped`` tells in which direction.
    """

    stepped = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: TableFace | None = None
        self._card = Card()
        self._card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._number = PlainLabel(look="strong")
        self._word = FittedLabel(look="caption")
        self._word.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._employer = GrowingLabel(lines=2)
        self._names = GrowingLabel(look="caption", tone="muted", lines=2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._arrange()

    @property
    def face(self) -> TableFace | None:
        """What it shows."""
        return self._face

    def fit(self) -> None:
        """Its three lines and some air, whatever the text size in use."""
        for label in (self._number, self._employer, self._names):
            label.ensurePolished()
        head, line = self._number.sizeHint().height(), self._names.fontMetrics().height()
        self.setMinimumHeight(head + 2 * line + PADDING)
        self.setMaximumHeight(head + ROOMIEST * line + PADDING)

    def show_face(self, face: TableFace) -> None:
        """Paint one table."""
        if face == self._face:
            return
        self._face = face
        self._card.set_card(face.tone)
        tone = "muted" if face.tone == "plain" else face.tone
        for label, text in ((self._number, face.number), (self._word, face.word)):
            label.setText(text)
            set_look(label, tone=tone, bold=True)
        self._employer.setText(face.employer)
        self._names.setText(face.names)
        words = (face.number, face.word, face.employer, face.names)
        self.setAccessibleName(", ".join(word for word in words if word))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self._word, 1)
        body = self._card.body
        body.setContentsMargins(12, 6, 12, 6)
        body.setSpacing(0)
        body.addLayout(head)
        body.addWidget(self._employer)
        body.addWidget(self._names)
        body.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(RING, RING, RING, RING)
        around.addWidget(self._card)

    def hasHeightForWidth(self) -> bool:
        return False  # the room gives every table the same height; words become smaller

    def event(self, event: QEvent) -> bool:
        """With the keyboard on a table an arrow goes to the next table, not to the next phase."""
        asks_first = event.type() == QEvent.Type.ShortcutOverride
        if asks_first and isinstance(event, QKeyEvent) and event.key() in ARROWS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()  # the page knows what Enter and all others mean
        else:
            self.stepped.emit(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a large tile the words are large too."""
        super().resizeEvent(event)
        em = self._number.fontMetrics().height()
        roomy = self.height() > em * ROOMY[1] and self.width() > em * ROOMY[0]
        set_look(self._employer, look="strong" if roomy else "body")
        set_look(self._names, look="body" if roomy else "caption")

    def paintEvent(self, _event: QPaintEvent) -> None:
        light = load_tokens().light
        if not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(light.primary if self.hasFocus() else light.line), RING))
        half = RING / 2
        radius = load_tokens().shape.radius.card * text_scale() + half
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, radius, radius)
