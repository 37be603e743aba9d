"""Buttons: a word, an icon, and the key that does the same."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from kiosk.ui.theme.icons import icon
from kiosk.ui.theme.style import set_look, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import plain_tip

ICON = 22
"""Beside text of the size that the tokens give."""
GAP = 10
SIDES = 20


def icon_size() -> int:
    """The side of an icon beside text of the size in use."""
    return round(ICON * text_scale())


def _ink_of(role: str) -> str:
    tokens = load_tokens()
    inks = {
        "primary": tokens.light.surface,
        "outline": tokens.light.surface,
        "danger": tokens.state.bad,
        "tab": tokens.light.muted,
    }
    return inks.get(role, tokens.light.ink)


class ActionButton(QPushButton):
    """A button with a word, perhaps an icon, and perhaps its key in bold ("Badge  **F2**").

    ``role`` is primary, secondary, danger, sun, ghost, tab, or on a coloured panel: panel (white)
    or outline. ``key`` is also the button's shortcut; ``hint`` shows a key that a station handles
    itself.
    """

    def __init__(
        self,
        text: str = "",
        icon_name: str = "",
        role: str = "secondary",
        key: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role, self._icon_name = role, icon_name
        self._hint = hint or key
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        set_look(self, role=role)
        self._dress()
        if key:
            self.setShortcut(QKeySequence(key))

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Change the word. Qt would drop the shortcut with it; we keep it."""
        shortcut = self.shortcut()
        super().setText(text)
        self.setShortcut(shortcut)
        self.setAccessibleName(text)

    def set_role(self, role: str) -> None:
        """Give it another weight among the buttons around it."""
        self._role = role
        set_look(self, role=role)
        self._dress()

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._dress()

    def set_hint(self, hint: str) -> None:
        """Show another key."""
        self._hint = hint
        self.updateGeometry()
        self.update()

    def _ink(self) -> str:
        if not self.isEnabled():
            return load_tokens().light.muted
        if self._role == "tab" and self.isChecked():
            return load_tokens().light.primary
        return _ink_of(self._role)

    def _dress(self) -> None:
        if self._icon_name:
            size = icon_size()
            self.setIconSize(QSize(size, size))
            self.setIcon(icon(self._icon_name, self._ink(), size))
        self.updateGeometry()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.ExtraBold)
        return font

    def _widths(self) -> tuple[int, int, int]:
        """Widths of icon, word and key, each with the gap before what follows."""
        word = QFontMetrics(self.font()).horizontalAdvance(self.text())
        has_icon = not self.icon().isNull()
        image = self.iconSize().width() + (GAP if word else 0) if has_icon else 0
        key = QFontMetrics(self._bold()).horizontalAdvance(self._hint) + GAP if self._hint else 0
        return image, word, key

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 2 * SIDES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.EnabledChange, QEvent.Type.FontChange):
            self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_parts(painter)

    def _paint_parts(self, painter: QPainter) -> None:
        image, word, key = self._widths()
        left = max(8, (self.width() - image - word - key) // 2)
        if image:
            size = self.iconSize().width()
            area = QRect(left, (self.height() - size) // 2, size, size)
            self.icon().paint(painter, area)
        painter.setPen(self._ink())
        painter.setFont(self.font())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(QRect(left + image, 0, word + 2, self.height()), middle, self.text())
        if key:
            painter.setFont(self._bold())
            area = QRect(left + image + word + GAP, 0, key, self.height())
            painter.drawText(area, middle, self._hint)


class IconButton(QToolButton):
    """A square button with only an icon; its ``meaning`` is tool tip and accessible name."""

    def __init__(self, icon_name: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name, size=ICON))
        self.setIconSize(QSize(ICON, ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_meaning(meaning)
        set_look(self, round=True)

    def set_meaning(self, meaning: str) -> None:
        """Say what it does, in the language in use."""
        self.setAccessibleName(meaning)
        self.setToolTip(plain_tip(meaning))


class ChoiceButton(QToolButton):
    """One of several answers, icon above word; filled when chosen.

    ``tone`` is ok, warn or neutral. Group several in a QButtonGroup to make them exclude each
    other.
    """

    def __init__(self, text: str, icon_name: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tokens = load_tokens()
        inks = {"ok": tokens.state.ok, "warn": tokens.state.warn}
        self._icons = (
            icon(icon_name, inks.get(tone, tokens.light.muted), 28),
            icon(icon_name, tokens.light.surface, 28),
        )
        self.setCheckable(True)
        self.setIconSize(QSize(28, 28))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.setText(text)
        set_look(self, choice=tone)
        self.toggled.connect(self._dress)
        self._dress()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Change the word."""
        super().setText(text)
        self.setAccessibleName(text)

    def _dress(self) -> None:
        self.setIcon(self._icons[self.isChecked()])
