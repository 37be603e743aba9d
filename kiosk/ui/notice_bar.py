"""News for everybody at the window, without stopping anyone: a bar that can be waved away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, IconButton, IconLabel, PlainLabel

ICONS = {"warn": "warning-triangle", "info": "info", "ok": "check-circle", "bad": "x-circle"}


class NoticeBar(Card):
    """One notice at a time; the next replaces it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._icon = IconLabel(size=26)
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._close = IconButton("cross", _("Close"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self.setStyleSheet("NoticeBar { margin: 12px 20px 0 20px; }")
        self.body.setContentsMargins(18, 6, 8, 6)
        self.body.addLayout(row)
        self.hide()

    def tell(self, words: str, tone: str = "warn") -> None:
        """Show a notice; ``tone`` is warn, info, ok or bad."""
        self.set_card(tone)
        self._icon.set_icon(ICONS[tone], getattr(load_tokens().state, tone))
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        """Speak the language in use; a notice stays in the language it was given in."""
        self._close.set_meaning(_("Close"))
