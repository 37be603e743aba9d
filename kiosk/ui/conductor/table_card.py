"""One table of the floor plan: a button with its number, state, employer and who sits there."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.conductor.state import TableFace
from kiosk.ui.theme.style import set_look, text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, FittedLabel, GrowingLabel, PlainLabel

RING = 3
"""Room around the card for what shows where the keyboard is."""
SIDES, ENDS = 12, 6
"""Air within the card, left and right, above and below; a low table gives up the latter."""
BORDER = 1
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
        smallest = load_tokens().font.size.caption
        self._word = FittedLabel(look="caption", smallest=smallest)
        self._word.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._employer = GrowingLabel(lines=3, smallest=smallest)
        self._names = GrowingLabel(look="caption", tone="muted", lines=2, smallest=smallest)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._arrange()

    @property
    def face(self) -> TableFace | None:
        """What it shows."""
        return self._face

    def fit(self) -> None:
        """From three lines of small words below its number, whatever the text size in use."""
        small = _line("caption")
        around = 2 * (BORDER + RING)
        self.setMinimumHeight(_line("body") + 3 * small + around)
        self.setMaximumHeight(_line("strong") + ROOMIEST * small + 2 * ENDS + around)

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
        self._let_employer_go_first()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self._word, 1)
        body = self._card.body
        body.setContentsMargins(SIDES, ENDS, SIDES, ENDS)
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
        """All tables are equally high, so all of them write their words in the same size."""
        super().resizeEvent(event)
        em = _line("strong")
        whole = em + 2 * _line("body") + 2 * _line("caption") + 2 * (BORDER + RING)
        is_low = self.height() < whole
        is_roomy = self.height() > em * ROOMY[1] and self.width() > em * ROOMY[0]
        ends = max(0, min(ENDS, (self.height() - whole) // 2))
        self._card.body.setContentsMargins(SIDES, ends, SIDES, ends)
        set_look(self._number, look="body" if is_low else "strong")
        set_look(self._employer, look="caption" if is_low else "strong" if is_roomy else "body")
        set_look(self._names, look="body" if is_roomy else "caption")
        self._let_employer_go_first()
        self._card.body.activate()

    def _let_employer_go_first(self) -> None:
        """Where not all lines have room, names end in an ellipsis and the table keeps its name."""
        inside = self._card.body.contentsMargins()
        width = self.width() - 2 * (SIDES + BORDER + RING)
        room = self.height() - 2 * (BORDER + RING) - inside.top() - inside.bottom()
        taken = self._number.fontMetrics().lineSpacing() + self._employer.heightForWidth(width)
        line = self._names.fontMetrics().lineSpacing()
        self._names.setMaximumHeight(max(line, room - taken))

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


def _line(look: str) -> int:
    """How high a line in one of the text sizes is."""
    return QFontMetrics(text_font(getattr(load_tokens().font.size, look))).lineSpacing()
