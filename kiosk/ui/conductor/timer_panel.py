"""The time, as large as the host needs it, with the buttons that change it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.conductor.state import ControlsFace, Gesture, TimeFace
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, FittedLabel, GrowingLabel, Pill

FIGURE_AIR = 1.5
"""Figures have nothing below their line and no accents: what is left goes to the tables."""
LEAST_FIGURES = 0.8
"""Of the width of ``00:00``: with less beside the buttons, the time stands above them."""
SQUEEZE = 12
"""Px of air at each side of a word that a button gives up before the time has to."""
SIDES, ENDS = 26, 16
"""Within the card, left and right, above and below."""
PILLS = {"warn": "warn", "muted": "neutral"}


class Figures(FittedLabel):
    """The time that is left. It takes the room there is, so another second lays out nothing."""

    def __init__(self) -> None:
        self._figures = ""
        super().__init__(look="name")
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def text(self) -> str:
        return self._figures

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another second. Qt would ask for other room with it."""
        self._figures = text
        self._fitted = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, round(self.fontMetrics().capHeight() * FIGURE_AIR))


class ControlButton(ActionButton):
    """A button that stands closer to its neighbours where the time needs the width."""

    def __init__(self, icon_name: str, hint: str) -> None:
        super().__init__("", icon_name, hint=hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() - QSize(2 * SQUEEZE, 0)


class TimerPanel(Card):
    """Phase, time and controls. Every button reports a gesture."""

    gestured = Signal(Gesture)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._controls: ControlsFace | None = None
        self._heading = GrowingLabel(look="strong", tone="muted", lines=2)
        self._time = Figures()
        self._word = Pill(dot=True)
        self._less = self._button("", Gesture.MINUTE_LESS)
        self._bit_less = self._button("", Gesture.HALF_MINUTE_LESS)
        self._pause = self._button("pause", Gesture.PAUSE)
        self._bit_more = self._button("", Gesture.HALF_MINUTE_MORE)
        self._more = self._button("", Gesture.MINUTE_MORE)
        self._gong = self._button("gong", Gesture.GONG)
        self._message = self._button("message", Gesture.MESSAGE)
        self._dark = self._button("moon", Gesture.BLACKOUT)
        self.next_button = self._button("next", Gesture.NEXT, hint="N")
        self.next_button.installEventFilter(self)
        self._arrange()

    def retranslate(self) -> None:
        """Say the buttons in the language in use."""
        self._controls = None
        self._less.setText(_("\N{MINUS SIGN} 1 min"))
        self._more.setText(_("+ 1 min"))
        self._bit_less.setText(_("\N{MINUS SIGN} 30 s"))
        self._bit_more.setText(_("+ 30 s"))
        self._gong.setText(_("Gong"))
        self._message.setText(_("Message …"))
        self._pause.set_hint(_("Space"))
        for button, name, key in (
            (self._less, _("One minute less"), "\N{MINUS SIGN}"),
            (self._more, _("One minute more"), "+"),
            (self._bit_less, _("Half a minute less"), "\N{DOWNWARDS ARROW}"),
            (self._bit_more, _("Half a minute more"), "\N{UPWARDS ARROW}"),
            (self._gong, _("Gong"), "G"),
            (self._message, _("Message to the room"), "M"),
            (self._dark, "", "B"),
        ):
            button.setAccessibleName(name or button.text())
            button.setToolTip(_("Key {key}").format(key=key))

    def show_time(self, face: TimeFace) -> None:
        """The second that it is."""
        if self._heading.text() != face.heading:
            self._heading.setText(face.heading)
        self._heading.setMaximumWidth(self._heading.sizeHint().width())
        self._time.set_tone(face.tone)
        if self._time.text() != face.time:
            self._time.setText(face.time)
        self._time.setAccessibleName(f"{face.heading}: {face.time} {face.word}".strip())
        self._word.setVisible(bool(face.word))
        if self._word.text() != face.word:
            self._word.setText(face.word)
        self._word.set_tone(PILLS.get(face.tone, "neutral"))

    def show_controls(self, face: ControlsFace) -> None:
        """What can be pressed, and what it says."""
        if face == self._controls:
            return
        self._controls = face
        for button in (self._less, self._bit_less, self._pause, self._bit_more, self._more):
            button.setEnabled(face.running)
        self._message.set_role("sun" if face.message else "secondary")
        self._dark.setText(_("Light again") if face.dark else _("Dark"))
        self._dark.setAccessibleName(
            _("Show the picture in the room again")
            if face.dark
            else _("Make the room display dark")
        )
        self._dark.set_icon_name("sun" if face.dark else "moon")
        self._dark.set_role("sun" if face.dark else "secondary")
        self._pause.setText(_("Go on") if face.paused else _("Pause"))
        self._pause.set_icon_name("play" if face.paused else "pause")
        self.next_button.setText(face.next_text)
        self.next_button.set_icon_name(face.next_icon)
        self.next_button.set_role("sun" if face.next_armed else "primary")
        self.next_button.setEnabled(face.next_enabled)

    def _button(self, icon: str, gesture: Gesture, hint: str = "") -> ActionButton:
        button = ControlButton(icon, hint)
        button.clicked.connect(lambda: self.gestured.emit(gesture))
        return button

    def _arrange(self) -> None:
        gap = load_tokens().shape.gap
        words = QVBoxLayout()
        words.setSpacing(0)
        self._top = self._head()
        words.addLayout(self._top)
        words.addWidget(self._time, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(gap.wide)
        self._row.addLayout(words, 1)
        self._buttons = self._grid(gap.tight + 2)
        self._row.addLayout(self._buttons)
        self.body.setContentsMargins(SIDES, ENDS, SIDES, ENDS)
        self.body.addLayout(self._row)

    def _head(self) -> QBoxLayout:
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(load_tokens().shape.gap.tight)
        head.addWidget(self._heading, 100)
        head.addWidget(self._word)
        head.addStretch(1)
        set_look(self._heading, bold=True)
        return head

    def _grid(self, spacing: int) -> QGridLayout:
        buttons = QGridLayout()
        buttons.setSpacing(spacing)
        first = (self._less, self._bit_less, self._pause, self._bit_more, self._more)
        for column, button in enumerate(first):
            buttons.addWidget(button, 0, column)
        buttons.addWidget(self._gong, 1, 0)
        buttons.addWidget(self._dark, 1, 1)
        buttons.addWidget(self._message, 1, 2)
        buttons.addWidget(self.next_button, 1, 3, 1, 2)
        return buttons

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second half of a double click is no second press: nobody has read the question."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Buttons beside the time; below it where they would leave it too little width."""
        needed = self._time.fontMetrics().horizontalAdvance("00:00")
        least, room = round(needed * LEAST_FIGURES), self.width() - 2 * SIDES
        beside = room - self._row.spacing() - self._buttons.minimumSize().width()
        below = beside < least
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        wide = below or beside > needed * 1.5
        self._top.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._time.setMinimumWidth(least)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
