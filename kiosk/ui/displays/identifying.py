"""Which screen is which: for a moment each one shows its number, its name and its use."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.ui.displays.assigning import ScreenState, ScreenUse
from kiosk.ui.theme.style import font
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import fit

CARD_SHARE = 0.6
SMALLEST = 13


class Row(NamedTuple):
    """Where a line lies on the card and how large its letters are, as shares of the height."""

    top: float
    height: float
    letters: float
    lines: int = 1


NUMBER, NAME, USE = Row(0.06, 0.5, 0.46), Row(0.57, 0.19, 0.14, lines=2), Row(0.77, 0.14, 0.09)


def use_words(use: ScreenUse) -> str:
    """What a screen is used for, in words."""
    return {
        ScreenUse.STAFF: _("The staff work here"),
        ScreenUse.ROOM: _("The room looks at this"),
        ScreenUse.NOTHING: _("Not in use"),
    }[use]


class ScreenCard(QWidget):
    """Lies over whatever its screen shows, and takes no keys; a click puts all cards away."""

    clicked = Signal()

    def __init__(self, state: ScreenState) -> None:
        # the type comes first: flags given later make a window anew
        super().__init__(
            None,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self._state = state
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = _("Screen {number}: {name}. {use}.").format(
            number=state.number, name=state.name, use=use_words(state.use)
        )
        self.setWindowTitle(words)
        self.setAccessibleName(words)

    def lie_on(self, screen: QScreen) -> None:
        """Show it in the middle of a screen."""
        area = screen.geometry()
        size = QSize(round(area.width() * CARD_SHARE), round(area.height() * CARD_SHARE))
        place = QRect(area.topLeft(), size)
        place.moveCenter(area.center())
        self.setScreen(screen)
        self.setGeometry(place)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        night = load_tokens().night
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(night.background))
        self._write(painter, str(self._state.number), night.running, NUMBER)
        self._write(painter, self._state.name, night.text, NAME)
        self._write(painter, use_words(self._state.use), night.muted, USE)

    def _write(self, painter: QPainter, text: str, colour: str, row: Row) -> None:
        """Centred, as large as it fits."""
        high, side = self.height(), round(self.height() * 0.08)
        area = QRect(side, round(high * row.top), self.width() - 2 * side, round(high * row.height))
        face = font(max(SMALLEST, high * row.letters), load_tokens().font.weights.bold)
        fitted = fit(text, face, area.size(), row.lines, SMALLEST)
        painter.setFont(fitted.font)
        painter.setPen(QColor(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, fitted.text)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.clicked.emit()


class Identification(QObject):
    """Shows a card on every screen; all go after a while, or at a click on one of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ScreenCard] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.end)

    @property
    def cards(self) -> tuple[ScreenCard, ...]:
        """Those that are to be seen now."""
        return tuple(self._cards)

    def show_on(
        self, screens: Mapping[str, QScreen], states: Sequence[ScreenState], seconds: float
    ) -> None:
        """Show the cards, for so long."""
        self.end()
        for state in states:
            card = ScreenCard(state)
            card.clicked.connect(self.end)
            self._cards.append(card)
            card.lie_on(screens[state.name])
        self._timer.start(round(seconds * 1000))

    def end(self) -> None:
        """Put all cards away."""
        self._timer.stop()
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards.clear()
