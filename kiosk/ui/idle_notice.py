"""Says calmly that the screen is about to lock itself; it floats, so nothing moves for it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import ngettext
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, IconLabel, PlainLabel

BELOW = 28
ICON, GAP = 26, 14
SIDES, ENDS = 22, 14


class IdleNotice(Card):
    """At the foot of the widget that it is given; clicks go through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__("info", over)
        self._over = over
        self._words = PlainLabel()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(IconLabel("lock", ICON, load_tokens().state.info))
        row.addWidget(self._words, 1)
        self._words.setWordWrap(True)
        self.body.setContentsMargins(SIDES, ENDS, SIDES, ENDS)
        self.body.addLayout(row)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)
        self.hide()

    def count_down(self, seconds: int) -> None:
        """How long it will stay open; 0 takes the notice away."""
        if not seconds:
            self.hide()
            return
        words = ngettext(
            "This screen locks itself in {count} second. Move the mouse or press a key.",
            "This screen locks itself in {count} seconds. Move the mouse or press a key.",
            seconds,
        ).format(count=seconds)
        self._words.setText(words)
        if not self.isVisible():
            self._appear(words)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _appear(self, words: str) -> None:
        """A screen reader hears it once, not every second."""
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self) -> None:
        """As wide as the words, or on more lines where the window has no room for one."""
        around, beside = self._over.size(), ICON + GAP + 2 * SIDES
        in_one_line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 2
        wide = min(in_one_line, around.width() - 2 * BELOW - beside)
        self._words.setFixedSize(wide, self._words.heightForWidth(wide))
        high = max(ICON, self._words.height()) + 2 * ENDS
        left = (around.width() - wide - beside) // 2
        self.setGeometry(left, around.height() - high - BELOW, wide + beside, high)
