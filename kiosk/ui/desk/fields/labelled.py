"""A field with what it asks above it, and below it a hint or what is wrong with it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.desk.fields.chips import ChipRow
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import IconLabel, PlainLabel

ICON = 20


class LabelledField(QWidget):
    """Wraps any ``control`` that takes the focus."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._words = ("", "")
        self._caption = PlainLabel(look="caption")
        self._below = PlainLabel(look="caption", tone="muted")
        self._foot = QWidget()
        self._sign = IconLabel("warning-triangle", ICON, load_tokens().state.bad)
        set_look(self._caption, bold=True)
        self._caption.setBuddy(control)
        for label in (self._caption, self._below):
            _wrap(label)
        self._lay_out()
        self.setFocusProxy(control)
        self.set_problem("")

    def set_words(self, caption: str, hint: str = "") -> None:
        """Say what it asks, and what may help to answer."""
        self._words = (caption, hint)
        self._caption.setText(caption)
        self._control.setAccessibleName(caption)
        if isinstance(self._control, ChipRow):
            self._control.set_caption(caption)
        self.set_problem(self._problem)

    def set_problem(self, problem: str) -> None:
        """Say what is wrong in the place of the hint; empty when all is well."""
        _caption, hint = self._words
        self._problem = problem
        self._below.setText(problem or hint)
        self._below.set_tone("bad" if problem else "muted")
        self._foot.setVisible(bool(problem or hint))
        self._sign.setVisible(bool(problem))
        self._control.setAccessibleDescription(problem or hint)
        set_look(self._control, wrong=bool(problem))

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        below = QHBoxLayout(self._foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self._sign)
        below.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self._control)
        column.addWidget(self._foot)


def show_text(field: QLineEdit, text: str) -> None:
    """Show a text that did not come from here, without saying that somebody typed it.

    What somebody typed is heard by ``textChanged``: the letters of a scan are taken out of a field
    again by the program, and ``textEdited`` would not tell.
    """
    if field.text() != text:
        with QSignalBlocker(field):
            field.setText(text)
            field.setCursorPosition(0)


def _wrap(label: PlainLabel) -> None:
    """Take as many lines as the field's width asks for, and ask for no width of its own."""
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
