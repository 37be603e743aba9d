"""Fields that tell what was typed once it is whole: at Enter, or when somebody goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import IconButton, PlainLabel

PROMPT_LINES = 3
SHORT = 4
LONGEST_SHORT = 10
LEAST_LETTERS = 8
SIDES = 36
"""What a field's border and padding take."""
NEAR = 4
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class Captioned(QWidget):
    """What is asked, above the control that takes the answer."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._caption = PlainLabel(look="caption")
        self._caption.setBuddy(control)
        set_look(self._caption, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self._caption)
        column.addWidget(control)

    def set_caption(self, caption: str, description: str = "") -> None:
        """Say what is asked, in the language in use."""
        self._caption.setText(caption)
        self._control.setAccessibleName(caption)
        self._control.setAccessibleDescription(description)


class CommittedLine(QLineEdit):
    """``committed`` carries what was typed; what is being typed is never overwritten."""

    committed = Signal(str)

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stands = ""
        self.setMaxLength(longest)
        self.editingFinished.connect(self.commit)

    def show_value(self, text: str) -> None:
        """Show what stands."""
        self._stands = text
        if not (self.hasFocus() and self.isModified()):
            self.revert()

    def revert(self) -> None:
        """Forget what was typed."""
        self.setModified(False)
        if self.text() != self._stands:
            self.setText(self._stands)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """What was typed counts now."""
        if self.isModified():
            self.setModified(False)
            self.committed.emit(self.text())


class ShortLine(CommittedLine):
    """For a length or a clock time: asks for no more room than these need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LONGEST_SHORT, parent)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance("0" * SHORT) + SIDES
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Stepper(QWidget):
    """A short field with a button at each side, for those who would rather press than type."""

    stepped = Signal(int)

    def __init__(self, field: ShortLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.less, self.more = IconButton("minus", ""), IconButton("plus", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(NEAR)
        row.addWidget(self.less)
        row.addWidget(field, 1)
        row.addWidget(self.more)
        self.less.clicked.connect(lambda: self.stepped.emit(-1))
        self.more.clicked.connect(lambda: self.stepped.emit(1))


class CommittedText(QPlainTextEdit):
    """The same over some lines; Enter ends it, Tab leaves it."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stands = ""
        self.setTabChangesFocus(True)

    def show_value(self, text: str) -> None:
        """Show what stands."""
        self._stands = text
        if not (self.hasFocus() and self.document().isModified()):
            self.revert()

    def revert(self) -> None:
        """Forget what was typed."""
        if self.toPlainText() != self._stands:
            self.setPlainText(self._stands)
        self.document().setModified(False)

    def commit(self) -> None:
        """What was typed counts now."""
        if self.document().isModified():
            self.document().setModified(False)
            self.committed.emit(self.toPlainText())

    def fit(self) -> None:
        """As high as its lines, in the text size in use."""
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * PROMPT_LINES + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.commit()


class CalmBox(QComboBox):
    """A list to choose from that a wheel passing over it leaves alone."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setMinimumHeight(load_tokens().shape.touch_target)
        self._choices: tuple[tuple[str, object], ...] = ()
        self.activated.connect(lambda at: self.picked.emit(self._choices[at][1]))

    @property
    def chosen(self) -> object:
        """The value of what is chosen; Qt would give a text back for a code."""
        return self._choices[self.currentIndex()][1]

    def show_choice(self, choices: Sequence[tuple[str, object]], chosen: object) -> None:
        """Offer these, each with its words."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.clear()
            self.addItems([words for words, _value in choices])
        at = [value for _words, value in choices].index(chosen)
        if self.currentIndex() != at:
            self.setCurrentIndex(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
