"""A field for a clock time."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.theme.tokens import load_tokens

LONGEST = 5
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Whoever only looks at another window has not left the field."""


class TimeField(QLineEdit):
    """A clock time, or nothing for no limit."""

    def __init__(self) -> None:
        super().__init__(maxLength=LONGEST)
        self._limit: time | None = None
        self.setMinimumHeight(load_tokens().shape.touch_target)

    def show_time(self, moment: time | None) -> None:
        """Show a limit, or that there is none; a time that is being typed stays."""
        self._limit = moment
        if not self.hasFocus():
            self.setText(f"{moment:%H:%M}" if moment else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is taken or refused by now; either way the limit in force is shown."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.show_time(self._limit)
